import type { FolderCopy } from './folder-copy.ts';

/** One likely difference between the shipped contract and KOOP's, as an edit of data alone. */
export interface Swap {
  readonly name: string;
  readonly edit: (copy: FolderCopy) => unknown;
  /** Requirements that the change itself takes away. */
  readonly without?: readonly string[];
}

const schema = 'dossier.xsd';
const wsdl = 'dossier-service.wsdl';
const description = 'contract.yaml';
const drp = 'http://schemas.koopwrp.nl/2020/01/drp/api/';

/** The members of `Dossier`, each as it stands. */
const membersOf = (text: string): readonly string[] => {
  const [, body = ''] =
    /<xs:complexType name="Dossier">[^]*?<xs:sequence>[^]*?<\/xs:annotation>([^]*?)\n {4}<\/xs:sequence>/.exec(text) ??
    [];
  return body.split(/(?=\n {6}<xs:element )/).filter((one) => one.trim() !== '');
};

const changeMembers = (copy: FolderCopy, change: (members: readonly string[]) => readonly string[]): FolderCopy => {
  const members = membersOf(copy.read(schema));
  return copy.replace(schema, members.join(''), change(members).join(''));
};

const nameIn = (member: string): string => /name="([^"]*)"/.exec(member)?.[1] ?? '';

const inFirstTag = (member: string, change: (tag: string) => string): string =>
  member.replace(/<xs:element [^>]*>/, change);

const ground = '<xs:annotation><xs:appinfo><g:ground standing="assumed"/></xs:appinfo></xs:annotation>';

/** A declaration of an element that bears a ground; attributes, and content where it is no type by name. */
const declared = (attributes: string, content = ''): string =>
  `<xs:element ${attributes}>${ground}${content}</xs:element>`;

const sequence = (...members: readonly string[]): string =>
  `<xs:complexType><xs:sequence>${ground}${members.join('')}</xs:sequence></xs:complexType>`;

/** A global element in place of the one that stands there. */
const replaceGlobal = (copy: FolderCopy, name: string, content: string): FolderCopy =>
  copy.replace(
    schema,
    new RegExp(`\\n  <xs:element name="${name}">[^]*?\\n  </xs:element>`),
    `\n  ${declared(`name="${name}"`, content)}`,
  );

const responseName = 'VoegDossierToeEnPubliceerResponse';
const refusalMembers = [
  declared('name="Foutcode" type="xs:string" minOccurs="0"'),
  declared('name="Fouttekst" type="xs:string" minOccurs="0"'),
  declared('name="Foutelement" type="xs:string" minOccurs="0"'),
];
const acceptance = [
  declared('name="Dossiernummer" type="xs:string" minOccurs="0"'),
  declared('name="Status" type="drp:Status" minOccurs="0"'),
];
const failureKeys = (lines: readonly string[]): string =>
  [
    '      prepared: klaargezet',
    '    failure:',
    ...lines.map((line) => `      ${line}`),
    '      code: drp:Foutcode',
    '      text: drp:Fouttekst',
    '      element: drp:Foutelement',
  ].join('\n');

const typeNames = [
  'OmgevingsvergunningAanvraag',
  'OmgevingsvergunningAfhandeling',
  'OmgevingsvergunningAfhandelingPlanafwijking',
  'BeschikkingAanvraag',
  'BeschikkingAfhandeling',
  'Melding',
  'GAOverigeAankondigingen',
];

/** A role with a code for each of some words. */
const withCodes = (at: string, codes: readonly (readonly [word: string, code: string])[]): string =>
  [`{ at: '${at}', codes: {`, codes.map(([word, code]) => `${word}: '${code}'`).join(', '), '} }'].join(' ');

const media = [
  'Gemeenteblad',
  'Provinciaal blad',
  'Waterschapsblad',
  'Blad gemeenschappelijke regeling',
  'Staatscourant',
];

const withoutMember = (copy: FolderCopy, name: string): FolderCopy =>
  changeMembers(copy, (members) => members.filter((one) => nameIn(one) !== name));

const removeList = (copy: FolderCopy, name: string): FolderCopy =>
  copy
    .replace('codelists.xsd', new RegExp(`  <xs:simpleType name="${name}">[^]*?</xs:simpleType>\\n`), '')
    .replace(description, `  - codelists.xsd#${name}\n`, '');

