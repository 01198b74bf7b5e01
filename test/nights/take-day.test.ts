import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { DayUse } from '#nights/day-use';
import { credentials, profileFor } from '../run/three-pas.ts';
import { openJournal } from '#evidence/journal';
import { anExchange } from '../samples/run.ts';
import { planRun } from '#cli/run/plan-run';
import { countDays, takeDay, takeFew } from '#cli/nights/take-day';

const setNow = (moment: string): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) });
};

beforeEach(() => {
  setNow('2027-03-27T12:00:00Z');
});
afterAll(() => {
  vi.useRealTimers();
});

/** A run under a profile with so many requests a day, and what is counted of it. */
const planned = (perDay: number | undefined) => {
  const folder = mkdtempSync(join(tmpdir(), '3pas-'));
  const profile = profileFor(folder, 'http://127.0.0.1:9/');
  const limits = perDay === undefined ? 'requests: 4' : `requests: 4, perDay: ${String(perDay)}`;
  writeFileSync(profile, readFileSync(profile, 'utf8').replace('requests: 100000', limits));
  for (const [name, value] of Object.entries(credentials)) vi.stubEnv(name, value);
  const state = join(folder, 'state');
  const counted = (): readonly number[] =>
    (JSON.parse(readFileSync(join(state, 'day-use.json'), 'utf8')) as DayUse).runs.map(({ requests }) => requests);
  const plan = () => planRun({ profile, runs: 1, reporter: [], out: join(folder, 'out') });
  return { plan, state, counted };
};

test('a command that makes a few takes those, and counts what it made', async () => {
  const { plan, state, counted } = planned(5);
  const { planned: same, settle } = await takeFew(plan(), state, 3);

  expect([counted(), same.config.limits.requests]).toEqual([[3], 4]);
  await settle(2);
  expect(counted()).toEqual([2]);
});

test('a run that can go on after midnight takes of both days, and counts each request on its own', async () => {
  const { plan, state, counted } = planned(5);
  setNow('2027-03-27T22:55:00Z');
  const { planned: run, settle } = await takeDay(plan(), state);
  expect([counted(), (await takeDay(plan(), state)).planned.config.limits.requests]).toEqual([[4, 4], 1]);

  mkdirSync(run.config.out);
  const journal = openJournal(run.config.out);
  for (const at of ['22:56', '22:59', '23:01'])
    journal.append(anExchange({ id: at, startedAt: Date.parse(`2027-03-27T${at}:00Z`) }));
  journal.close();
  setNow('2027-03-27T23:02:00Z');
  await settle();

  expect(counted()).toEqual([1, 1, 2, 1]);
});

test('it makes none where fewer are left than it may need', async () => {
  const { plan, state, counted } = planned(5);
  await takeDay(plan(), state);

  await expect(takeFew(plan(), state, 2)).rejects.toThrow('fewer are left than the 2 that this can need');
  expect(counted()).toEqual([4, 0]);
});

test('each message that goes on is taken by itself, beside what others took', async () => {
  const { plan, state, counted } = planned(3);
  await takeFew(plan(), state, 1);
  const days = countDays(plan(), state);

  expect([await days.take(), await days.take(), await days.take()]).toEqual([true, true, false]);
  await days.giveBack();
  expect([counted(), await days.take()]).toEqual([[1, 1], true]);
});

test('nothing goes on while the requests of a day can not be counted, and that is told', async () => {
  const { plan, state } = planned(3);
  const days = countDays(plan(), state);
  mkdirSync(state);
  writeFileSync(join(state, 'day-use.json'), '{');
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);

  expect(await days.take()).toBe(false);
  expect(String(said.mock.calls[0]?.[0])).toMatch(/day-use\.json.*(take the file away|haal het bestand weg)/s);
  said.mockRestore();
});

test('without a folder a profile with a limit is refused, and one without is not counted', async () => {
  const [limited, free] = [planned(3), planned(undefined)];

  expect(() => countDays(limited.plan(), undefined)).toThrow('--state');
  await expect(takeFew(limited.plan(), undefined, 1)).rejects.toThrow('--state');
  expect(await countDays(free.plan(), undefined).take()).toBe(true);
});

test('a run with less than its profile allows it knows that the day is the limit', async () => {
  const { plan, state } = planned(5);
  const whole = await takeDay(plan(), state);
  const rest = await takeDay(plan(), state);

  expect([whole, rest].map(({ planned: { config } }) => [config.limits.requests, config.limits.ofDay])).toEqual([
    [4, undefined],
    [1, 5],
  ]);
});

test('a file in the place of that folder is refused before anything is sent, whatever is counted', async () => {
  const { plan, state } = planned(undefined);
  writeFileSync(state, '');
  const atMock = planRun({ profile: 'mock-poc', runs: 1, reporter: [] });

  expect(() => countDays(plan(), state)).toThrow('state is a file and not a folder');
  await expect(takeDay(atMock, state)).rejects.toThrow('state is a file and not a folder');
});
