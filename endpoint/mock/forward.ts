import type { ForwardNote } from '#contract/wire/exchange';
import type { HttpRequest, HttpResponse } from '../server/http-message.ts';
import type { SoapFault } from '../server/soap/soap-fault.ts';

/** A message that got in, and what it is as far as that can be told. */
export interface ToForward {
  readonly request: HttpRequest;
  readonly operation: 'delivery' | 'alive' | 'unknown';
  readonly documentType: string | undefined;
}

/** The answer to a message that was to go on to another endpoint: one from there, or a Fault that says why there is none. */
export type Forwarded = ({ readonly response: HttpResponse } | { readonly fault: SoapFault }) & {
  readonly note: ForwardNote;
};

/** Hands a message on to another endpoint. */
export type Forward = (message: ToForward) => Promise<Forwarded>;
