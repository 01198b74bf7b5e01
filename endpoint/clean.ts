import type { WireResponse } from './exchange.ts';
import type { Redactor } from './redact.ts';
import type { Outcome } from './transport.ts';

/** An outcome fit to be recorded: whatever it echoes of the credentials is taken out. */
export const clean = (outcome: Outcome, redactor: Redactor): Outcome => {
  if ('response' in outcome) return { response: cleanResponse(outcome.response, redactor) };
  const { failure } = outcome;
  const received = failure.received === undefined ? {} : { received: cleanResponse(failure.received, redactor) };
  return { failure: { ...failure, message: redactor.text(failure.message), ...received } };
};

const cleanResponse = (response: WireResponse, redactor: Redactor): WireResponse => ({
  status: response.status,
  headers: redactor.headers(response.headers),
  body: redactor.bytes(response.body, response.headers['content-encoding']),
});
