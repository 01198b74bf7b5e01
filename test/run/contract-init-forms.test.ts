import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { initFolder } from '#cli/contract/init';
import type { Contract } from '#contract/contract';
import { schema, wsdlOf } from '../wsdl/small-service.ts';

const root = mkdtempSync(join(tmpdir(), '3pas-forms-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

let count = 0;
const made = async ({ 'a.wsdl': wsdl }: { readonly 'a.wsdl': string }): Promise<Contract> => {
  count += 1;
  const folder = join(root, String(count));
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.wsdl'), wsdl);
  return (await initFolder({ wsdl: join(folder, 'a.wsdl'), out: join(folder, 'uit'), yes: true })).contract;
};

describe('of what a file stands in', () => {
  const withFile = (members: string, response = '<xs:element name="Nummer" type="xs:string"/>'): string =>
    wsdlOf({
      types: schema()
        .replace('<xs:element name="Inhoud" type="xs:base64Binary" minOccurs="0"/>', members)
        .replace('<xs:element name="Nummer" type="xs:string"/>', response),
    });
  const file = `<xs:element name="Bijlage" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="Naam" type="xs:string"/><xs:element name="Data" type="xs:base64Binary"/></xs:sequence>
    <xs:attribute name="mimetype" type="xs:string" use="required"/></xs:complexType></xs:element>`;
  const kind = `<xs:element name="Soort"><xs:simpleType><xs:restriction base="xs:string">
    <xs:enumeration value="Aanvraag"/><xs:enumeration value="Besluit"/></xs:restriction></xs:simpleType></xs:element>`;

  test('a name and a media type beside binary data make it one file, and a list called Soort the document type', async () => {
    const { documentTypes, roles, open } = await made({ 'a.wsdl': withFile(file + kind) });

    expect(documentTypes.map(({ name, content }) => [name, content])).toEqual([
      ['Aanvraag', 'pdf'],
      ['Besluit', 'pdf'],
    ]);
    expect(roles.find(({ name }) => name === 'inhoud')).toMatchObject({
      decode: 'file',
      beside: { name: 'bestandsnaam', mediaType: 'mediatype' },
    });
    expect(roles.map(({ at }) => at)).toContain('dienst:Bijlage/@mimetype');
    expect(open.map(({ about }) => about)).toEqual(['uses.documentType', 'uses.content']);
  }, 30_000);

  test('what is called a PDF is one, and a list of errors in the response refuses by itself', async () => {
    const errors = `<xs:choice><xs:element name="Nummer" type="xs:string"/><xs:element name="Fout" maxOccurs="unbounded"><xs:complexType>
      <xs:attribute name="code" type="xs:string"/><xs:attribute name="melding" type="xs:string"/></xs:complexType></xs:element></xs:choice>`;
    const pdf = '<xs:element name="Pdf" type="xs:base64Binary"/>';
    const { documentTypes, service } = await made({ 'a.wsdl': withFile(pdf, errors) });

    expect(documentTypes.map(({ content }) => content)).toEqual(['pdf']);
    expect(service.answer).toMatchObject({
      dossierNumber: 'dienst:Nummer',
      failure: { flag: undefined, code: 'dienst:Fout/@code', text: 'dienst:Fout/@melding' },
    });
  }, 30_000);
});

describe('of what tells document types apart where no text does', () => {
  const lever = (members: string, types = ''): string =>
    wsdlOf({
      types: schema(
        `<xs:complexType name="Zaak"><xs:sequence><xs:element name="Titel" type="xs:string"/></xs:sequence></xs:complexType>${types}`,
      ).replace(
        /<xs:element name="Kenmerk" type="xs:string"\/>\s*<xs:element name="Titel" type="xs:string"\/>/,
        members,
      ),
    });
  const typesIn = ({ documentTypes }: Contract): readonly string[] => documentTypes.map(({ name }) => name);

  test('it is the element of a choice, and the title is found in each of them', async () => {
    const choice =
      '<xs:choice><xs:element name="Aanvraag" type="t:Zaak"/><xs:element name="Besluit" type="t:Zaak"/></xs:choice>';
    const contract = await made({ 'a.wsdl': lever(`<xs:element name="Kenmerk" type="xs:string"/>${choice}`) });

    expect(typesIn(contract)).toEqual(['Aanvraag', 'Besluit']);
    expect(contract.roles.map(({ name, at }) => [name, at])).toEqual([
      ['documenttype', 'local-name(dienst:Aanvraag|dienst:Besluit)'],
      ['referentienummer', 'dienst:Kenmerk'],
      ['titel', 'dienst:Aanvraag/dienst:Titel|dienst:Besluit/dienst:Titel'],
      ['inhoud', 'dienst:Inhoud'],
    ]);
    expect(contract.open.map(({ about }) => about)).toEqual(['uses.documentType', 'uses.content']);
  }, 30_000);

  test('it is the type that xsi:type names, and a rule that one type never keeps by chance is left out', async () => {
    const derived = ['Aanvraag', 'Besluit']
      .map(
        (name) =>
          `<xs:complexType name="${name}"><xs:complexContent><xs:extension base="t:Basis"><xs:sequence><xs:element name="Kenmerk${name}" type="xs:string" minOccurs="0"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
      )
      .join('');
    const base =
      '<xs:complexType name="Basis" abstract="true"><xs:sequence><xs:element name="Titel" type="xs:string"/></xs:sequence></xs:complexType>';
    const contract = await made({ 'a.wsdl': lever('<xs:element name="Dossier" type="t:Basis"/>', base + derived) });

    expect(typesIn(contract)).toEqual(['Aanvraag', 'Besluit']);
    expect(contract.roles[0]).toMatchObject({
      name: 'documenttype',
      at: 'dienst:Dossier/@xsi:type',
      told: { by: 'type' },
    });
    expect(contract.rules.map(({ id }) => id)).not.toContain('referentienummer-aanwezig');
  }, 30_000);
});
