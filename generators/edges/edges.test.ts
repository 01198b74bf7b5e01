import { describe, expect, test } from 'vitest';
import { generationForTests } from '../../test/samples/generation.ts';
import { deliveryOf } from '../delivery.ts';
import { type Draft, treeOf } from '../draft/draft.ts';
import { stockOf } from '../parents.ts';
import { serialize } from '#xml/serialize';
import { repertoire } from '../text/repertoire.ts';
import { withEmptyElement } from './emptied.ts';
import { everyLetter, longestTexts } from './free-texts.ts';
import { listedValues } from './listed-values.ts';
import { longLists } from './long-lists.ts';
import { numbersAtBounds } from './numbers-at-bounds.ts';
import { oddWords } from './odd-words.ts';
import { daysAround, specialDays } from './special-days.ts';

const generation = { ...(await generationForTests()), stock: { seed: 7, size: 6 } };
const { contract, context, oracle } = generation;
const type = 'OmgevingsvergunningAanvraag';
const number = '000000000042';

const textOf = (draft: Draft): string =>
  Buffer.from(deliveryOf(generation, draft).message(number))
    .toString()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const opinions = (drafts: readonly Draft[]) =>
  drafts.map((draft) => oracle.judge(deliveryOf(generation, draft).message(number), context));

const flawless = { verdict: 'valid', operation: 'deliver', findings: [] };

const edges = {
  'listed values': [...listedValues(generation, type, { index: 0, of: 7, turn: 3 })],
  'special days': [...specialDays(generation, type, 3)],
  'every letter': [...everyLetter(generation, type, 3)],
  'numbers at bounds': [...numbersAtBounds(generation, type)],
  'longest texts': [...longestTexts(generation, type)],
  'odd words': [...oddWords(generation, type, 3)].slice(0, 20),
  'long lists': [...longLists(generation, type)],
};

describe.each(Object.entries(edges))('%s', (_, drafts) => {
  test('are valid deliveries', () => {
    expect(drafts.length).toBeGreaterThan(0);
    expect(opinions(drafts)).toEqual(drafts.map(() => flawless));
  });
});

test('a document type has each value of its short lists, and its share of the long ones', () => {
  const all = edges['listed values'].map(textOf).join('');
  const list = (name: string): readonly string[] => contract.codeLists.get(`codelists.xsd#${name}`) ?? [];
  const lacking = (values: readonly string[]) => values.filter((value) => !all.includes(`>${value}<`));

  expect(lacking(list('Activiteit'))).toEqual([]);
  expect(lacking(list('Gemeente').filter((_, index) => index % 7 === 0))).toEqual([]);
  expect(lacking(list('Onderwerp').filter((_, index) => index % 7 === 0))).toEqual([]);
});

test('bodies that were chosen stay', () => {
  const chosen = { ...generation, authorities: [{ kind: 'gemeente', name: 'Utrecht' }], runId: 'gekozen' };
  const drafts = [...listedValues(chosen, type, { index: 0, of: 1, turn: 0 })];

  const named = drafts.flatMap((draft) =>
    ['bevoegdGezag', 'uitgever'].flatMap((role) => generation.workshop.roles.all(draft, role)),
  );
  expect(drafts.length).toBeGreaterThan(0);
  expect(new Set(named)).toEqual(new Set(['Utrecht']));
});

test('days on which calendars go wrong lie before and after today', () => {
  expect(daysAround('2026-11-23').slice(0, 4)).toEqual(['2024-02-29', '2028-02-29', '2025-12-31', '2026-12-31']);
  expect(daysAround('2026-12-31').at(-1)).toBe('2027-01-01');
  expect(daysAround('2024-02-29').slice(0, 2)).toEqual(['2020-02-29', '2028-02-29']);
  expect(edges['special days'].map(textOf).join('')).toContain('2024-02-29<');
});

test.each([1, 4, 7])('each letter stands in free text of the message itself, stock %i', (seed) => {
  const drafts = [...everyLetter({ ...generation, stock: { seed, size: 12 } }, 'Melding', 97 * seed)];
  const all = drafts.map(textOf).join('');

  expect(repertoire.filter((letter) => !all.includes(letter))).toEqual([]);
});

test('texts are as long as they may be, the title behind its mark', () => {
  const [first] = edges['longest texts'];
  const title = /:Titel>([^<]*)</.exec(first === undefined ? '' : textOf(first))?.[1] ?? '';

  expect(Array.from(title)).toHaveLength(255);
  expect(title).toMatch(/^\[TEST 3PAS\] /);
});

test('numbers stand at both of their bounds', () => {
  const all = edges['numbers at bounds'].map(textOf).join('');

  expect(all).toContain(':Huisnummer>99999<');
  expect(all).toContain(':Huisnummer>1<');
});

test('each list is long somewhere, of different elements', () => {
  const all = edges['long lists'].map(textOf);
  const longest = (name: string) =>
    Math.max(...all.map((text) => text.split(new RegExp(`<(?:\\w+:)?${name}[ >]`)).length - 1));

  expect(longest('Onderwerp')).toBe(30);
  expect(longest('Activiteit')).toBeGreaterThan(5);
  expect(longest('Gebiedsmarkering')).toBeGreaterThan(10);
});

test('words stand by themselves, the title behind its mark', () => {
  const all = edges['odd words'].map(textOf).join('');

  for (const word of ['null', 'undefined', 'true', '0', '-1']) expect(all.includes(`Samenvatting>${word}<`)).toBe(true);
  expect(all.includes('] Cursus <script> en')).toBe(true);
});

test('a line of the content is emptied where nothing is empty', () => {
  const contentOf = (draft: Draft): string =>
    Object.keys(draft.payloads)
      .flatMap((hole) => treeOf(draft, { hole, file: 0 }) ?? [])
      .map((tree) => serialize(tree))
      .join('');
  const [full] = stockOf(generation, type).filter((draft) => !contentOf(draft).includes('/>'));
  const emptied = full && withEmptyElement(generation, full);

  expect(emptied && contentOf(emptied)).toMatch(/<(?:al|nadruk)(?: [^>]*)?\/>/);
  expect(opinions([emptied ?? []].flat())).toEqual([flawless]);
  expect(emptied && withEmptyElement(generation, emptied)).toBe(emptied);
});
