import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { initFolder } from '#cli/contract/init';
import { renewExamples } from '#cli/contract/new-examples';
import { tryDeliveries } from '#cli/contract/try-deliveries';
import { readContract } from '#contract/reader';
import { validDelivery } from '#generators/delivery';
import { Unbreakable } from '#generators/delivery-error';
import { noFaces } from '#generators/faces';
import { violable, violation } from '#generators/violation';
import { generationOf } from '../samples/generation.ts';
import { schema, wsdlOf } from '../wsdl/small-service.ts';

const root = mkdtempSync(join(tmpdir(), '3pas-branches-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

test('a folder whose reference stands in one of two branches can be used, and what the other holds is not broken by itself', async () => {
  const branches = `<xs:choice><xs:sequence><xs:element name="Kenmerk" type="xs:string"/><xs:element name="Titel" type="xs:string"/></xs:sequence>
    <xs:sequence><xs:element name="Titel" type="xs:string"/><xs:element name="Dossiercode" type="xs:string"/></xs:sequence></xs:choice>`;
  const types = schema().replace(
    /<xs:element name="Kenmerk" type="xs:string"\/>\s*<xs:element name="Titel" type="xs:string"\/>/,
    branches,
  );
  writeFileSync(join(root, 'a.wsdl'), wsdlOf({ types }));
  const { contract } = await initFolder({ wsdl: join(root, 'a.wsdl'), out: join(root, 'uit'), yes: true });
  const generation = generationOf(contract, noFaces);
  const [{ name: type } = { name: '' }] = contract.documentTypes;
  const inOther = violable(generation, type).flatMap(({ constraint: { id }, violable: can }) =>
    can && id.includes('Dossiercode') ? [id] : [],
  );

  expect(contract.rules.map(({ id }) => id)).toContain('referentienummer-aanwezig');
  expect(inOther.length).toBeGreaterThan(0);
  for (const id of inOther)
    expect(() => fc.sample(violation(generation, type, id), { seed: 1, numRuns: 1 })).toThrow(Unbreakable);
  tryDeliveries(generation, { valid: 5, broken: 20 });
});

const stuk =
  '<xs:complexType name="Stuk"><xs:sequence><xs:element name="Tekst" type="xs:string"/></xs:sequence></xs:complexType>';
const derived = ['Melding', 'Besluit'].map(
  (name) =>
    `<xs:complexType name="${name}"><xs:complexContent><xs:extension base="t:Stuk"><xs:sequence><xs:element name="${name}datum" type="xs:date"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
);
const members = ['Melding', 'Besluit'].map(
  (name) => `<xs:element name="${name}" type="t:${name}" substitutionGroup="t:Stuk"/>`,
);

test.each([
  [
    'elements of a substitution group',
    '<xs:element ref="t:Stuk"/>',
    ['<xs:element name="Stuk" type="t:Stuk" abstract="true"/>', ...members],
  ],
  ['types that are derived from one of DataContract, never abstract', '<xs:element name="Stuk" type="t:Stuk"/>', []],
])('document types are told by %s beside other elements', async (_, member, components) => {
  const types = schema()
    .replace(/<xs:element name="Kenmerk" type="xs:string"\/>/, `$&${member}`)
    .replace('</xs:schema>', `${[stuk, ...derived, ...components].join('')}</xs:schema>`);
  const wsdl = join(root, `${String(components.length)}.wsdl`);
  writeFileSync(wsdl, wsdlOf({ types }));
  const { contract } = await initFolder({ wsdl, out: join(root, `uit-${String(components.length)}`), yes: true });

  expect(contract.documentTypes.map(({ name }) => name).toSorted()).toEqual(['Besluit', 'Melding']);
  tryDeliveries(generationOf(contract, noFaces), { valid: 5, broken: 5 });
});

test.each([
  ['has to be there', ''],
  ['may be absent', ' minOccurs="0"'],
])('what is required at times is nil at others, and never then, where its element %s', async (_, occurs) => {
  const name = occurs === '' ? 'nil' : 'nil-of-afwezig';
  const soort = `<xs:element name="Documentsoort"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="Melding"/><xs:enumeration value="Besluit"/></xs:restriction></xs:simpleType></xs:element>`;
  const types = schema().replace(
    /<xs:element name="Kenmerk" type="xs:string"\/>/,
    `$&${soort}<xs:element name="Besluitdatum" type="xs:date" nillable="true"${occurs}/>`,
  );
  const [wsdl, out] = [join(root, `${name}.wsdl`), join(root, name)];
  writeFileSync(wsdl, wsdlOf({ types }));
  await initFolder({ wsdl, out, yes: true });
  writeFileSync(join(out, 'description.csv'), 'pad;naam;verplicht\nBesluitdatum;;als Documentsoort = Besluit\n');
  await renewExamples(out, '2026-11-24');
  const generation = generationOf(readContract(out), noFaces);
  const sentOf = (documentType: string): readonly string[] =>
    fc
      .sample(validDelivery(generation, documentType), { seed: 1, numRuns: 40 })
      .map(({ message }) => Buffer.from(message('000000000001')).toString());
  const isNil = (message: string): boolean => /<\w+:Besluitdatum[^>]*nil="true"/.test(message);

  expect(sentOf('Melding').some(isNil)).toBe(true);
  expect(sentOf('Besluit').every((one) => one.includes('Besluitdatum') && !isNil(one))).toBe(true);
  tryDeliveries(generation, { valid: 30, broken: 50 });
  const id = 'rules.sch#datumBesluit-verplicht';
  const [broken] = fc.sample(violation(generation, 'Besluit', id), { seed: 1, numRuns: 1 });
  const message = Buffer.from(broken?.message('000000000001') ?? []).toString();
  expect([isNil(message), message.includes('Besluitdatum')]).toEqual(occurs === '' ? [true, true] : [false, false]);
});
