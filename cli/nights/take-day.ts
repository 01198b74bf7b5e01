import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { jsonText } from '#contract/texts/json-text';
import { type DayUse, dayUseShape, ownIn, usedBesides, withRun } from '#nights/day-use';
import { momentOf } from '../run/clock.ts';
import type { PlannedRun } from '../run/plan-run.ts';
import { tellAside } from '../tell.ts';
import { UsageError } from '../usage-error.ts';
import { readJson, writeJson } from './read-json.ts';
import { requestsIn } from './requests-in.ts';
import { restoreState, withState } from './state-folder.ts';

/** A run that has its share of the requests of a day. */
export interface TakenDay {
  readonly planned: PlannedRun;
  /** Gives back what it did not use. */
  readonly settle: () => Promise<void>;
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
  if (profile.endpoint.kind === 'mock') return { planned, settle: () => Promise.resolve() };
  if (folder === undefined) {
    if (perDay === undefined) return { planned, settle: () => Promise.resolve() };
    throw uncounted(profile.name);
  }
  const state = resolve(folder);
  // Whoever sets the clock of a run (--clock) does not get another day's requests.
  const run = { account: accountOf(planned), day: momentOf(undefined).today, run: config.runId };
  const { requests, entry } = await withState(state, 'run', () => {
    const use = readUse(state);
    const own = how === 'resumed' ? ownIn(use, run) : undefined;
    const left = perDay === undefined ? Infinity : perDay - usedBesides(use, run, own);
    if (left <= 0) throw usedUp(perDay ?? 0, run.day);
    const taken = Math.min(left, config.limits.requests ?? left);
    const entered = { ...run, requests: taken === Infinity ? 0 : taken };
    writeUse(state, withRun(use, entered, own));
    return { requests: taken === Infinity ? undefined : taken, entry: entered };
  });
  if (requests !== undefined && requests < (config.limits.requests ?? Infinity)) tellLess(requests, planned);
  const limits = { ...config.limits, requests };
  return {
    planned: { ...planned, config: { ...config, limits } },
    settle: () =>
      withState(state, 'run', () => {
        writeUse(state, withRun(readUse(state), { ...run, requests: requestsIn(config.out) }, entry));
      }),
  };
};

/** The username and the certificate are secrets or name persons; a digest tells accounts apart. */
const accountOf = ({ config: { url, credentials, tls } }: PlannedRun): string =>
  createHash('sha256')
    .update(JSON.stringify([new URL(url).host, credentials?.username, tls?.identity?.cert]))
    .digest('hex')
    .slice(0, 16);

const fileOf = (state: string): string => join(state, 'day-use.json');

const readUse = (state: string) => readJson({ path: fileOf(state), shape: dayUseShape, wayOut: restoreState });

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

const usedUp = (perDay: number, day: string): UsageError =>
  new UsageError({
    nl: `de ${String(perDay)} verzoeken van ${day} (limits.perDay) zijn op; begin morgen opnieuw, of zet limits.perDay hoger als KOOP dat goedvindt`,
    en: `the ${String(perDay)} requests of ${day} (limits.perDay) are used up; start again tomorrow, or raise limits.perDay where KOOP agrees`,
  });
