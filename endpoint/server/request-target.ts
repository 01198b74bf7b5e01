/** Path and query of a request target; the query keeps its order. */
export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A request target as path and query, with the host that it names where it is in absolute form (RFC 9112, 3.2.2). */
export const originForm = (target: string): { readonly target: string; readonly host: string | undefined } => {
  const [, host, rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(target) ?? [];
  if (host === undefined) return { target, host };
  return { target: rest.startsWith('/') ? rest : `/${rest}`, host };
};

/** Parses a request target; undefined for one that is no path or can't be decoded. */
export const parseTarget = (target: string): Target | undefined => {
  const base = 'http://localhost';
  if (!target.startsWith('/') || !URL.canParse(target, base)) return undefined;
  const { pathname, searchParams } = new URL(target, base);
  return { path: pathname, query: searchParams };
};
