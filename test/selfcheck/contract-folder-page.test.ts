import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { grounds } from '#contract/grounds/ground';
import { descriptionKeys } from '../samples/description-keys.ts';

const page = readFileSync('docs/contract-folder.md', 'utf8');

/** The rows of the table of keys. */
const rows = [...page.matchAll(/^\| `([\w.[\]]+)` +\| *(yes)? *\| (.*?) *\|$/gm)].map(
  ([, key = '', must, says = '']) => ({ key, isRequired: must === 'yes', says }),
);

/** Grounds are told once for all, and so is what each case of an error says. */
const known = descriptionKeys()
  .filter(({ key }) => !/\.(ground|source)$/.test(key))
  .map((one) => ({ ...one, key: one.key.replace(/^errorCodes\.(?!own\b)\w+/, 'errorCodes.CASE') }))
  .filter(({ key }, index, all) => all.findIndex((one) => one.key === key) === index);

test('the page on contract folders has every key that the reader knows, and no other', () => {
  expect(rows.map(({ key, isRequired }) => ({ key, isRequired }))).toEqual(
    known.map(({ key, isRequired }) => ({ key, isRequired })),
  );
});

test('it names every word that a key takes, every ground and every case of an error', () => {
  const missing = known.flatMap(({ key, words }) => {
    const says = rows.find((row) => row.key === key)?.says ?? '';
    return words.filter((word) => !says.includes(word)).map((word) => `${key}: ${word}`);
  });
  const cases = descriptionKeys().flatMap(({ key }) => /^errorCodes\.(?!own$)(\w+)$/.exec(key)?.[1] ?? []);

  expect(missing).toEqual([]);
  expect(page).toContain(grounds.join(', '));
  expect(page).toContain(cases.join(', '));
});
