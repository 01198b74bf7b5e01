import {
  schema,
  description,
  ground,
  declared,
  sequence,
  typeNames,
  withCodes,
  media,
  withoutMember,
  removeList,
  type Swap,
} from './edits.ts';

const wsdl = 'dossier-service.wsdl';
const documenttypeRole = /documenttype:\n    at: drp:Dossier\/drp:Documenttype\n    lists: .*\n/;
const mediumRole = /medium:\n    at: drp:Dossier\/drp:Publicatie\/drp:Medium\n    lists: .*\n/;
const operation = 'VoegDossierToeEnPubliceer';

/** What a WSDL says of one operation: its messages, and the same in port type and binding. */
const operationsOf =
  /<wsdl:message name="VoegDossier[^]*?(?=\s*<wsdl:message name="IsAliveRequest)|<wsdl:operation name="VoegDossier[^]*?<\/wsdl:operation>/;

/** How values are written, and what tells document types apart. */
export const valueSwaps: readonly Swap[] = [
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
          documenttypeRole,
          `documenttype: ${withCodes('drp:Dossier/drp:Documenttype', coded(typeNames, 0), 'documenttypen.csv')}\n`,
        )
        .replace(
          description,
          mediumRole,
          `medium: ${withCodes('drp:Dossier/drp:Publicatie/drp:Medium', coded(media, 7), 'bladen.csv')}\n`,
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
        .replace(description, documenttypeRole, "documenttype: { at: 'local-name(drp:*)', lists: documenttypen.csv }\n")
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
          documenttypeRole,
          `documenttype: ${withCodes(
            'drp:Dossier/@xsi:type',
            typeNames.map((name) => [name, `${name}Dossier`] as const),
            'documenttypen.csv',
          )}\n`,
        );
    },
  },
  {
    name: 'document types told by the operation',
    edit: (copy) => {
      const [, ...others] = typeNames;
      const own = (name: string): string => `Voeg${name}Toe`;
      const elements = others.flatMap((name) =>
        [own(name), `${own(name)}Response`].map((one) =>
          declared(`name="${one}" type="drp:${one.endsWith('Response') ? 'Antwoord' : 'Verzoek'}"`),
        ),
      );
      removeList(withoutMember(copy, 'Documenttype'), 'Documenttype')
        .replace(
          schema,
          /<xs:element name="VoegDossierToeEnPubliceer(Response)?">[^]*?<xs:complexType>[^]*?<\/xs:complexType>\s*<\/xs:element>/,
          (found) => {
            const [type, name] = found.includes('Response')
              ? ['Antwoord', `${operation}Response`]
              : ['Verzoek', operation];
            const inside = /<xs:complexType>([^]*<\/xs:complexType>)/.exec(found)?.[1] ?? '';
            return `${declared(`name="${name}" type="drp:${type}"`)}<xs:complexType name="${type}">${ground}${inside}`;
          },
        )
        .replace(schema, '</xs:schema>', `${elements.join('')}</xs:schema>`)
        .replace(wsdl, operationsOf, (found) =>
          [found, ...others.map((name) => found.replaceAll(operation, own(name)))].join(''),
        )
        .replace(
          description,
          documenttypeRole,
          `documenttype: ${withCodes(
            'local-name()',
            typeNames.map((name, index) => [name, index === 0 ? operation : own(name)] as const),
            'documenttypen.csv',
          )}\n`,
        );
      for (const name of others)
        copy.replace(
          description,
          new RegExp(`  - name: ${name}\\n`),
          (found) =>
            `${found}    deliver: { name: ${own(name)}, action: 'http://schemas.koopwrp.nl/2020/01/drp/api/IDossierService/${own(name)}', request: 'drp:${own(name)}', response: 'drp:${own(name)}Response', ground: assumed }\n`,
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
            new RegExp(`:(?:\\n    at:)? drp:Dossier/drp:${name}\\n`),
            `:\n    at: drp:Dossier/drp:${name}\n    values: ${file}\n`,
          )
          .replace(
            description,
            'tables:\n',
            `tables:\n  ${file}: { ground: public, source: a list, of: '2026-11-01' }\n`,
          );
      }
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
          'tables:\n',
          "tables:\n  organisaties.csv: { ground: public, source: TOOI, of: '2026-11-01' }\n",
        );
    },
  },
  {
    name: 'content as a file with its name and media type',
    edit: (copy) => {
      const file = sequence(
        declared('name="Naam" type="xs:string"'),
        declared('name="MediaType" type="xs:string"'),
        declared('name="Data" type="xs:base64Binary"'),
      );
      const text = copy
        .replace(
          schema,
          /<xs:element name="InhoudZip" type="xs:base64Binary">[^]*?<\/xs:element>/,
          declared('name="Bestand"', file),
        )
        .read(description);
      const role = /\n  inhoud:\n[^]*?\n\n/.exec(text)?.[0] ?? '';
      const plain = role
        .replace('drp:InhoudZip', 'drp:Bestand/drp:Data')
        .replace('decode: zip', 'decode: file\n    fileName: bestandsnaam\n    mediaType: mediatype');
      copy.write(
        description,
        text.replace(
          role,
          `${plain.trimEnd()}\n  bestandsnaam: drp:Dossier/drp:Bestand/drp:Naam\n  mediatype: drp:Dossier/drp:Bestand/drp:MediaType\n\n`,
        ),
      );
    },
    without: [
      'rejection.refuses-damaged-zip',
      'rejection.refuses-misnamed-files',
      'rejection.refuses-ambiguous-zip',
      'variants.accepts-zip-stored',
      'variants.accepts-zip-deflated',
      'variants.accepts-zip-streamed',
      'variants.accepts-zip-annotated',
      'robustness.refuses-zip-bomb',
    ],
  },
];
