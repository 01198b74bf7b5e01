import type { Exchange } from '#contract/wire/exchange';
import { clean } from '#endpoint/clean';
import type { Redactor } from '#endpoint/redact';

/** An exchange without what is secret in the traffic around it, however it is written. */
export const withoutSecrets = (exchange: Exchange, redactor: Redactor): Exchange => {
  const { request, outcome, inbound } = exchange;
  return {
    ...exchange,
    request: {
      ...request,
      url: redactor.text(request.url),
      headers: redactor.headers(request.headers),
      body: redactor.bytes(request.body, request.headers['content-encoding']),
    },
    outcome: clean(outcome, redactor),
    ...(inbound === undefined
      ? {}
      : {
          inbound: {
            ...inbound,
            target: redactor.text(inbound.target),
            rawHeaders: inbound.rawHeaders.map(([name, value]) => {
              const [after = ''] = Object.values(redactor.headers({ [name.toLowerCase()]: value }));
              return [redactor.text(name), after] as const;
            }),
          },
        }),
  };
};
