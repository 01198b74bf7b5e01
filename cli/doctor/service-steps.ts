import { deliveriesOf } from '#contract/deliveries';
import type { Contract } from '#contract/contract';
import type { Exchange } from '#contract/wire/exchange';
import { answerCause, wsdlNames } from './answer-causes.ts';
import { type Cause, cause } from './causes.ts';
import type { Look } from './look.ts';
import { homeOf } from './home.ts';
import { type StepResult, notApplicable, warning, well } from './steps.ts';

/** The action of the connection test, and the description at `?wsdl` (WCF); a service need not have one. */
export const wsdlStep = async ({ eyes, expected }: Look): Promise<StepResult> => {
  const heard = await eyes.alive();
  const found = heard === undefined ? undefined : answerCause(expected, heard);
  if (found !== undefined && homeOf(found) === 'wsdl') return { kind: 'cause', cause: found };
  if (eyes.aliveOnly) return notApplicable('productie krijgt alleen IsAlive', 'production gets IsAlive only');
  if (heard !== undefined && 'failure' in heard.exchange.outcome) return noAnswer;
  const { exchange } = await eyes.wsdl();
  const { action, named } = actionIn(expected.contract, exchange);
  if (named === true) return well(action, action);
  if (named === undefined) return noWsdl(exchange);
  return found === undefined && heard !== undefined ? otherAction(action) : causeOf(cause('other-contract', action));
};

/** The first action of a delivery that a WSDL lacks, else all of them. */
const actionIn = ({ service }: Contract, wsdl: Exchange) => {
  const actions = deliveriesOf(service).map((one) => one.action);
  const lacking = actions.find((one) => wsdlNames(wsdl, one) === false);
  return { action: lacking ?? actions.join(', '), named: wsdlNames(wsdl, lacking ?? actions[0] ?? '') };
};

const causeOf = (found: Cause): StepResult => ({ kind: 'cause', cause: found });

const noAnswer: StepResult = {
  kind: 'unseen',
  said: { nl: 'geen antwoord om het aan te zien', en: 'no answer to see it by' },
};

/** What came in place of a WSDL that tells its actions; that none came is no proof that there is none. */
const noWsdl = ({ outcome }: Exchange): StepResult => {
  if ('failure' in outcome)
    return unseen(
      `op ?wsdl kwam geen antwoord (${outcome.failure.code})`,
      `no answer came at ?wsdl (${outcome.failure.code})`,
    );
  const { status } = outcome.response;
  const code = `HTTP ${String(status)}`;
  if (status === 404 || status === 410)
    return warning(
      `op ?wsdl staat er geen (${code}); nodig is dat niet`,
      `there is none at ?wsdl (${code}); it is not needed`,
    );
  if (status !== 200)
    return unseen(
      `op ?wsdl is hij niet te zien (${code}); nodig is dat niet`,
      `it is not shown at ?wsdl (${code}); it is not needed`,
    );
  return warning(
    'wat op ?wsdl staat, noemt geen acties; nodig is dat niet',
    'what stands at ?wsdl names no actions; it is not needed',
  );
};

const unseen = (nl: string, en: string): StepResult => ({ kind: 'unseen', said: { nl, en } });

const otherAction = (action: string): StepResult =>
  warning(`de WSDL noemt de actie ${action} niet`, `the WSDL does not name the action ${action}`);

/** The connection test: whatever was found and is not told at an earlier step is told here. */
export const aliveStep = async ({ eyes, expected }: Look): Promise<StepResult> => {
  const heard = await eyes.alive();
  if (heard === undefined)
    return notApplicable('het contract kent geen verbindingstest', 'the contract has no connection test');
  const found = answerCause(expected, heard);
  if (found !== undefined) return causeOf(found);
  const milliseconds = `${String(Math.round(heard.exchange.durationMs))} ms`;
  return well(milliseconds, milliseconds);
};
