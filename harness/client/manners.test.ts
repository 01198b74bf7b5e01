import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import { validDelivery } from '#generators/delivery';
import { generationForTests } from '../../test/samples/generation.ts';
import { variant, variantKinds } from '#generators/variant';
import type { Permission } from '../run-config.ts';
import { documentTypeDeclaration, deepNesting, entityExpansion, externalEntity } from '#generators/attacks';
import { mannersFor, vendorMannersFor, mustMind, unmarkedFor } from './manners.ts';
import { aliveMessage } from '#generators/alive-message';
import { declaredAs, inOtherRoot, inOtherVersion, malformations } from '#generators/messages';

const authorities = [{ kind: 'gemeente', name: 'Utrecht' }];
const generation = { ...(await generationForTests()), authorities, media: [] };
const { contract } = generation;
const number = '000000000042';
const [delivery] = fc.sample(validDelivery(generation, 'Melding'), { seed: 1, numRuns: 1 });
const message = delivery?.message(number) ?? new Uint8Array();
const text = new TextDecoder().decode(message);

const config = (permitted: readonly Permission[], url = 'https://eto-proef.example/') => ({
  ...{ phase: 1, url, authorities, media: [], runId: 'proef', permitted },
});
const judged = (body: string | Uint8Array, permitted: readonly Permission[] = []): string | undefined =>
  mannersFor(contract, config(permitted))?.(typeof body === 'string' ? Buffer.from(body) : body)?.en;
const all: readonly Permission[] = ['violations', 'variants', 'attacks'];

test('every valid delivery and variant of ours may leave', () => {
  for (const { name } of contract.documentTypes) {
    const own = fc.sample(validDelivery(generation, name), { seed: 2, numRuns: 3 });
    expect(own.map((one) => judged(one.message(number), ['bopa']))).toEqual([undefined, undefined, undefined]);
  }
  for (const kind of variantKinds)
    for (const one of fc.sample(variant(generation, 'Melding', kind), { seed: 3, numRuns: 2 }))
      expect([kind, judged(one.message(number), all)]).toEqual([kind, undefined]);
});

test.each<readonly [string, Uint8Array]>([
  ...malformations.map((make, index) => [`malformed ${String(index)}`, make(message)] as const),
  ['another root', inOtherRoot(message)],
  ['SOAP 1.2', inOtherVersion(message)],
  ['a document type declaration', documentTypeDeclaration(message)],
  ['entities', entityExpansion(message)],
  ['an external entity', externalEntity(message)],
])('%s leaves with a permission, as a delivery that could be taken for honest would', (_, body) => {
  expect(judged(body, all)).toBeUndefined();
  expect(judged(body)).toBe('it can not be read as a delivery');
  const foreign = Buffer.from(Buffer.from(body).toString().replace('>Utrecht<', '>Woerden<'));
  expect(judged(foreign, all)).toMatch(/^it names gemeente "woerden" \(uses\.authority\)/i);
});

test.each(['&x;', '&constructor;', '&toString;'])(
  'a body behind %s, which nobody knows, stays whatever is permitted',
  (entity) => {
    expect(judged(text.replace('>Utrecht<', `>${entity}<`), all)).toMatch(/^it names gemeente "\uFFFD"/);
  },
);

test('a namespace declaration is no attribute', () => {
  expect(judged(text.replace('<drp:Dossier', '<drp:Dossier xmlns:soort="urn:x"'), [])).toBeUndefined();
});

test('what holds no delivery may leave', () => {
  const { alive } = contract.service;
  expect(alive && judged(aliveMessage(contract, []))).toBeUndefined();
  expect(judged(deepNesting(message), all)).toBeUndefined();
  expect(judged('')).toBeUndefined();
  expect(judged('H4sIAAAA', all)).toBe('it can not be read');
});

const medium = (value: string): string =>
  text.replace(/<drp:InhoudZip>/, `<drp:Publicatie>${value}</drp:Publicatie>$&`);

