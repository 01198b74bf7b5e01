import { createHash } from 'node:crypto';

/** Folders whose contract is kept. */
const most = 8;

/** Keeps what was made of the last folders, and gives it again for as long as no byte of what it was made from has changed. */
export const rememberedBy = <Made>() => {
  const kept = new Map<string, Made>();
  return (from: readonly string[], files: ReadonlyMap<string, Uint8Array>, make: () => Made): Made => {
    const key = JSON.stringify([...from, ...[...files].map(([name, content]) => [name, sha256(content)])]);
    const made = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, made);
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    return made;
  };
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
