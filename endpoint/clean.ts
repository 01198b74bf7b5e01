import { isDeepStrictEqual } from 'node:util';
import type { WireResponse } from './exchange.ts';
import { redacted, type Redactor } from './redact.ts';
import type { Outcome } from './transport.ts';

/** An outcome fit to be recorded: whatever it echoes of the credentials is taken out. */
export const clean = (outcome: Outcome, redactor: Redactor): Outcome => {
  if ('response' in outcome) return { response: cleanResponse(outcome.response, redactor) };
  const { failure } = outcome;
  const received = failure.received === undefined ? {} : { received: cleanResponse(failure.received, redactor) };
  return { failure: { ...failure, message: redactor.text(failure.message), ...received } };
};

const cleanResponse = (response: WireResponse, redactor: Redactor): WireResponse => {
  const headers = redactor.headers(response.headers);
  const body = redactor.bytes(response.body, response.headers['content-encoding']);
  const isTouched = body !== response.body || !isDeepStrictEqual(headers, response.headers);
  const reveals = response.reveals ?? (isTouched && redactor.reveals(response));
  return { status: response.status, headers: withoutCookies(headers), body, ...(reveals ? { reveals } : {}) };
};

/** A cookie of a session lets whoever reads the records in as us. */
const withoutCookies = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, /^set-cookie2?$/.test(name) ? redacted : value]),
  );
