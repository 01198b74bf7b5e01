import { createHash } from 'node:crypto';

/** Returns what a judge said before of the same bytes in the same context: seeded runs send much alike. */
export const remembered = <Context, Said>(
  judge: (message: Uint8Array, context: Context) => Said,
): ((message: Uint8Array, context: Context) => Said) => {
  const known = new Map<string, Said>();
  return (message, context) => {
    const key = createHash('sha256').update(JSON.stringify(context)).update('\n').update(message).digest('base64');
    const before = known.get(key);
    if (before !== undefined) return before;
    const said = judge(message, context);
    known.set(key, said);
    return said;
  };
};
