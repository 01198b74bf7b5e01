import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { catalogue } from '#defects/catalogue';
import { configOf } from '#defects/config-of';
import type { Place } from '#defects/place';
import type { Selected } from '#defects/seeded-defect';
import type { MockServer } from '#endpoint/mock/server';
import { casesInRun } from '#evidence/corpus/cases-in-run';
import { addCases, readCorpus } from '#evidence/corpus/corpus';
import { openJournal } from '#evidence/journal';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { compareNight } from '#nights/compare-night';
import type { Night } from '#nights/night';
import { nightOf } from '#nights/night-of';
import { guardedAnswers } from '#judgement/guarded-answers';
import { type RequirementId, requirementOf } from '#judgement/requirements/registry';
import { temporaryFolder } from '../run/three-pas.ts';
import { aRun } from '../samples/run.ts';
import { act, contract, mockFor, tlsFor } from './shared.ts';

const answers = guardedAnswers(contract, 30_000);
const open: MockServer[] = [];
afterAll(async () => {
  await Promise.all([answers.close(), ...open.map((mock) => mock.close())]);
});

const wanted: ReadonlySet<RequirementId> = new Set<RequirementId>([
  'rejection.refuses-schema-violation',
  'redelivery.refuses-after-success',
  'redelivery.survives-lost-answer',
  'protocol.answers-fault-with-500',
  // Passes, and brings the Fault of the one before about.
  'protocol.refuses-two-requests',
  'connection.refuses-missing-username',
]);
const selected: Selected = {
  topics: ['connection', 'rejection', 'protocol', 'redelivery'],
  only: ({ requirement, constraint = '' }) =>
    wanted.has(requirement) && (!requirement.startsWith('rejection') || constraint.includes('#Rubriek')),
};
const broken = ['trims-texts', 'has-no-memory', 'answers-faults-with-200', 'lets-in-who-says-nothing'];

const mockWith = async (defects: readonly string[], phase: 1 | 2 = 1): Promise<MockServer> => {
  const seeded = defects.flatMap((name) => catalogue[name]?.defect ?? []);
  const mock = await mockFor(seeded, { ...selected, phase });
  open.push(mock);
  return mock;
};

const placeOf = (mock: MockServer): Place => ({ url: mock.url, mockControl: mock.controlUrl, tls: undefined });

/** A run of those checks, kept as `3pas run` keeps it; the failures of a seed as cases. */
const foundWith = async (mock: MockServer, seed: number) => {
  const out = temporaryFolder();
  const config = configOf({ ...selected, seed }, placeOf(mock));
  const journal = openJournal(out);
  const { started } = aRun([]);
  const { id, digest, confirmed } = contract;
  const { runId, clock } = config;
  journal.append({ ...started, runId, seed, clock, contract: { id, digest, confirmed } });
  await act(config, selected, journal);
  journal.close();
  return { out, found: await casesInRun(readJournal(out), { ...answers, contract, bytes: openExchanges(out) }) };
};

/** A run as nights compare it, on a day of January. */
const nightOn = (day: number, out: string): Night => {
  const night = nightOf(readJournal(out));
  if (night === undefined) throw new Error('a run is no recording');
  return { ...night, runId: String(day), at: new Date(Date.UTC(2027, 0, day, 1)).toISOString() };
};

const corpus = temporaryFolder();
const { out: failedRun, found } = await foundWith(await mockWith(broken), 1);
const { added } = addCases(corpus, { kept: [], damaged: [] }, { found, profile: 'proef' });
const { kept } = readCorpus(corpus);

interface Again extends Place {
  readonly phase?: 1 | 2;
  readonly runId?: string;
}

/** What each case comes to with a lab that acts nothing else, with what was sent. */
const replayedAt = async ({ phase = 1, runId = 'nacht', ...place }: Again) => {
  const out = temporaryFolder();
  const journal = openJournal(out);
  const { id, digest, confirmed } = contract;
  journal.append({ ...aRun([]).started, runId, contract: { id, digest, confirmed } });
  const config = {
    ...configOf({ ...selected, phase }, place),
    runId,
    replays: { folders: kept.map(({ folder }) => folder), spare: 0 },
  };
  await act(config, { only: () => false }, journal);
  journal.close();
  const events = [...readJournal(out)];
  return {
    out,
    outcomes: Object.fromEntries(
      events.flatMap((event) =>
        event.type === 'replayed' ? [[event.from.replace(/-[0-9a-f]{8}$/, ''), event.outcome]] : [],
      ),
    ),
    exchanges: events.filter((event) => event.type === 'exchange'),
  };
};

const everywhere = (outcome: string) => ({
  'connection.refuses-missing-username': outcome,
  'protocol.answers-fault-with-500': outcome,
  'redelivery.refuses-after-success': outcome,
  'redelivery.survives-lost-answer': outcome,
  'rejection.refuses-schema-violation': outcome,
});