describe('a delivery must not leave', () => {
  test.each([
    ['for another body', text.replace('>Utrecht<', '>Woerden<'), /names gemeente "Woerden"/],
    ['for the same name of another kind', text.replace('"gemeente">Utrecht', '"provincie">Utrecht'), /names provincie/],
    ['for another body in other letters', text.replace('>Utrecht<', '> W&#xD6;erd\u00ADen\n<'), /names gemeente/],
    ['for a medium', medium('<drp:Medium>Gemeenteblad</drp:Medium>'), /the medium "Gemeenteblad"/],
    [
      'for a medium in a comment’s neighbourhood',
      medium('<drp:Medium>Gemeente<!-- -->blad</drp:Medium>'),
      /the medium/,
    ],
    ['for a medium in CDATA', medium('<drp:Medium><![CDATA[GEMEENTEBLAD]]></drp:Medium>'), /the medium/],
    ['for a medium in another namespace', medium('<Medium xmlns="urn:x">Staatscourant</Medium>'), /the medium/],
    [
      'for a medium that stands elsewhere',
      text.replace(/ soort="gemeente"/, ' soort="gemeente" x="Staatscourant"'),
      /the medium/,
    ],
    ['without a mark on its title', text.replaceAll('[TEST 3PAS]', 'Kap'), /its title does not begin with/],
    ['with a mark in the middle of its title', text.replace('>[TEST 3PAS]', '>Over [TEST 3PAS]'), /its title/],
  ])('%s, whatever is permitted', (_, body, reason) => {
    expect(body).not.toBe(text);
    expect(judged(body)).toMatch(reason);
    expect(judged(body, all)).toMatch(reason);
    expect(judged(declaredAs('ISO-8859-1', Buffer.from(body)), all)).toMatch(reason);
    expect(judged(Buffer.from(`\uFEFF${body}`, 'utf16le'), all)).toMatch(reason);
  });

  test.each([
    ['with another reference', text.replace('3PASTEST-proef-', '3PASTEST-ander-')],
    ['with a content that can’t be opened', text.replace(/(InhoudZip>)[^<]{9}/, '$1')],
    ['with a body that is none', text.replace('>Utrecht<', '>Utrechtx<')],
    [
      'with a kind that is none',
      text.replace('"gemeente">Utrecht', '"gemeentes">Utrecht').replace('Utrecht<', 'Utrechts<'),
    ],
    ['with a medium that is none', medium('<drp:Medium>Krant</drp:Medium>')],
    ['of a document type that is none', text.replace('>Melding<', '>Meldingen<')],
  ])('%s without a permission to break anything', (_, body) => {
    expect(body).not.toBe(text);
    expect(judged(body)).toEqual(expect.any(String));
    expect(judged(body, all)).toBeUndefined();
  });

  test('of a document type that asks for a permission of its own', () => {
    const body = text.replace('>Melding<', '>OmgevingsvergunningAfhandelingPlanafwijking<');
    expect(judged(body, all)).toMatch(/^it is of the document type/);
    expect(judged(body, [...all, 'bopa'])).toBeUndefined();
  });
});

test('this machine gets anything, and production is not for deliveries', () => {
  expect(mannersFor(contract, config([], 'http://[::1]:8080/'))).toBeUndefined();
  expect(mannersFor(contract, { ...config([]), phase: 4 })).toBeUndefined();
});

const saying = (said: Readonly<Record<string, unknown>>): Contract => ({
  ...contract,
  uses: { ...contract.uses, ...said },
});

const boundTo = (name: string) => ({ path: name, roles: contract.roles.filter((role) => role.name === name) });

test.each([
  [
    'nothing of the medium',
    saying({ medium: undefined }),
    /:\d+: .*uses\.medium is neither bound to a role nor none; bind it/,
  ],
  ['nothing of the title', saying({ title: undefined }), /uses\.title is neither bound/],
  [
    'no medium, where the schema has one',
    saying({ medium: 'none' }),
    /uses\.medium leaves Medium of dossier\.xsd out, which takes "Staatscourant"|uses\.medium leaves Medium/,
  ],
  [
    'no authority, where the schema has one',
    saying({ authority: 'none', authorityKind: 'none' }),
    /uses\.authority leaves \w+ of dossier\.xsd out/,
  ],
  [
    'no publisher, where the schema has one',
    saying({ publisher: 'none', publisherKind: 'none' }),
    /uses\.publisher leaves Uitgever/,
  ],
  [
    'another medium than the schema',
    saying({ medium: contract.uses.rectifies, rectifies: 'none' }),
    /uses\.medium leaves Medium/,
  ],
  [
    'another free text than the title',
    saying({ title: boundTo('samenvatting') }),
    /uses\.title leaves Titel of dossier\.xsd out, which is called a title; bind it to the role that finds Titel/,
  ],
  [
    'no title, where the schema has one',
    saying({ title: 'none' }),
    /uses\.title leaves Titel of dossier\.xsd out, which is called a title; bind it/,
  ],
  ['no mark at all', saying({ title: 'none', reference: 'none', notice: 'none' }), /leave no place for the mark/],
])('a contract that says %s delivers to this machine alone', (_, said, reason) => {
  expect(() => {
    mustMind(said, config([]));
  }).toThrow(reason);
  expect(() => {
    mustMind(said, config([], 'http://127.0.0.1:1/'));
  }).not.toThrow();
});

