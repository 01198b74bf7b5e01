/** Waits for two things that go on side by side; where the second goes wrong, what the first made is undone. Throws what went wrong. */
export const together = async <Made, Other>(
  making: Promise<Made>,
  other: Promise<Other>,
  undo: (made: Made) => Promise<void>,
): Promise<readonly [Made, Other]> => {
  const [made, found] = await Promise.allSettled([making, other]);
  if (made.status === 'rejected') throw made.reason;
  if (found.status === 'fulfilled') return [made.value, found.value];
  await undo(made.value);
  throw found.reason;
};
