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
  const { action } = expected.contract.service.deliver;
  const named = wsdlNames((await eyes.wsdl()).exchange, action);
  if (named === true) return well(action, action);
  if (named === undefined) return noWsdl;
  return found === undefined && heard !== undefined ? otherAction(action) : causeOf(cause('other-contract', action));
};

const causeOf = (found: Cause): StepResult => ({ kind: 'cause', cause: found });

const noAnswer: StepResult = {
  kind: 'unseen',
  said: { nl: 'geen antwoord om het aan te zien', en: 'no answer to see it by' },
};

const noWsdl = warning('op ?wsdl staat er geen; nodig is dat niet', 'there is none at ?wsdl; it is not needed');

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
