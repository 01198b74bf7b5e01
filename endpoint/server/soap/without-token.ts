import { losslessText } from '../../encoding.ts';

/** An unfinished token is removed up to the end. No tag holds a `<`: without that exclusion many half tokens would take long. */
const token = /(<((?:[\w.-]+:)?UsernameToken)\b[^<>]*>)[^]*?(<\/\2\s*>|$)/g;

/** The message with `***` in place of the credentials of WS-Security, and how the password came; the very same bytes where it has none. */
export const withoutToken = (body: Uint8Array): Uint8Array => {
  const { text, toBytes } = losslessText(body);
  return text.includes('UsernameToken') ? toBytes(text.replace(token, withoutCredentials)) : body;
};

const withoutCredentials = (...[whole, start, , end]: readonly string[]): string =>
  `${start ?? ''}***${whole?.includes('#PasswordDigest') === true ? ' #PasswordDigest' : ''}${end ?? ''}`;
