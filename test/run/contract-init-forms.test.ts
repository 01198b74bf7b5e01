import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readContract } from '#contract/reader';
import { validDelivery } from '#generators/delivery';
import { noFaces } from '#generators/faces';
import { readZip } from '#judgement/zip';
import { generationOf } from '../samples/generation.ts';
import { initFolder } from '#cli/contract/init';
import type { Contract } from '#contract/contract';
import { deliveriesOf } from '#contract/deliveries';
import { createExaminer } from '#endpoint/mock/examine';
import { schema, wsdlOf } from '../wsdl/small-service.ts';
import { renewExamples } from '#cli/contract/new-examples';
import { violable } from '#generators/violation';
import { tryFolder } from '../swaps/trial.ts';

const root = mkdtempSync(join(tmpdir(), '3pas-forms-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

let count = 0;
const made = async (
  { 'a.wsdl': wsdl }: { readonly 'a.wsdl': string },
  more: { readonly operation?: readonly string[] } = {},
): Promise<Contract> => {
  count += 1;
  const folder = join(root, String(count));
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.wsdl'), wsdl);
  return (await initFolder({ wsdl: join(folder, 'a.wsdl'), out: join(folder, 'uit'), yes: true, ...more })).contract;
};

const withNewExamples = async (directory: string): Promise<Contract> => {
  await renewExamples(directory, '2026-11-24');
  return readContract(directory);
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

  test('codes of document types are called what their documentation calls them, and asked for where it is silent', async () => {
    const coded = (...values: readonly (readonly [string, string])[]): string =>
      values
        .map(
          ([value, note]) =>
            `<xs:enumeration value="${value}"><xs:annotation><xs:documentation>${note}</xs:documentation></xs:annotation></xs:enumeration>`,
        )
        .join('');
    const typed = (values: string): string =>
      `<xs:element name="Soort"><xs:simpleType><xs:restriction base="xs:string">${values}</xs:restriction></xs:simpleType></xs:element>`;
    const named = await made({
      'a.wsdl': withFile(typed(coded(['1', '1 = Aanvraag. Van een vergunning.'], ['2', 'Besluit']))),
    });
    const silent = await made({ 'a.wsdl': withFile(typed(coded(['01', ''], ['02', '']))) });

    expect(named.documentTypes.map(({ name }) => name)).toEqual(['Aanvraag', 'Besluit']);
    expect([...(named.roles.find(({ name }) => name === 'documenttype')?.codes ?? [])]).toEqual([
      ['1', 'Aanvraag'],
      ['2', 'Besluit'],
    ]);
    expect(named.open.map(({ about }) => about)).not.toContain('documentTypes');
    expect(silent.open.find(({ about }) => about === 'documentTypes')?.question).toBe(
      'what are 01, 02 of dienst:Soort? No documentation names them; give each a label, or a word under roles.documenttype.codes',
    );
  }, 30_000);

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
    expect(open.map(({ about }) => about)).toEqual(['uses.documentType', 'uses.content', 'service.duplicate.key']);
  }, 30_000);

  test('a document in a zip is called after its role, unless the folder says how', async () => {
    const zipped = '<xs:element name="InhoudZip" type="xs:base64Binary"/>';
    const { directory, documentTypes } = await made({ 'a.wsdl': withFile(zipped) });
    const note = 'Een zip met akte.xml, besluit.pdf en kaart.png.';
    const documented = await made({
      'a.wsdl': withFile(
        zipped.replace(
          '/>',
          `><xs:annotation><xs:documentation>${note}</xs:documentation></xs:annotation></xs:element>`,
        ),
      ),
    });
    const namesIn = (contract: Contract): readonly unknown[] => {
      const [one] = fc.sample(validDelivery(generationOf(contract, noFaces), documentTypes[0]?.name ?? ''), {
        seed: 1,
        numRuns: 1,
      });
      const text = Buffer.from(one?.message('000000000001') ?? []).toString();
      const packed = Buffer.from(/InhoudZip>([^<]*)</.exec(text)?.[1] ?? '', 'base64');
      const files = readZip(packed, 1_000_000);
      return typeof files === 'string' ? [files] : files.map(({ name }) => name);
    };
    const yaml = join(directory, 'contract.yaml');

    expect(namesIn(documented)).toEqual(['akte.xml', 'besluit.pdf', 'kaart.png']);
    expect(namesIn(readContract(directory))).toEqual(['inhoud.xml']);
    writeFileSync(
      yaml,
      readFileSync(yaml, 'utf8').replace('root: aanlevering\n', 'root: aanlevering\n      file: stuk.xml\n'),
    );
    expect(namesIn(readContract(directory))).toEqual(['stuk.xml']);
    writeFileSync(
      yaml,
      readFileSync(yaml, 'utf8').replace(
        'file: stuk.xml\n',
        'file: stuk.xml\n      with: { files: [besluit.pdf, foto.png, kaart.jpg], ground: assumed }\n',
      ),
    );
    const contract = await withNewExamples(directory);
    const generation = generationOf(contract, noFaces);
    const [type = ''] = documentTypes.map(({ name }) => name);
    const broken = violable(generation, type).find(({ constraint }) =>
      constraint.id.endsWith('#inhoud-heeft-bestanden'),
    );

    expect(namesIn(contract)).toEqual(['stuk.xml', 'besluit.pdf', 'foto.png', 'kaart.jpg']);
    expect(broken?.violable).toBe(true);
    expect((await tryFolder({ directory })).wrong).toEqual([]);
  }, 60_000);

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
    expect(contract.open.map(({ about }) => about)).toEqual(['uses.content', 'service.duplicate.key']);
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

/** Two operations, each for a document type of its own: with the same in the request, or with something else. */
const operationPerType = (second: string): string => {
  const request = (name: string, members: readonly string[]): string =>
    `<xs:element name="${name}"><xs:complexType><xs:sequence>${members.map((one) => `<xs:element name="${one}" type="xs:string"/>`).join('')}</xs:sequence></xs:complexType></xs:element>`;
  const operations = ['MeldAanvraag', 'MeldBesluit'];
  return wsdlOf({
    types: `<xs:schema targetNamespace="urn:dienst" elementFormDefault="qualified">${request('MeldAanvraag', ['Kenmerk', 'Titel', 'Datum'])}${request('MeldAanvraagAntwoord', ['Nummer'])}${request('MeldBesluit', second.split(' '))}${request('MeldBesluitAntwoord', ['Besluitnummer'])}</xs:schema>`,
    messages: operations
      .flatMap((name) => [name, `${name}Antwoord`])
      .map((name) => `<w:message name="${name}"><w:part name="p" element="t:${name}"/></w:message>`)
      .join(''),
    portType: operations
      .map(
        (name) =>
          `<w:operation name="${name}"><w:input message="t:${name}"/><w:output message="t:${name}Antwoord"/></w:operation>`,
      )
      .join(''),
    binding: `<s:binding transport="http://schemas.xmlsoap.org/soap/http"/>${operations
      .map(
        (name) =>
          `<w:operation name="${name}"><s:operation soapAction="urn:dienst/${name}"/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation>`,
      )
      .join('')}`,
  });
};

describe('of what tells the document type, and of the content', () => {
  test.each([
    [
      'that take much the same take a document type each',
      'Kenmerk Titel Besluitdatum',
      {},
      ['MeldAanvraag', 'MeldBesluit'],
    ],
    ['that take other things are one to deliver to and others', 'Naam Adres Woonplaats', {}, ['MeldAanvraag']],
    [
      'take a document type each if that is said',
      'Kenmerk Naam Adres Plaats',
      { operation: ['MeldBesluit', 'MeldAanvraag'] },
      ['MeldBesluit', 'MeldAanvraag'],
    ],
    ['are one if one is named', 'Kenmerk Titel Datum', { operation: ['MeldBesluit'] }, ['MeldBesluit']],
  ])('operations %s', async (...[, second, more, types]) => {
    const { documentTypes, service, otherOperations } = await made({ 'a.wsdl': operationPerType(second) }, more);

    expect(documentTypes.map(({ name }) => name)).toEqual(types);
    expect(deliveriesOf(service).map(({ name, action }) => [name, action])).toEqual(
      types.map((name) => [name, `urn:dienst/${name}`]),
    );
    expect(types.length + otherOperations.length).toBe(2);
    expect(service.answer.dossierNumber.split('|')).toEqual(
      types.map((name) => `dienst:${name === 'MeldBesluit' ? 'Besluitnummer' : 'Nummer'}`),
    );
  });

  test('what any of a substitution group stands for tells the document type, and is found in whichever stands there', async () => {
    const types = schema(
      '<xs:element name="Stuk" type="t:Stuk" abstract="true"/><xs:element name="Aanvraag" type="t:Stuk" substitutionGroup="t:Stuk"/><xs:element name="Besluit" type="t:Stuk" substitutionGroup="t:Stuk"/>',
    )
      .replace('<xs:element name="Lever"><xs:complexType>', '<xs:complexType name="Stuk">')
      .replace(
        '</xs:complexType></xs:element>',
        '</xs:complexType><xs:element name="Lever"><xs:complexType><xs:sequence><xs:element ref="t:Stuk"/></xs:sequence></xs:complexType></xs:element>',
      );
    const { documentTypes, roles, uses } = await made({ 'a.wsdl': wsdlOf({ types }) });

    expect(documentTypes.map(({ name }) => name)).toEqual(['Aanvraag', 'Besluit']);
    expect(Object.fromEntries(roles.map(({ name, at }) => [name, at]))).toEqual({
      documenttype: 'local-name(dienst:Aanvraag|dienst:Besluit)',
      referentienummer: 'dienst:Aanvraag/dienst:Kenmerk|dienst:Besluit/dienst:Kenmerk',
      titel: 'dienst:Aanvraag/dienst:Titel|dienst:Besluit/dienst:Titel',
      inhoud: 'dienst:Aanvraag/dienst:Inhoud|dienst:Besluit/dienst:Inhoud',
    });
    expect(uses.documentType).toMatchObject({ path: 'documenttype' });
  });

  test('content is what stands in base64, not the hexadecimal sum beside it, and one of two kinds may be there', async () => {
    const hexadecimal =
      '<xs:element name="Bestand" type="xs:hexBinary"/><xs:element name="Pdf" type="xs:base64Binary"/>';
    const choice = `<xs:choice>${hexadecimal.replace('hexBinary', 'base64Binary')}</xs:choice>`;
    const of = (members: string): { readonly 'a.wsdl': string } => ({
      'a.wsdl': wsdlOf({ types: schema().replace(/<xs:element name="Inhoud"[^>]*>/, members) }),
    });
    const summed = await made(of(hexadecimal));
    const chosen = await made(of(choice));
    const examiner = createExaminer(chosen, 'basic');
    const likeness = (between: string): string | undefined => {
      const request = ['', '<Kenmerk>K</Kenmerk>', '<Titel>T</Titel>', '<Bestand>aGFsbG8=</Bestand>', ''].join(between);
      const message = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><Lever xmlns="urn:dienst">${request}</Lever></s:Body></s:Envelope>`;
      const examined = examiner.examine(Buffer.from(message), { today: '2026-11-30', oin: undefined, mandates: [] });
      return examined.kind === 'delivery' ? examined.judgement.summary.likeness : undefined;
    };

    expect(summed.roles.find(({ name }) => name === 'inhoud')).toMatchObject({ at: 'dienst:Pdf', decode: 'file' });
    expect(likeness('')).toBeDefined();
    expect(likeness('\n  ')).toBe(likeness(''));
    examiner.dispose();
  });
});
