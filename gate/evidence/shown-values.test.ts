import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { shownValues } from './shown-values.ts';

const contract = readContract('contract/2020-01');
const shownOf = (name: string) =>
  shownValues(contract, readFileSync(`contract/2020-01/examples/${name}.xml`)).map(
    (one) => `${one.name}: ${one.value}`,
  );

test('authority, dates, address and area of a delivery are shown by the names of the contract', () => {
  expect(shownOf('OmgevingsvergunningAfhandelingPlanafwijking')).toMatchInlineSnapshot(`
    [
      "bevoegd gezag: gemeente Woerden",
      "datum besluit: 2024-03-04",
      "gebiedsmarkering: GeometrieRef",
      "gebied: x 120125, y 455225 (70.5 × 70.125)",
    ]
  `);
});

test('what is no delivery shows nothing', () => {
  expect(shownValues(contract, Buffer.from('<x/>'))).toEqual([]);
});
