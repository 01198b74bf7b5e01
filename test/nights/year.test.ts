import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readNights, writeNights } from '#cli/nights/state-folder';
import { answering, page, refusing, textOf } from '#defects/seams';
import { connectionDefects } from '#defects/topics/connection';
import { zipDefects } from '#defects/topics/zips';
import { causeDigest } from '#evidence/cause';
import { type Change, isWorse } from '#nights/change';
import { compareNight } from '#nights/compare-night';
import type { Failure, Night } from '#nights/night';
import { temporaryFolder } from '../run/three-pas.ts';
import { aFailure, aNight } from '../samples/night.ts';
import { toldOf } from '../samples/told-nights.ts';
import { nightAgainst, nightWithoutEndpoint } from './record-night.ts';

/** From 1 March 2024: 1 January is day 306, and both changes of the clock are in it. */
const days = 365;
const newYear = 306;
const momentOf = (day: number): string => new Date(Date.UTC(2024, 2, 1 + day, 1)).toISOString();

/** A day on which an endpoint that fails once in some tens of requests does. */
const unsteadyDays: ReadonlySet<number> = new Set([45, 133, 221, 318]);

/** From a day to the one before another. */
const until = { wsdlGone: [20, 35], wsdlGoneAgain: [200, 211], zipTaken: [60, 76], zipTakenAgain: [250, 256] } as const;
const outage = [100, 105] as const;
const lapsed = [150, 165] as const;
const within = (day: number, [from, to]: readonly [number, number]): boolean => day >= from && day < to;
const contractRenewed = 320;

/** What the endpoint of a day is like, of runs that were really made. */
const recordsOfDays = async () => {
  let requests = 0;
  const once = answering((response, request) =>
    textOf(request).includes(':Dossier>') && (requests += 1) === 3 ? page(503) : response,
  );
  const merged = refusing((text) => /A[a-z]+<\/\w+:BevoegdGezag>/.test(text));
  const noWsdl = connectionDefects['publishes-no-wsdl'].defect;
  const laxZip = zipDefects['checks-no-sums'].defect;
  const records = {
    well: [await nightAgainst([], 1), await nightAgainst([], 2, true)],
    noWsdl: await nightAgainst([noWsdl], 3),
    laxZip: await nightAgainst([laxZip], 4),
    unsteady: await nightAgainst([once], 5),
    merged: await nightAgainst([merged], 6, true),
    outage: await nightWithoutEndpoint(),
  };
  const recordOn = (day: number): Night => {
    if (within(day, outage)) return records.outage;
    if (within(day, until.wsdlGone) || within(day, until.wsdlGoneAgain)) return records.noWsdl;
    if (within(day, until.zipTaken) || within(day, until.zipTakenAgain)) return records.laxZip;
    if (unsteadyDays.has(day)) return records.unsteady;
    if (within(day, [newYear, contractRenewed])) return records.merged;
    return records.well[day % 2] ?? records.outage;
  };
  const mended = records.laxZip.failed.map(({ check, cause }) => ({ check, cause: causeDigest('old', cause) }));
  return (day: number): Night => {
    const isMended = day === until.zipTaken[1] || day === until.zipTakenAgain[1];
    return { ...recordOn(day), replays: isMended ? mended.map((one) => ({ ...one, outcome: 'fixed' })) : [] };
  };
};

let told: readonly { readonly day: number; readonly changes: readonly Change[] }[] = [];
let sizes: readonly number[] = [];

beforeAll(async () => {
  const recordOf = await recordsOfDays();
  const state = temporaryFolder();
  const year = Array.from({ length: days }, (_, day) => {
    const record = recordOf(day);
    const night: Night = {
      ...record,
      ...{ runId: `r${String(day)}`, at: momentOf(day), seed: day, out: [] },
      subject: { ...record.subject, target: 'mock', contract: day < contractRenewed ? 'old' : 'new' },
      permitted: within(day, lapsed) ? [] : ['violations', 'variants'],
    };
    const before = readNights(state, night.subject.profile)?.memory;
    const { memory, changes } = compareNight(before, night);
    writeNights(state, { memory, before });
    const size = readdirSync(state).reduce((sum, name) => sum + statSync(join(state, name)).size, 0);
    return { day, changes, size };
  });
  told = year;
  sizes = year.map(({ size }) => size);
}, 120_000);

