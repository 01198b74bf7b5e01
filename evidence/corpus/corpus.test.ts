import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { aCase, aRequest } from '../../test/samples/corpus-case.ts';
import { addCases, readCorpus, readKept, toldFolder } from './corpus.ts';
import { readCase } from './read-case.ts';
import { retiredBy } from './retired.ts';
import { readStandings, standingAfter, writeStandings } from './standing.ts';
import { writeCase } from './write-case.ts';

const root = mkdtempSync(join(tmpdir(), 'corpus-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});
let made = 0;
const noCases = { kept: [], damaged: [] };
const newCorpus = (): string => join(root, String((made += 1)));

const odd = aCase({
  why: { nl: 'daarom: zo', en: 'because: so' },
  observes: true,
  owner: 'Jan',
  requests: [
    aRequest({ purpose: 'violation', constraint: 'a.xsd#T/@b: c', contentType: null, body: Buffer.from([0xff, 0xfe]) }),
    aRequest({ purpose: 'variant', soapAction: '', chunked: true, asksFirst: true }),
    aRequest({ purpose: 'alive', method: 'GET', body: new Uint8Array() }),
  ],
});

test('a case is read as it was written, byte for byte', () => {
  const corpus = newCorpus();
  writeCase(corpus, 'x', odd);

  expect(readCase(join(corpus, 'x'))).toEqual(odd);
  expect(readFileSync(join(corpus, 'x', '1-violation.xml'))).toEqual(Buffer.from([0xff, 0xfe]));
});

test('a corpus that is not there yet is empty, and a cause is added once', () => {
  const corpus = newCorpus();
  const found = [aCase(), aCase({ origin: { ...aCase().origin, seed: 2 } }), aCase({ cause: 'fedcba9876543210' })];

  expect(readCorpus(corpus)).toEqual(noCases);
  const { added } = addCases(corpus, noCases, { found, profile: 'p' });

  expect(added).toHaveLength(2);
  expect(readCorpus(corpus).kept.map(({ one }) => one.origin.seed)).toEqual([1, 1]);
  expect(addCases(corpus, readCorpus(corpus), { found, profile: 'p' })).toEqual({ added: [], renewed: [] });
});

test('what is open to attack lies where its owner alone can read it', () => {
  const corpus = newCorpus();
  addCases(corpus, noCases, { found: [aCase({ requirement: 'robustness.shows-no-internals' })], profile: 'p' });

  expect(statSync(join(corpus, 'vertrouwelijk')).mode & 0o777).toBe(0o700);
  const [kept] = readCorpus(corpus).kept;
  expect(toldFolder(kept?.folder ?? '')).toBe(join(corpus, 'vertrouwelijk', 'robustness.shows-no-internals-…'));
});

test('passes count in a row for each profile, and what a case passes while its cause fails takes its place', () => {
  const corpus = newCorpus();
  const [folder = ''] = addCases(corpus, noCases, { found: [{ ...aCase(), owner: 'Jan' }], profile: 'p' }).added;
  let standing = standingAfter(undefined, { outcome: 'fixed', day: '2026-11-24' });
  standing = standingAfter(standing, { outcome: 'blocked', day: '2026-11-25' });
  standing = standingAfter(standing, { outcome: 'fixed', day: '2026-11-26' });
  writeStandings(folder, { p: standing });

  expect(readStandings(folder)).toEqual({ p: { passes: 2, last: '2026-11-26', outcome: 'fixed' } });
  expect(standingAfter(standing, { outcome: 'failed', day: '2026-11-27' }).passes).toBe(0);
  const fresh = aCase({ requests: [aRequest({ body: Buffer.from('<b/>') })] });
  expect(addCases(corpus, readCorpus(corpus), { found: [fresh], profile: 'q' }).renewed).toEqual([]);
  expect(addCases(corpus, readCorpus(corpus), { found: [fresh], profile: 'p' }).renewed).toEqual([folder]);
  expect([readCase(folder).owner, readStandings(folder)]).toEqual(['Jan', {}]);
  expect(readCase(folder).origin.first).toBe(aCase().origin.run);
  expect(retiredBy(readKept(folder), { digest: 'another' }, 'p')).toBe('contract');
});

describe('a case of others is refused with its file and key', () => {
  const spoilt = (change: (text: string) => string): (() => unknown) => {
    const corpus = newCorpus();
    writeCase(corpus, 'x', odd);
    const file = join(corpus, 'x', 'case.yaml');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    return () => readKept(join(corpus, 'x'));
  };

  test.each<[string, (text: string) => string, RegExp]>([
    [
      'a requirement that there is none of',
      (text) => text.replace('accepts-valid', 'accepts'),
      /case\.yaml:\d+: requirement must be a requirement/,
    ],
    [
      'a file elsewhere',
      (text) => text.replace('1-violation.xml', '../../x'),
      /requests\[1\]\.file must be the name of a file in the folder/,
    ],
    ['an absolute file', (text) => text.replace('1-violation.xml', '/etc/passwd'), /requests\[1\]\.file must be/],
    [
      'a file that is gone',
      (text) => text.replace('1-violation.xml', '9.xml'),
      /case\.yaml:\d+: there is no file .*9\.xml/,
    ],
    [
      'a header of two lines',
      (text) => text.replace('contentType: null', 'contentType: "a\\r\\nb"'),
      /contentType must be the value of a header/,
    ],
    [
      'a purpose that there is none of',
      (text) => text.replace('purpose: violation', 'purpose: pinned-up'),
      /requests\[1\]\.purpose must be one of/,
    ],
    ['a key too many', (text) => `${text}extra: 1\n`, /unknown key "extra"/],
    ['another version', (text) => text.replace('case: 1', 'case: 2'), /case must be 1/],
    ['what is no YAML', () => 'a: [', /case\.yaml:\d+: this is not YAML/],
    [
      'a run that is none',
      (text) => text.replace('run: rtest', 'run: "(a+)+$"'),
      /origin\.run must be the name of a run/,
    ],
    ['a moment that is a year', (text) => text.replace(/clock: .*/, 'clock: "5"'), /origin\.clock must be a moment/],
    [
      'nesting in one line',
      (text) => text.replace('owner: Jan', `owner: ${'['.repeat(101)}${']'.repeat(101)}`),
      /case\.yaml:\d+: the file is nested deeper than 100/,
    ],
    ['a day that is none', (text) => text.replace('day: 2026-11-23', 'day: 2026-02-30'), /origin\.day must be a date/],
  ])('%s', (_, change, said) => {
    expect(spoilt(change)).toThrow(said);
  });

  test('a body that is a link, or too large, or no file', () => {
    const corpus = newCorpus();
    const body = join(corpus, 'x', '1-violation.xml');
    const put = (make: () => void): (() => unknown) => {
      writeCase(corpus, 'x', odd);
      rmSync(body);
      make();
      return () => readCase(join(corpus, 'x'));
    };

    expect(
      put(() => {
        symlinkSync('/etc/hostname', body);
      }),
    ).toThrow(/is no plain file/);
    expect(
      put(() => {
        mkdirSync(body);
      }),
    ).toThrow(/is no plain file/);
    expect(
      put(() => {
        writeFileSync(body, Buffer.alloc(1024 * 1024 + 1));
      }),
    ).toThrow(/1048577 bytes, and 1048576 are read at most/);
  });

  test('bytes or a header that are not those of the finding', () => {
    const corpus = newCorpus();
    writeCase(corpus, 'x', odd);
    writeFileSync(join(corpus, 'x', '1-violation.xml'), '<mended/>');

    expect(() => readCase(join(corpus, 'x'))).toThrow(/case\.yaml:\d+: the messages of this case .* are not those/);
    expect(spoilt((text) => text.replace('method: GET', 'method: PUT'))).toThrow(/are not those of the finding/);
    expect(spoilt((text) => text.replace('owner: Jan', 'owner: Piet'))).not.toThrow();
    expect(spoilt((text) => text.replace(/sent: .*\n/, ''))).not.toThrow();
  });

  test('a standing that is none, and a corpus that is a file', () => {
    const corpus = newCorpus();
    writeCase(corpus, 'x', odd);
    writeFileSync(join(corpus, 'x', 'standing.yaml'), 'p: { passes: -1, last: 2026-11-24, outcome: fixed }');
    writeFileSync(join(root, 'file'), '');

    expect(() => readKept(join(corpus, 'x'))).toThrow(/standing\.yaml:1: p\.passes must be a whole number/);
    expect(() => readCorpus(join(root, 'file'))).toThrow(/this is no folder/);
  });
});

test('a case that can not be read is set aside as it is, and its cause is added beside it', () => {
  const corpus = newCorpus();
  const found = [aCase(), aCase({ cause: 'fedcba9876543210' })];
  const [damaged = '', other] = addCases(corpus, noCases, { found, profile: 'p' }).added;
  writeFileSync(join(damaged, 'case.yaml'), 'van: mij');
  const read = readCorpus(corpus);

  expect(read.kept.map(({ folder }) => folder)).toEqual([other]);
  expect(read.damaged).toMatchObject([{ folder: damaged, error: { file: join(damaged, 'case.yaml') } }]);
  const { added } = addCases(corpus, read, { found, profile: 'p' });
  expect(added).toEqual([`${damaged}-2`]);
  expect(readFileSync(join(damaged, 'case.yaml'), 'utf8')).toBe('van: mij');
  expect(addCases(corpus, readCorpus(corpus), { found, profile: 'p' }).added).toEqual([]);
});
