import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { saidBy } from '#cli/said-by';
import { initFolder, type InitOptions } from '#cli/contract/init';
import { leftEnglish } from '../samples/left-english.ts';
import { schema, wsdlOf } from '../wsdl/small-service.ts';

const root = mkdtempSync(join(tmpdir(), '3pas-init-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

let count = 0;
interface Placed {
  readonly folder: string;
  readonly out: string;
}

const place = (files: Readonly<Record<string, string | Uint8Array>>): Placed => {
  count += 1;
  const folder = join(root, String(count));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { folder, out: join(folder, 'uit') };
};

type More = Partial<Omit<InitOptions, 'wsdl' | 'out'>>;
type Files = Readonly<Record<string, string>>;
/** What a case is of, its files, and what is asked besides. */
type Case = readonly [what: string, files: Files, more: More];
const cases = (given: readonly (readonly [what: string, files: Files, more?: More])[]): Case[] =>
  given.map(([what, files, more = {}]) => [what, files, more]);

const made = async (files: Readonly<Record<string, string>>, more: More = {}) => {
  const { folder, out } = place(files);
  const { contract } = await initFolder({ wsdl: join(folder, 'a.wsdl'), out, yes: true, ...more });
  return contract;
};

const refusal = async (files: Readonly<Record<string, string | Uint8Array>>, more: More = {}): Promise<string> => {
  const { folder, out } = place(files);
  const before = readdirSync(folder);
  try {
    await initFolder({ wsdl: join(folder, 'a.wsdl'), out, yes: true, ...more });
    return 'made';
  } catch (error) {
    expect(readdirSync(folder)).toEqual(before);
    if (!(error instanceof Error)) return String(error);
    const { nl } = saidBy(error);
    expect(nl).not.toBe(error.message);
    expect(leftEnglish(nl, error.message)).toEqual([]);
    return error.message.replaceAll(`${folder}/`, '');
  }
};

const twoOperations = (first: string, second: string, action = ''): string =>
  wsdlOf({
    portType: [first, second]
      .map((name) => `<w:operation name="${name}"><w:input message="t:In"/><w:output message="t:Uit"/></w:operation>`)
      .join(''),
    binding: `<s:binding transport="http://schemas.xmlsoap.org/soap/http"/>${[first, second]
      .map(
        (name) =>
          `<w:operation name="${name}"><s:operation soapAction="${action === '' ? '' : action + name}"/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation>`,
      )
      .join('')}`,
  });

const soap12 = `<w:binding name="B12" type="t:Dienst"><s12:binding transport="http://schemas.xmlsoap.org/soap/http"/>
  <w:operation name="Lever"><s12:operation soapAction="urn:dienst/Lever"/><w:input><s12:body use="literal"/></w:input><w:output><s12:body use="literal"/></w:output></w:operation></w:binding>`;
const soap11 = `<w:binding name="B" type="t:Dienst"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
  <w:operation name="Lever"><s:operation soapAction="urn:dienst/Lever"/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding>`;
const policy = (assertion: string): string =>
  wsdlOf({
    before: `<wsp:Policy wsu:Id="eisen"><wsp:ExactlyOne><wsp:All>${assertion}</wsp:All></wsp:ExactlyOne></wsp:Policy>`,
    bindings: soap11.replace('<s:binding', '<wsp:PolicyReference URI="#eisen"/><s:binding'),
  });
const body = (more: string): string =>
  soap11.replace(
    '<w:input><s:body use="literal"/></w:input>',
    `<w:input><s:body use="literal" parts="p"/>${more}</w:input>`,
  );
const messages = (input: string): string =>
  `<w:message name="In">${input}</w:message><w:message name="Uit"><w:part name="p" element="t:LeverResponse"/></w:message>`;

describe('a WSDL that is taken', () => {
  test.each(
    cases([
      ['with its schema in it', { 'a.wsdl': wsdlOf() }],
      ['with unqualified elements', { 'a.wsdl': wsdlOf({ types: schema('', '') }) }],
      ['with actions that are empty', { 'a.wsdl': wsdlOf({ bindings: soap11.replace('urn:dienst/Lever', '') }) }],
      [
        'with SOAP 1.2 before SOAP 1.1',
        {
          'a.wsdl': wsdlOf({
            bindings: soap12 + soap11,
            service:
              '<w:service name="D"><w:port name="P12" binding="t:B12"/><w:port name="P" binding="t:B"/></w:service>',
          }),
        },
      ],
      ['without a service', { 'a.wsdl': wsdlOf({ service: '' }) }],
      [
        'with two services',
        {
          'a.wsdl': wsdlOf({
            service:
              '<w:service name="Een"><w:port name="P" binding="t:B"/></w:service><w:service name="Twee"><w:port name="Q" binding="t:B"/></w:service>',
          }),
        },
        { service: 'Twee' },
      ],
      ['with more operations', { 'a.wsdl': twoOperations('HaalStatus', 'Lever') }],
      ['with an operation that is named', { 'a.wsdl': twoOperations('LeverAf', 'Lever') }, { operation: ['Lever'] }],
      [
        'with a schema beside it',
        {
          'a.wsdl': wsdlOf({
            types: '<xs:schema><xs:import namespace="urn:dienst" schemaLocation="./b.xsd"/></xs:schema>',
          }),
          'b.xsd': schema().replace('<xs:schema', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'),
        },
      ],
      [
        'with a schema above it',
        {
          'a.wsdl': wsdlOf({
            types: '<xs:schema><xs:import namespace="urn:dienst" schemaLocation="sub/../sub/c.xsd"/></xs:schema>',
          }),
          'sub/c.xsd': schema('<xs:include schemaLocation="../d.xsd"/>').replace(
            '<xs:schema',
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"',
          ),
          'd.xsd':
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:dienst"><xs:simpleType name="Woord"><xs:restriction base="xs:string"/></xs:simpleType></xs:schema>',
        },
      ],
      [
        'with one namespace over two schemas in it',
        {
          'a.wsdl': wsdlOf({
            types: `${schema().replace('name="Titel" type="xs:string"', 'name="Titel" type="t:Titel"')}<xs:schema targetNamespace="urn:dienst"><xs:simpleType name="Titel"><xs:restriction base="xs:string"><xs:maxLength value="200"/></xs:restriction></xs:simpleType></xs:schema>`,
          }),
        },
      ],
      [
        'with an import that names no location',
        {
          'a.wsdl': wsdlOf({
            types: `${schema('<xs:import namespace="urn:delen"/>').replace('type="xs:string"', 'type="d:Kort" xmlns:d="urn:delen"')}<xs:schema targetNamespace="urn:delen"><xs:simpleType name="Kort"><xs:restriction base="xs:string"><xs:maxLength value="80"/></xs:restriction></xs:simpleType></xs:schema>`,
          }),
        },
      ],
      [
        'with no import of what it names',
        {
          'a.wsdl': wsdlOf({
            types: `${schema().replace('type="xs:string"', 'type="d:Kort" xmlns:d="urn:delen"')}<xs:schema targetNamespace="urn:delen"><xs:simpleType name="Kort"><xs:restriction base="xs:string"><xs:maxLength value="80"/></xs:restriction></xs:simpleType></xs:schema>`,
          }),
        },
      ],
      [
        'with schemas that import one another',
        {
          'a.wsdl': wsdlOf({
            types: `${schema('<xs:import namespace="urn:delen"/><xs:simpleType name="Woord"><xs:restriction base="xs:string"/></xs:simpleType>').replace('type="xs:string"', 'type="d:Kort" xmlns:d="urn:delen"')}<xs:schema targetNamespace="urn:delen"><xs:import namespace="urn:dienst"/><xs:simpleType name="Kort"><xs:restriction base="t:Woord"><xs:maxLength value="80"/></xs:restriction></xs:simpleType></xs:schema>`,
          }),
        },
      ],
      [
        'with xml:lang, of which nobody has a schema',
        {
          'a.wsdl': wsdlOf({
            types: schema(
              '<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>',
            ).replace(
              '</xs:sequence></xs:complexType>',
              '</xs:sequence><xs:attribute ref="xml:lang"/></xs:complexType>',
            ),
          }),
        },
      ],
      [
        'with includes that go round, by a name that a schema of ours has',
        {
          'a.wsdl': wsdlOf({
            types: '<xs:schema><xs:import namespace="urn:dienst" schemaLocation="inhoud.xsd"/></xs:schema>',
          }),
          'inhoud.xsd': schema('<xs:include schemaLocation="e.xsd"/>').replace(
            '<xs:schema',
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"',
          ),
          'e.xsd':
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="inhoud.xsd"/></xs:schema>'.replace(
              '<xs:schema ',
              '<xs:schema targetNamespace="urn:dienst" ',
            ),
        },
      ],
      [
        'with a policy that TLS keeps',
        {
          'a.wsdl': policy(
            '<sp:TransportBinding><wsp:Policy><sp:TransportToken><wsp:Policy><sp:HttpsToken/></wsp:Policy></sp:TransportToken></wsp:Policy></sp:TransportBinding>',
          ),
        },
      ],
      ['with a policy that asks for nothing', { 'a.wsdl': policy('<wsaw:UsingAddressing wsp:Optional="true"/>') }],
      [
        'with a part in a header that need not be',
        {
          'a.wsdl': wsdlOf({
            messages: messages('<w:part name="h" element="t:LeverResponse"/><w:part name="p" element="t:Lever"/>'),
            bindings: body('<s:header message="t:In" part="h" use="literal" w:required="false"/>'),
          }),
        },
      ],
    ]),
  )(
    '%s',
    async (_, files, more) => {
      const contract = await made(files, more);

      expect(contract.service.deliver.name).toMatch(/^Lever/);
      expect(contract.service.answer.dossierNumber).toMatch(/Nummer$/);
      expect(contract.roles.map(({ name }) => name)).toEqual(['referentienummer', 'titel', 'inhoud']);
      expect(contract.uses.title).toMatchObject({ path: 'titel' });
    },
    30_000,
  );
});

describe('of a WSDL that is taken', () => {
  test('an answer that is a text is the number itself', async () => {
    const types = schema().replace(
      /<xs:element name="LeverResponse">[^]*?<\/xs:element>\s*<\/xs:schema>/,
      '<xs:element name="LeverResponse" type="xs:string"/></xs:schema>',
    );
    const contract = await made({ 'a.wsdl': wsdlOf({ types }) });

    expect(contract.service.answer.dossierNumber).toBe('.');
  }, 30_000);

  test('what is guessed of the service is open, with what else it could be', async () => {
    const answer = `<xs:element name="LeverResponse"><xs:complexType><xs:sequence>
      <xs:element name="Nummer" type="xs:string"/><xs:element name="Foutcode" type="xs:string"/><xs:element name="Foutmelding" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element></xs:schema>`;
    const types = schema().replace(/<xs:element name="LeverResponse">[^]*$/, answer);
    const { open } = await made({
      'a.wsdl': twoOperations('LeverAan', 'LeverNaar').replace(
        /<w:types>[^]*<\/w:types>/,
        `<w:types>${types}</w:types>`,
      ),
    });

    expect(open.map(({ about, question }) => `${about}: ${question}`)).toEqual([
      'service.deliver: do deliveries go to LeverAan, or to LeverNaar (Dienst)?',
      expect.stringMatching(/^service\.answer\.failure: does a response refuse by a code at dienst:Foutcode\? /),
      expect.stringMatching(/^documentTypes: does LeverAan take one document type\? /),
      expect.stringMatching(/^uses\.content: /),
      expect.stringMatching(/^service\.duplicate\.key: /),
    ]);
  }, 30_000);

  test('a code that acceptances have as well does not refuse, and what does is open', async () => {
    const types = schema().replace(
      '<xs:element name="Nummer" type="xs:string"/>',
      '<xs:element name="Nummer" type="xs:string"/><xs:element name="Foutcode" type="xs:int"/><xs:element name="Foutmelding" type="xs:string"/>',
    );
    const { service, open } = await made({ 'a.wsdl': wsdlOf({ types }) });

    expect(service.answer.failure).toBeUndefined();
    expect(open.find(({ about }) => about === 'service.answer.failure')?.question).toMatch(
      /demands a code at dienst:Foutcode in both/,
    );
  }, 30_000);

  test('a header that is a text by itself is filled or asked for, and so is a policy that stands elsewhere', async () => {
    const messages = `<w:message name="In"><w:part name="p" element="t:Lever"/></w:message>
      <w:message name="Uit"><w:part name="p" element="t:LeverResponse"/></w:message>
      <w:message name="Kop"><w:part name="g" element="t:Gebruikersnaam"/><w:part name="s" element="t:Sessie"/></w:message>`;
    const types = schema(
      '<xs:element name="Gebruikersnaam" type="xs:string"/><xs:element name="Sessie" type="xs:string"/>',
    );
    const header = (part: string): string => `<s:header message="t:Kop" part="${part}" use="literal"/>`;
    const binding = `<wsp:PolicyReference URI="https://elders.example/beleid.xml"/><s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
      <w:operation name="Lever"><s:operation soapAction="urn:dienst/Lever"/>
      <w:input>${header('g')}${header('s')}<s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation>`;
    const { service, open } = await made({ 'a.wsdl': wsdlOf({ types, messages, binding }) });

    expect(service.headers.map(({ fills }) => fills.map(({ at, from }) => [at, from]))).toEqual([
      [['.', 'username']],
      [],
    ]);
    expect(open.map(({ question }) => question)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^what stands at the text of Sessie\?/),
        expect.stringMatching(/^what does the policy at https:\/\/elders\.example\/beleid\.xml demand of Lever\?/),
      ]),
    );
  });

  test('a header that must be there is filled by what its members are called', async () => {
    const kop = `<xs:element name="Kop"><xs:complexType><xs:sequence><xs:element name="Gebruikersnaam" type="xs:string"/>
      <xs:element name="BerichtId" type="xs:string"/><xs:element name="Versie" type="xs:string"/></xs:sequence></xs:complexType></xs:element>`;
    const bindings = wsdlOf().replace(/^[^]*(<w:binding [^]*<\/w:binding>)[^]*$/, '$1');
    const { service, open } = await made({
      'a.wsdl': wsdlOf({
        types: schema(kop),
        messages: `<w:message name="In"><w:part name="p" element="t:Lever"/></w:message>
          <w:message name="Uit"><w:part name="p" element="t:LeverResponse"/></w:message>
          <w:message name="Kop"><w:part name="k" element="t:Kop"/></w:message>`,
        bindings: bindings.replace('<w:input>', '<w:input><s:header message="t:Kop" part="k" use="literal"/>'),
      }),
    });

    expect(service.headers).toMatchObject([
      {
        element: { namespace: 'urn:dienst', name: 'Kop' },
        fills: [
          { at: 'dienst:Gebruikersnaam', from: 'username' },
          { at: 'dienst:BerichtId', from: 'id' },
        ],
      },
    ]);
    expect(open.map(({ about }) => about)).toContain('service.headers');
  }, 30_000);

  test('a response with an error in it refuses by itself, with codes of its own', async () => {
    const code =
      '<xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="E1"/><xs:enumeration value="E2"/></xs:restriction></xs:simpleType>';
    const members = `<xs:element name="IsGelukt" type="xs:boolean"/><xs:element name="Nummer" type="xs:string" minOccurs="0"/>
      <xs:element name="Foutcode" minOccurs="0">${code}</xs:element><xs:element name="Foutmelding" type="xs:string" minOccurs="0"/>`;
    const types = schema().replace('<xs:element name="Nummer" type="xs:string"/>', members);
    const { service, errorCodes } = await made({ 'a.wsdl': wsdlOf({ types }) });

    expect(service.answer).toMatchObject({
      dossierNumber: 'dienst:Nummer',
      failure: {
        flag: { at: 'dienst:IsGelukt', failed: ['false'], succeeded: ['true'] },
        code: 'dienst:Foutcode',
        text: 'dienst:Foutmelding',
      },
    });
    expect([errorCodes.schema.code, errorCodes.content.code]).toEqual(['E1', 'E2']);
  }, 30_000);

  test('attributes are places too, a fixed value is a document type, and no two examples have one name', async () => {
    const lever = `<xs:element name="Lever"><xs:complexType>
      <xs:attribute name="titel" type="xs:string" use="required"/>
      <xs:attribute name="soortDocument" use="required"><xs:simpleType><xs:restriction base="xs:string">
        <xs:enumeration value="a b"/><xs:enumeration value="a-b"/></xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="medium" type="xs:string" fixed="Staatscourant"/>
    </xs:complexType></xs:element>`;
    const types = schema().replace(/<xs:element name="Lever">[^]*?(?=<xs:element name="LeverResponse">)/, lever);
    const contract = await made({ 'a.wsdl': wsdlOf({ types }) });

    expect(contract.documentTypes.map(({ name, example }) => [name, example])).toEqual([
      ['a b', 'examples/a-b.xml'],
      ['a-b', 'examples/a-b-2.xml'],
    ]);
    expect(contract.roles.map(({ at }) => at)).toEqual(['@soortDocument', '@titel', '@medium']);
  }, 30_000);
});

