import type { WireResponse } from '#contract/wire/exchange';
import { type Answer, type Fault, isOfService, soapNamespace } from '../answer.ts';
import type { Sent } from '../case.ts';
import { describeAnswer } from '../judges/describe.ts';
import { type Judgement, conforms, deviates, notApplicable, untested } from '../verdict.ts';
import { isZipFlaw } from '../zip-flaws.ts';
import { eachExchange } from './each-exchange.ts';
import type { AnyStreamJudge } from './stream-judge.ts';

type OfFault = Extract<Answer, { readonly kind: 'fault' }>;

const noFault = notApplicable({
  nl: 'het endpoint antwoordt zonder Fault',
  en: 'the endpoint answers without a Fault',
});

/** Judges every Fault; an endpoint that answers none has nothing to look at. */
const everyFault = (holds: (answer: OfFault) => Judgement): AnyStreamJudge =>
  eachExchange(({ answer }) => (answer.kind === 'fault' ? holds(answer) : noFault), noFault);

/** Of HTTP itself, whatever the body says: of credentials, methods, lengths, media types, and load. */
const ofHttp: ReadonlySet<number> = new Set([401, 403, 405, 407, 411, 413, 415, 417, 429, 502, 503, 504]);

const with500 = (answer: OfFault): Judgement =>
  answer.http === 500 || ofHttp.has(answer.http)
    ? conforms
    : deviates({ nl: 'HTTP 500 bij de Fault', en: 'HTTP 500 with the Fault' }, describeAnswer(answer));

const alone = (answer: OfFault): Judgement =>
  answer.dossierNumber === ''
    ? conforms
    : deviates({ nl: 'een Fault alleen', en: 'a Fault alone' }, describeAnswer(answer));

/** In the order of the schema of SOAP 1.1. */
const parts: readonly string[] = ['faultcode', 'faultstring', 'faultactor', 'detail'];

const byTheBook = ({ fault }: OfFault): Judgement => {
  const isInOrder = parts.filter((part) => fault.parts.includes(part)).join() === fault.parts.join();
  const complete = fault.parts.includes('faultcode') && fault.parts.includes('faultstring') && fault.code !== '';
  if (isInOrder && complete) return conforms;
  const said = fault.code === '' ? `${fault.parts.join(', ')}; faultcode ""` : fault.parts.join(', ');
  return deviates(
    {
      nl: 'faultcode met een naam, faultstring, en hooguit faultactor en detail, elk één keer en in die volgorde',
      en: 'faultcode with a name, faultstring, and at most faultactor and detail, each once and in that order',
    },
    { nl: said, en: said },
  );
};

const soapCodes: ReadonlySet<string> = new Set(['Client', 'Server', 'MustUnderstand', 'VersionMismatch']);

const knownCode = ({ fault }: OfFault): Judgement => {
  if (isKnown(fault)) return conforms;
  const said = `${fault.codeNamespace === '' ? 'no namespace' : fault.codeNamespace} ${fault.code}`;
  return deviates(
    { nl: 'een code van SOAP 1.1 of een gekwalificeerde naam', en: 'a code of SOAP 1.1 or a qualified name' },
    { nl: said, en: said },
  );
};

const isKnown = ({ code, codeNamespace }: Fault): boolean =>
  codeNamespace === soapNamespace ? soapCodes.has(code) : codeNamespace !== '';

const inWords = ({ fault }: OfFault): Judgement =>
  fault.text === ''
    ? deviates(
        { nl: 'een faultstring met tekst', en: 'a faultstring with text' },
        { nl: 'een lege faultstring', en: 'an empty faultstring' },
      )
    : conforms;

/** A violation that could not be processed is one that its content is the reason of; codes of the endpoint's own say what they say. */
const blamed = ({ purpose, answer }: Sent): Judgement => {
  if (answer.kind !== 'fault' || (purpose !== 'violation' && !isZipFlaw(purpose))) return noViolation;
  const { code, codeNamespace } = answer.fault;
  if (codeNamespace !== soapNamespace || !blamesOther.has(code)) return conforms;
  return deviates({ nl: 'de faultcode Client', en: 'the fault code Client' }, describeAnswer(answer));
};

