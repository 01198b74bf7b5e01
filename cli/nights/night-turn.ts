import { resolve } from 'node:path';
import type { NightTurn, RunConfig } from '#harness/run-config';
import type { Profile } from '#profiles/profile';
import { newSeed } from '../options.ts';
import { usualRuns } from '../run/options.ts';
import { UsageError } from '../usage-error.ts';
import { readNights } from './state-folder.ts';

/** The seed of all nights at an endpoint that is not ours, so that what differs between them is of the endpoint. */
const fixedSeed = 1;

/** What `--night` makes of a run. */
interface OneNight {
  readonly seed: number;
  readonly runs: number;
  readonly isNight: true | undefined;
  readonly night: NightTurn | undefined;
}

interface AskedNight {
  readonly night?: boolean;
  readonly turn?: number;
  readonly state?: string;
  readonly seed?: number;
  readonly runs?: number | undefined;
}

const millisecondsOfDay = 86_400_000;

/** The seed and the size of a run, and which part of all has its turn: the embedded endpoint gets everything, with a new seed each night. */
export const oneNight = (
  { night = false, turn, state, seed, runs }: AskedNight,
  { name, endpoint, limits }: Profile,
  today: string,
): OneNight => {
  if (turn !== undefined && !night) throw withoutNight(turn);
  const isNight = night || undefined;
  if (!night || endpoint.kind === 'mock') return { seed: seed ?? newSeed(), ...usual(runs), isNight, night: undefined };
  demandOne(runs, name);
  const next = turn ?? nextTurn(state, name, today);
  const requests = leastOf(limits.requests, limits.perDay);
  return {
    seed: seed ?? fixedSeed,
    runs: 1,
    isNight,
    night: { turn: next, limits: { ...limits, requests, shrinks: 0 } },
  };
};

/** A night that has all of a day has no more than that. */
const leastOf = (requests: number | undefined, perDay: number | undefined): number | undefined =>
  requests === undefined || perDay === undefined ? (requests ?? perDay) : Math.min(requests, perDay);

const usual = (runs = usualRuns) => ({ runs });

/** A night that left most undecided got round nothing; without a state the day decides. */
const nextTurn = (state: string | undefined, profile: string, today: string): number =>
  state === undefined
    ? Math.floor(Date.parse(today) / millisecondsOfDay)
    : (readNights(resolve(state), profile)?.memory.verdicts ?? 0);

const demandOne = (runs: number | undefined, profile: string): void => {
  if (runs === undefined || runs === 1) return;
  throw new UsageError({
    nl: `--runs ${String(runs)}: met --night gaat er bij profiel ${profile} van elk documenttype één vaste aanlevering; laat --runs weg, of laat --night weg`,
    en: `--runs ${String(runs)}: with --night one fixed delivery of each document type goes to profile ${profile}; leave --runs out, or leave --night out`,
  });
};

const withoutNight = (turn: number): UsageError =>
  new UsageError({
    nl: `--turn ${String(turn)} kiest een deel van --night; geef die erbij, of laat --turn weg`,
    en: `--turn ${String(turn)} chooses a part of --night; give that as well, or leave --turn out`,
  });

/** Which part of all that is permitted has its turn, and in how many nights all of it has. */
export const turnLine = ({ night, unaffordable, language }: RunConfig): readonly string[] => {
  if (night === undefined) return [];
  const days = unaffordable === undefined ? 1 : unaffordable.days;
  if (days === undefined)
    return [
      {
        nl: 'Een deel van wat mag, past in geen enkele nacht binnen de limieten van het profiel.',
        en: 'Some of what is permitted fits no night within the limits of the profile.',
      }[language],
    ];
  const [part, all] = [String((night.turn % days) + 1), String(days)];
  return [
    {
      nl: `Nacht ${part} van ${all}: ${all} ${days === 1 ? 'nacht toetst' : 'nachten toetsen samen'} alles wat mag.`,
      en: `Night ${part} of ${all}: ${all} ${days === 1 ? 'night tests' : 'nights together test'} all that is permitted.`,
    }[language],
  ];
};
