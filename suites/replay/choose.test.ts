import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { CorpusCase } from '#evidence/corpus/corpus-case';
import type { KeptCase } from '#evidence/corpus/corpus';
import type { Standing } from '#evidence/corpus/standing';
import type { RunConfig } from '#harness/run-config';
import { aCase, aRequest } from '../../test/samples/corpus-case.ts';
import { aRunConfig } from '../../test/samples/run-config.ts';
import { chooseCases } from './choose.ts';
import { scopeWith } from './scope-with.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const { digest } = contract;
const origin = { ...aCase().origin, contract: { id: contract.id, digest } };

const aKept = (name: string, one: Partial<CorpusCase> = {}, standing?: Standing): KeptCase => ({
  name,
  folder: `/corpus/${name}`,
  one: aCase({ origin, requests: [aRequest({ body: Buffer.from(name) })], ...one }),
  standings: standing === undefined ? {} : { 'mock-poc': standing },
});

const namesOf = (all: readonly KeptCase[]): readonly string[] => all.map(({ name }) => name);
const around = (change: Partial<RunConfig> = {}) => ({
  contract,
  config: aRunConfig(change),
  unviolable: () => new Map<string, never>(),
});
const room = { requests: 3, accepted: 3 };

test('what failed last goes first, then what waited longest, as far as there is room', () => {
  const all = [
    aKept('passed-yesterday', {}, { passes: 2, last: '2026-11-22', outcome: 'fixed' }),
    aKept('passed-long-ago', {}, { passes: 2, last: '2026-10-01', outcome: 'fixed' }),
    aKept('never-replayed'),
    aKept('failed', {}, { passes: 0, last: '2026-11-22', outcome: 'failed' }),
  ];

  const { first, waiting, cost } = chooseCases(around(), all, room);

  expect(namesOf(first)).toEqual(['failed', 'never-replayed', 'passed-long-ago']);
  expect([namesOf(waiting), cost]).toEqual([['passed-yesterday'], { requests: 3, accepted: 3 }]);
});

test('a case that was replayed by a clock of the future does not wait until then', () => {
  const all = [
    aKept('of-the-future', {}, { passes: 2, last: '2099-01-01', outcome: 'fixed' }),
    ...['a', 'b', 'c'].map((name) => aKept(name, {}, { passes: 2, last: '2026-11-20', outcome: 'fixed' })),
  ];

  expect(namesOf(chooseCases(around(), all, room).first)).toEqual(['of-the-future', 'a', 'b']);
});

test('a control that several have is counted once, and what does not fit leaves room for what does', () => {
  const control = aRequest({ purpose: 'control', body: Buffer.from('control') });
  const refused = (name: string) =>
    aKept(name, { requests: [control, aRequest({ purpose: 'violation', body: Buffer.from(name) })] });
  const long = aKept('a-long', { requests: [1, 2, 3, 4].map((body) => aRequest({ body: Buffer.from([body]) })) });

  const { first, waiting, cost } = chooseCases(around(), [long, refused('b'), refused('c')], room);

  expect([namesOf(first), namesOf(waiting), cost.requests]).toEqual([['b', 'c'], ['a-long'], 3]);
});

test('a case is retired for a profile by thirty passes, and for all by another contract', () => {
  const thirty: Standing = { passes: 30, last: '2026-11-22', outcome: 'fixed' };
  const all = [
    aKept('passed', {}, thirty),
    aKept('nearly', {}, { ...thirty, passes: 29 }),
    aKept('other', { origin: { ...origin, contract: { id: 'x', digest: 'feedbeef' } } }),
  ];
  const [here, there] = [around(), around({ profile: 'mock-tst' })].map((one) => chooseCases(one, all, room));

  expect(here && [namesOf(here.first), namesOf(here.retired.passes), namesOf(here.retired.contract)]).toEqual([
    ['nearly'],
    ['passed'],
    ['other'],
  ]);
  expect(there && namesOf(there.first)).toEqual(['nearly', 'passed']);
});

test('what the phase does not have, the profile does not permit and the run does not select stays', () => {
  const wanting = { requirement: 'rejection.refuses-damaged-zip' } as const;
  const phases = (phase: number) =>
    namesOf(
      chooseCases(
        around({ phase }),
        [aKept('a', { requirement: 'tls.takes-large-bodies', documentType: undefined })],
        room,
      ).elsewhere,
    );

  expect([phases(1), phases(2)]).toEqual([['a'], []]);
  expect(namesOf(chooseCases(around({ permitted: [] }), [aKept('b', wanting)], room).elsewhere)).toEqual(['b']);
  expect(namesOf(chooseCases(around({ topics: ['tls'] }), [aKept('c')], room).elsewhere)).toEqual(['c']);
});

describe('the share of a budget', () => {
  const many = Array.from({ length: 80 }, (_, index) => aKept(`case-${String(index).padStart(2, '0')}`));
  const never = { never: [], isDoctored: true, corpus: many };
  const limits = { ...aRunConfig().limits, requests: 500, accepted: 300 };

  test('is a tenth of requests and of dossiers, and is kept for it', () => {
    const { chosen, config, planned } = scopeWith(contract, aRunConfig({ limits, runs: 1 }), never);
    const waits = chosen.waiting.map(({ one: { requirement, cause, origin: from } }) => [requirement, cause, from.run]);
    expect(planned.waiting?.map(({ check, cause, found }) => [check.split('/')[0], cause, found])).toEqual(waits);
    expect(waits.length).toBeGreaterThan(0);
    const without = scopeWith(contract, aRunConfig({ limits, runs: 1 }), { ...never, corpus: [] });

    expect(chosen.cost).toEqual({ requests: 30, accepted: 30 });
    expect(config.replays).toEqual({ folders: chosen.first.map(({ folder }) => folder), spare: 20 });
    expect(config.limits).toEqual(limits);
    expect(planned.requests).toBeLessThanOrEqual(500);
    expect(without.config.replays).toBeUndefined();
  });

  test('without limits is a tenth of what the run plans, which loses nothing by it', () => {
    const unlimited = aRunConfig({ runs: 1, documentTypes: ['Melding'] });
    const { chosen, planned } = scopeWith(contract, unlimited, never);
    const { planned: alone } = scopeWith(contract, unlimited, { ...never, corpus: [] });

    expect(chosen.cost.requests).toBe(Math.min(80, Math.floor(alone.requests / 10)));
    expect(planned.scope).toBe(alone.scope);
  });
});