const kindsOn = (is: (change: Change) => boolean): readonly string[] =>
  told.flatMap(({ day, changes }) => changes.filter(is).map(({ kind }) => `${String(day)} ${kind}`));

describe('a year of nights', () => {
  test('alarms on the days on which something got worse, once each, and on no other', () => {
    expect(kindsOn(isWorse)).toEqual([
      '20 new',
      '45 new',
      '60 new',
      '102 stuck',
      '150 less',
      '200 back',
      '250 back',
      '306 new',
    ]);
  });

  test('tells what ended, was not seen again or comes and goes, once each', () => {
    expect(kindsOn((change) => !isWorse(change) && change.kind !== 'sign')).toEqual([
      '0 first',
      '35 ended',
      '46 varying',
      '76 ended',
      '100 undecided',
      '105 decided',
      '165 more',
      '211 ended',
      '256 ended',
      '320 unequal',
      '321 unseen',
    ]);
  });

  test('gives a sign of life within a week of the one before', () => {
    const signs = told.flatMap(({ day, changes }) => (changes.some(({ kind }) => kind === 'sign') ? [day] : []));

    expect(Math.max(...[0, ...signs].map((day, index) => (signs[index] ?? days) - day))).toBe(7);
  });

  test('says in it when the last verdict was', () => {
    const signOn = (day: number): unknown => told[day]?.changes.find(({ kind }) => kind === 'sign');

    expect(signOn(98)).toMatchObject({ lastVerdict: { at: momentOf(98), outcome: 'passed' } });
    expect(signOn(105)).toMatchObject({ lastVerdict: { at: momentOf(105) } });
  });

  test('takes no more room after a year than after two months', () => {
    expect(Math.max(...sizes)).toBeLessThan(45_000);
    expect(sizes.at(-1)).toBeLessThan((sizes[60] ?? 0) * 1.2);
  });
});

const letThrough = 'rejection.refuses-rule-violation';
const messages = Array.from({ length: 40 }, (_, index) => `rule-${String(index)}`);

/** A night at an endpoint where chance decides: of forty wrong messages each is accepted once in a hundred times, and a connection test fails on the first night and on few others. */
const byChance = (day: number): Night => {
  const chanceOf = (name: string): number =>
    createHash('sha256')
      .update(`${String(day)} ${name}`)
      .digest()
      .readUInt16BE() / 65_536;
  const wrong = messages.map((constraint): Failure => {
    const cause = { requirement: letThrough, constraint, kind: 'accepted' };
    return aFailure({ check: `${letThrough}/Melding/${constraint}`, cause });
  });
  const alive = aFailure({
    ...{ check: 'connection.answers-is-alive', documentType: undefined },
    cause: { requirement: 'connection.answers-is-alive', kind: 'fault 500' },
  });
  const failed = [
    ...wrong.filter(({ cause }) => chanceOf(cause.constraint ?? '') < 0.01),
    ...(day % 73 === 0 ? [alive] : []),
  ];
  const passed = [...wrong, alive].filter((one) => !failed.includes(one)).map(({ check }) => check);
  return aNight(day, { passed, failed });
};

test('a year of chance alarms once, and tells each finding once', () => {
  const lines = toldOf(Array.from({ length: days }, (_, day) => byChance(day)));
  const changes = lines.map((line, day) => `${String(day)} ${line}`).filter((line) => !line.endsWith(' unchanged'));

  expect(changes.filter((line) => line.includes('worse'))).toEqual(['4 worse new new']);
  expect(changes.filter((line) => !line.endsWith('changed alike'))).toEqual([
    ...['0 first', '1 changed unseen', '4 worse new new', '5 changed varying varying', '73 changed varying'],
  ]);
});
