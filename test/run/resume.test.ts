import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { createMockServer } from '#endpoint/mock/server';
import type { Event } from '#evidence/event';
import { readJournal } from '#evidence/read-journal';
import { gateFacts } from '#gate/facts/facts';
import { foldRun } from '#reporters/run-result';
import { inFull } from '../samples/in-full.ts';
import { makeSigner } from '../bundle/signers.ts';
import { takeFolder } from '#cli/folder/take-folder';
import { inProcess } from './in-process.ts';
import { runHere } from './run-here.ts';
import { credentials, eventsIn, profileFor, temporaryFolder } from './three-pas.ts';

const folder = temporaryFolder();
const whole = join(folder, 'whole');
const asked = [
  ...['--topic', inFull('connection,delivery,redelivery,rejection', 'delivery')],
  ...['--document-type', 'GAOverigeAankondigingen'],
  ...['--runs', '1', '--seed', '7', '--reporter', 'junit', '--lang', 'en', '--skip-doctor'],
];

beforeAll(async () => {
  expect((await runHere([...asked, '--out', whole])).code).toBe(0);
});

const lines = (of = whole): readonly string[] =>
  readFileSync(join(of, 'journal.ndjson'), 'utf8').split('\n').slice(0, -1);

/** The place of the first line from one on that holds such an event. */
const placeOf = (is: (event: Event) => boolean, from = 0): number => {
  const all = lines();
  const found = all.findIndex((line, index) => index >= from && is(JSON.parse(line) as Event));
  if (found === -1) throw new Error('the run has no such event');
  return found;
};

/** A copy of the run that holds so many lines, and then bytes that its writer did not finish. */
const cutAt = (name: string, count: number, { torn = '', of = whole } = {}): string => {
  const out = join(folder, name);
  mkdirSync(out);
  cpSync(join(of, 'exchanges'), join(out, 'exchanges'), { recursive: true });
  const left = lines(of).slice(0, count);
  writeFileSync(join(out, 'journal.ndjson'), left.map((line) => `${line}\n`).join('') + torn);
  return out;
};

/** A copy that says otherwise what a line in its middle said. */
const changedLine = (name: string): string => {
  const out = cutAt(name, middle());
  const file = join(out, 'journal.ndjson');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"case":1', '"case":9'));
  return out;
};

/** A folder with one message of a vendor. */
const at = (name: string): string => {
  mkdirSync(join(folder, name));
  cpSync('contract/2020-01/examples/Melding.xml', join(folder, name, '1-request.xml'));
  return join(folder, name);
};

const verdictsIn = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    foldRun(readJournal(out))
      .checks.map(({ check, verdict }) => [check, verdict] as const)
      .sort(([one], [other]) => one.localeCompare(other)),
  );

const middle = (): number => Math.floor(lines().length / 2);
const isJudged = ({ type }: Event): boolean => type === 'judged';
const isSent = ({ type }: Event): boolean => type === 'exchange';
const isEnded = ({ type }: Event): boolean => type === 'check-ended';
const isEnd = ({ type }: Event): boolean => type === 'run-ended';

const cuts: readonly (readonly [string, () => string])[] = [
  [
    'between exchange and verdict, in a line',
    () => cutAt('torn', placeOf(isSent, middle()) + 1, { torn: '{"type":"judged","ch' }),
  ],
  ...inFull(
    [
      ['right after its start', () => cutAt('start', 1)] as const,
      ['between checks', () => cutAt('between', placeOf(isEnded, middle()) + 1)] as const,
      ['after a case and before the end of its check', () => cutAt('case', placeOf(isJudged, middle()) + 1)] as const,
      ['among its last checks', () => cutAt('last', placeOf(isEnd) - 2)] as const,
      ['right before its end', () => cutAt('end', placeOf(isEnd))] as const,
    ],
    [],
  ),
];

describe.each(cuts)('a run that was cut off %s', (_, cut) => {
  let out: string;
  let before: number;
  beforeAll(async () => {
    out = cut();
    before = eventsIn(out).length;
    const { code, stderr } = await runHere(['--resume', out, '--reporter', 'junit', '--lang', 'en', '--skip-doctor']);
    expect([code, stderr]).toEqual([0, expect.stringContaining('The run goes on, resumed once')]);
  });

  test('has the verdicts of the whole one', () => {
    expect(verdictsIn(out)).toEqual(verdictsIn(whole));
  });

  test('sends no number twice, and leaves no gap in its journal', () => {
    const events = eventsIn(out);
    const goesOn = events.findIndex(({ type }) => type === 'run-resumed');
    const sentIn = (part: readonly Event[]): readonly string[] =>
      part.flatMap((event) => (event.type === 'exchange' ? (event.reference ?? []) : []));
    const first = new Set(sentIn(events.slice(0, goesOn)));

    expect(goesOn).toBe(before);
    expect(sentIn(events.slice(goesOn)).filter((reference) => first.has(reference))).toEqual([]);
    expect(gateFacts(readJournal(out))).toMatchObject({
      damaged: 0,
      gaps: [],
      unfounded: [],
      resumed: [expect.anything()],
    });
  });
});

