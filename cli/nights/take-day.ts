import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Bilingual } from '#contract/texts/bilingual';
import { jsonText } from '#contract/texts/json-text';
import { asBlock } from '#contract/texts/visible';
import { type DayUse, type RunUse, daysFrom, dayUseShape, ownIn, usedBesides, withRun } from '#nights/day-use';
import { momentOf } from '../run/clock.ts';
import type { PlannedRun } from '../run/plan-run.ts';
import { demandKind } from '../report/demand-kinds.ts';
import { tellAside } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { readJson, writeJson } from './read-json.ts';
import { requestsIn } from './requests-in.ts';
import { withState } from './state-folder.ts';

/** A run that has its share of the requests of a day. */
export interface TakenDay {
  readonly planned: PlannedRun;
  /** Gives back what it did not use: all but the requests of its journal, unless it says how many it made. */
  readonly settle: (requests?: number) => Promise<void>;
}

/**
 * Takes for a run as many requests of the day as it may make (`limits.perDay`); throws `UsageError` where none are left. A run that is
 * killed has used all that it took; only one that is resumed takes that anew, whatever id another is given.
 */
export const takeDay = async (
  planned: PlannedRun,
  folder: string | undefined,
  how: 'anew' | 'resumed' = 'anew',
): Promise<TakenDay> => {
  const { profile, config } = planned;
  const { perDay } = profile.limits;
  const state = countingFolder(planned, folder);
  if (state === undefined) return { planned, settle: () => Promise.resolve() };
  const runs = runsOf(planned);
  const { day: today } = runOf(planned);
  const { requests, entries } = await withState(state, 'run', () => {
    const use = readUse(state);
    const shares = runs.map((run) => {
      const own = how === 'resumed' ? ownIn(use, run) : undefined;
      return { run, own, left: perDay === undefined ? Infinity : perDay - usedBesides(use, run, own) };
    });
    for (const { run, left } of shares) if (left <= 0) throw usedUp(planned, run.day);
    const left = Math.min(...shares.map((share) => share.left));
    const taken = Math.min(left, config.limits.requests ?? left);
    const entered = shares.map(({ run, own }) => ({ run: { ...run, requests: taken === Infinity ? 0 : taken }, own }));
    writeUse(state, withRuns(use, entered, today));
    return { requests: taken === Infinity ? undefined : taken, entries: entered.map(({ run }) => run) };
  });
  const isLess = requests !== undefined && requests < (config.limits.requests ?? Infinity);
  if (isLess) tellLess(requests, planned);
  const limits = { ...config.limits, requests, ofDay: isLess ? perDay : undefined };
  return {
    planned: { ...planned, config: { ...config, limits } },
    settle: (made) =>
      withState(state, 'run', () => {
        const counts = made === undefined ? requestsIn(config.out, today) : onDays([today, runOf(planned).day], made);
        const days = new Set([...entries.map(({ day }) => day), ...counts.keys()]);
        const settled = Array.from(days, (day) => ({
          run: { ...runOf(planned), day, requests: counts.get(day) ?? 0 },
          own: entries.find((entry) => entry.day === day),
        }));
        writeUse(state, withRuns(readUse(state), settled, today));
      }),
  };
};

/** Of a few requests around midnight nobody knows the day of each. */
const onDays = (days: readonly string[], made: number): ReadonlyMap<string, number> =>
  new Map(days.map((day) => [day, made]));

const withRuns = (
  use: DayUse | undefined,
  entered: readonly { readonly run: RunUse; readonly own: RunUse | undefined }[],
  since: string,
): DayUse => entered.reduce((sum, { run, own }) => withRun(sum, run, { own, since }), use ?? emptyUse);

const emptyUse: DayUse = { type: 'day-use', version: 1, runs: [] };

/** The same for a command that makes a few requests, and makes none unless there are as many left. */
export const takeFew = async (planned: PlannedRun, folder: string | undefined, most: number): Promise<TakenDay> => {
  const { limits } = planned.config;
  const few = { ...planned, config: { ...planned.config, limits: { ...limits, requests: most } } };
  const day = await takeDay(few, folder);
  if ((day.planned.config.limits.requests ?? most) < most) {
    await day.settle(0);
    throw tooFew(planned, most);
  }
  return { ...day, planned };
};

/** Requests of one command that does not know how many it will make, each taken by itself. */
export interface CountedDays {
  /** Takes one; false where none are left today, or they can't be counted, which is told. */
  readonly take: () => Promise<boolean>;
  /** Gives back one that did not leave. */
  readonly giveBack: () => Promise<void>;
}

