import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { parseTree } from '#xml/parse';
import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import { generationOf } from '../test/samples/generation.ts';
import { validDelivery } from './delivery.ts';
import { loadFaces } from './faces/load-faces.ts';

const folder = mkdtempSync(join(tmpdir(), '3pas-lax-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

cpSync(new URL('../test/contracts/post', import.meta.url).pathname, folder, { recursive: true });
const change = (file: string, ...changes: readonly (readonly [from: string, to: string])[]): void => {
  const path = join(folder, file);
  const text = changes.reduce(
    (now, [from, to]) => {
      if (!now.includes(from)) throw new Error(`${file} has no ${from}: correct the test`);
      return now.replace(from, to);
    },
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
};

/** As WCF writes its types: everything optional and nillable, texts that are any string, and types derived from one another. */
change(
  'xsd/bericht.xsd',
  ['name="Kop" type="d:Kop"', 'name="Kop" type="d:Kop" minOccurs="0" nillable="true"'],
  ['type="base64Binary" minOccurs="0"', 'type="base64Binary" minOccurs="0" nillable="true"'],
  [
    '<complexType name="Stuk"',
    '<simpleType name="Blok"><restriction base="base64Binary"/></simpleType><complexType name="Stuk"',
  ],
);
change('xsd/delen.xsd', [
  '<xs:complexType name="Kop">',
  `<xs:complexType name="Kop"><xs:sequence><xs:element name="Wijze" type="Wijze"/></xs:sequence></xs:complexType>
    <xs:complexType name="LangeKop"><xs:complexContent><xs:extension base="Kop"><xs:sequence>
      <xs:element name="Onderwerp" type="xs:string" minOccurs="0" nillable="true"/>
      <xs:element name="Kenmerk" type="xs:string" minOccurs="0" nillable="true"/>
      <xs:element name="Dag" type="xs:date" minOccurs="0" nillable="true"/>
    </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="OudeKop">`,
]);
change('docs/een.xml', ['<Kop xmlns="">', '<Kop xmlns="" xsi:type="d:LangeKop">']);

const generation = generationOf(readContract(folder), await loadFaces(readContract(folder)));
const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
const named = (around: XmlElement, name: string): readonly XmlElement[] => [
  ...(around.name === name ? [around] : []),
  ...elementsOf(around).flatMap((child) => named(child, name)),
];

const requests = fc
  .sample(validDelivery(generation, 'zending'), { seed: 1, numRuns: 200 })
  .map((one) => parseTree(one.message('000000000042')));

test('what is put into elements that may be nil or of another type leaves a valid delivery', () => {
  const put = requests.flatMap((request) => ['Onderwerp', 'Inhoud'].flatMap((name) => named(request, name)));

  expect(put.length).toBeGreaterThan(200);
  expect(put.filter((one) => one.attributes.some(({ namespace }) => namespace === xsi))).toEqual([]);
});

test('a title below a derived type is there, and marked', () => {
  const [kop, title] = requests.map((request) => [named(request, 'Kop')[0], named(request, 'Onderwerp')[0]])[0] ?? [];

  expect(kop && attributeOf(kop, 'type', xsi)).toMatch(/LangeKop$/);
  expect(title?.children[0]).toMatch(/^\[TEST 3PAS\] /);
  expect(requests.filter((request) => named(request, 'Onderwerp').length !== 1)).toEqual([]);
});

test('an element that nothing is put into still comes as nil, without content', () => {
  const nil = requests.flatMap((request) => named(request, 'Dag')).filter((one) => attributeOf(one, 'nil', xsi));

  expect(nil.length).toBeGreaterThan(0);
  expect(nil.filter((one) => one.children.length > 0)).toEqual([]);
});