describe('a WSDL that is not taken', () => {
  test.each(
    cases([
      ['rpc', { 'a.wsdl': wsdlOf({ bindings: soap11.replace('<s:binding', '<s:binding style="rpc"') }) }],
      ['encoded', { 'a.wsdl': wsdlOf({ bindings: soap11.replaceAll('literal', 'encoded') }) }],
      ['SOAP 1.2 alone', { 'a.wsdl': wsdlOf({ bindings: soap12, service: '' }) }],
      [
        'MTOM',
        {
          'a.wsdl': policy(
            '<m:OptimizedMimeSerialization xmlns:m="http://schemas.xmlsoap.org/ws/2004/09/policy/optimizedmimeserialization"/>',
          ),
        },
      ],
      ['WS-Addressing', { 'a.wsdl': policy('<wsaw:UsingAddressing/>') }],
      ['signed', { 'a.wsdl': policy('<sp:AsymmetricBinding/><sp:SignedParts><sp:Body/></sp:SignedParts>') }],
      ['a header', { 'a.wsdl': wsdlOf({ bindings: body('<s:header message="t:Uit" part="q" use="literal"/>') }) }],
      [
        'two parts',
        {
          'a.wsdl': wsdlOf({
            messages: messages('<w:part name="p" element="t:Lever"/><w:part name="q" element="t:Lever"/>'),
          }),
        },
      ],
      ['a part with a type', { 'a.wsdl': wsdlOf({ messages: messages('<w:part name="p" type="xs:string"/>') }) }],
      [
        'one-way',
        { 'a.wsdl': wsdlOf({ portType: '<w:operation name="Lever"><w:input message="t:In"/></w:operation>' }) },
      ],
      ['attachments', { 'a.wsdl': wsdlOf({ bindings: body('<mime:multipartRelated/>') }) }],
      ['no operation of that name', { 'a.wsdl': wsdlOf() }, { operation: ['Lveer'] }],
      [
        'no answer',
        { 'a.wsdl': wsdlOf({ types: schema().replace('<xs:element name="Nummer" type="xs:string"/>', '') }) },
      ],
      [
        'an element that is not declared',
        { 'a.wsdl': wsdlOf({ types: schema().replace('name="Lever"', 'name="Leveren"') }) },
      ],
      ['a type that is not there', { 'a.wsdl': wsdlOf({ types: schema().replace('xs:base64Binary', 't:Zip') }) }],
      [
        'a type of a schema that is not there',
        { 'a.wsdl': wsdlOf({ types: schema().replace('xs:base64Binary"', 'e:base64" xmlns:e="urn:codering"') }) },
      ],
      ['a web page', { 'a.wsdl': '<!DOCTYPE html><html><head><title>Welkom</title></head></html>' }],
      ['a login page', { 'a.wsdl': '<html><title>Inloggen</title><input type="password"></html>' }],
      ['not XML', { 'a.wsdl': 'MZ' }],
      ['empty', { 'a.wsdl': '' }],
      ['too deep', { 'a.wsdl': '<a>'.repeat(300) }],
      ['another encoding', { 'a.wsdl': '<?xml version="1.0" encoding="UTF-7"?><a/>' }],
      [
        'a pattern that is none',
        {
          'a.wsdl': wsdlOf({
            types: schema().replace(
              '<xs:element name="Nummer" type="xs:string"/>',
              '<xs:element name="Nummer"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="(a["/></xs:restriction></xs:simpleType></xs:element>',
            ),
          }),
        },
      ],
      [
        'more elements than are made',
        {
          'a.wsdl': wsdlOf({
            types: schema().replace(
              'type="xs:base64Binary" minOccurs="0"',
              'type="xs:base64Binary" minOccurs="100000" maxOccurs="100000"',
            ),
          }),
        },
      ],
      [
        'a schema',
        { 'a.wsdl': schema().replace('<xs:schema', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"').trim() },
      ],
      ['WSDL 2.0', { 'a.wsdl': '<description xmlns="http://www.w3.org/ns/wsdl"/>' }],
      [
        'an import that is missing',
        {
          'a.wsdl': wsdlOf({
            types: '<xs:schema><xs:import namespace="urn:dienst" schemaLocation="weg.xsd"/></xs:schema>',
          }),
        },
      ],
      [
        'an import that would be fetched',
        {
          'a.wsdl': wsdlOf({
            types:
              '<xs:schema><xs:import namespace="urn:dienst" schemaLocation="http://localhost:1/x?xsd=xsd0"/></xs:schema>',
          }),
        },
      ],
      [
        'a WSDL import that goes round',
        {
          'a.wsdl': wsdlOf({ before: '<w:import namespace="urn:b" location="b.wsdl"/>' }),
          'b.wsdl': wsdlOf({ before: '<w:import namespace="urn:a" location="a.wsdl"/>' }),
        },
      ],
      ['external entities', { 'a.wsdl': '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>' }],
      ['a billion laughs', { 'a.wsdl': '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><w>&b;</w>' }],
      [
        'enormous',
        {
          'a.wsdl': `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/">${' '.repeat(17 * 1024 * 1024)}</w:definitions>`,
        },
      ],
    ]),
  )(
    '%s',
    async (_, files, more) => {
      expect(await refusal(files, more)).toMatchSnapshot();
    },
    30_000,
  );

  test('because several operations may be meant', async () => {
    expect(await refusal({ 'a.wsdl': twoOperations('LeverAf', 'Lever', 'urn:') }, { yes: false })).toMatchSnapshot();
  });

  test('into a folder that holds something', async () => {
    const { folder, out } = place({ 'a.wsdl': wsdlOf(), 'uit/mijn.txt': 'van mij' });

    await expect(initFolder({ wsdl: join(folder, 'a.wsdl'), out })).rejects.toThrow('is no empty folder');
    expect(readFileSync(join(out, 'mijn.txt'), 'utf8')).toBe('van mij');
    expect(existsSync(join(out, 'contract.yaml'))).toBe(false);
  });
});