/** Opens the counting of such a command; throws `UsageError` where the profile limits the requests of a day, and no folder counts them. */
export const countDays = (planned: PlannedRun, folder: string | undefined, command = 'listen'): CountedDays => {
  const state = countingFolder(planned, folder);
  if (state === undefined) return { take: () => Promise.resolve(true), giveBack: () => Promise.resolve() };
  const { perDay = Infinity } = planned.profile.limits;
  let entered: RunUse | undefined;
  const add = (count: 1 | -1): Promise<boolean> =>
    withState(state, command, () => {
      const [use, run] = [readUse(state), runOf(planned)];
      const own = entered?.day === run.day ? entered : undefined;
      const entry = { ...run, requests: Math.max(0, (own?.requests ?? 0) + count) };
      if (usedBesides(use, run, own) + entry.requests > perDay) return false;
      writeUse(state, withRun(use, entry, { own }));
      entered = entry;
      return true;
    });
  const told = (error: unknown): boolean => {
    if (!(error instanceof UsageError)) throw error;
    tellAside(`3pas: ${asBlock(error.text[planned.config.language])}\n`);
    return false;
  };
  return {
    take: () => add(1).catch(told),
    giveBack: async () => {
      await add(-1).catch(told);
    },
  };
};

/** The folder that requests are counted in; undefined where none are: the embedded endpoint has no account, and not every profile a limit. One that is given is a folder all the same. */
const countingFolder = ({ profile }: PlannedRun, folder: string | undefined): string | undefined => {
  if (folder !== undefined) demandKind(resolve(folder), 'folder');
  if (profile.endpoint.kind === 'mock') return undefined;
  if (folder !== undefined) return resolve(folder);
  if (profile.limits.perDay === undefined) return undefined;
  throw uncounted(profile.name);
};

/** Whoever sets the clock of a run (--clock) does not get another day's requests. */
const runOf = (planned: PlannedRun) => ({
  account: accountOf(planned),
  day: momentOf(undefined).today,
  run: planned.config.runId,
});

/** A run that may go on after midnight takes as much of the next day. */
const runsOf = (planned: PlannedRun): readonly Omit<RunUse, 'requests'>[] => {
  const { limits } = planned.config;
  const { requests = planned.profile.limits.perDay ?? 0, requestsPerSecond = 1 } = limits;
  const milliseconds = tenMinutes + 2 * requests * (1000 / requestsPerSecond + answerMs);
  return daysFrom(new Date(momentOf(undefined).clock), milliseconds).map((day) => ({ ...runOf(planned), day }));
};

/** Milliseconds of beginning and ending, and those that an answer takes. */
const [tenMinutes, answerMs] = [600_000, 1000];

/** The username and the certificate are secrets or name persons; a digest tells accounts apart. */
const accountOf = ({ config: { url, credentials, tls } }: PlannedRun): string =>
  createHash('sha256')
    .update(JSON.stringify([new URL(url).host, credentials?.username, tls?.identity?.cert]))
    .digest('hex')
    .slice(0, 16);

const fileOf = (state: string): string => join(state, 'day-use.json');

const readUse = (state: string) => readJson({ path: fileOf(state), shape: dayUseShape, wayOut: countAnew });

/** It holds today alone, so nothing is lost tomorrow. */
const countAnew: Bilingual = {
  nl: 'haal het bestand weg en begin morgen, of vandaag als er vandaag nog niets verstuurd is: het tellen begint dan opnieuw',
  en: 'take the file away and start tomorrow, or today where nothing was sent today: counting begins anew then',
};

const writeUse = (state: string, use: DayUse): void => {
  writeJson(fileOf(state), `${jsonText(use, 1)}\n`);
};

const tellLess = (requests: number, { config: { language }, profile: { limits } }: PlannedRun): void => {
  const [left, all] = [String(requests), String(limits.perDay ?? '')];
  tellAside(
    `${{ nl: `Vandaag zijn er nog ${left} van de ${all} verzoeken over (limits.perDay).`, en: `Of the ${all} requests of today ${left} are left (limits.perDay).` }[language]}\n`,
  );
};

const uncounted = (profile: string): UsageError =>
  new UsageError({
    nl: `profiel ${profile} heeft limits.perDay, en dat wordt geteld in de map van --state; geef die, dezelfde voor alle runs met dit account`,
    en: `profile ${profile} has limits.perDay, which is counted in the folder of --state; give it, the same for all runs of this account`,
  });

const usedUp = ({ profile: { limits } }: PlannedRun, day: string): UsageError =>
  new UsageError({
    nl: `${limits.perDay === 1 ? 'het ene verzoek' : `de ${String(limits.perDay ?? 0)} verzoeken`} van ${day} (limits.perDay) ${limits.perDay === 1 ? 'is' : 'zijn'} op; ${tomorrow.nl}`,
    en: `${limits.perDay === 1 ? 'the one request' : `the ${String(limits.perDay ?? 0)} requests`} of ${day} (limits.perDay) ${limits.perDay === 1 ? 'is' : 'are'} used up; ${tomorrow.en}`,
  });

const tooFew = ({ profile: { limits } }: PlannedRun, most: number): UsageError =>
  new UsageError({
    nl: `van de ${String(limits.perDay ?? 0)} verzoeken van vandaag (limits.perDay) zijn er minder over dan de ${String(most)} die dit nodig kan hebben; ${tomorrow.nl}`,
    en: `of the ${String(limits.perDay ?? 0)} requests of today (limits.perDay) fewer are left than the ${String(most)} that this can need; ${tomorrow.en}`,
  });

const tomorrow: Bilingual = {
  nl: 'begin morgen opnieuw, of zet limits.perDay hoger als KOOP dat goedvindt',
  en: 'start again tomorrow, or raise limits.perDay where KOOP agrees',
};
