import { isLoopback } from '#contract/host';
import { plainText, type MockRequest, type MockResponse } from './http-message.ts';

/** Where a request says that it goes: a name or address, and the port if there is one; without user information (RFC 9110, 7.2). */
const form = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{0,5})?$/i;

/** The root of the host that a request names, or undefined where it names none. */
export const hostOf = ({ headers, client }: MockRequest): URL | undefined => {
  const host = headers['host'] ?? '';
  const url = `${client === undefined ? 'http' : 'https'}://${host}`;
  return form.test(host) && URL.canParse(url) ? new URL(url) : undefined;
};

/**
 * What is answered to a request for another host, or for none; undefined for one that is meant for this machine. A page
 * from elsewhere whose name leads here is kept out so. Any port is taken: it can be forwarded.
 */
export const misdirected = (request: MockRequest, hostNames: readonly string[]): MockResponse | undefined => {
  const url = hostOf(request);
  if (url === undefined) return plainText(400, 'The Host header has to name one host.');
  const name = url.hostname.replace(/\.$/, '');
  if (isLoopback(name) || hostNames.includes(name)) return undefined;
  return plainText(
    421,
    'This endpoint is for this machine alone: send to 127.0.0.1 or localhost, or start it with --host-name.',
  );
};
