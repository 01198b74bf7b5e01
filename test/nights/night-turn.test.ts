import { join } from 'node:path';
import { expect, test } from 'vitest';
import { oneNight } from '#cli/nights/night-turn';
import { findProfile } from '#profiles/find';
import { readProfile } from '#profiles/reader';
import { inProcess } from '../run/in-process.ts';
import { credentials, profileFor, temporaryFolder } from '../run/three-pas.ts';
import { failedCheck, writeRun } from './write-run.ts';

const today = '2025-03-05';
const eto = () => readProfile(profileFor(temporaryFolder(), 'http://127.0.0.1:9/'), credentials);
const at = (day: number, change: object = {}) =>
  writeRun(day, { started: { profile: 'proef', isMock: false, target: 'https://eto.example/x' }, ...change });

test('at the embedded endpoint a night is a run with a new seed', () => {
  const mock = readProfile(findProfile('mock-poc'), {});
  const seeds = [1, 2, 3].map(() => oneNight({ night: true, runs: 50 }, mock, today).seed);

  expect(new Set(seeds).size).toBe(3);
  expect(oneNight({ night: true }, mock, today)).toMatchObject({ runs: 50, night: undefined });
});

test('at an endpoint each night has the same seed, and the next part', () => {
  const parts = ['2025-03-05', '2025-03-06'].map((day) => oneNight({ night: true }, eto(), day));

  expect(parts.map(({ seed, runs }) => ({ seed, runs }))).toEqual([
    { seed: 1, runs: 1 },
    { seed: 1, runs: 1 },
  ]);
  expect((parts[1]?.night?.turn ?? 0) - (parts[0]?.night?.turn ?? 0)).toBe(1);
  expect(oneNight({ night: true, runs: 1, turn: 7 }, eto(), today).night?.turn).toBe(7);
});

test('parts are no larger than what a day allows', () => {
  const { limits, ...rest } = eto();
  const partOf = (requests: number | undefined, perDay: number | undefined) =>
    oneNight({ night: true }, { ...rest, limits: { ...limits, requests, perDay } }, today).night?.limits.requests;

  expect([partOf(120, 90), partOf(90, 120), partOf(undefined, 90), partOf(120, undefined)]).toEqual([90, 90, 90, 120]);
});

test('more than its one delivery of each document type is refused, and not left out', () => {
  expect(() => oneNight({ night: true, runs: 5 }, eto(), today)).toThrow('--runs 5: with --night one fixed delivery');
  expect(oneNight({}, eto(), today).runs).toBe(50);
});

test('a turn is one of nights, and of nothing else', () => {
  expect(() => oneNight({ turn: 3, runs: 1 }, eto(), today)).toThrow('--turn 3 chooses a part of --night');
});

test('a part that came to no verdict has its turn again', async () => {
  const state = join(temporaryFolder(), 'state');
  const turnNext = (): number | undefined => oneNight({ night: true, runs: 1, state }, eto(), today).night?.turn;
  const before = turnNext();
  await inProcess(['compare', at(0, { checks: [failedCheck] }), '--state', state]);
  const afterVerdict = turnNext();
  await inProcess(['compare', at(1, { isKilled: true }), '--state', state]);

  expect([before, afterVerdict, turnNext()]).toEqual([0, 1, 1]);
});