export const swaps: readonly Swap[] = [
  { name: 'nothing', edit: () => undefined },
  {
    name: 'other names',
    edit: (copy) =>
      copy
        .replace([schema], /name="(Titel|Medium|Documenttype|BevoegdGezag|InhoudZip|Dossier|Code)"/, 'name="Ander$1"')
        .replace([schema], /type="drp:(Medium|Documenttype|Dossier)"/, 'type="drp:Ander$1"')
        .replace('codelists.xsd', /name="(Medium|Documenttype)"/, 'name="Ander$1"')
        .replace([wsdl, description, schema], 'VoegDossierToeEnPubliceer', 'DienIn')
        .replace(description, /drp:(Titel|Medium|Documenttype|BevoegdGezag|InhoudZip|Dossier|Code)\b/, 'drp:Ander$1')
        .replace(description, /codelists.xsd#(Medium|Documenttype)/, 'codelists.xsd#Ander$1'),
  },
  {
    name: 'members in the order of the alphabet',
    edit: (copy) =>
      changeMembers(copy, (members) => [...members].sort((one, other) => (nameIn(one) < nameIn(other) ? -1 : 1))),
  },
  {
    name: 'two namespaces',
    edit: (copy) =>
      copy
        .replace('codelists.xsd', drp, 'urn:lijsten')
        .replace(
          schema,
          '<xs:include schemaLocation="codelists.xsd"/>',
          '<xs:import namespace="urn:lijsten" schemaLocation="codelists.xsd"/>',
        )
        .replace(schema, `xmlns:drp="${drp}"`, `xmlns:drp="${drp}" xmlns:l="urn:lijsten"`)
        .replace(
          schema,
          /drp:(Documenttype|SoortOrganisatie|NaamOrganisatie|Rubriek|Onderwerp|Activiteit|Medium|Gemeente|Provincie|Waterschap|Status)"/,
          'l:$1"',
        ),
  },
  {
    name: 'deeper',
    edit: (copy) =>
      copy
        .replace(
          schema,
          /<xs:element name="Dossier" type="drp:Dossier">/,
          '<xs:element name="Bericht"><xs:annotation><xs:appinfo><g:ground standing="assumed"/></xs:appinfo></xs:annotation><xs:complexType><xs:sequence><xs:element name="Dossier" type="drp:Dossier"><xs:annotation><xs:appinfo><g:ground standing="assumed"/></xs:appinfo></xs:annotation></xs:element></xs:sequence></xs:complexType></xs:element><!--',
        )
        .replace(schema, /<!--(\s*<xs:annotation>.*\n\s*)<\/xs:element>/, '')
        .replace(description, /drp:Dossier\//, 'drp:Bericht/drp:Dossier/'),
  },
  {
    name: 'all optional',
    edit: (copy) =>
      changeMembers(copy, (members) =>
        members.map((one) =>
          inFirstTag(one, (tag) =>
            tag.includes('minOccurs') ? tag : tag.replace('<xs:element ', '<xs:element minOccurs="0" '),
          ),
        ),
      ),
  },
  {
    name: 'all nillable',
    edit: (copy) =>
      changeMembers(copy, (members) =>
        members.map((one) => inFirstTag(one, (tag) => tag.replace('<xs:element ', '<xs:element nillable="true" '))),
      ),
  },
  {
    name: 'failure in the response, by a flag',
    edit: (copy) =>
      replaceGlobal(
        copy,
        responseName,
        sequence(declared('name="Gelukt" type="xs:boolean"'), ...acceptance, ...refusalMembers),
      ).replace(
        description,
        '      prepared: klaargezet',
        failureKeys(['flag: drp:Gelukt', "failed: 'false'", "succeeded: 'true'"]),
      ),
  },
  {
    name: 'failure in the response, by the status, beside a number that has to be there',
    edit: (copy) =>
      replaceGlobal(
        copy.replace(
          'codelists.xsd',
          '<xs:enumeration value="klaargezet"/>',
          '<xs:enumeration value="klaargezet"/><xs:enumeration value="afgewezen"/>',
        ),
        responseName,
        sequence(
          declared('name="Dossiernummer" type="xs:long"'),
          declared('name="Status" type="drp:Status"'),
          ...refusalMembers,
        ),
      ).replace(description, '      prepared: klaargezet', failureKeys(['flag: drp:Status', 'failed: afgewezen'])),
  },
  {
    name: 'failure in the response, by its code, and no Fault described',
    edit: (copy) =>
      replaceGlobal(copy, responseName, sequence(...acceptance, ...refusalMembers))
        .replace(description, '      prepared: klaargezet', failureKeys([]))
        .replace(description, /  fault:\n(    .*\n)+/, ''),
  },
  {
    name: 'a Fault that names no element, with codes that are numbers',
    edit: (copy) =>
      replaceGlobal(
        copy,
        'Fout',
        sequence(declared('name="Code" type="xs:int"'), declared('name="Omschrijving" type="xs:string"')),
      )
        .replace(description, '    element: drp:Element\n', '')
        .replace(description, /    code: [a-z-]+\n/, "    code: '400'\n"),
    without: ['rejection.tells-elements-apart'],
  },
  {
    name: 'a Fault with a list of errors',
    edit: (copy) =>
      replaceGlobal(
        copy,
        'Fout',
        sequence(
          declared(
            'name="Fouten"',
            sequence(
              declared(
                'name="Regel" maxOccurs="unbounded"',
                sequence(
                  ...['Code', 'Omschrijving', 'Element'].map((name) => declared(`name="${name}" type="xs:string"`)),
                ),
              ),
            ),
          ),
        ),
      ).replace(description, /: drp:(Code|Omschrijving|Element)\n/, ': drp:Fouten/drp:Regel/drp:$1\n'),
  },
  {
    name: 'codes for document types and media',
    edit: (copy) => {
      for (const [index, name] of [...typeNames, ...media].entries())
        copy.replace('codelists.xsd', `<xs:enumeration value="${name}"`, `<xs:enumeration value="C${String(index)}"`);
      const coded = (names: readonly string[], from: number) =>
        names.map((name, index) => [name, `C${String(from + index)}`] as const);
      copy
        .replace(
          description,
          'documenttype: drp:Dossier/drp:Documenttype',
          `documenttype: ${withCodes('drp:Dossier/drp:Documenttype', coded(typeNames, 0))}`,
        )
        .replace(
          description,
          'medium: drp:Dossier/drp:Publicatie/drp:Medium',
          `medium: ${withCodes('drp:Dossier/drp:Publicatie/drp:Medium', coded(media, 7))}`,
        );
    },
  },
  {
    name: 'document types told by the name of an element',
    edit: (copy) => {
      const branches = typeNames.map((name) => declared(`name="${name}" type="drp:Dossier"`)).join('');
      removeList(withoutMember(copy, 'Documenttype'), 'Documenttype')
        .replace(
          schema,
          /<xs:element name="Dossier" type="drp:Dossier">[^]*?<\/xs:element>/,
          `<xs:choice>${ground}${branches}</xs:choice>`,
        )
        .replace(description, 'documenttype: drp:Dossier/drp:Documenttype', 'documenttype: local-name(drp:*)')
        .replace(description, /drp:Dossier\//, 'drp:*/');
    },
  },
  {
    name: 'document types told by xsi:type',
    edit: (copy) => {
      const derived = typeNames
        .map(
          (name) =>
            `<xs:complexType name="${name}Dossier">${ground}<xs:complexContent><xs:extension base="drp:Dossier"/></xs:complexContent></xs:complexType>`,
        )
        .join('');
      removeList(withoutMember(copy, 'Documenttype'), 'Documenttype')
        .replace(schema, '<xs:complexType name="Dossier">', '<xs:complexType name="Dossier" abstract="true">')
        .replace(schema, '</xs:schema>', `${derived}</xs:schema>`)
        .replace(description, 'namespaces:\n', 'namespaces:\n  xsi: http://www.w3.org/2001/XMLSchema-instance\n')
        .replace(
          description,
          'documenttype: drp:Dossier/drp:Documenttype',
          `documenttype: ${withCodes(
            'drp:Dossier/@xsi:type',
            typeNames.map((name) => [name, `${name}Dossier`] as const),
          )}`,
        );
    },
  },
  {
    name: 'dates as moments',
    edit: (copy) =>
      copy
        .replace(schema, '<xs:restriction base="xs:date">', '<xs:restriction base="xs:dateTime">')
        .replace(schema, /<xs:pattern value="\[0-9\]\{4\}-\[0-9\]\{2\}-\[0-9\]\{2\}">[^]*?<\/xs:pattern>/, ''),
  },
  {
    name: 'dates as moments in UTC',
    edit: (copy) =>
      copy
        .replace(schema, '<xs:restriction base="xs:date">', '<xs:restriction base="xs:dateTime">')
        .replace(schema, /value="\[0-9\]\{4\}-\[0-9\]\{2\}-\[0-9\]\{2\}"/, 'value=".*Z"'),
  },
  {
    name: 'a header of its own',
    edit: (copy) => {
      const members = ['Gebruikersnaam', 'BerichtId', 'Kenmerk', 'Versie'].map((name) =>
        declared(`name="${name}" type="xs:string"`),
      );
      copy
        .replace(schema, '</xs:schema>', `${declared('name="Aanroep"', sequence(...members))}</xs:schema>`)
        .replace(
          wsdl,
          '<wsdl:portType',
          '<wsdl:message name="Kop"><wsdl:part name="kop" element="drp:Aanroep"/></wsdl:message><wsdl:portType',
        )
        .replace(
          wsdl,
          /<wsdl:input>\s*<soap:body use="literal"\/>/,
          '<wsdl:input><soap:header message="drp:Kop" part="kop" use="literal"/><soap:body use="literal"/>',
        )
        .replace(
          description,
          '  answer:\n',
          [
            '  headers:',
            '    - element: drp:Aanroep',
            '      fill:',
            '        - { at: drp:Gebruikersnaam, from: username }',
            '        - { at: drp:BerichtId, from: id }',
            '        - { at: drp:Kenmerk, from: reference }',
            "        - { at: drp:Versie, text: '2020/01' }",
            '  answer:\n',
          ].join('\n'),
        );
    },
  },
  {
    name: 'more operations, and SOAP 1.2 first',
    edit: (copy) => {
      const operation = (inner: (direction: string) => string): string =>
        `<wsdl:operation name="TrekIn">${['input', 'output'].map(inner).join('')}</wsdl:operation>`;
      const bound = operation(
        (direction) => `<wsdl:${direction}><soap:body use="literal"/></wsdl:${direction}>`,
      ).replace('>', '><soap:operation soapAction="urn:trek-in"/>');
      copy
        .replace(schema, '</xs:schema>', `${declared('name="TrekIn" type="xs:string"')}</xs:schema>`)
        .replace(
          wsdl,
          '<wsdl:portType',
          '<wsdl:message name="TrekIn"><wsdl:part name="p" element="drp:TrekIn"/></wsdl:message><wsdl:portType',
        )
        .replace(
          wsdl,
          '</wsdl:portType>',
          `${operation((direction) => `<wsdl:${direction} message="drp:TrekIn"/>`)}</wsdl:portType>`,
        )
        .replace(wsdl, '</wsdl:binding>', `${bound}</wsdl:binding>`);
      const text = copy.read(wsdl);
      const [binding = ''] = /<wsdl:binding [^]*<\/wsdl:binding>/.exec(text) ?? [];
      const soap12 = binding.replaceAll('soap:', 'soap12:').replace('name="DossierServiceSoap"', 'name="Soap12"');
      copy
        .replace(wsdl, binding, `${soap12}${binding}`)
        .replace(wsdl, 'xmlns:xsd=', 'xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:xsd=')
        .replace(
          wsdl,
          '<wsdl:service name="DossierService">',
          '<wsdl:service name="DossierService"><wsdl:port name="Soap12" binding="drp:Soap12"><soap12:address location="http://localhost/"/></wsdl:port>',
        );
    },
  },
  {
    name: 'a WSDL in two files, with schemas called xsd0 and xsd1',
    edit: (copy) => {
      copy
        .write('xsd1.xsd', copy.read('codelists.xsd'))
        .write('xsd0.xsd', copy.read(schema).replace('codelists.xsd', 'xsd1.xsd'));
      const text = copy.read(wsdl).replace('dossier.xsd', 'xsd0.xsd');
      const abstract = /<wsdl:types>[^]*<\/wsdl:portType>/.exec(text)?.[0] ?? '';
      const head = /^[^]*?<wsdl:definitions[^>]*>/.exec(text)?.[0] ?? '';
      copy
        .write('abstract.wsdl', `${head}${abstract}</wsdl:definitions>`)
        .write(wsdl, text.replace(abstract, `<wsdl:import namespace="${drp}" location="abstract.wsdl"/>`))
        .replace(description, 'message: dossier.xsd', 'message: xsd0.xsd')
        .replace([description, 'rules.mjs'], 'codelists.xsd#', 'xsd1.xsd#');
    },
  },
  {
    name: 'no medium',
    edit: (copy) =>
      copy
        .replace(schema, /\n {6}<xs:element name="Publicatie"[^]*?<\/xs:element>/, '')
        .replace(description, /  medium: .*\n/, '  medium: none\n')
        .replace(description, /  publicatiedatum:\n(    .*\n)+/, '  publicatiedatum: none\n')
        .replace(description, '  publicationDate: publicatiedatum', '  publicationDate: none'),
    without: [
      'delivery.accepts-each-medium',
      'delivery.prepares-without-medium',
      'delivery.status-follows-medium',
      'delivery.waits-for-publication-date',
      'redelivery.accepts-another-medium',
    ],
  },
  {
    name: 'value lists as strings, with their values in tables',
    edit: (copy) => {
      for (const name of ['Rubriek', 'Onderwerp', 'Activiteit']) {
        const list =
          new RegExp(`<xs:simpleType name="${name}">[^]*?</xs:simpleType>`).exec(copy.read('codelists.xsd'))?.[0] ?? '';
        const values = [...list.matchAll(/<xs:enumeration value="([^"]*)"/g)].map(([, value = '']) => `"${value}";;`);
        const file = `${name.toLowerCase()}.csv`;
        copy
          .write(file, ['Waarde;Begindatum;Einddatum', ...values, '"vervallen";2020-01-01;2020-12-31', ''].join('\r\n'))
          .replace(schema, `type="drp:${name}"`, 'type="xs:string"')
          .replace('codelists.xsd', list, '')
          .replace(description, `  - codelists.xsd#${name}\n`, '')
          .replace(
            description,
            `  ${file.replace('.csv', '')}: drp:Dossier/drp:${name}\n`,
            `  ${file.replace('.csv', '')}: { at: drp:Dossier/drp:${name}, values: ${file} }\n`,
          )
          .replace(
            description,
            'codeLists:\n',
            `tables:\n  ${file}: { ground: public, source: a list, of: '2026-11-01' }\ncodeLists:\n`,
          );
      }
      const text = copy.read(description);
      const tables = [...text.matchAll(/^tables:\n( .*\n)/gm)].map(([, row = '']) => row).join('');
      copy.write(description, `${text.replaceAll(/^tables:\n .*\n/gm, '')}tables:\n${tables}`);
    },
  },
  {
    name: 'bodies by the codes of TOOI',
    edit: (copy) => {
      const lists = copy.read('codelists.xsd');
      const kinds = [
        ['gemeente', 'Gemeente', 'gm'],
        ['provincie', 'Provincie', 'pv'],
        ['waterschap', 'Waterschap', 'ws'],
        ['regionaal samenwerkingsorgaan', 'RegionaalSamenwerkingsorgaan', 'so'],
        ['openbaar lichaam voor bedrijf en beroep', 'OpenbaarLichaam', 'ol'],
      ] as const;
      const tooi = 'https://identifier.overheid.nl/tooi/def/thes/kern/';
      const rows = kinds.flatMap(([kind, list, prefix]) => {
        const text = new RegExp(`<xs:simpleType name="${list}">[^]*?</xs:simpleType>`).exec(lists)?.[0] ?? '';
        return [...text.matchAll(/<xs:enumeration value="([^"]*)"/g)].map(
          ([, name = ''], index) =>
            `"${name.replaceAll('&apos;', "'").replaceAll('&amp;', '&')}",${prefix}${String(index + 1).padStart(4, '0')},${kind}`,
        );
      });
      const coded = kinds.map(([kind, , prefix]) => `'${kind}': '${tooi}${prefix}'`).join(', ');
      copy
        .write('organisaties.csv', ['value,code,kind', ...rows, ''].join('\n'))
        .replace(schema, /<xs:extension base="drp:NaamOrganisatie">/, '<xs:extension base="xs:string">')
        .replace(schema, 'type="drp:SoortOrganisatie"', 'type="xs:anyURI"')
        .replace(
          description,
          /(  (uitgever|bevoegdGezag):\n    at: [^\n]*\n)/,
          '$1    codes: organisaties.csv\n    values: organisaties.csv\n',
        )
        .replace(description, /soort: '@soort'/, `soort: { at: '@soort', codes: { ${coded} } }`)
        .replace(
          description,
          'codeLists:\n',
          "tables:\n  organisaties.csv: { ground: public, source: TOOI, of: '2026-11-01' }\ncodeLists:\n",
        );
    },
  },
  {
    name: 'no detail',
    edit: (copy) => copy.replace(description, /  fault:\n(    .*\n)+/, ''),
    without: ['rejection.names-element', 'rejection.tells-elements-apart', 'rejection.tells-kinds-apart'],
  },
  {
    name: 'an answer in a Result',
    edit: (copy) =>
      replaceGlobal(
        copy,
        responseName,
        sequence(declared('name="VoegDossierToeEnPubliceerResult"', sequence(...acceptance))),
      ).replace(description, /(dossierNumber|status): drp:/, '$1: drp:VoegDossierToeEnPubliceerResult/drp:'),
  },
];
