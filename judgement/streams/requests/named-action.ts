import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import { actionOf } from '#contract/wire/action-of';
import { quoted } from '#contract/texts/quoted';
import type { Sent } from '../../case.ts';
import { type Judgement, conforms, deviates, notApplicable } from '../../verdict.ts';
import { eachExchange } from '../each-exchange.ts';
import { actionsIn, isOfSoap12 } from './quoted-action.ts';
import type { Around } from '../stream-judge.ts';

/** BP 1.1 R2744; whether the endpoint takes another action is nothing to go by. */
const judge = (sent: Sent, around: Around): Judgement => {
  const named = actionOn(sent);
  if (named === undefined) return noAction;
  const expected = expectedOf(sent, around);
  if (expected === undefined) return noRequest;
  return named === expected ? conforms : deviates(written(expected), written(named));
};

/** The one action of a POST of SOAP 1.1, without its quotes; undefined where there is not one. */
const actionOn = ({ exchange }: Sent): string | undefined => {
  const { method, headers } = exchange.request;
  const [value, ...others] = actionsIn(exchange);
  const isOne = value !== undefined && others.length === 0;
  if (method !== 'POST' || !isOne || isOfSoap12(headers['content-type'] ?? '')) return undefined;
  return value.replace(/^"(.*)"$/, '$1');
};

/** The action that goes with the Body; undefined where that holds no request. */
const expectedOf = (sent: Sent, { contract, opinionOf }: Around): string | undefined => {
  const { request, inbound } = sent.exchange;
  if (request.body.length === 0 || inbound?.isCut === true) return undefined;
  const opinion = opinionOf(sent);
  const asked = opinion.verdict === 'unjudgeable' ? undefined : opinion.operation;
  return asked && actionFor(asked, contract, request.body);
};

const actionFor = (
  asked: 'deliver' | 'alive',
  { service }: Pick<Contract, 'service'>,
  body: Uint8Array,
): string | undefined => (asked === 'alive' ? service.alive?.action : actionOf(service, body));

const written = (action: string): Bilingual => {
  const text = `SOAPAction: ${action === '' ? '""' : quoted(action)}`;
  return { nl: text, en: text };
};

const noAction = notApplicable({
  nl: 'dit verzoek heeft niet één SOAPAction',
  en: 'this request has not one SOAPAction',
});
const noRequest = notApplicable({
  nl: 'de Body heeft geen verzoek van deze dienst',
  en: 'the Body has no request of this service',
});
/** The SOAPAction is that of the operation that the Body asks for. */
export const namedAction = eachExchange(judge);
