import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type BrokenCopy, complaint } from '../test/samples/broken-copy.ts';

type Case = readonly [title: string, damage: (copy: BrokenCopy) => unknown, message: string];

const check = (cases: readonly Case[]): void => {
  test.each(cases)('%s', (_, damage, message) => {
    expect(complaint('contract/2020-01', damage)).toBe(message);
  });
};

const yaml = 'contract.yaml';
const example = 'examples/Melding.xml';
const content = /(?<=<drp:InhoudZip>)[^<]*/;
const zipped = (xml: string): string =>
  Buffer.from(zipSync({ 'inhoud.xml': [new TextEncoder().encode(xml), { mtime: new Date(2024, 0, 2) }] })).toString(
    'base64',
  );

describe('a payload of an example that does not fit is refused with its line', () => {
  const holding = (text: string) => (copy: BrokenCopy) => copy.replace(example, content, text);
  check([
    [
      'because it is not base64',
      holding('geen base64!'),
      "examples/Melding.xml:22: a payload can't be read: it is not base64; correct it",
    ],
    [
      'because it is no zip',
      holding(Buffer.from('geen zip').toString('base64')),
      "examples/Melding.xml:22: a payload can't be read: invalid zip data; correct it",
    ],
    [
      'because its XML is not well-formed',
      holding(zipped('<aanlevering>')),
      "examples/Melding.xml:22: a payload can't be read: it is not well-formed, line 1: Premature end of data in tag aanlevering line 1; correct it",
    ],
    [
      'because its root is another',
      holding(zipped('<levering/>')),
      'examples/Melding.xml:22: the root of inhoud.xml in role inhoud is levering, not aanlevering; make them equal',
    ],
    [
      'because it is not valid by its schema',
      holding(zipped('<aanlevering/>')),
      "examples/Melding.xml:22: inhoud.xml in role inhoud is not valid, line 1: Element 'aanlevering': Missing child element(s). Expected is ( zakelijke-mededeling ); correct it",
    ],
  ]);
});

describe('a role or schema of a payload that does not fit is refused with its line', () => {
  const withFiles =
    (files: string, decode = 'zip') =>
    (copy: BrokenCopy): unknown =>
      copy
        .replace(yaml, /decode: zip(?=[^]*?root: aanlevering)/, `decode: ${decode} `)
        .replace(yaml, 'root: aanlevering', `root: aanlevering\n      with: { files: ${files}, ground: assumed }`);
  test.each([
    [
      '[tabel.csv]',
      'zip',
      'files has "tabel.csv", which is no PDF or image, or stands there twice; name each file once',
    ],
    [
      '[a.pdf, a.pdf]',
      'zip',
      'files has "a.pdf", which is no PDF or image, or stands there twice; name each file once',
    ],
    ['[map/a.pdf]', 'zip', 'files has "map/a.pdf", which is no PDF or image, or stands there twice'],
    ['[a.pdf]', 'file', 'roles.inhoud has files beside its document, and only a zip holds several; add decode: zip'],
  ])('because its further files are %s in a %s', (files, decode, message) => {
    expect(complaint('contract/2020-01', withFiles(files, decode))).toContain(message);
  });

  check([
    [
      'because the role finds nothing',
      ({ replace }) => replace(yaml, 'titel: zakelijke-mededeling/kop/titel', 'titel: zakelijke-mededeling/kop/tietel'),
      'contract.yaml:236: role titel: XPath "zakelijke-mededeling/kop/tietel" finds nothing in any of the 7 examples; correct it, or add an example that has it',
    ],
    [
      'because a rule speaks of a role that is called otherwise',
      ({ replace }) => replace(yaml, 'gmlId: ', 'titel: '),
      'rules.sch:252: rule bopa-gml-id-uniek names the element "gmlId", which no role puts in the view, did you mean "gml"?',
    ],
    [
      'because the schema is not there',
      ({ replace }) => replace(yaml, 'schema: inhoud.xsd', 'schema: inhoudt.xsd'),
      'contract.yaml:230: there is no file "inhoudt.xsd" in the folder, did you mean "inhoud.xsd"?',
    ],
    [
      'because the root is not declared',
      ({ replace }) => replace(yaml, 'root: aanlevering', 'root: levering'),
      'contract.yaml:230: inhoud.xsd declares no element levering; correct the name or the schema',
    ],
    [
      'because an import is missing',
      ({ remove }) => remove('bopa-gml.xsd'),
      'bopa-geometrie.xsd:7: there is no file "bopa-gml.xsd" in the folder; add the file, or correct the name',
    ],
    [
      'because an included list is missing',
      ({ remove }) => remove('codelists.xsd'),
      'dossier.xsd:7: there is no file "codelists.xsd" in the folder; add the file, or correct the name',
    ],
  ]);
});

describe('a code list that can not be used is refused with its line', () => {
  const emptied = (name: string) => (copy: BrokenCopy) =>
    copy.replace(
      'codelists.xsd',
      new RegExp(`(?<=<xs:simpleType name="${name}">[^]*?<xs:restriction base="xs:string">)[^]*?(?=</xs:restriction>)`),
      '',
    );
  check([
    [
      'because it is empty',
      emptied('Rubriek'),
      'codelists.xsd:840: code list "codelists.xsd#Rubriek" is empty; add its values as enumerations',
    ],
    [
      'because it is empty, and a role uses it',
      emptied('Provincie'),
      'codelists.xsd:411: code list "codelists.xsd#Provincie" is empty; add its values as enumerations',
    ],
    [
      'because it is not there',
      ({ replace }) => replace(yaml, '- codelists.xsd#Rubriek', '- codelists.xsd#Rubrieken'),
      'contract.yaml:73: there is no code list "codelists.xsd#Rubrieken", did you mean "codelists.xsd#Rubriek"?',
    ],
    [
      'because a facet of it has no ground',
      ({ replace }) => replace('dossier.xsd', /(?<=<xs:maxLength value="255">)\s*<xs:annotation>.*/, ''),
      'dossier.xsd:143: xs:maxLength "255" has no ground; add an xs:annotation with g:ground',
    ],
  ]);
});
