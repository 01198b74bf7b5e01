import { isGzip } from '#contract/wire/codings';
import type { WireResponse } from '#contract/wire/exchange';
import { type Cause, cause } from './causes.ts';

/** What an answer is told by that is written in another way than it was asked for in: compressed, in parts, SOAP 1.2. */
export const dialectCause = ({ headers, body }: WireResponse): Cause | undefined => {
  const coding = headers['content-encoding'] ?? (isGzip(body) ? 'gzip' : '');
  if (/^(?:x-)?(?:gzip|deflate|br|zstd|compress)$/i.test(coding.trim())) return cause('answer-compressed', coding);
  const type = headers['content-type'] ?? '';
  if (/^multipart\//i.test(type.trim())) return cause('answer-in-parts', type.split(';')[0] ?? type);
  return isSoap12.test(Buffer.from(body.subarray(0, 16_384)).toString('utf8')) ? cause('answer-soap-1-2') : undefined;
};

const isSoap12 = /<(?:[\w.-]+:)?Envelope\b[^>]*["']http:\/\/www\.w3\.org\/2003\/05\/soap-envelope["']/;

/** A way out that asks for a session first: the same address once more with a cookie, or a page to log in at. */
export const sessionCause = ({ status, headers }: WireResponse, url: URL): Cause | undefined => {
  const location = headers['location'];
  if (status < 300 || status >= 400 || location === undefined) return undefined;
  const leadsBack = URL.canParse(location, url) && new URL(location, url).href === url.href;
  const setsCookie = 'set-cookie' in headers;
  if (leadsBack && setsCookie) return cause('session-demanded', `HTTP ${String(status)}, Set-Cookie`);
  return isLogin.test(location) ? cause('login-demanded', `HTTP ${String(status)}, ${location}`) : undefined;
};

const isLogin = /(?:\b|_)(?:log-?[io]n|sign-?in|inloggen|sso|saml2?|adfs|oauth2?|authorize)(?:\b|_)/i;
