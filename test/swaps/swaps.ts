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
