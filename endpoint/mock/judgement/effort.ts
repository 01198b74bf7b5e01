/** What may still be done for one delivery; it grows less. */
export interface Effort {
  /** Elements of documents inside the delivery. */
  elements: number;
  /** Elements of the view, without positions: rules look at each of them often. */
  found: number;
  /** Of all geometries. */
  positions: number;
  /** Pairs of segments of its lines. */
  comparisons: number;
}

/** More than any real delivery takes, and less than two seconds. */
export const wholeEffort = (): Effort => ({
  elements: 50_000,
  found: 12_000,
  positions: 150_000,
  comparisons: 2_000_000,
});

/** For a delivery that is refused anyhow, of which only a summary is wanted. */
export const littleEffort = (): Effort => ({ elements: 2000, found: 2000, positions: 2000, comparisons: 20_000 });

/** Not an error of anybody's code: a delivery asks for more than it gets. */
export class TooMuchWork extends Error {
  override readonly name = 'TooMuchWork';
}

/** Takes from what may still be done; throws `TooMuchWork` where nothing is left. */
export const spend = (effort: Effort, kind: keyof Effort, amount = 1): void => {
  effort[kind] -= amount;
  if (effort[kind] < 0) throw new TooMuchWork(`A delivery has too many ${kind}.`);
};
