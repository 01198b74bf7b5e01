import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { sentWith } from '../../test/samples/sent.ts';
import type { Answer } from '../answer.ts';
import { opinionsHere } from '../request-opinion.ts';
import { elementItself } from './element-itself.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const opinionOf = opinionsHere(contract);

const naming = (element: string): Answer => ({
  kind: 'fault',
  http: 500,
  dossierNumber: '',
  fault: {
    ...{ code: 'Client', codeNamespace: '', text: 'x', hasDetail: true, parts: [] },
    detail: { code: 'bericht-ongeldig', text: 'x', element },
  },
});

/** An address without its street stands in a marking, and behind that the publication. */
const message = Buffer.from(
  '<s:Envelope xmlns:s="urn:s"><s:Body><d:Dossier xmlns:d="urn:d"><d:Titel>t</d:Titel><d:Gebiedsmarkering><d:Adres>' +
    '<d:Huisnummer>1</d:Huisnummer><d:Woonplaats>w</d:Woonplaats></d:Adres></d:Gebiedsmarkering><d:Publicatie/></d:Dossier></s:Body></s:Envelope>',
);

const request = { method: 'POST', url: 'http://localhost/', headers: {}, body: message } as const;

/** What is judged of these constraints and the elements that were named for them. */
const judged = (...all: readonly (readonly [string, string])[]): string => {
  const marks = all.flatMap(([constraint, element], index) => {
    const sent = { ...sentWith('violation', naming(element), { request }), constraint: `dossier.xsd#${constraint}` };
    const value = elementItself.look(sent, { contract, phase: 1, opinionOf });
    return value === undefined ? [] : [{ exchange: `1-${String(index)}`, value }];
  });
  return elementItself.decide(marks).judgement.kind;
};

const [missing, order] = ['AdresMarkering/Straatnaam/minOccurs', 'AdresMarkering/order'];

test.each([
  ['what is missing', 'Straatnaam'],
  ['its parent, which is not complete', 'Dossier/Gebiedsmarkering/Adres'],
  ['what stands in its place', '{urn:d}Huisnummer'],
  ['the last that was expected', 'd:GeometrieLabel'],
  ['where its reader had come', '/s:Envelope[1]/s:Body[1]/d:Dossier[1]/d:Publicatie[1]'],
  ['what no schema has', 'regel 214'],
])('a validator may name for a structure %s', (_, element) => {
  expect(judged([missing, element], [order, element])).not.toBe('deviates');
});

test('an element that has nothing to do with it is wrong, of two declarations', () => {
  expect(judged([missing, 'Dossier/Titel'], [order, 'Dossier/Titel'])).toBe('deviates');
  expect(judged([missing, 'd:Titel'], [missing, 'd:Titel'], [order, 'Adres'])).toBe('conforms');
});

test('a wrong value is told of its own element, once is enough', () => {
  expect(judged(['Dossier/Titel/maxLength', 'Dossier/Titel'])).toBe('conforms');
  expect(judged(['Dossier/Titel/maxLength', 'Dossier'])).toBe('deviates');
});
