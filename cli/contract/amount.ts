/** A count with its noun. */
export const amount = (count: number, one: string, more: string): string =>
  `${String(count)} ${count === 1 ? one : more}`;
