import { passwordNamesOf } from '#contract/wire/password-names';
import type { Operation } from '#contract/contract';
import { errorCodeOf } from '#contract/error-cases';
import type { Bilingual } from '#contract/texts/bilingual';
import { duplicateText } from './duplicate-text.ts';
import { codingText } from '#contract/texts/media-type-text';
import { encode } from '../encoding.ts';
import { enter } from './entry.ts';
import type { Examination } from './examine.ts';
import type { Forward, ToForward } from './forward.ts';
import type { HttpRequest, HttpResponse } from '../server/http-message.ts';
import { askedLanguage, textAnswer } from '../server/text-answer.ts';
import type { Judgement } from './judgement/judge.ts';
import type { MockParts } from './parts.ts';
import type { Play } from './plays.ts';
import { record, type Fate } from './record.ts';
import { likenessOf } from './registry.ts';
import { withoutEncoding } from '#xml/markup';
import { headerFault, type SoapFault } from '../server/soap/soap-fault.ts';
import { envelopeType } from '../server/soap/write-envelope.ts';
import type { Claim } from '../server/soap/username-token.ts';
import { claimedBy, senderOf } from './sender.ts';
import { wayIn } from './way-in.ts';

/** Answers a POST to the service, and remembers it unless it was a connection test; a path can name its sender. */
export const servePost = async (parts: MockParts, request: HttpRequest, atPath?: string): Promise<HttpResponse> => {
  const receivedAt = parts.now();
  const { response, fate, judgement, token } = await replyTo(parts, request, atPath);
  const sender = atPath ?? senderOf(parts, request, token);
  if (fate !== undefined) {
    const passwordNames = passwordNamesOf(parts.contract.service);
    record(parts.registry, {
      request,
      receivedAt,
      httpStatus: response.status,
      sender,
      fate,
      judgement,
      passwordNames,
    });
  }
  const { documentType, likeness } = judgement?.summary ?? {};
  const remembered = fate?.outcome === 'accepted' ? likeness : undefined;
  const { note } = response;
  return {
    ...response,
    note: { ...note, sender, claims: claimedBy(parts, request, token), documentType, likeness: remembered },
  };
};

/** An answer, and what it means for a delivery; a connection test has no fate. */
interface Reply {
  readonly response: HttpResponse;
  readonly fate?: Fate;
  readonly judgement?: Judgement;
  /** Of the envelope, where it has one. */
  readonly token?: Claim;
}

const replyTo = async (parts: MockParts, request: HttpRequest, atPath: string | undefined): Promise<Reply> => {
  const entry = await enter(parts, request);
  if (entry.kind === 'out') return entry;
  const read = bytesToExamine(parts, request);
  if ('response' in read) return (await forwardedUnread(parts, request)) ?? read;
  const today = parts.today();
  const examination = await parts.examine({ bytes: read, today, ...entry.holder });
  const token = 'claim' in examination ? examination.claim : undefined;
  const sender = atPath ?? senderOf(parts, request, token);
  return { ...(await answer(parts, request, { today, sender, examination })), ...(token && { token }) };
};

/** The message in UTF-8, or why it is not examined. Its text does not outlive this: many messages may wait. */
const bytesToExamine = (parts: MockParts, request: HttpRequest): Uint8Array | Reply => {
  const { headers } = request;
  const coded = codingText(headers['content-encoding']);
  if (coded !== undefined) return rejected(request, 415, coded);
  const decoded = parts.decode(request.body, headers['content-type']);
  if ('problem' in decoded && /^(?:media-type|charset)$/.test(decoded.problem))
    return rejected(request, 415, decoded.explanation);
  if (request.tooLarge) return tooLarge(parts, request);
  if ('problem' in decoded) return rejected(request, 400, decoded.explanation);
  const fault = parts.markupFault(decoded.text);
  return fault === undefined ? encode(withoutEncoding(decoded.text), 'utf-8') : faulty(parts, request, { fault });
};

interface Examined {
  readonly today: string;
  /** Undefined where nobody tells who it is. */
  readonly sender: string | undefined;
  readonly examination: Examination;
}

