import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { initFolder } from '#cli/contract/init';
import { wrongExamples } from '#contract/examples/given-examples';
import { readContract } from '#contract/reader';
import { schema, wsdlOf } from '../wsdl/small-service.ts';

const root = mkdtempSync(join(tmpdir(), '3pas-given-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const types = schema().replace(
  /<xs:element name="Kenmerk" type="xs:string"\/>/,
  `$&<xs:element name="Documenttype" type="xs:string"/><xs:element name="Publicatiedatum" type="xs:string"/>
   <xs:element name="Medium" type="xs:string" minOccurs="0"/><xs:element name="Publicatieblad" type="xs:string" minOccurs="0"/>`,
);
const wsdl = join(root, 'a.wsdl');
writeFileSync(wsdl, wsdlOf({ types }));

const given = (name: string, members: string, request = 'Lever'): string => {
  const path = join(root, name);
  writeFileSync(
    path,
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><${request} xmlns="urn:dienst">${members}</${request}></s:Body></s:Envelope>`,
  );
  return path;
};
const members = (type: string): string =>
  `<Kenmerk>Z-1</Kenmerk><Documenttype>${type}</Documenttype><Publicatiedatum>2026-03-02</Publicatiedatum><Publicatieblad>Gemeenteblad</Publicatieblad><Titel>Een titel</Titel>`;

test('messages that came with a WSDL show which places are used, which document types there are, and what is a date', async () => {
  const out = join(root, 'uit');
  const example = [given('aanvraag.xml', members('AANVR')), given('besluit.xml', members('BESL'))];
  const { contract } = await initFolder({ wsdl, out, example, yes: true });
  const role = (name: string): unknown => contract.roles.find((one) => one.name === name);

  expect(contract.documentTypes.map(({ name }) => name)).toEqual(['AANVR', 'BESL']);
  expect(role('publicatiedatum')).toMatchObject({ at: 'dienst:Publicatiedatum', decode: 'date' });
  expect(role('medium')).toMatchObject({ at: 'dienst:Publicatieblad' });
  expect(readFileSync(join(out, 'examples/aanvraag.xml'))).toEqual(readFileSync(example[0] ?? ''));
  expect(wrongExamples(readContract(out))).toEqual([]);

  writeFileSync(join(out, 'examples/aanvraag.xml'), '<Anders/>');
  expect(wrongExamples(readContract(out)).map(({ message }) => message)).toEqual([
    'examples/aanvraag.xml:1: the example holds Anders, which is no delivery of this contract; take it out of the folder',
  ]);
});

test.each([
  [
    'is not valid',
    given('half.xml', '<Kenmerk/>'),
    /half\.xml:1: the example that was given is not valid by the schema: /,
  ],
  [
    'is of no operation',
    given('los.xml', '', 'Ophalen'),
    /no operation of the WSDL takes Ophalen, which one of the examples holds/,
  ],
])('a message that %s is refused, and nothing is written', async (_, path, said) => {
  await expect(initFolder({ wsdl, out: join(root, 'niet'), example: [path], yes: true, lang: 'en' })).rejects.toThrow(
    said,
  );
  expect(() => readFileSync(join(root, 'niet/contract.yaml'))).toThrow();
});
