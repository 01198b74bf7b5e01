import type { SendRequest } from '#endpoint/client';

type Headers = Readonly<Record<string, string>>;

/** The headers of a message that go on: those that say what its body is. Credentials, cookies and those of one connection stay here. */
export const headersToEndpoint = (headers: Headers): Pick<SendRequest, 'contentType' | 'soapAction' | 'headers'> => ({
  contentType: headers['content-type'] ?? null,
  soapAction: headers['soapaction'] ?? null,
  headers: chosen(headers, ({ name }) => meant.has(name)),
});

const meant: ReadonlySet<string> = new Set(['content-encoding', 'content-language', 'accept-language']);

/** The headers of an answer that come back: all but those of one connection, those of a session of ours, and those that lead past us. */
export const headersToSender = (headers: Headers): Headers => {
  const named = (headers['connection'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  return chosen(headers, ({ name }) => !kept.has(name) && !named.includes(name) && !name.startsWith('proxy-'));
};

/** RFC 9110, section 7.6.1, with the length, which is that of what we write; then cookies; then what sends a client elsewhere. */
const kept: ReadonlySet<string> = new Set([
  ...['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'content-length'],
  ...['set-cookie', 'set-cookie2'],
  ...['location', 'refresh', 'alt-svc', 'strict-transport-security'],
]);

const chosen = (headers: Headers, isChosen: (header: { readonly name: string }) => boolean): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => isChosen({ name })));
