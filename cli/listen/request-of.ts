import type { Contract } from '#contract/contract';
import type { BytesOf } from '#evidence/open-exchanges';
import { contextOf } from '#judgement/request-opinion';
import type { JudgedExchange } from '#harness/judge-recording';
import type { Examining } from '../page/detail/examined.ts';

/** A request made again from disk, so that it can be examined. */
export const requestOf = (
  { event }: Pick<JudgedExchange, 'event'>,
  { bytesOf, contract }: { readonly bytesOf: BytesOf; readonly contract: Contract },
): Examining => {
  const { method, inbound, request, startedAt } = event;
  const kept = (place: typeof request): Buffer | undefined => (place === undefined ? undefined : bytesOf(place));
  const body = kept(request);
  const isWhole = method === 'POST' && body !== undefined && inbound?.isCut === false;
  const identity = kept(event.identity)?.toString();
  return {
    head: headText(event),
    body: body ?? new Uint8Array(),
    context: isWhole ? contextOf({ startedAt, ...(identity === undefined ? {} : { identity }) }, contract) : undefined,
  };
};

const headText = ({ method, inbound }: JudgedExchange['event']): string =>
  [
    `${method} ${inbound?.target ?? ''} HTTP/${inbound?.httpVersion ?? '1.1'}`,
    ...(inbound?.rawHeaders ?? []).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');
