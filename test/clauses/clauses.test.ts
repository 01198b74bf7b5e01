import { describe, expect, test } from 'vitest';
import { casesOf } from '../oracle/cases.ts';
import { differencesIn, lineOf } from '../oracle/compare.ts';
import { knownErrors } from '../oracle/known-errors.ts';
import { hasJdk } from '#documents/judge/xerces';
import { allClauses } from './all.ts';
import { inFull } from '../samples/in-full.ts';

/** `npm run oracle` takes 200. */
const amounts = { valid: inFull(20, 5), violations: 1, seed: 1 };
const noJdk = hasJdk() ? '' : ', which takes a JDK: install one (javac)';

describe('every clause of XSD 1.0', () => {
  test('has a title of its own', () => {
    const titles = allClauses.map(({ title }) => title);

    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.length).toBeGreaterThan(150);
  });

  test.skipIf(noJdk !== '')(
    `is kept by documents and broken by violations, say libxml2 and Xerces${noJdk}`,
    async () => {
      const made = allClauses.map((clause) => casesOf(clause, amounts));

      const differences = await differencesIn(made);

      expect(differences.filter(({ known }) => known === undefined).map(lineOf)).toEqual([]);
      const seen = new Set(differences.map(({ known }) => known));
      expect(knownErrors.filter((known) => !seen.has(known)).map(({ reason }) => reason)).toEqual([]);
    },
  );
});