test('a resumed run is sealed, verified and judged at the gate as one run, and each tells that it was resumed', async () => {
  const out = join(folder, 'torn');
  const { certificate, key } = await makeSigner(folder);
  const sealed = await inProcess(['seal', out, '--cert', certificate, '--key', key]);
  const verified = await inProcess(['verify', join(out, 'bundle.zip'), '--lang', 'en']);

  expect([sealed.code, verified.code]).toEqual([0, 0]);
  expect(verified.stdout).toMatch(/The run was cut off and resumed once \(.*The recorded verdicts follow/s);
});

test.runIf(inFull(true, false))('the gate takes it for whole, and tells it as information', async () => {
  const { code, stdout } = await inProcess(['gate', join(folder, 'torn'), '--phase', '1', '--lang', 'nl']);

  expect(code).toBe(3);
  expect(stdout).not.toContain('Gewijzigd');
  expect(stdout).toMatch(/Ter informatie\n- De run is onderbroken en 1 keer hervat/);
});

test.runIf(inFull(true, false))('a failure at an endpoint that remembers is found again, and stays', async () => {
  const { mockFor } = await import('../defects/shared.ts');
  const { catalogue } = await import('#defects/catalogue');
  const defects = Object.values(catalogue).filter(({ foundBy }) =>
    foundBy.includes('delivery.numbers-dossiers-uniquely'),
  );
  const mock = await mockFor(
    defects.slice(0, 1).map(({ defect }) => defect),
    { topics: ['delivery'], documentTypes: [] },
  );
  const of = join(folder, 'failing');
  const profile = ['--profile', profileFor(folder, mock.url)];
  const given = [...profile, ...asked, '--out', of];
  const first = await runHere(given, credentials);
  const out = cutAt('failing-cut', Math.floor(lines(of).length / 2), { of });
  const second = await runHere(['--resume', out, ...profile, '--reporter', 'junit', '--skip-doctor'], credentials);
  await mock.close();

  expect([first.code, second.code]).toEqual([1, 1]);
  expect(verdictsIn(out)).toEqual(verdictsIn(of));
});

test('a repetition after all that an earlier part delivered is told as undecided elsewhere', async () => {
  const [username = '', password = ''] = Object.values(credentials);
  const mock = await createMockServer({ contract: readContract('contract/2020-01'), username, password });
  const [of, check] = [join(folder, 'elsewhere'), 'redelivery.refuses-after-others/GAOverigeAankondigingen'];
  const profile = ['--profile', profileFor(folder, mock.url)];
  const small = ['--topic', 'redelivery', ...asked.slice(2)];
  await runHere([...profile, ...small, '--out', of], credentials);
  const begun = lines(of).findIndex((line) => line.startsWith('{"type":"check-started"') && line.includes(check));
  const out = cutAt('elsewhere-cut', begun, { of });
  await runHere(['--resume', out, ...profile, '--reporter', 'junit', '--skip-doctor'], credentials);
  await mock.close();

  expect(begun).toBeGreaterThan(0);
  expect([verdictsIn(of)[check], verdictsIn(out)[check]]).toEqual(['passed', 'left-out']);
});

describe('nothing is resumed', () => {
  const refused = async (out: string, ...more: readonly string[]) => {
    const { code, stderr } = await runHere(['--resume', out, '--lang', 'en', ...more]);
    return [code, stderr.replaceAll(out, 'DIR')];
  };
  const changed = (name: string, from: RegExp, to: string): string => {
    const out = cutAt(name, 1);
    const file = join(out, 'journal.ndjson');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    return out;
  };

  test.each([
    ['of a run that is finished', () => whole, /the run is finished/],
    ['where there is no folder', () => join(folder, 'none'), /there is no run folder DIR/],
    ['of a folder that holds no run', () => temporaryFolder(), /DIR holds no journal.ndjson/],
    ['of a journal that was changed', () => changedLine('changed-line'), /its journal was changed after the run/],
    [
      'of another version of the suite',
      () => changed('suite', /"suite":"[^"]*"/, '"suite":"0.0.9"'),
      /of 3pas 0\.0\.9/,
    ],
    ['under another contract', () => changed('digest', /"digest":"../, '"digest":"zz'), /the contract had SHA-256 zz/],
    [
      'by a profile of its own',
      () => changed('own', /"profile":"mock-poc"\}/, '"profile":"/x/kwaad.yaml"}'),
      /the run has profile \/x\/kwaad\.yaml,/,
    ],
    [
      'to an address of its own',
      () => changed('address', /"asked":\{"profile":"mock-poc"/, '$&,"url":"https://kwaad.example/"'),
      /the run goes to https:\/\/kwaad\.example\/ in place of/,
    ],
    ...(['contract', 'state'] as const).map((option): [string, () => string, RegExp] => [
      `with a ${option} folder of its own`,
      () => changed(`own-${option}`, /"asked":\{"profile":"mock-poc"/, `$&,"${option}":"/x/kwaad"`),
      new RegExp(`the run has --${option} /x/kwaad, outside the folder of the run; .*: --${option} /x/kwaad`),
    ]),
    [
      'with another profile',
      () => changed('media', /"inEffect":\{\}/, '"inEffect":{"media":["x"]}'),
      /has changed: media/,
    ],
  ])('%s', async (_, out, why) => {
    expect(await refused(out())).toEqual([2, expect.stringMatching(why)]);
  });

  test('of a recording, in a folder that another command has, or with options of its own', async () => {
    const recording = join(folder, 'recording');
    await inProcess(['import', at('request'), '--out', recording, '--reporter', 'table', '--test-data']);
    const used = cutAt('used', 1);
    const lock = takeFolder(used, 'report');

    expect(await refused(recording)).toEqual([2, expect.stringContaining('it is a recording')]);
    expect(await refused(used)).toEqual([2, expect.stringContaining('is in use by 3pas report')]);
    expect(await refused(used, '--seed', '3')).toEqual([2, expect.stringContaining('cannot be used with')]);
    lock.release();
  });
});
