/** Tells what a look may take of what is left of a time: at least a moment, at most its own share. Milliseconds. */
export const countdown = (all: number, now = (): number => performance.now()): ((share: number) => number) => {
  const started = now();
  return (share) => Math.ceil(Math.max(1, Math.min(share, all - (now() - started))));
};
