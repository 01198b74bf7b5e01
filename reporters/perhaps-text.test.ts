import { expect, test } from 'vitest';
import { perhapsText } from './perhaps-text.ts';

const dossier = (number: string | undefined) => ({ number, reference: undefined, documentType: undefined, at: 0 });

test('deliveries of which it is not known whether they made a dossier are counted, in both languages', () => {
  expect(perhapsText([dossier('1')], 'en')).toEqual([]);
  expect(perhapsText([dossier('1'), dossier(undefined)], 'nl')).toEqual([
    'Van 1 aanlevering is niet bekend of er een dossier van gemaakt is; zij staat met het referentienummer in opruimlijst.csv.',
  ]);
  expect(perhapsText([dossier(undefined), dossier(undefined)], 'en')).toEqual([
    'Of 2 deliveries it is not known whether a dossier was made; they are in opruimlijst.csv by the reference number.',
  ]);
});
