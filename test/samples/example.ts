import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The first TypeScript of a page of this project. */
export const exampleOf = (page: string): string => {
  const text = readFileSync(resolve(import.meta.dirname, '../..', page), 'utf8');
  const [, example] = /^```ts\n([^]*?)^```/m.exec(text) ?? [];
  if (example === undefined) throw new Error(`${page} has no example`);
  return example;
};
