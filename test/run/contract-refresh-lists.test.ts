import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readPublishedList } from '#contract/lists/published-list';
import { refreshedTable } from '#contract/lists/refreshed-table';
import { readWithoutExamples } from '#contract/reader';
import { copyOfShipped } from '../swaps/folder-copy.ts';
import { refreshLists } from '#cli/contract/refresh-lists';
import { withDayOf } from '#cli/contract/table-day';

const root = mkdtempSync(join(tmpdir(), '3pas-lijsten-'));
const folder = copyOfShipped();
afterAll(() => {
  rmSync(root, { recursive: true });
  folder.dispose();
});

const tooi = 'https://identifier.overheid.nl/tooi/';
interface Entry {
  readonly code: string;
  readonly name: string;
  readonly type?: string;
  readonly begin?: string;
  readonly end?: string;
}

/** As KOOP publishes it: expanded JSON-LD, with what is no entry of the list in between. */
const published = (...entries: readonly Entry[]): Buffer => {
  const day = (text: string | undefined): readonly unknown[] | undefined =>
    text === undefined ? undefined : [{ '@type': 'http://www.w3.org/2001/XMLSchema#date', '@value': text }];
  const nodes = entries.map(({ code, name, type = 'Gemeente', begin, end }) => ({
    '@id': `${tooi}id/gemeente/${code}`,
    '@type': [`${tooi}def/ont/${type}`],
    'http://www.w3.org/2000/01/rdf-schema#label': [{ '@value': `gemeente ${name}`, '@language': 'nl' }],
    [`${tooi}def/ont/officieleNaamExclSoort`]: [{ '@value': name }],
    [`${tooi}def/ont/organisatiecode`]: [{ '@value': code }],
    [`${tooi}def/ont/begindatum`]: day(begin),
    [`${tooi}def/ont/einddatum`]: day(end),
  }));
  return Buffer.from(
    JSON.stringify([{ '@id': `${tooi}set/rwc`, '@type': [`${tooi}def/ont/RegisterwaardelijstCompleet`] }, ...nodes]),
  );
};

const list = published(
  { code: 'gm0003', name: 'Appingedam', end: '2020-12-31' },
  { code: 'gm0014', name: 'Groningen' },
  { code: 'gm0448', name: 'Texel', end: '2026-12-31' },
  { code: 'gm1999', name: 'Kop van Holland', begin: '2027-01-01' },
  { code: 'gm0014', name: 'Groningen (oud)', type: 'HistorischeVersie' },
);

test('a list of KOOP is read with the dates of its entries, without what they were before', () => {
  expect(
    readPublishedList('gemeenten.json', list).map(({ names, kind, begin, end }) => [names[0], kind, begin, end]),
  ).toEqual([
    ['Appingedam', 'Gemeente', undefined, '2020-12-31'],
    ['Groningen', 'Gemeente', undefined, undefined],
    ['Texel', 'Gemeente', undefined, '2026-12-31'],
    ['Kop van Holland', 'Gemeente', '2027-01-01', undefined],
  ]);
});

/** As the registers of TOOI are: a body that is there, one that is gone, and what one was before, which has the code of the former. */
const register = readFileSync('test/lists/rwc_waterschappen_voorbeeld.json');

test.each([
  ['names', 'value\nDe Hoge Kade\n', 'De Hoge Kade,2015-01-01,\nOude Aa,,2014-12-31\n'],
  [
    'names with their kind',
    'value\nwaterschap Oude Aa\n',
    'waterschap Oude Aa,,2014-12-31\nwaterschap De Hoge Kade,2015-01-01,\n',
  ],
  ['codes', 'value,code\nKade,ws9901\n', 'Kade,ws9901,2015-01-01,\n'],
  ['short codes', 'value,code\nKade,9901\nAa,9902\n', 'Kade,9901,2015-01-01,\nAa,9902,,2014-12-31\n'],
  [
    'addresses',
    'value,code\nKade,https://identifier.overheid.nl/tooi/id/waterschap/ws9901\n',
    'Kade,https://identifier.overheid.nl/tooi/id/waterschap/ws9901,2015-01-01,\n',
  ],
  [
    'names of OWMS',
    'value,code\nKade,http://standaarden.overheid.nl/owms/terms/Hoge_Kade\n',
    'Kade,http://standaarden.overheid.nl/owms/terms/Hoge_Kade,2015-01-01,\n',
  ],
])('a table with %s is brought up to date by a register of TOOI', (_, table, rows) => {
  const { text, unknown } = refreshedTable(table, readPublishedList('rwc.json', register), '2014-06-01');

  expect(unknown).toEqual([]);
  expect(text.slice(text.indexOf('\n') + 1)).toContain(rows);
});

