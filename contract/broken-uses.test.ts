import { expect, test } from 'vitest';
import { type BrokenCopy, complaint } from '../test/samples/broken-copy.ts';
import { boundTo } from './roles/bindings.ts';
import { readContract } from './reader.ts';
import { allUses, type Use } from './use.ts';

const small = 'test/contracts/bouwmelding';
const large = 'contract/2020-01';
const yaml = 'contract.yaml';
const binding =
  (from: string, to: string) =>
  ({ replace }: BrokenCopy): unknown =>
    replace(yaml, from, to);

const cases: readonly (readonly [
  what: string,
  folder: string,
  damage: (copy: BrokenCopy) => unknown,
  message: string,
])[] = [
  [
    'a use that is none',
    small,
    binding('  medium: none', '  media: none'),
    'contract.yaml:95: unknown key "media" in uses, did you mean "medium"?',
  ],
  [
    'a role that has the name of a prototype',
    small,
    binding('  titel: omschrijving', '  __proto__: omschrijving'),
    'contract.yaml:62: roles has the name __proto__, which means something else to JavaScript; choose another',
  ],
  [
    'a role that has a name of every object, bound by another',
    small,
    ({ replace }) => replace('contract.yaml', '  titel: omschrijving', '  constructor: omschrijving'),
    'contract.yaml:90: uses.title is bound to "titel", which is no role; give the path of a role, or none where deliveries have no such thing',
  ],
  [
    'a path that is no role',
    small,
    binding('  title: titel', '  title: tittel'),
    'contract.yaml:90: uses.title is bound to "tittel", which is no role, did you mean "titel"?',
  ],
  [
    'a path that resembles no role',
    small,
    binding('  title: titel', '  title: qqqqqqqq/q'),
    'contract.yaml:90: uses.title is bound to "qqqqqqqq/q", which is no role; give the path of a role, or none where deliveries have no such thing',
  ],
  [
    'nothing behind a use',
    small,
    binding('  title: titel', '  title:'),
    'contract.yaml:90: uses.title must be a text, not null; correct it',
  ],
  [
    'two uses of two roles that are one place',
    small,
    binding('  referentienummer: zaak', '  referentienummer: omschrijving'),
    "contract.yaml:90: uses.title and uses.reference are one place (Envelope/Body/melding/omschrijving), and one value can't be both; bind each to a place of its own, or make one of them none",
  ],
  [
    'two uses of one role',
    small,
    binding('  notice: none', '  notice: titel'),
    'contract.yaml:97: uses.notice is bound to "titel", and so is uses.title; bind each to a role of its own, or make one of them none',
  ],
  [
    'a kind of nothing',
    small,
    binding('  authorityKind: none', '  authorityKind: aanvang/spoed'),
    'contract.yaml:92: uses.authorityKind is bound, and uses.authority, whose kind it is, is not; bind both',
  ],
  [
    'a kind of whom a certificate stands for',
    small,
    binding('  authority: none\n  authorityKind: none', '  authority: certificate\n  authorityKind: aanvang/spoed'),
    'contract.yaml:92: uses.authorityKind is bound, and uses.authority is certificate, so that no element says it; make uses.authorityKind none',
  ],
  [
    'a title of a certificate',
    small,
    binding('  title: titel', '  title: certificate'),
    'contract.yaml:90: uses.title is certificate, and a certificate says uses.authority alone; bind it to a role, or make it none',
  ],
  [
    'a text that is a date',
    small,
    binding('  medium: none', '  medium: aanvang'),
    'contract.yaml:95: uses.medium is bound to "aanvang", which is date; bind it to a role that is plain text',
  ],
  [
    'a content that is text',
    small,
    binding('  content: none\n  notice', '  content: aanvang/spoed\n  notice'),
    'contract.yaml:96: uses.content is bound to "aanvang/spoed", which is plain text; bind it to a role that is zip or xml or file',
  ],
  [
    'a document type inside the content',
    large,
    binding('  documentType: documenttype', '  documentType: inhoud/titel'),
    'contract.yaml:241: uses.documentType is bound to "inhoud/titel", inside the payload of inhoud; bind it to a role of the message itself',
  ],
  [
    'a notice outside the content',
    large,
    binding('  notice: inhoud/alinea', '  notice: samenvatting'),
    'contract.yaml:252: uses.notice is bound to "samenvatting", outside uses.content ("inhoud"); bind it to the paragraphs inside that',
  ],
  [
    'content that is said not to be there',
    large,
    binding('  content: inhoud', '  content: none'),
    'contract.yaml:251: the content of OmgevingsvergunningAanvraag is xml, and uses.content does not decode zip or xml or file; bind it to the role that does',
  ],
  [
    'a use of a computed role',
    large,
    binding('  rectifies: rectificeert', '  rectifies: gebiedsmarkering/soort'),
    'contract.yaml:153: role soort is on the path of uses.rectifies, and "local-name()" is computed; make it a plain path of child and attribute steps',
  ],
];

test.each(cases)('%s is refused', (...[, folder, damage, message]) => {
  expect(complaint(folder, damage)).toBe(message);
});

test('uses may be left out, one and all', () => {
  expect(complaint('test/contracts/post', ({ replace }) => replace(yaml, /^uses:\n(?: {2}.*\n)+/m, ''))).toBe(
    'no complaint',
  );
});

test('a use is bound to every role on its path', () => {
  const contract = readContract(large);

  expect(boundTo(contract, 'notice')?.roles.map(({ name }) => name)).toEqual(['inhoud', 'alinea']);
  expect(allUses.filter((use) => boundTo(contract, use) === undefined)).toEqual([]);
  // @ts-expect-error a misspelt use
  const misspelt: Use = 'mediun';
  expect(boundTo(contract, misspelt)).toBeUndefined();
});
