import type { Contract } from '#contract/contract';
import type { Exchange } from '#contract/wire/exchange';
import { type Answer, readAnswer, soapNamespace } from '#judgement/answer';
import type { Sent } from '#judgement/case';
import type { Purpose } from '#judgement/purpose';

/** An exchange, with what a test changes of it. */
export const exchangeWith = (change: Partial<Exchange> = {}): Exchange => ({
  request: { method: 'POST', url: 'https://localhost/', headers: {}, body: new Uint8Array() },
  outcome: { response: { status: 200, headers: {}, body: new Uint8Array() } },
  startedAt: 0,
  durationMs: 0,
  ...change,
});

/** What was sent and came to an answer; where there is none its failure is that of the exchange. */
export const sentWith = (purpose: Purpose, answer: Answer, change: Partial<Exchange> = {}): Sent => {
  const response = { status: 'http' in answer ? answer.http : 0, headers: {}, body: new Uint8Array() };
  const outcome = answer.kind === 'none' ? { failure: answer.failure } : { response };
  return { purpose, answer, exchange: exchangeWith({ outcome, ...change }) };
};

/** What was sent and was answered with the content of a SOAP body; the prefix s is that of SOAP, d that of the response. */
export const answeredWith = (
  contract: Contract,
  purpose: Purpose,
  { status = 200, content }: { readonly status?: number; readonly content: string },
): Sent => {
  const { namespace } = contract.service.deliver.response;
  const body = `<s:Envelope xmlns:s="${soapNamespace}" xmlns:d="${namespace}"><s:Body>${content}</s:Body></s:Envelope>`;
  const headers = { 'content-type': 'text/xml; charset=utf-8' };
  const exchange = exchangeWith({ outcome: { response: { status, headers, body: Buffer.from(body) } } });
  return { purpose, exchange, answer: readAnswer(contract, exchange) };
};
