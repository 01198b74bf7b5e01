import type { Bilingual } from '#contract/texts/bilingual';
import type { ClientOptions, OnlyMessage, SendRequest } from './client-options.ts';

/**
 * A request that must not leave: nothing was sent.
 *
 * @internal
 */
export class ForbiddenRequest extends Error {
  override readonly name = 'ForbiddenRequest';
  readonly text: Bilingual;
  /** The heart of it, without a capital. */
  readonly reason: Bilingual;

  constructor(text: Bilingual, reason: Bilingual) {
    super(text.en);
    this.text = text;
    this.reason = reason;
  }
}

/** Throws `ForbiddenRequest` for any request that is not that one message, sent the plain way. */
export const demandOnly = (only: ClientOptions['only'], request: SendRequest): void => {
  if (only === undefined || (only !== 'nothing' && isThat(only, request))) return;
  throw new ForbiddenRequest(
    {
      nl: 'Dit endpoint krijgt de verbindingstest (IsAlive) en niets anders. Er is niets verstuurd; lever aan bij een testomgeving.',
      en: 'This endpoint gets the connection test (IsAlive) and nothing else. Nothing was sent; deliver to a test environment.',
    },
    {
      nl: 'dit endpoint krijgt de verbindingstest (IsAlive) en niets anders',
      en: 'this endpoint gets the connection test (IsAlive) and nothing else',
    },
  );
};

/** Throws `ForbiddenRequest` for a message that must not leave. */
export const demandManners = (forbids: ClientOptions['forbids'], { body }: SendRequest): void => {
  const reason = body === undefined ? undefined : forbids?.(body);
  if (reason === undefined) return;
  throw new ForbiddenRequest(
    {
      nl: `Een aanlevering mag niet weg: ${reason.nl}. Er is niets verstuurd; verbeter waar zij vandaan komt.`,
      en: `A delivery must not leave: ${reason.en}. Nothing was sent; correct what made it.`,
    },
    reason,
  );
};

const isThat = (only: OnlyMessage, request: SendRequest): boolean =>
  plain.every((key) => request[key] === undefined) &&
  request.connection?.identity === undefined &&
  request.soapAction === only.soapAction &&
  request.body !== undefined &&
  Buffer.from(only.body).equals(request.body);

/** What would make another request of it; so would another certificate. */
const plain = ['method', 'path', 'contentType', 'headers', 'credentials', 'chunked', 'asksFirst', 'onSent'] as const;
