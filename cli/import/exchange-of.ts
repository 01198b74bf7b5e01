import type { Exchange } from '#contract/wire/exchange';
import { isSecretName, withoutSecretParameters } from '#endpoint/secret-name';
import { withoutCredentials } from '#endpoint/server/soap/without-credentials';
import { joined, type Pair, withoutCodings } from './pair.ts';

/** A pair as the exchange of a recording, without credentials: those of HTTP, of WS-Security, and what bears these names. */
export const exchangeOf = (pair: Pair, connection: number, passwordNames: readonly string[] = []): Exchange => {
  const { method, body, isUncoded = false, isCut, isUntimed, response, startedAt, durationMs } = pair;
  const url = withoutSecrets(pair.url);
  const headers = pair.headers.map(([name, value]) => [name, isSecretName(name) ? hidden(value) : value] as const);
  return {
    request: {
      ...{ method, url, headers: joined(isUncoded ? withoutCodings(headers) : headers) },
      body: withoutCredentials(body, passwordNames),
    },
    outcome:
      response === undefined
        ? { failure: { kind: 'reset', code: '', message: 'no answer was recorded' } }
        : { response: { ...response, headers: withoutTokens(response.headers) } },
    startedAt,
    durationMs,
    inbound: {
      connection,
      peer: '',
      target: url,
      httpVersion: '',
      rawHeaders: headers,
      bodyBytes: body.length,
      isCut,
      ...(isUntimed === true ? { isUntimed } : {}),
    },
  };
};

/** The scheme says how one came in, and is no secret. */
const hidden = (value: string): string => (/^(?:Basic|Bearer|Digest) /i.exec(value)?.[0] ?? '') + '***';

const withoutTokens = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, isSecretName(name) ? '***' : value]));

/** An address without a name and password in it, and without the values of such parameters. */
const withoutSecrets = (url: string): string =>
  withoutSecretParameters(url.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#@]*@/i, '$1'));
