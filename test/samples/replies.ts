import type { Contract } from '#contract/contract';
import type { WireFailure } from '#contract/wire/exchange';
import type { Case, Sent } from '#judgement/case';
import type { Purpose } from '#judgement/purpose';
import { answeredWith, sentWith } from './sent.ts';

/** What an endpoint does when it is sent something. */
export type Reply = (purpose: Purpose) => Sent;

const response = (number: string, status: string, more = ''): string =>
  '<d:VoegDossierToeEnPubliceerResponse>' +
  `<d:Dossiernummer>${number}</d:Dossiernummer><d:Status>${status}</d:Status>${more}</d:VoegDossierToeEnPubliceerResponse>`;

const detail =
  '<detail><d:Fout><d:Code>c</d:Code><d:Omschrijving>o</d:Omschrijving><d:Element>e</d:Element></d:Fout></detail>';

/** The ways of an endpoint with the contract 2020/01, each as bytes, but for those without an answer. */
export const repliesOf = (contract: Contract) => {
  const soap =
    (content: string, status = 200): Reply =>
    (purpose) =>
      answeredWith(contract, purpose, { status, content });
  const fault = (code = 's:Client', { status = 500, parts = detail } = {}): Reply =>
    soap(`<s:Fault><faultcode>${code}</faultcode><faultstring>x</faultstring>${parts}</s:Fault>`, status);
  return {
    soap,
    fault,
    accepted: (number = 'D1', status = 'klaargezet', more = ''): Reply => soap(response(number, status, more)),
    acceptedUnder: (status: number): Reply => soap(response('D1', 'klaargezet'), status),
    faultAndResponse: soap(`<s:Fault><faultcode>s:Client</faultcode></s:Fault>${response('D1', 'klaargezet')}`, 500),
    odd: soap('<odd/>'),
    alive: ((purpose) => sentWith(purpose, { kind: 'alive', http: 200 })) satisfies Reply,
  };
};

/** An answer of HTTP without a SOAP message. */
export const http =
  (status: number): Reply =>
  (purpose) =>
    sentWith(purpose, { kind: 'http-error', http: status });

/** No answer. */
export const none =
  (kind: WireFailure['kind'], code = ''): Reply =>
  (purpose) =>
    sentWith(purpose, { kind: 'none', failure: { kind, code, message: '' } });

/** The same reply over this version of TLS. */
export const over =
  (version: string, reply: Reply): Reply =>
  (purpose) => {
    const sent = reply(purpose);
    return { ...sent, exchange: { ...sent.exchange, tls: { version, cipher: 'c', resumed: false } } };
  };

/** The same reply with this content type, alone or with other headers, and body. */
export const answering =
  (reply: Reply, type: string | Readonly<Record<string, string>>, body?: Uint8Array): Reply =>
  (purpose) => {
    const sent = reply(purpose);
    if (!('response' in sent.exchange.outcome)) return sent;
    const own = sent.exchange.outcome.response;
    const changed = {
      ...own,
      headers: typeof type === 'string' ? { 'content-type': type } : type,
      body: body ?? own.body,
    };
    return { ...sent, exchange: { ...sent.exchange, outcome: { response: changed } } };
  };

/** The same reply to a message of its own. */
export const toMessage =
  (text: string, reply: Reply): Reply =>
  (purpose) => {
    const sent = reply(purpose);
    return { ...sent, exchange: { ...sent.exchange, request: { ...sent.exchange.request, body: Buffer.from(text) } } };
  };

/** The same reply to a message that was under way at these moments. */
export const during =
  (startedAt: number, until: number, reply: Reply): Reply =>
  (purpose) => {
    const sent = reply(purpose);
    return { ...sent, exchange: { ...sent.exchange, startedAt, durationMs: until - startedAt } };
  };

/** A case of these replies, each to what was sent with its purpose. */
export const caseOf = (
  replies: Readonly<Partial<Record<Purpose, Reply | readonly Reply[]>>>,
  kept?: readonly string[],
): Case => ({
  sent: Object.entries(replies).flatMap(([purpose, reply]) => [reply].flat().map((one) => one(purpose as Purpose))),
  kept,
});
