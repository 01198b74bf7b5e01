import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Event } from '#evidence/event';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { rejudge } from '#evidence/rejudge';
import { verdictsFold } from '#evidence/verdicts';
import { guardedAnswers } from '#judgement/guarded-answers';
import { pinOf } from '../pin/pin-of.ts';
import { inFull } from '../samples/in-full.ts';
import { checksIn, eventsIn, exchangesIn, problemsIn, temporaryFolder, threePas } from './three-pas.ts';

const smoke = [
  ...['run', '--runs', '1', '--seed', '20261123', '--clock', '2026-11-23T10:00:00Z', '--run-id', 'pin'],
  ...['--reporter', 'table,junit'],
];
const topics = ['delivery', 'rejection', 'protocol', 'variants', 'redelivery', 'robustness', 'connection'];
const overTls = [...topics, 'tls', 'certificate'];
/** Over TLS deliveries are the same. */
const some = ['--document-type', 'GAOverigeAankondigingen'];
const pins = resolve(import.meta.dirname, '../pin');

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const answers = guardedAnswers(contract, 30_000);
afterAll(() => answers.close());

const judgedAgain = (out: string) => rejudge(readJournal(out), { ...answers, bytes: openExchanges(out) });
const whole = { differing: [], unprovable: { bytes: 0, damage: 0, time: 0, recipe: 0, unsent: 0 }, unfounded: [] };
const judgedIn = (events: readonly Event[]): number => events.filter(({ type }) => type === 'judged').length;

const firstHalf = (out: string): readonly Event[] => eventsIn(out).slice(0, eventsIn(out).length / 2);

/** Verdicts folded from a journal that was cut off, and those that were recorded before the cut. */
const verdictsHalfway = (out: string): ReadonlyMap<string, string> => {
  const fold = verdictsFold();
  for (const event of firstHalf(out)) fold.add(event);
  return new Map([...fold.result().verdicts].map(([check, { verdict }]) => [check, verdict]));
};
const recordedHalfway = (out: string): ReadonlyMap<string, string> =>
  new Map(firstHalf(out).flatMap((event) => (event.type === 'check-ended' ? [[event.check, event.verdict]] : [])));

/** How many requests a run made, of each that its plan reckoned with. */
const shareOfPlan = (out: string): number => {
  const [planned] = eventsIn(out).filter((event) => event.type === 'planned');
  const sent = exchangesIn(out).filter(({ failure }) => failure === undefined);
  return sent.length / (planned?.requests ?? 0);
};

describe('a run of a phase from one command', () => {
  test.each([
    { profile: 'mock-poc', phase: 1, tested: topics, chosen: [] },
    // It differs from the next one in the certificate alone.
    ...inFull([{ profile: 'mock-tst-koop', phase: 2, tested: overTls, chosen: some }], []),
    { profile: 'mock-tst-pkio', phase: 3, tested: overTls, chosen: some },
    { profile: 'mock-productie', phase: 4, tested: ['connection', 'tls', 'certificate'], chosen: [] },
  ] as const)(
    'with $profile passes, and asks and finds what is pinned, phase $phase',
    async ({ profile, phase, tested, chosen }) => {
      const out = join(temporaryFolder(), 'out');

      const { code, stdout } = await threePas([...smoke, '--profile', profile, ...chosen, '--out', out]);

      expect(problemsIn(out)).toEqual([]);
      expect({ code, begun: eventsIn(out)[0] }).toMatchObject({
        code: 0,
        begun: { phase, checks: checksIn(out).length },
      });
      for (const topic of tested) expect(stdout).toContain(topic);
      expect(stdout).toContain('--seed 20261123');
      const passed = checksIn(out).filter(({ verdict }) => verdict === 'passed');
      expect(new Set(passed.map(({ requirement }) => requirement.split('.')[0]))).toEqual(new Set(tested));
      const plain = exchangesIn(out).filter(({ url }) => !url.startsWith('https:'));
      expect(plain.length > 0).toBe(phase === 1);
      const delivered = readFileSync(join(out, 'opruimlijst.csv'), 'utf8').trim().split('\n').length - 1;
      expect(delivered > 0).toBe(phase !== 4);
      expect(await judgedAgain(out)).toEqual({ ...whole, agreeing: judgedIn(eventsIn(out)) });
      expect(verdictsHalfway(out)).toEqual(recordedHalfway(out));
      expect(shareOfPlan(out)).toBeLessThanOrEqual(1);
      expect(shareOfPlan(out)).toBeGreaterThan(0.5);
      await expect(pinOf(out)).toMatchFileSnapshot(join(pins, `phase-${String(phase)}.txt`));
    },
  );
});
