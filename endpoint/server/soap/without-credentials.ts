import { losslessText } from '../../encoding.ts';
import { secretPlaces } from './secret-places.ts';

/** An unfinished token is removed up to the end. No tag holds a `<`: without that exclusion many half tokens would take long. */
const token = /(<((?:[\w.-]+:)?UsernameToken)\b[^<>]*>)[^]*?(<\/\2\s*>|$)/g;

/** The same where its markup is written as text, once or more: in it the password stands in the open. */
const writtenToken =
  /((?:&amp;|&)(?:amp;)*(?:lt|#60|#x3c);((?:[\w.-]+:)?UsernameToken)\b)[^]*?((?:&amp;|&)(?:amp;)*(?:lt|#60|#x3c);\/\2|$)/gi;

/**
 * The message with `***` in place of the credentials of WS-Security, and how the password came, and of what stands in its header in
 * elements and attributes with these (`@name`) or the usual names of secrets; the very same bytes where it has none.
 */
export const withoutCredentials = (body: Uint8Array, passwordNames: readonly string[] = []): Uint8Array => {
  const { text, toBytes } = losslessText(body);
  const named = passwordNames.reduce(withoutNamed, text);
  const clean = withoutSecrets(
    named.includes('UsernameToken') ? named.replace(token, withoutToken).replace(writtenToken, '$1***$3') : named,
  );
  return clean === text ? body : toBytes(clean);
};

const withoutSecrets = (text: string): string => {
  let at = 0;
  const pieces = secretPlaces(text).map(({ start, end }) => {
    const piece = `${text.slice(at, start)}***`;
    at = end;
    return piece;
  });
  return pieces.length === 0 ? text : pieces.join('') + text.slice(at);
};

const withoutToken = (...[whole, start, , end]: readonly string[]): string =>
  `${start ?? ''}***${whole?.includes('#PasswordDigest') === true ? ' #PasswordDigest' : ''}${end ?? ''}`;

const withoutNamed = (text: string, name: string): string => {
  const end = /<(?:[\w.-]+:)?Body[\s/>]/.exec(text)?.index ?? text.length;
  const head = text.slice(0, end);
  const clean = name.startsWith('@')
    ? head.replace(
        new RegExp(String.raw`(\s${escaped(name.slice(1))}\s*=\s*)(?:"[^"]*"|'[^']*'|[^]*$)`, 'gu'),
        '$1"***"',
      )
    : head.replace(
        new RegExp(String.raw`(<((?:[\w.-]+:)?${escaped(name)})(?=[\s>])[^<>]*>)[^]*?(</\2\s*>|$)`, 'gu'),
        '$1***$3',
      );
  return clean + text.slice(end);
};

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\-]/gu, String.raw`\$&`);
