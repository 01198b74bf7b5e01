import { readdirSync, readFileSync } from 'node:fs';
import { sha256 } from './faces-file.ts';

/** Whether a `rules.mjs` with this SHA-256 comes with the suite. */
export const isShipped = (digest: string): boolean => shippedDigests().includes(digest);

/** Of the files as they are in this room, so that none is written down that is not there any more. */
const shippedDigests = (): readonly string[] =>
  readdirSync(room, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => digestIn(new URL(`${name}/rules.mjs`, room)));

const room = new URL('../', import.meta.url);

const digestIn = (file: URL): readonly string[] => {
  try {
    return [sha256(readFileSync(file))];
  } catch {
    return [];
  }
};