/** Of the server, of a header, and of the version of the envelope. */
const blamesOther: ReadonlySet<string> = new Set(['Server', 'MustUnderstand', 'VersionMismatch']);

const noViolation = notApplicable({
  nl: 'er is geen fout bericht met een Fault geweigerd',
  en: 'no violation was refused with a Fault',
});

const nothingAccepted = untested({
  nl: 'er is geen aanlevering aangenomen',
  en: 'no delivery was accepted',
});

const notAccepted = notApplicable({ nl: 'dit is niet aangenomen', en: 'this was not accepted' });

/** Judges every answer with a dossier number. */
const everySuccess = (holds: (answer: Extract<Answer, { readonly kind: 'accepted' }>) => Judgement): AnyStreamJudge =>
  eachExchange(({ answer }) => (answer.kind === 'accepted' ? holds(answer) : notAccepted), nothingAccepted);

const with2xx = (answer: Extract<Answer, { readonly kind: 'accepted' }>): Judgement =>
  answer.http >= 200 && answer.http < 300
    ? conforms
    : deviates({ nl: 'een status uit de 200-reeks', en: 'a status in the 200 range' }, describeAnswer(answer));

/** That of a connection test as well: neither is a Fault. */
const with200: AnyStreamJudge = eachExchange(({ answer }) => {
  if (answer.kind !== 'accepted' && answer.kind !== 'alive') return notAccepted;
  return answer.http === 200 ? conforms : deviates({ nl: 'HTTP 200', en: 'HTTP 200' }, describeAnswer(answer));
}, nothingAccepted);

const soapMediaType = /^text\/xml\s*;(?:.*;)?\s*charset="?(utf-8|utf-16)"?\s*(?:;|$)/i;

const charset = ({ answer, exchange }: Sent): Judgement => {
  if (!isOfService(answer) || !('response' in exchange.outcome)) return noSoap;
  const { headers, body } = exchange.outcome.response;
  const lying = lyingCoding(exchange.outcome.response);
  if (lying !== undefined) return deviates(plain, { nl: lying, en: lying });
  const type = headers['content-type'] ?? '';
  const named = soapMediaType.exec(type)?.[1]?.toLowerCase();
  const used = body[0] === 0xfe || body[0] === 0xff || body[1] === 0 ? 'utf-16' : 'utf-8';
  if (named === used) return conforms;
  return deviates(
    { nl: `text/xml; charset=${used}`, en: `text/xml; charset=${used}` },
    { nl: `Content-Type "${type}"`, en: `Content-Type "${type}"` },
  );
};

/** What could be read without unpacking it was not packed. */
const plain = {
  nl: 'geen Content-Encoding, want het antwoord is niet gecomprimeerd',
  en: 'no Content-Encoding, since the answer is not compressed',
};

const lyingCoding = ({ headers, packed }: WireResponse): string | undefined => {
  const coding = headers['content-encoding'] ?? 'identity';
  return packed !== undefined || coding.toLowerCase() === 'identity' ? undefined : `Content-Encoding "${coding}"`;
};

const noSoap = notApplicable({ nl: 'dit is geen antwoord in SOAP', en: 'this is no answer in SOAP' });

/** How answers are written, whatever they answer. */
export const answerForms = {
  'protocol.answers-success-with-2xx': everySuccess(with2xx),
  'protocol.answers-success-with-200': with200,
  'protocol.answers-fault-with-500': everyFault(with500),
  'protocol.faults-in-place-of-response': everyFault(alone),
  'protocol.builds-faults-by-the-book': everyFault(byTheBook),
  'protocol.uses-known-fault-codes': everyFault(knownCode),
  'protocol.explains-faults-in-words': everyFault(inWords),
  'protocol.blames-violations-on-the-client': eachExchange(blamed, noViolation),
  'protocol.names-charset-of-answer': eachExchange(charset, nothingAccepted),
} as const;
