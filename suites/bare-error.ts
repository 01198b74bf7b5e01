import { shortened } from '#contract/texts/shortened';
import { Nonconformance } from '#harness/stop';

/** An error as vitest is to have it: it copies whatever hangs on one, byte by byte, and keeps it to the end of the run. */
export const bareError = (error: Error): Error => {
  const bare = new Error(shortened(error.message, 1000));
  const stack = shortened(error.stack ?? '', 4000);
  const sides = error instanceof Nonconformance ? { expected: error.expected, actual: error.actual } : {};
  return Object.assign(bare, { name: error.name, stack, ...sides });
};
