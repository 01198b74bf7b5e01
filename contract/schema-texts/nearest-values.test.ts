import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '../reader.ts';
import { nearestValues, valueList } from './nearest-values.ts';

const { codeLists } = readContract(resolve(import.meta.dirname, '../2020-01'));
const near = (list: string, value: string) =>
  nearestValues(value, valueList(codeLists.get(`codelists.xsd#${list}`) ?? []));

test.each<[string, readonly string[]]>([
  ['Den Haag', ["'s-Gravenhage"]],
  ['gemeente Den Haag', ["'s-Gravenhage"]],
  ['’s gravenhage', ["'s-Gravenhage"]],
  ['DEN BOSCH', ["'s-Hertogenbosch"]],
  ['Bergen', ['Bergen (NH)', 'Bergen (L)']],
  ['Bergen N.H.', ['Bergen (NH)']],
  ['woerden ', ['Woerden']],
  ['Gemeente Woerden', ['Woerden']],
  ['Woerde', ['Woerden']],
  ['Utrecth', ['Utrecht']],
  ['Ijsselstein', ['IJsselstein']],
  ['Ysselstein', ['IJsselstein']],
  ['St. Michielsgestel', ['Sint-Michielsgestel']],
  ['Sudwest Fryslan', ['Súdwest-Fryslân']],
  ['Noord Holland', ['Noord-Holland']],
  ['Friesland', ['Fryslân', 'Wetterskip Fryslân']],
  ['Nuenen', ['Nuenen, Gerwen en Nederwetten']],
  ['Rijnland', ['Hoogheemraadschap van Rijnland']],
  ['HHNK', ['Hoogheemraadschap Hollands Noorderkwartier']],
  ['Qwertyuiop', []],
  ['', []],
  ['--', []],
  ['x'.repeat(300), []],
])('%j stands most likely for %j', (value, expected) => {
  expect(near('NaamOrganisatie', value)).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ['Medium', 'Provincieblad', ['Provinciaal blad']],
  ['Medium', 'gemeente-blad', ['Gemeenteblad']],
  ['Rubriek', 'Omgevingsvergunningen', ['omgevingsvergunning']],
  ['Onderwerp', 'Ruimte en infrastructuur', ['Ruimte en infrastructuur | Organisatie en beleid']],
])('in %s %j stands for %j', (list, value, expected) => {
  expect(near(list, value)).toEqual(expected);
});
