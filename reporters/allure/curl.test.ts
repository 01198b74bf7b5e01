import { expect, test } from 'vitest';
import type { ExchangeRecorded } from '#evidence/event';
import { curlLine } from './curl.ts';

const exchange: Pick<ExchangeRecorded, 'method' | 'url' | 'requestHeaders' | 'requestBytes'> = {
  method: 'GET',
  url: 'http://eto.example/?wsdl',
  requestHeaders: {},
  requestBytes: 0,
};

test('a line of curl goes through the proxy of its run, with credentials from the environment if there are any', () => {
  const lineThrough = (proxy: string | undefined): string => curlLine(exchange as ExchangeRecorded, proxy);

  expect(lineThrough(undefined)).toBe("curl -sS -i -X GET 'http://eto.example/?wsdl'");
  expect(lineThrough('http://proxy.example:3128')).toMatchInlineSnapshot(
    `"curl -sS -i -X GET -p -x 'http://proxy.example:3128' --noproxy '' \${PROXY_GEBRUIKERSNAAM:+--proxy-user "$PROXY_GEBRUIKERSNAAM:$PROXY_WACHTWOORD"} 'http://eto.example/?wsdl'"`,
  );
});