const answer = async (parts: MockParts, request: HttpRequest, examined: Examined): Promise<Reply> => {
  const { examination, ...given } = examined;
  const forwarded = await forwardedExamined(parts, request, examined);
  if (forwarded !== undefined) return forwarded;
  if (examination.kind === 'malformed') return rejected(request, 400, examination.explanation);
  if (examination.kind === 'fault') return faulty(parts, request, examination);
  if (isByToken(parts) && !parts.isLetIn(examination.claim))
    return faulty(parts, request, {
      fault: noAccess(parts, examination.claim),
      code: parts.contract.errorCodes.credentials.code,
    });
  const { deliver, alive } = parts.contract.service;
  const operation = examination.kind === 'delivery' ? examination.operation : (alive ?? deliver);
  const fault = parts.actionFault(request.headers['soapaction'], operation.action);
  if (fault !== undefined) return faulty(parts, request, { fault });
  if (examination.kind === 'delivery') return playedReply(parts, request, { ...given, ...examination });
  if (examination.fault === undefined) return { response: soapResponse(200, parts.answers.alive()) };
  return { response: faulty(parts, request, { fault: examination.fault }).response };
};

/** What can't be examined goes on as it is, unless nobody knows who sent it. */
const forwardedUnread = async (parts: MockParts, request: HttpRequest): Promise<Reply | undefined> => {
  if (parts.forward === undefined || isByToken(parts)) return undefined;
  return forwardedReply(parts, parts.forward, { request, operation: 'unknown', documentType: undefined });
};

/** Undefined where the service answers by itself: it hands nothing on, or whoever sent this has no access. */
const forwardedExamined = async (
  parts: MockParts,
  request: HttpRequest,
  { examination, ...given }: Examined,
): Promise<Reply | undefined> => {
  const claim = 'claim' in examination ? examination.claim : undefined;
  if (parts.forward === undefined || (isByToken(parts) && !parts.isLetIn(claim))) return undefined;
  if (examination.kind === 'delivery') return playedReply(parts, request, { ...given, ...examination });
  const operation = examination.kind === 'alive' ? 'alive' : 'unknown';
  return forwardedReply(parts, parts.forward, { request, operation, documentType: undefined });
};

const forwardedReply = async (parts: MockParts, forward: Forward, message: ToForward): Promise<Reply> => {
  const { note, ...forwarded } = await forward(message);
  const response =
    'response' in forwarded
      ? forwarded.response
      : soapResponse(500, parts.answers.fault(forwarded.fault, askedLanguage(message.request)));
  return { response: { ...response, note: { forwarded: note } } };
};

/** Whether the username comes in the envelope. */
const isByToken = ({ access }: MockParts): boolean => access.kind === 'username' && access.carrier === 'wsse';

interface Delivered extends Pick<Examined, 'today' | 'sender'> {
  readonly operation: Operation;
  readonly judgement: Judgement;
}

/** The service's own answer, or one that is played in its place. */
const playedReply = async (parts: MockParts, request: HttpRequest, delivered: Delivered): Promise<Reply> => {
  const play = parts.plays.take();
  if (play === undefined) return serviceReply(parts, request, delivered);
  const { judgement } = delivered;
  const reply = inPlace(parts, request, play) ?? (await serviceReply(parts, request, delivered));
  if (play.answer === 'slow') await parts.sleep(play.seconds * 1000);
  const lost = play.answer === 'lost-answer' ? ({ broken: 'before' } as const) : {};
  const response = { ...reply.response, ...lost, note: { ...reply.response.note, played: play.answer } };
  return { ...reply, response, judgement };
};

const serviceReply = async (parts: MockParts, request: HttpRequest, delivered: Delivered): Promise<Reply> => {
  const { judgement } = delivered;
  if (parts.forward === undefined) return deliverReply(parts, request, delivered);
  const { documentType } = judgement.summary;
  return {
    ...(await forwardedReply(parts, parts.forward, { request, operation: 'delivery', documentType })),
    judgement,
  };
};

/** Undefined where the service answers by itself, late or in vain. */
const inPlace = (parts: MockParts, request: HttpRequest, { answer: play, seconds }: Play): Reply | undefined => {
  const text = { nl: 'Dit antwoord is gespeeld.', en: 'This answer is played.' };
  if (play === 'fault') return faulty(parts, request, { fault: { code: 'Server', text, complaints: [] } });
  if (play === 'refusal') return faulty(parts, request, { fault: { code: 'Client', text, complaints: [] } });
  if (play === 'error') return rejected(request, 500, text);
  if (play === 'retry-after') return rejected(request, 503, text, { 'retry-after': String(seconds) });
  return undefined;
};