test('each failure is a case in files, as the sequence that it is, and one that is open to attack lies apart', () => {
  const shown = kept.map(({ one }) => [one.requirement, one.replay, one.requests.map(({ purpose }) => purpose).join()]);

  expect(Object.fromEntries(shown.map(([id, ...rest]) => [id, rest.join(': ')]))).toEqual({
    'connection.refuses-missing-username': 'check: control,no-username',
    'protocol.answers-fault-with-500': 'requests: two-requests',
    'redelivery.refuses-after-success': 'requests: valid,again,last',
    'redelivery.survives-lost-answer': 'requests: lost,again,last',
    'rejection.refuses-schema-violation': 'requests: control,violation',
  });
  expect(added).toHaveLength(kept.length);
  const folder = kept.find(({ one }) => one.requirement.startsWith('rejection'))?.folder ?? '';
  expect(readdirSync(folder).sort()).toEqual(['1-control.xml', '2-violation.xml', 'case.yaml']);
  expect(readFileSync(join(folder, 'case.yaml'), 'utf8')).toContain('seed: 1');
});

test('the same defects under another seed add no case, and one that was fixed and is back is renewed', async () => {
  const { found: again } = await foundWith(await mockWith(broken), 2);
  const passed = kept.map((one) => ({
    ...one,
    standings: { proef: { passes: 3, last: '2026-11-23', outcome: 'fixed' as const } },
  }));

  expect(again.length).toBeGreaterThan(3);
  expect(kept.map(({ one }) => one.cause)).toEqual(expect.arrayContaining(again.map(({ cause }) => cause)));
  expect(addCases(temporaryFolder(), { kept, damaged: [] }, { found: again, profile: 'proef' })).toEqual({
    added: [],
    renewed: [],
  });
  expect(
    addCases(temporaryFolder(), { kept, damaged: [] }, { found: [...again, ...again], profile: 'x' }).added,
  ).toEqual([]);
  expect(addCases(corpus, { kept: passed, damaged: [] }, { found, profile: 'proef' }).renewed).toHaveLength(
    kept.length,
  );
});

test('a finding of nights ends with its own case, and with that of no other', async () => {
  const { out } = await replayedAt(placeOf(await mockWith([])));
  const night = nightOn(3, out);
  const { memory } = compareNight(compareNight(undefined, nightOn(1, failedRun)).memory, nightOn(2, failedRun));
  const endedBy = (replays: Night['replays']): readonly string[] =>
    compareNight(memory, { ...night, replays }).changes.flatMap((change) =>
      change.kind === 'ended' ? [change.finding.cause.requirement] : [],
    );

  expect(endedBy(night.replays).toSorted()).toEqual(Object.keys(everywhere('fixed')));
  for (const one of night.replays) expect(endedBy([one])).toEqual([requirementOf(one.check)]);
});

describe('a case', () => {
  test('fails while the defect is there, also where the endpoint remembers what came before', async () => {
    const mock = await mockWith(broken);
    const first = await replayedAt(placeOf(mock));
    const second = await replayedAt({ ...placeOf(mock), mockControl: undefined, runId: 'daarna' });

    expect([first.outcomes, second.outcomes]).toEqual([everywhere('failed'), everywhere('failed')]);
    expect(nightOn(2, first.out).replays.map(({ outcome }) => outcome)).toEqual(kept.map(() => 'failed'));
  });

  test('is fixed without it: at the embedded endpoint by the same bytes, elsewhere under numbers of its own', async () => {
    const mock = await mockWith([]);
    const first = await replayedAt(placeOf(mock));
    const second = await replayedAt({ ...placeOf(mock), mockControl: undefined, runId: 'daarna' });
    const bytesOf = (sent: typeof first): readonly string[] =>
      sent.exchanges.flatMap(({ check, request }) => (check.startsWith('connection') ? [] : (request?.sha256 ?? [])));

    expect([first.outcomes, second.outcomes]).toEqual([everywhere('fixed'), everywhere('fixed')]);
    expect(bytesOf(first).filter((digest) => bytesOf(second).includes(digest))).toEqual([]);
    const originals = kept.flatMap(({ one }) => one.requests.map(({ body }) => Buffer.from(body).toString('latin1')));
    const sent = openExchanges(first.out);
    const violation = first.exchanges.find(({ purpose }) => purpose === 'violation');
    expect(originals).toContain(violation?.request && sent(violation.request)?.toString('latin1'));
  });

  test('is blocked where nothing answers', async () => {
    const mock = await mockWith([]);
    const place = placeOf(mock);
    await mock.close();

    expect((await replayedAt(place)).outcomes).toEqual(everywhere('blocked'));
  });

  test('of phase 1 goes on in phase 2 with the certificate of its profile, and without a username', async () => {
    const mock = await mockWith(['trims-texts'], 2);
    const { outcomes, exchanges } = await replayedAt({ ...placeOf(mock), tls: await tlsFor(2), phase: 2 });

    expect(outcomes).toEqual({
      ...everywhere('fixed'),
      'rejection.refuses-schema-violation': 'failed',
      'connection.refuses-missing-username': undefined,
    });
    expect(
      exchanges.map(({ identity, requestHeaders }) => [identity !== undefined, requestHeaders['authorization']]),
    ).toEqual(exchanges.map(() => [true, undefined]));
  });
});