test('a publication date that init left open keeps deliveries here', () => {
  const post = readContract('test/contracts/post');
  const open = [{ place: post.usePlaces.title, about: 'uses.publicationDate', question: 'is it at Dag?' }];
  const mind = (said: Contract) => (): void => {
    mustMind(said, config([]));
  };

  expect(mind({ ...post, open })).toThrow('uses.publicationDate is neither bound to a role nor none');
  expect(mind({ ...post, uses: { ...post.uses, publicationDate: 'none' }, open })).not.toThrow();
});

test('a message that takes free text has a mark in its title or its reference', () => {
  const post = readContract('test/contracts/post');
  const mind = (uses: Contract['uses']) => (): void => {
    mustMind({ ...post, uses: { ...post.uses, rectifies: post.uses.title ?? 'none', ...uses } }, config([]));
  };

  expect(mind({ title: 'none' })).not.toThrow();
  expect(mind({ reference: 'none' })).not.toThrow();
  expect(mind({ title: 'none', reference: 'none' })).toThrow(
    /uses\.title and uses\.reference are none, so a list of deliveries does not show that they are tests, though \S+ of \S+ takes free text; bind one/,
  );
});

test('what the contract says not to be there is told as unmarked where deliveries go elsewhere', () => {
  const said = saying({ title: 'none', notice: 'none' });

  expect(unmarkedFor(said, config([])).map(({ en }) => en)).toEqual([
    'uses.title is none, so no mark of a test stands in the title; if deliveries do have that text, bind uses.title to its role',
    'uses.notice is none, so no mark of a test stands in the paragraphs of the content; if deliveries do have that text, bind uses.notice to its role',
  ]);
  expect(unmarkedFor(said, config([], 'http://127.0.0.1:1/'))).toEqual([]);
  expect(unmarkedFor({ ...said, uses: contract.uses }, config([]))).toEqual([]);
});

test.each([
  [[], undefined],
  [['Gemeenteblad'], undefined],
  [['spoed'], 'uses.medium leaves Wijze of xsd/bericht.xsd out, which takes "spoed"'],
])('a contract without a medium and a profile with media %j', (media, said) => {
  const mind = (): void => {
    mustMind(readContract('test/contracts/post'), { ...config([]), media });
  };

  if (said === undefined) expect(mind).not.toThrow();
  else expect(mind).toThrow(said);
});

test('an authority that is bound to the place of the publisher is told with both uses', () => {
  const { publisher, publisherKind } = contract.uses;
  const said = saying({ authority: publisher, authorityKind: publisherKind, publisher: 'none', publisherKind: 'none' });

  expect(() => {
    mustMind(said, config([]));
  }).toThrow(/uses\.publisher leaves BevoegdGezag of .*; bind it to .* BevoegdGezag, and uses\.authority to its own$/);
});

test('a contract that says it all delivers elsewhere', () => {
  expect(() => {
    mustMind(contract, config([]));
  }).not.toThrow();
});

test('bytes of a vendor need no marks of a run, and name no more than the profile has', () => {
  const { directory } = contract;
  const own = readFileSync(join(directory, 'examples/Melding.xml'));
  const judge = vendorMannersFor(contract, { ...config([]), authorities: [{ kind: 'gemeente', name: 'Woerden' }] });
  const changed = (from: string, to: string) => Buffer.from(own.toString().replaceAll(from, to));

  expect(judge?.(own)).toBeUndefined();
  expect(judge?.(changed('[TEST 3PAS] ', ''))).toBeUndefined();
  expect(judge?.(changed('>Woerden<', '>Utrecht<'))?.en).toMatch(/^it names gemeente "Utrecht"/);
  expect(
    judge?.(
      changed(
        '<drp:InhoudZip>',
        '<drp:Publicatie><drp:Medium>Gemeenteblad</drp:Medium></drp:Publicatie><drp:InhoudZip>',
      ),
    )?.en,
  ).toMatch(/medium/);
  expect(vendorMannersFor(contract, config([], 'http://127.0.0.1:1/'))).toBeUndefined();
});
