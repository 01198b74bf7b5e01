import type { Purpose } from '../purpose.ts';
import { type Answer, type Fault, soapNamespace } from '../answer.ts';
import type { Case, Sent } from '../case.ts';
import type { protocol } from '../requirements/protocol.ts';
import { type Judgement, conforms, deviates, notApplicable } from '../verdict.ts';
import { describeAnswer } from './describe.ts';
import {
  type Judge,
  type Judges,
  controlOf,
  environmentOf,
  firstDeviation,
  ifRefused,
  isRefusal,
  mustAccept,
  mustRefuse,
  refusal,
  sentAs,
} from './outcome.ts';

/** Judges an exchange that must be refused, by its refusal. */
const refusedWith =
  (purpose: Purpose, holds: (answer: Answer) => Judgement): Judge =>
  (one) => {
    const sent = sentAs(one, purpose);
    return firstDeviation(controlOf(one), mustRefuse(sent), holds(sent.answer));
  };

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

const parts: ReadonlySet<string> = new Set(['faultcode', 'faultstring', 'faultactor', 'detail']);

const byTheBook = (fault: Fault): Judgement => {
  const odd = fault.parts.filter((part) => !parts.has(part));
  const complete = fault.parts.includes('faultcode') && fault.parts.includes('faultstring');
  if (odd.length === 0 && complete) return conforms;
  const said = fault.parts.join(', ');
  return deviates(
    {
      nl: 'faultcode en faultstring, hooguit faultactor en detail',
      en: 'faultcode and faultstring, at most faultactor and detail',
    },
    { nl: said, en: said },
  );
};

const soapCodes: ReadonlySet<string> = new Set(['Client', 'Server', 'MustUnderstand', 'VersionMismatch']);

const knownCode = (fault: Fault): Judgement => {
  const ofSoap = fault.codeNamespace === soapNamespace && soapCodes.has(fault.code);
  const ofOthers = fault.codeNamespace !== '' && fault.codeNamespace !== soapNamespace;
  if (ofSoap || ofOthers) return conforms;
  const said = `${fault.codeNamespace === '' ? 'no namespace' : fault.codeNamespace} ${fault.code}`;
  return deviates(
    { nl: 'een code van SOAP 1.1 of een gekwalificeerde naam', en: 'a code of SOAP 1.1 or a qualified name' },
    { nl: said, en: said },
  );
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

const mandatoryHeader: Judge = (one) => {
  const sent = sentAs(one, 'header');
  const expected = { nl: 'een Fault MustUnderstand', en: 'a MustUnderstand Fault' };
  const code = sent.answer.kind === 'fault' ? soapCode('MustUnderstand')(sent.answer.fault, sent.answer) : undefined;
  return firstDeviation(controlOf(one), environmentOf(sent), code ?? deviates(expected, describeAnswer(sent.answer)));
};

const optionalHeader: Judge = (one) =>
  firstDeviation(controlOf(one), mustAccept(sentAs(one, 'optional-header')), mustAccept(sentAs(one, 'other-actor')));

const unquoted = (sent: Sent): Judgement => {
  const { answer } = sent;
  if (answer.kind === 'accepted' || isRefusal(answer)) return environmentOf(sent) ?? conforms;
  return environmentOf(sent) ?? deviates(refusal, describeAnswer(answer));
};

const soapMediaType = /^text\/xml\s*;(?:.*;)?\s*charset="?(utf-8|utf-16)"?\s*(?:;|$)/i;

const charset = ({ exchange }: Sent): Judgement => {
  if (!('response' in exchange.outcome)) return conforms;
  const { headers, body } = exchange.outcome.response;
  const type = headers['content-type'] ?? '';
  const named = soapMediaType.exec(type)?.[1]?.toLowerCase();
  const used = body[0] === 0xfe || body[0] === 0xff || body[1] === 0 ? 'utf-16' : 'utf-8';
  if (named === used) return conforms;
  return deviates(
    { nl: `text/xml; charset=${used}`, en: `text/xml; charset=${used}` },
    { nl: `Content-Type "${type}"`, en: `Content-Type "${type}"` },
  );
};

const replaces = (one: Case): Judgement => {
  const sent = sentAs(one, 'violation');
  const { answer } = sent;
  if (answer.kind === 'http-error') return environmentOf(sent) ?? withoutFault;
  if (answer.kind !== 'fault' || answer.dossierNumber === '') return ifRefused(sent) ?? mustRefuse(sent);
  return deviates({ nl: 'een Fault alleen', en: 'a Fault alone' }, describeAnswer(answer));
};

/** What was accepted is answered as a success. */
const success = (sent: Sent): Judgement => {
  const { answer } = sent;
  if (answer.kind !== 'accepted' || (answer.http >= 200 && answer.http < 300)) return mustAccept(sent);
  return deviates({ nl: 'een status uit de 200-reeks', en: 'a status in the 200 range' }, describeAnswer(answer));
};

/** Judges of SOAP 1.1 and the WS-I Basic Profile. */
export const protocolJudges: Judges<typeof protocol> = {
  'protocol.answers-success-with-2xx': (one) => success(sentAs(one, 'valid')),
  'protocol.answers-fault-with-500': faultOf('violation', (_, answer) =>
    status(500, 'HTTP 500 bij de Fault', 'HTTP 500 with the Fault')(answer),
  ),
  'protocol.faults-in-place-of-response': (one) => firstDeviation(controlOf(one), replaces(one)),
  'protocol.explains-body-errors-in-detail': faultOf('violation', hasDetail),
  'protocol.builds-faults-by-the-book': faultOf('violation', byTheBook),
  'protocol.uses-known-fault-codes': faultOf('violation', knownCode),
  'protocol.refuses-other-root': refusedWith('other-root', () => conforms),
  'protocol.refuses-other-soap-version': refusedWith('other-version', versionMismatch),
  'protocol.refuses-unknown-mandatory-header': mandatoryHeader,
  'protocol.ignores-optional-header': optionalHeader,
  'protocol.refuses-other-method': refusedWith('put', status(405, 'HTTP 405', 'HTTP 405')),
  'protocol.refuses-other-media-type': refusedWith('media-type', status(415, 'HTTP 415', 'HTTP 415')),
  'protocol.refuses-malformed-message': refusedWith('malformed', (answer) =>
    answer.kind === 'fault' ? conforms : clientError(answer),
  ),
  'protocol.refuses-unknown-operation': refusedWith('unknown-operation', () => conforms),
  'protocol.disregards-declared-encoding': (one) =>
    firstDeviation(
      controlOf(one),
      mustAccept(sentAs(one, 'declared-latin')),
      mustAccept(sentAs(one, 'declared-utf-16')),
    ),
  'protocol.names-charset-of-answer': (one) =>
    firstDeviation(mustAccept(sentAs(one, 'valid')), charset(sentAs(one, 'valid'))),
  'protocol.answers-unquoted-action': (one) => firstDeviation(controlOf(one), unquoted(sentAs(one, 'unquoted'))),
};
