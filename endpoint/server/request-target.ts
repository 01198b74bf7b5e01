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

/** Parses a request target; undefined for one that is no path or can't be decoded. */
export const parseTarget = (target: string): Target | undefined => {
  const base = 'http://localhost';
  if (!target.startsWith('/') || !URL.canParse(target, base)) return undefined;
  const { pathname, searchParams } = new URL(target, base);
  return { path: pathname, query: searchParams };
};
