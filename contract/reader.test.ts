import { describe, expect, test } from 'vitest';
import { readContract } from './reader.ts';

const real = 'contract/2020-01';
const small = 'test/contracts/bouwmelding';
const count = (ground: string): number => read.constraints.filter((one) => one.ground === ground).length;
const read = readContract(real);

describe('the contract 2020-01', () => {
  test('has the seven document types', () => {
    expect(read.documentTypes.map(({ name, content, ground }) => [name, content, ground])).toEqual([
      ['OmgevingsvergunningAanvraag', 'xml', 'public'],
      ['OmgevingsvergunningAfhandeling', 'xml', 'public'],
      ['OmgevingsvergunningAfhandelingPlanafwijking', 'xml', 'assumed'],
      ['BeschikkingAanvraag', 'xml', 'public'],
      ['BeschikkingAfhandeling', 'xml', 'public'],
      ['Melding', 'xml', 'public'],
      ['GAOverigeAankondigingen', 'pdf', 'public'],
    ]);
  });

  test('says which document type needs a permission of its own', () => {
    expect(
      read.documentTypes.filter(({ needs }) => needs !== undefined).map(({ name, needs }) => [name, needs]),
    ).toEqual([['OmgevingsvergunningAfhandelingPlanafwijking', 'bopa']]);
  });

  test.each([
    ['Gemeente', 342],
    ['Provincie', 12],
    ['Waterschap', 21],
    ['RegionaalSamenwerkingsorgaan', 366],
    ['OpenbaarLichaam', 1],
    // Groningen, Utrecht and Limburg each stand in two lists.
    ['NaamOrganisatie', 739],
    ['Rubriek', 25],
    ['Onderwerp', 70],
    ['Activiteit', 9],
    ['Medium', 5],
  ])('holds the whole list %s', (name, length) => {
    const values = read.codeLists.get(`codelists.xsd#${name}`) ?? [];

    expect(new Set(values).size).toBe(length);
  });

  test('has fifteen kinds of gebiedsmarkering', () => {
    const kinds = read.constraints.filter(({ id }) => /^dossier.xsd#Gebiedsmarkering\/\w+\/maxOccurs$/.test(id));

    expect(kinds).toHaveLength(15);
  });

  test('rests each constraint on one ground, and lengths on assumption', () => {
    expect(count('public') + count('observed') + count('inferred') + count('assumed')).toBe(read.constraints.length);
    const lengths = read.constraints.filter(({ id }) => /^dossier.xsd.*(max|min)Length$/.test(id));
    expect(new Set(lengths.map((one) => one.ground))).toEqual(new Set(['assumed']));
  });

  test.each([
    ['dossier.xsd#root', 'public'],
    ['dossier.xsd#Dossier/Titel/maxLength', 'assumed'],
    ['dossier.xsd#Dossier/Titel/minOccurs', 'public'],
    ['dossier.xsd#Dossier/content', 'assumed'],
    ['dossier.xsd#Dossier/BevoegdGezag/maxOccurs', 'inferred'],
    ['dossier.xsd#Publicatie/Medium/maxOccurs', 'public'],
    ['codelists.xsd#Gemeente/enumeration', 'public'],
    ['codelists.xsd#Rubriek/enumeration', 'observed'],
    ['inhoud.xsd#Inhoud/al/minOccurs', 'public'],
    ['bopa-gml.xsd#@id/type', 'public'],
    ['rules.sch#titel-gelijk-aan-kop', 'inferred'],
  ])('rests %s on a ground that is %s', (id, ground) => {
    expect(read.constraints.find((one) => one.id === id)?.ground).toBe(ground);
  });

  test('counts no constraint of answers and faults, and none twice', () => {
    const ids = read.constraints.map((one) => one.id);

    expect(ids.filter((id) => /Response|#Fout/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has one constraint for each rule, at the line of its assert', () => {
    const rules = read.constraints.filter((one) => one.kind === 'rule');

    expect(rules.map(({ id, place }) => [id, place])).toEqual(
      read.rules.map(({ id, place }) => [`rules.sch#${id}`, place]),
    );
  });

  test('is a reconstruction', () => {
    expect(read.confirmed).toBe(false);
  });
});

describe('readContract', () => {
  test('reads a contract in which everything has another name', () => {
    const other = readContract(small);

    expect(other.confirmed).toBe(false);
    expect(other.service.deliver.request).toEqual({
      namespace: 'urn:voorbeeld:bouwloket:meldingen:3',
      name: 'melding',
    });
    expect(other.roles.map((role) => role.name)).toEqual(['documenttype', 'referentienummer', 'titel', 'aanvang']);
    expect(other.rules.map((rule) => rule.id)).toEqual(['aanvang-komt-nog', 'spoed-binnen-een-week']);
    expect(new Set(other.constraints.map((one) => one.ground))).toEqual(new Set(['taken-over']));
  });

  test('reads a contract without connection test, status, detail of a Fault, and code for its rules', () => {
    const { service, faces } = readContract('test/contracts/post');

    expect({ ...service, faces }).toMatchObject({ alive: undefined, fault: undefined, faces: undefined });
    expect(service.answer).toEqual({ dossierNumber: 'BezorgResult/Nummer', outcome: undefined });
  });

  test('gives the same folder the same digest, whatever path leads to it', () => {
    expect(readContract(`${small}/../bouwmelding`).digest).toBe(readContract(small).digest);
  });

  test('keeps the lets that a rule has in scope, and where each is evaluated', () => {
    const [rule] = readContract(small).rules;

    expect(rule?.lets).toEqual([
      { name: 'vandaag', value: 'number(/b:beeld/b:context/@vandaagDagnummer)', at: 'document' },
      { name: 'dagen', value: 'number(@dagnummer) - $vandaag', at: 'context' },
    ]);
  });
});
