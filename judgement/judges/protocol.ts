import type { AddedLater, Purpose } from '../purpose.ts';
import { type Answer, type Fault, soapNamespace } from '../answer.ts';
import type { Case, Sent } from '../case.ts';
import type { protocol } from '../requirements/protocol.ts';
import type { StreamRequirement } from '../streams/registry.ts';
import { type Judgement, conforms, deviates, notApplicable } from '../verdict.ts';
import { describeAnswer } from './describe.ts';
import {
  type Judge,
  type Judges,
  controlOf,
  environmentOf,
  firstDeviation,
  isRefusal,
  mustAccept,
  mustRefuse,
  refusal,
  sentAs,
  sentSince,
} from './outcome.ts';

/** Judges an exchange that must be refused, by its refusal. */
const refusedWith =
  (purpose: Purpose, holds: (answer: Answer) => Judgement): Judge =>
  (one) => {
    const sent = sentAs(one, purpose);
    return firstDeviation(controlOf(one), mustRefuse(sent), holds(sent.answer));
  };

/** Judges exchanges that must all be refused, in whatever way; those of the second list came later. */
const refusesEach =
  (purposes: readonly Purpose[], later: readonly AddedLater[]): Judge =>
  (one) =>
    firstDeviation(
      controlOf(one),
      ...purposes.map((purpose) => mustRefuse(sentAs(one, purpose))),
      ...later.map((purpose) => sentSince(one, purpose, mustRefuse)),
    );

/** Judges the form of a Fault; an answer without one has nothing to look at. */
const faultOf =
  (purpose: Purpose, holds: (fault: Fault, answer: Answer) => Judgement): Judge =>
  (one) => {
    const sent = sentAs(one, purpose);
    const { answer } = sent;
    const form = answer.kind === 'fault' ? holds(answer.fault, answer) : withoutFault;
    return firstDeviation(controlOf(one), environmentOf(sent), form);
  };

const withoutFault = notApplicable({
  nl: 'het endpoint antwoordt zonder Fault',
  en: 'the endpoint answers without a Fault',
});

const status =
  (expected: number, nl: string, en: string) =>
  (answer: Answer): Judgement => {
    const http = answer.kind === 'none' ? 0 : answer.http;
    return http === expected ? conforms : deviates({ nl, en }, describeAnswer(answer));
  };

const hasDetail = (fault: Fault, answer: Answer): Judgement =>
  fault.hasDetail
    ? conforms
    : deviates({ nl: 'een Fault met detail', en: 'a Fault with detail' }, describeAnswer(answer));

const soapCode =
  (code: string) =>
  (fault: Fault, answer: Answer): Judgement =>
    fault.codeNamespace === soapNamespace && fault.code === code
      ? conforms
      : deviates({ nl: `een Fault ${code}`, en: `a Fault ${code}` }, describeAnswer(answer));

/** A server that tells versions apart by media type answers 400 or 415 without reading the envelope. */
const versionMismatch = (answer: Answer): Judgement =>
  answer.kind === 'fault' ? soapCode('VersionMismatch')(answer.fault, answer) : clientError(answer);

const clientError = (answer: Answer): Judgement =>
  answer.kind === 'http-error' && answer.http < 500
    ? conforms
    : deviates({ nl: 'een 4xx of een Fault', en: 'a 4xx or a Fault' }, describeAnswer(answer));

const mandatoryHeader: Judge = (one) =>
  firstDeviation(
    controlOf(one),
    notUnderstood(sentAs(one, 'header')),
    sentSince(one, 'header-behind', notUnderstood),
    isAlive(one) ? sentSince(one, 'alive-header', unlessDown) : undefined,
  );

/** A connection test that gets no SOAP answer any more is for another requirement to tell. */
const unlessDown = (sent: Sent): Judgement =>
  sent.answer.kind === 'http-error' && sent.answer.soap !== true ? conforms : notUnderstood(sent);

/** Where the connection test has another name, a header of it shows nothing. */
const isAlive = ({ sent }: Case): boolean =>
  sent.some(({ purpose, answer }) => purpose === 'alive' && answer.kind === 'alive');

const notUnderstood = (sent: Sent): Judgement => {
  const expected = { nl: 'een Fault MustUnderstand', en: 'a MustUnderstand Fault' };
  const code = sent.answer.kind === 'fault' ? soapCode('MustUnderstand')(sent.answer.fault, sent.answer) : undefined;
  return firstDeviation(environmentOf(sent), code ?? deviates(expected, describeAnswer(sent.answer)));
};

const optionalHeader: Judge = (one) =>
  firstDeviation(
    controlOf(one),
    mustAccept(sentAs(one, 'optional-header')),
    mustAccept(sentAs(one, 'other-actor')),
    sentSince(one, 'addressing', mustAccept),
  );

const unquoted = (sent: Sent): Judgement => {
  const { answer } = sent;
  if (answer.kind === 'accepted' || isRefusal(answer)) return environmentOf(sent) ?? conforms;
  return environmentOf(sent) ?? deviates(refusal, describeAnswer(answer));
};

/** Judges of SOAP 1.1 and the WS-I Basic Profile. */
export const protocolJudges: Judges<Omit<typeof protocol, StreamRequirement>> = {
  'protocol.explains-body-errors-in-detail': faultOf('violation', hasDetail),
  'protocol.refuses-other-root': refusedWith('other-root', () => conforms),
  'protocol.refuses-other-soap-version': refusedWith('other-version', versionMismatch),
  'protocol.refuses-unknown-mandatory-header': mandatoryHeader,
  'protocol.refuses-two-requests': refusedWith('two-requests', () => conforms),
  'protocol.refuses-odd-envelopes': refusesEach(['two-headers', 'after-body'], ['empty-body', 'no-body']),
  'protocol.ignores-optional-header': optionalHeader,
  'protocol.refuses-other-method': (one, ...around) =>
    firstDeviation(
      refusedWith('put', status(405, 'HTTP 405', 'HTTP 405'))(one, ...around),
      sentSince(one, 'patch', mustRefuse),
      sentSince(one, 'delete', mustRefuse),
    ),
  'protocol.refuses-other-media-type': refusedWith('media-type', status(415, 'HTTP 415', 'HTTP 415')),
  'protocol.refuses-malformed-message': refusedWith('malformed', (answer) =>
    answer.kind === 'fault' ? conforms : clientError(answer),
  ),
  'protocol.refuses-unknown-operation': refusesEach(['unknown-operation'], ['unknown-request', 'unknown-version']),
  'protocol.disregards-declared-encoding': (one) =>
    firstDeviation(
      controlOf(one),
      mustAccept(sentAs(one, 'declared-latin')),
      mustAccept(sentAs(one, 'declared-utf-16')),
    ),
  'protocol.answers-unquoted-action': (one) => firstDeviation(controlOf(one), unquoted(sentAs(one, 'unquoted'))),
};
