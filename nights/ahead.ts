/** A moment of a record that lies in the future, with its key. */
export interface Ahead {
  readonly key: string;
  readonly moment: string;
}

/** Milliseconds that a clock may be ahead of ours: the night after such a one is later all the same. */
const mostAhead = 12 * 3_600_000;

/** Keys of moments that have been. */
const pasts: ReadonlySet<string> = new Set(['at', 'began', 'first', 'tonight', 'looked', 'lastSign']);

/** The first moment of a record that has not been yet: nights after it would be silent until then. */
export const aheadIn = (record: object, now: Date): Ahead | undefined => {
  for (const [key, value] of Object.entries(record) as [string, unknown][]) {
    if (typeof value === 'string' && pasts.has(key) && Date.parse(value) > now.getTime() + mostAhead)
      return { key, moment: value };
    const within = typeof value === 'object' && value !== null ? aheadIn(value, now) : undefined;
    if (within !== undefined) return { ...within, key: `${key}.${within.key}` };
  }
  return undefined;
};
