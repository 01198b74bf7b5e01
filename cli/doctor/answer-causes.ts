import type { Contract } from '#contract/contract';
import type { Exchange, WireFailure, WireResponse } from '#contract/wire/exchange';
import type { Answer, Fault } from '#judgement/answer';
import { isOfCredentials } from '#judgement/credentials-fault';
import { describeAnswer } from '#judgement/judges/describe';
import { unpackedAnswer } from '#judgement/unpacked-answer';
import { type Cause, cause } from './causes.ts';
import { dialectCause, sessionCause } from './dialect-causes.ts';
import { type Surroundings, exchangeTlsCause } from './network-causes.ts';
import { proxyCause } from './proxy-causes.ts';

/** What an answer is held against. */
export interface Expected extends Surroundings {
  readonly contract: Contract;
  readonly hasCredentials: boolean;
  /** The SOAPAction that was sent. */
  readonly action: string;
  /** Milliseconds that an answer gets. */
  readonly patience: number;
}

/** One exchange, and what it came to. */
export interface Heard {
  readonly exchange: Exchange;
  readonly answer: Answer;
}

/** Why an answer is not the one that was asked for, as far as that is not told by what it says of the content. */
export const answerCause = (expected: Expected, { exchange, answer }: Heard): Cause | undefined => {
  if ('failure' in exchange.outcome) return failureCause(expected, exchange.outcome.failure);
  const { response } = exchange.outcome;
  const compressed = unpackedAnswer(exchange) === exchange ? undefined : dialectCause(response);
  if (compressed !== undefined) return compressed;
  if (answer.kind === 'alive' || answer.kind === 'accepted') return undefined;
  if (answer.kind === 'fault') return faultCause(expected, answer.fault);
  return (
    dialectCause(response) ??
    sessionCause(response, expected.url) ??
    statusCause(expected, response) ??
    contentCause(response, answer)
  );
};

const failureCause = (expected: Expected, { kind, code }: WireFailure): Cause => failureCauses[kind](expected, code);

const noAnswer = ({ patience }: Expected): Cause => cause('no-answer', (patience / 1000).toFixed(1));

const failureCauses: Readonly<Record<WireFailure['kind'], (expected: Expected, code: string) => Cause>> = {
  tls: exchangeTlsCause,
  proxy: ({ proxy }, code) => (proxy === undefined ? cause('not-http', code) : proxyCause(proxy, code, '')),
  dns: ({ url }) => cause('host-unknown', url.hostname),
  refused: ({ url }) => cause('port-refused', url.host),
  unreachable: ({ url }, code) => cause('host-unreachable', url.host, code),
  timeout: noAnswer,
  aborted: noAnswer,
  reset: ({ hasIdentity }, code) => cause(hasIdentity ? 'certificate-perhaps-refused' : 'connection-reset', code),
  truncated: (_, code) => cause('answer-broken-off', code),
  'too-large': () => cause('answer-too-large'),
  budget: () => cause('budget-spent'),
  other: (_, code) => cause('not-http', code),
};

const faultCause = ({ contract, action, hasCredentials }: Expected, fault: Fault): Cause => {
  const said = `${fault.code}: ${fault.text}`;
  if (isOfCredentials(contract, fault))
    return cause(hasCredentials ? 'credentials-refused' : 'credentials-missing', `Fault ${said}`);
  if (fault.code.includes('ActionNotSupported') || /SOAPAction/i.test(fault.text) || fault.text.includes(action))
    return cause('action-unknown', action, said);
  return cause('alive-fault', said);
};

const statusCause = (expected: Expected, response: WireResponse): Cause | undefined => {
  const { status, headers } = response;
  const text = String(status);
  if (status === 400 && demandsCertificate.test(excerpt(response))) return certificateCause(expected, response);
  if (status === 401 || status === 403) return deniedCause(expected, response);
  if (status >= 300 && status < 400) return cause('redirected', text, headers['location'] ?? '?');
  if (status === 413) return cause(expected.hasIdentity ? 'too-large-at-renegotiation' : 'message-limit');
  return statusCauses(expected, response)[status] ?? (status >= 400 ? cause('http-error', text) : undefined);
};

const statusCauses = ({ url }: Expected, { status: code, headers }: WireResponse): Readonly<Record<number, Cause>> => {
  const status = String(code);
  const retryAfter = headers['retry-after'] ?? '';
  const path = cause('path-unknown', url.pathname, status);
  const gateway = cause('gateway-failed', status);
  return {
    404: path,
    405: path,
    407: cause('proxy-authentication'),
    410: path,
    415: cause('media-type-refused'),
    429: cause('too-many-requests', retryAfter),
    501: path,
    502: gateway,
    503: cause('service-unavailable', retryAfter),
    504: gateway,
  };
};

/** The words of nginx, which says it with 400. */
const demandsCertificate = /ssl certificate/i;

const deniedCause = (expected: Expected, response: WireResponse): Cause => {
  const status = `HTTP ${String(response.status)}`;
  const isAboutCertificate = response.status === 403 && (expected.hasIdentity || /certifica/i.test(excerpt(response)));
  if (isAboutCertificate) return certificateCause(expected, response);
  if (expected.hasCredentials && response.status === 403) return cause('credentials-forbidden');
  return cause(expected.hasCredentials ? 'credentials-refused' : 'credentials-missing', status);
};

const certificateCause = ({ hasIdentity }: Expected, response: WireResponse): Cause =>
  hasIdentity ? cause('certificate-forbidden', excerpt(response)) : cause('certificate-demanded');

const contentCause = (response: WireResponse, answer: Answer): Cause => {
  if (isPage(response) && excerpt(response) !== '–') return cause('web-page', excerpt(response));
  const { nl, en } = describeAnswer(answer);
  return cause('other-answer', nl, en);
};

const isPage = ({ headers, body }: WireResponse): boolean =>
  /html/i.test(headers['content-type'] ?? '') || /^\s*(?:<!doctype html|<html)/i.test(textOf(body));

const textOf = (body: Uint8Array): string => Buffer.from(body.subarray(0, 16_384)).toString('utf8');

/** The beginning of what a body says to a person, without markup. */
const excerpt = ({ body }: WireResponse): string => {
  const text = textOf(body)
    .replace(/<(style|script)\b[^]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? '–' : text.slice(0, 200);
};

/** Whether a WSDL names an action; undefined for what is no WSDL, and for one that has its bindings elsewhere. */
export const wsdlNames = ({ outcome }: Exchange, action: string): boolean | undefined => {
  if (!('response' in outcome) || outcome.response.status !== 200) return undefined;
  const text = Buffer.from(outcome.response.body).toString('utf8');
  if (!/<(?:[\w.-]+:)?definitions\b/.test(text)) return undefined;
  const isNamed = text.includes(`"${action}"`) || text.includes(`'${action}'`);
  return isNamed || /\bsoapAction\s*=/.test(text) ? isNamed : undefined;
};
