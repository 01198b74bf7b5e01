import type { WireResponse } from './exchange.ts';

/** Milliseconds that an answer asks to wait: 429 or 503 with Retry-After (RFC 9110, 10.2.3), in seconds or as a date. */
export const askedWait = ({ status, headers }: WireResponse, now: number): number | undefined => {
  const value = headers['retry-after']?.trim() ?? '';
  if ((status !== 429 && status !== 503) || value === '') return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - theirNow(headers, now));
};

/** A date is meant by the clock of whoever wrote it. */
const theirNow = (headers: WireResponse['headers'], now: number): number => {
  const date = Date.parse(headers['date'] ?? '');
  return Number.isNaN(date) ? now : date;
};
