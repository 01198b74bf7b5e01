import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Finding } from './finding.ts';
import { createOracle } from './oracle.ts';
import { sampleMessage } from '../test/samples/delivery.ts';

const oracle = createOracle(readContract('contract/2020-01'));
const valid = Buffer.from(sampleMessage()).toString();
const element = (name: string): string => new RegExp(`<d:${name}[ >][^]*?</d:${name}>`).exec(valid)?.[0] ?? '';
const wrongDate = (message: string): string => message.replace(/(<d:DatumOntvangst>)[^<]*/, '$112-02-2024');

const findingsOf = (message: string): readonly Finding[] => {
  const opinion = oracle.inspect(Buffer.from(message), { today: '2026-11-23', oin: undefined, mandates: undefined });
  return opinion.verdict === 'unjudgeable' ? [] : opinion.findings.filter(({ severity }) => severity === 'error');
};
const constraintsOf = (message: string): readonly string[] =>
  findingsOf(wrongDate(message)).map(({ constraint }) => constraint.replace(/^[^#]*#/, ''));

test('says what is wrong with values behind an element that is out of place', () => {
  const titel = element('Titel');
  const message = valid.replace(titel, '').replace(element('Referentienummer'), (own) => titel + own);
  expect(constraintsOf(message)).toEqual(['Dossier/order', 'Datum/type']);
  expect(findingsOf(message).some(({ hides }) => hides)).toBe(false);
});

test('names all that is missing, in place of what comes too early for it, and the wrong value of that', () => {
  const message = ['Titel', 'Rubriek']
    .reduce((text, name) => text.replace(element(name), ''), valid)
    .replace(/(<d:BevoegdGezag[^>]*>)[^<]*/, '$1Den Haag');
  expect(constraintsOf(message)).toEqual([
    ...['Dossier/Titel/minOccurs', 'Dossier/Rubriek/minOccurs'],
    ...['NaamOrganisatie/type', 'Datum/type'],
  ]);
});

test('says that it did not see what stands behind an element of no known name', () => {
  const message = valid.replace(element('Rubriek'), (own) => `<d:Zaaknummer>1</d:Zaaknummer>${own}`);
  expect(findingsOf(message).map(({ constraint, hides }) => [constraint, hides])).toEqual([
    ['dossier.xsd#Dossier/content', true],
  ]);
});

test('names each element that stands in another namespace, also behind the first', () => {
  const bare = (text: string, name: string): string =>
    text.replace(`<d:${name}>`, `<${name}>`).replace(`</d:${name}>`, `</${name}>`);
  const found = findingsOf(['Rubriek', 'DatumOntvangst'].reduce(bare, valid));

  expect(found.map(({ constraint, path, why }) => [constraint, path.split('/').at(-1), why])).toEqual([
    ['dossier.xsd#Dossier/content', 'Rubriek', 'misplaced'],
    ['dossier.xsd#Dossier/content', 'DatumOntvangst', 'misplaced'],
  ]);
  expect(found.map(({ text }) => text.nl)).toEqual([
    expect.stringMatching(/^Rubriek staat in geen naamruimte/),
    expect.stringMatching(/^DatumOntvangst staat in geen naamruimte/),
  ]);
});
