import { createHash } from 'node:crypto';
import { withPlainLineEnds } from './line-ends.ts';

/** SHA-256 over the sorted names and the content of all files, hexadecimal; lengths keep neighbours apart. */
export const digestOf = (files: ReadonlyMap<string, Uint8Array>): string => {
  const hash = createHash('sha256');
  for (const [name, content] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const bytes = withPlainLineEnds(content);
    hash.update(`${String(new TextEncoder().encode(name).length)} ${name} ${String(bytes.length)} `);
    hash.update(bytes);
  }
  return hash.digest('hex');
};