test('a table gets dates and what is new, in its own words, and keeps what the list has not', () => {
  const table =
    'naam;code;soort;opmerking\r\nGroningen;gm0014;gemeente;"stad; en land"\r\nTexel;gm0448;gemeente;\r\nFryslân;pv21;provincie;\r\n';
  const { text, ...changed } = refreshedTable(table, readPublishedList('l.json', list), '2026-11-24');

  expect(text.split('\r\n')).toEqual([
    'naam;code;soort;opmerking;begin;end',
    'Groningen;gm0014;gemeente;"stad; en land";;',
    'Texel;gm0448;gemeente;;;2026-12-31',
    'Fryslân;pv21;provincie;',
    'Kop van Holland;gm1999;gemeente;;2027-01-01;',
    '',
  ]);
  expect(changed).toEqual({ added: ['Kop van Holland'], redated: ['Texel'], unknown: ['Fryslân'], known: 2 });
});

test.each([
  [
    "tables:\n  a.csv: { ground: public, source: x, of: '2026-01-01' }\n",
    "tables:\n  a.csv: { ground: public, source: x, of: '2026-11-24' }\n",
  ],
  ['tables:\n  a.csv: { ground: assumed } # ja\n', "tables:\n  a.csv: { of: '2026-11-24', ground: assumed } # ja\n"],
  ['tables:\n  a.csv:\n    ground: assumed\n', "tables:\n  a.csv:\n    of: '2026-11-24'\n    ground: assumed\n"],
])('the day of a table is said in %j', (before, after) => {
  expect(withDayOf(before, ['a.csv'], '2026-11-24')).toBe(after);
});

describe('in a folder', () => {
  folder
    .write('gemeenten.csv', 'value\nGroningen\nTexel\n')
    .replace(
      'contract.yaml',
      'tables:\n',
      "tables:\n  gemeenten.csv: { ground: public, source: TOOI, of: '2026-01-01' }\n",
    );
  const from = [join(root, 'gemeenten.json')];
  writeFileSync(from[0] ?? '', list);

  test('the table that has the values is brought up to date', () => {
    const said = refreshLists(folder.directory, { from, clock: '2026-11-24', lang: 'en' });
    const { entries, of } = readWithoutExamples(folder.directory).tables.get('gemeenten.csv') ?? {};

    expect(said).toBe(
      'gemeenten.csv: 2 values are in gemeenten.json\n  1 new: Kop van Holland\n  1 with another first or last day: Texel\n',
    );
    expect([of, entries?.map(({ value, begin, end }) => [value, begin, end])]).toEqual([
      '2026-11-24',
      [
        ['Groningen', undefined, undefined],
        ['Texel', undefined, '2026-12-31'],
        ['Kop van Holland', '2027-01-01', undefined],
      ],
    ]);
  });

  test('a list becomes a table of its own', () => {
    expect(refreshLists(folder.directory, { from, as: 'nieuw.csv', lang: 'nl' })).toContain('nieuw.csv: 4 waarden');
    expect(readFileSync(join(folder.directory, 'nieuw.csv'), 'utf8').split('\n')[3]).toBe(
      `"Texel","${tooi}id/gemeente/gm0448","Gemeente","","2026-12-31"`,
    );
    expect(() => refreshLists(folder.directory, { from, as: 'nieuw.csv' })).toThrow('no new name');
  });

  test.each([
    ['geen lijst', '{}', 'this is no list of KOOP'],
    ['een pagina', '<html>', 'this is no JSON'],
    ['een vreemde lijst', published({ code: 'xx', name: 'Nergens' }).toString(), 'no table of the folder has a value'],
  ])('%s is refused, and changes nothing', (name, text, message) => {
    const file = join(root, `${name}.json`);
    writeFileSync(file, text);
    const before = readWithoutExamples(folder.directory).digest;

    expect(() => refreshLists(folder.directory, { from: [file], lang: 'en' })).toThrow(message);
    expect(readWithoutExamples(folder.directory).digest).toBe(before);
  });
});