const deliverReply = (parts: MockParts, request: HttpRequest, delivered: Delivered): Reply => {
  const { today, sender, judgement, operation } = delivered;
  if (parts.aliveOnly) return { ...rejected(request, 403, notForDeliveries), judgement };
  const [first] = judgement.complaints;
  const refused = (fault: SoapFault): Reply => refuse(parts, request, { fault, judgement, operation });
  if (first !== undefined) {
    const { text } = errorCodeOf(parts.contract, first);
    return refused({ code: 'Client', text, complaints: judgement.complaints });
  }
  const likeness = likenessOf(sender, judgement.summary.likeness);
  if (parts.isDuplicate({ ...judgement.summary, likeness }))
    return refused(duplicate(parts, parts.registry.numberOf(likeness), operation));
  const dossierNumber = parts.answers.dossierNumber(parts.registry.nextNumber());
  const status = parts.status(judgement.summary, today);
  parts.registry.remember(likeness, dossierNumber);
  return {
    response: soapResponse(200, parts.answers.delivered(dossierNumber, status, operation)),
    fate: { outcome: 'accepted', dossierNumber, status },
    judgement,
  };
};

const soapResponse = (status: number, body: Uint8Array): HttpResponse => ({
  status,
  headers: { 'content-type': envelopeType },
  body,
});

interface Failure {
  readonly fault: SoapFault;
  /** For the list of what came; the detail's own unless said. */
  readonly code?: string;
  readonly judgement?: Judgement;
  readonly operation?: Operation;
}

/** In the response where the contract has it so, else with a Fault. */
const refuse = (parts: MockParts, request: HttpRequest, failure: Failure): Reply => {
  const { refused } = parts.answers;
  const reply = faulty(parts, request, failure);
  if (refused === undefined) return reply;
  return {
    ...reply,
    response: soapResponse(200, refused(failure.fault.complaints, askedLanguage(request), failure.operation)),
  };
};

/** A Fault goes with 500, whoever is to blame (BP 1.1 R1126). */
const faulty = (parts: MockParts, request: HttpRequest, { fault, code, judgement }: Failure): Reply => {
  const [first] = fault.complaints;
  const language = askedLanguage(request);
  const known = first === undefined ? fault.code : errorCodeOf(parts.contract, first).code;
  return {
    response: soapResponse(500, parts.answers.fault(fault, language)),
    fate: { outcome: 'refused', code: code ?? known, text: (first ?? fault).text[language] },
    ...(judgement === undefined ? {} : { judgement }),
  };
};

/** A 4xx answer carries no Fault (BP 1.1 section 3.4.6). */
const rejected = (
  request: HttpRequest,
  ...[status, text, headers]: Parameters<ReturnType<typeof textAnswer>>
): Reply => ({
  response: textAnswer(request)(status, text, headers),
  fate: { outcome: 'refused', code: `http-${String(status)}`, text: text[askedLanguage(request)] },
});

/** Production: what is delivered there is published, and nothing takes that back. */
const notForDeliveries: Bilingual = {
  nl: 'Dit endpoint beantwoordt alleen IsAlive en neemt geen aanlevering aan.',
  en: 'This endpoint answers IsAlive only and takes no delivery.',
};

const tooLarge = ({ contract }: MockParts, request: HttpRequest): Reply => {
  const { code, text } = contract.errorCodes.size;
  const most = `${String(contract.limits.messageBytes)} bytes`;
  return {
    response: textAnswer(request)(413, { nl: `${code}: ${text.nl} (${most})`, en: `${code}: ${text.en} (${most})` }),
    fate: { outcome: 'refused', code, text: text[askedLanguage(request)] },
  };
};

const noAccess = ({ contract, access }: MockParts, claim: Claim | undefined): SoapFault => {
  const { code, text } = contract.errorCodes.credentials;
  const why = claim?.isDigest === true ? digestText : wayIn(access);
  return headerFault('Client', `${code}: ${text.nl} ${why.nl}`, `${code}: ${text.en} ${why.en}`);
};

const digestText: Bilingual = {
  nl: 'Het wachtwoord komt als PasswordDigest; stuur het als PasswordText.',
  en: 'The password comes as PasswordDigest; send it as PasswordText.',
};

const duplicate = (
  { contract }: MockParts,
  number: string | undefined,
  { request: { name: at } }: Operation,
): SoapFault => {
  const { text } = contract.errorCodes.duplicate;
  const told = duplicateText(contract.duplicate?.key ?? [], number);
  return { code: 'Client', text, complaints: [{ case: 'duplicate', id: undefined, at, text: told }] };
};
