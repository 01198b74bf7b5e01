/** Path and query of a request target; the query keeps its order. */
export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Parses a request target; undefined for one that is no path or can't be decoded. */
export const parseTarget = (target: string): Target | undefined => {
  const base = 'http://localhost';
  if (!target.startsWith('/') || !URL.canParse(target, base)) return undefined;
  const { pathname, searchParams } = new URL(target, base);
  return { path: pathname, query: searchParams };
};
