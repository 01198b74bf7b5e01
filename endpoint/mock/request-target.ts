/** A request target taken apart; the query keeps its order. */
export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Undefined for a target that is no path, or one that can't be decoded. */
export const parseTarget = (target: string): Target | undefined => {
  const base = 'http://localhost';
  if (!target.startsWith('/') || !URL.canParse(target, base)) return undefined;
  const { pathname, searchParams } = new URL(target, base);
  return { path: pathname, query: searchParams };
};
