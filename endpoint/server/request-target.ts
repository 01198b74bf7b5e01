/** Path and query of a request target; the query keeps its order. */
export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A request target as path and query, and what it names besides in absolute form (RFC 9112, 3.2.2). */
export interface OriginForm {
  readonly target: string;
  readonly host: string | undefined;
  readonly isSecure: boolean;
}

/** Takes the scheme and the host off a request target in absolute form. */
export const originForm = (target: string): OriginForm => {
  const [, scheme = '', host, rest = ''] = /^(https?):\/\/([^/?#]*)(.*)$/is.exec(target) ?? [];
  if (host === undefined) return { target, host, isSecure: false };
  return { target: rest.startsWith('/') ? rest : `/${rest}`, host, isSecure: scheme.toLowerCase() === 'https' };
};

/** Parses a request target; undefined for one that is no path. Paths that RFC 3986 (6.2.2) calls the same become one. */
export const parseTarget = (target: string): Target | undefined => {
  const path = target.split('?', 1).join('');
  // A browser would read \ as /, which no other reader does.
  const address = `http://localhost${target}`;
  if (!target.startsWith('/') || path.includes('\\') || !URL.canParse(address)) return undefined;
  const { pathname, searchParams } = new URL(address);
  return { path: pathname.replaceAll(/%[0-9a-f]{2}/gi, unlessReserved), query: searchParams };
};

/** A letter, digit or mark that needs no code is itself; any other code stays one, as `%2F` is no step in a path (RFC 3986, 2.3). */
const unlessReserved = (code: string): string => {
  const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : code.toUpperCase();
};
