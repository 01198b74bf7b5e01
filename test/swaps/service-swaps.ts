import { schema, wsdl, description, drp, declared, sequence, withoutMember, type Swap } from './edits.ts';

/** What the service is besides: its WSDL, its headers, and what it does not have. */
export const serviceSwaps: readonly Swap[] = [
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
        .replace(description, 'codelists.xsd#', 'xsd1.xsd#');
    },
  },
  {
    name: 'no medium',
    edit: (copy) =>
      copy
        .replace(schema, /\n {6}<xs:element name="Publicatie"[^]*?<\/xs:element>/, '')
        .replace(description, /  medium:(\n    .*)+\n|  medium: .*\n/, '  medium: none\n')
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
    name: 'the reference alone telling a duplicate',
    edit: (copy) => copy.replace(description, 'key: [title, medium, content]', 'key: [reference]'),
    without: ['redelivery.accepts-another-medium', 'redelivery.accepts-another-document-type'],
  },
  {
    name: 'no duplicates',
    edit: (copy) => copy.replace(description, 'key: [title, medium, content]', 'key: none'),
    without: ['redelivery.refuses-after-success', 'redelivery.survives-lost-answer', 'redelivery.refuses-after-others'],
  },
  {
    name: 'the authority from the certificate',
    edit: (copy) =>
      withoutMember(copy, 'BevoegdGezag')
        .replace(description, /  bevoegdGezag:\n(    .*\n)+/, '  bevoegdGezag: none\n')
        .replace(description, '    lists: &organisaties', '    lists:')
        .replace(description, '  authority: bevoegdGezag\n', '  authority: certificate\n')
        .replace(description, '  authorityKind: bevoegdGezag/soort', '  authorityKind: none')
        .replace(
          'rules.sch',
          /value="string\(\/v:beeld\/v:levering\/v:bevoegdGezag\[1\]\/v:soort\[1\]\/@waarde\)"/,
          'value="string(/v:beeld/v:context/v:machtiging/@soort)"',
        )
        .replace('rules.sch', /  <sch:pattern id="bevoegdGezag">[^]*?<\/sch:pattern>\n/, '')
        .replace('rules.sch', /    <sch:diagnostic id="bevoegd-gezag-[^]*?<\/sch:diagnostic>\n/, '')
        .replace('rules.mjs', /    'bevoegd-gezag-in-lijst': \{[^]*?(?=    'uitgever-in-lijst')/, '')
        .replace('rules.mjs', "const authority = 'bevoegdGezag'", "const authority = 'uitgever'")
        .replace('rules.mjs', "roles.get(draft, 'bevoegdGezag/soort')", 'api.context.mandates?.[0]?.kind')
        .replace(
          'rules.mjs',
          /'medium-past-bij-soort': \{\n      appliesTo: mediumAllowed/,
          `'medium-past-bij-soort': {
      appliesTo: (type) =>
        api.context.mandates?.length === 1
          ? mediumAllowed(type)
          : because('niemand zegt voor wie het certificaat staat', 'nobody says whom the certificate stands for')`,
        ),
    sender: [{ kind: 'waterschap', name: 'Vallei en Veluwe' }],
  },
];
