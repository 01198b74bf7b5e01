import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Finding } from '../finding.ts';
import { withoutEchoes } from './without-echoes.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const finding = (constraint: string, path: string, more: Partial<Finding> = {}): Finding => ({
  ...{ constraint, path, severity: 'error', ground: 'public', line: 1, text: { nl: '', en: '' } },
  ...more,
});

test('a rule that follows from a value which is wrong is no finding of its own', () => {
  const value = finding('codelists.xsd#Rubriek/enumeration', '/a/Rubriek');
  const rule = finding('rules.sch#rubriek', '/a/Rubriek', { follows: value.constraint });

  expect(withoutEchoes([rule, value], contract)).toEqual([value]);
  expect(withoutEchoes([rule], contract)).toEqual([rule]);
});

test('what is wrong in an element that is to go is no finding of its own', () => {
  const extra = finding('dossier.xsd#Dossier/content', '/a/Extra');

  expect(withoutEchoes([extra, finding('rules.sch#regel', '/a/Extra/b')], contract)).toEqual([extra]);
});

test('of elements where text in base64 belongs one finding stays, whichever was found first', () => {
  const elements = finding('dossier.xsd#InhoudZip/content', '/a/InhoudZip');
  const text = finding('content#base64', '/a/InhoudZip');

  expect(withoutEchoes([elements, text], contract)).toEqual([text]);
  expect(withoutEchoes([text, elements], contract)).toEqual([text]);
});

test('of findings that follow from each other one stays', () => {
  const first = finding('dossier.xsd#Titel/type', '/a/Titel', { follows: 'dossier.xsd#Naam/type' });
  const second = finding('dossier.xsd#Naam/type', '/a/Titel', { follows: 'dossier.xsd#Titel/type' });

  expect(withoutEchoes([first, second], contract)).toEqual([second]);
});

test('findings without number are told as they are, past the first', () => {
  const many = Array.from({ length: 100_000 }, (_, index) =>
    finding('codelists.xsd#Rubriek/enumeration', `/a/Rubriek[${String(index + 1)}]`),
  );

  expect(withoutEchoes(many, contract)).toHaveLength(many.length);
});
