import type { JudgementContext } from '#judgement/finding';
import type { FolderCopy } from './folder-copy.ts';

/** One likely difference between the shipped contract and KOOP's, as an edit of data alone. */
export interface Swap {
  readonly name: string;
  readonly edit: (copy: FolderCopy) => unknown;
  /** Requirements that the change itself takes away. */
  readonly without?: readonly string[];
  /** Whom the sender stands for, where a delivery does not say it. */
  readonly sender?: JudgementContext['mandates'];
}

export const schema = 'dossier.xsd';
export const wsdl = 'dossier-service.wsdl';
export const description = 'contract.yaml';
export const drp = 'http://schemas.koopwrp.nl/2020/01/drp/api/';

/** The members of `Dossier`, each as it stands. */
const membersOf = (text: string): readonly string[] => {
  const [, body = ''] =
    /<xs:complexType name="Dossier">[^]*?<xs:sequence>[^]*?<\/xs:annotation>([^]*?)\n {4}<\/xs:sequence>/.exec(text) ??
    [];
  return body.split(/(?=\n {6}<xs:element )/).filter((one) => one.trim() !== '');
};

/** The members of `Dossier` changed. */
export const changeMembers = (
  copy: FolderCopy,
  change: (members: readonly string[]) => readonly string[],
): FolderCopy => {
  const members = membersOf(copy.read(schema));
  return copy.replace(schema, members.join(''), change(members).join(''));
};

/** The name in a declaration. */
export const nameIn = (member: string): string => /name="([^"]*)"/.exec(member)?.[1] ?? '';

/** A declaration with its own tag changed, and nothing below it. */
export const inFirstTag = (member: string, change: (tag: string) => string): string =>
  member.replace(/<xs:element [^>]*>/, change);

export const ground = '<xs:annotation><xs:appinfo><g:ground standing="assumed"/></xs:appinfo></xs:annotation>';

/** A declaration of an element that bears a ground; attributes, and content where it is no type by name. */
export const declared = (attributes: string, content = ''): string =>
  `<xs:element ${attributes}>${ground}${content}</xs:element>`;

/** A type that is a sequence of declarations. */
export const sequence = (...members: readonly string[]): string =>
  `<xs:complexType><xs:sequence>${ground}${members.join('')}</xs:sequence></xs:complexType>`;

/** A global element in place of the one that stands there. */
export const replaceGlobal = (copy: FolderCopy, name: string, content: string): FolderCopy =>
  copy.replace(
    schema,
    new RegExp(`\\n  <xs:element name="${name}">[^]*?\\n  </xs:element>`),
    `\n  ${declared(`name="${name}"`, content)}`,
  );

export const responseName = 'VoegDossierToeEnPubliceerResponse';
export const refusalMembers = [
  declared('name="Foutcode" type="xs:string" minOccurs="0"'),
  declared('name="Fouttekst" type="xs:string" minOccurs="0"'),
  declared('name="Foutelement" type="xs:string" minOccurs="0"'),
];
export const acceptance = [
  declared('name="Dossiernummer" type="xs:string" minOccurs="0"'),
  declared('name="Status" type="drp:Status" minOccurs="0"'),
];
/** Keys of a response that refuses by itself, after the statuses. */
export const failureKeys = (lines: readonly string[]): string =>
  [
    '      prepared: klaargezet',
    '    failure:',
    ...lines.map((line) => `      ${line}`),
    '      code: drp:Foutcode',
    '      text: drp:Fouttekst',
    '      element: drp:Foutelement',
  ].join('\n');

export const typeNames = [
  'OmgevingsvergunningAanvraag',
  'OmgevingsvergunningAfhandeling',
  'OmgevingsvergunningAfhandelingPlanafwijking',
  'BeschikkingAanvraag',
  'BeschikkingAfhandeling',
  'Melding',
  'GAOverigeAankondigingen',
];

/** A role with a code for each of some words, and the table that has their kinds. */
export const withCodes = (
  at: string,
  codes: readonly (readonly [word: string, code: string])[],
  lists: string,
): string =>
  [
    `{ at: '${at}', lists: ${lists}, codes: {`,
    codes.map(([word, code]) => `${word}: '${code}'`).join(', '),
    '} }',
  ].join(' ');

export const media = [
  'Gemeenteblad',
  'Provinciaal blad',
  'Waterschapsblad',
  'Blad gemeenschappelijke regeling',
  'Staatscourant',
];

/** Without a member of `Dossier`. */
export const withoutMember = (copy: FolderCopy, name: string): FolderCopy =>
  changeMembers(copy, (members) => members.filter((one) => nameIn(one) !== name));

/** Without a value list. */
export const removeList = (copy: FolderCopy, name: string): FolderCopy =>
  copy
    .replace('codelists.xsd', new RegExp(`  <xs:simpleType name="${name}">[^]*?</xs:simpleType>\\n`), '')
    .replace(description, `  - codelists.xsd#${name}\n`, '');
