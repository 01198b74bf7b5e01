import { isDeepStrictEqual } from 'node:util';
import type { Bilingual } from '#contract/texts/bilingual';
import type { RunStarted } from '#evidence/event';
import { calendarOf } from '#generators/faces/calendar';
import { momentOf } from '../run/clock.ts';
import type { PlannedRun } from '../run/plan-run.ts';
import { runStarted } from '../run/run-started.ts';
import { refusal } from './refusals.ts';
import type { UnfinishedRun } from './unfinished-run.ts';

/** Throws `UsageError` where contract or profile are not what a run began with, or its deliveries have grown too old. */
export const demandSame = ({ result: { started } }: UnfinishedRun, planned: PlannedRun): void => {
  const { contract, config } = planned;
  const refuse = refusal(config.out);
  if (contract.digest !== started.contract.digest) throw refuse.contract(started.contract.digest, contract.digest);
  const changed = changedIn(started, planned);
  if (changed.length > 0) throw refuse.profile(started.profile, joined(changed));
  if (started.isMock || started.phase === 4) return;
  const { addDays, addWorkingDays } = calendarOf(contract.decreeDays);
  const past = addDays(addWorkingDays(config.today, workingDaysAhead), 1);
  if (momentOf(undefined).today >= past) throw refuse.dates(past);
};

/** Generated publication dates lie so many working days ahead at least. */
const workingDaysAhead = 2;

/** The parts of a profile that a journal tells of, as they are named there. */
const changedIn = (started: RunStarted, planned: PlannedRun): readonly Bilingual[] => {
  const isMock = planned.profile.endpoint.kind === 'mock';
  const now: RunStarted = { ...plain(runStarted(planned, started.checks)), isMock };
  return parts.flatMap(([name, of]) => (isDeepStrictEqual(of(now), of(started)) ? [] : [name]));
};

/** As it stands in a journal. */
const plain = (started: RunStarted): RunStarted => JSON.parse(JSON.stringify(started)) as RunStarted;

/** What the embedded endpoint has of its own is known once it runs. */
const elsewhere = <Part>({ isMock }: RunStarted, part: Part): Part | undefined => (isMock ? undefined : part);

const parts: readonly (readonly [Bilingual, (of: RunStarted) => unknown])[] = [
  [{ nl: 'fase', en: 'phase' }, ({ phase }) => phase],
  [{ nl: 'adres van het endpoint', en: 'address of the endpoint' }, (of) => elsewhere(of, of.target)],
  [{ nl: 'proxy', en: 'proxy' }, ({ proxy }) => proxy],
  [{ nl: 'via', en: 'via' }, ({ via }) => via],
  [{ nl: 'certificaat', en: 'certificate' }, ({ inEffect }) => inEffect.certificate],
  [
    { nl: 'limieten', en: 'limits' },
    ({ inEffect: { requestsPerSecond, requests, accepted } }) => [requestsPerSecond, requests, accepted],
  ],
  [{ nl: 'bevoegde gezagen', en: 'authorities' }, (of) => elsewhere(of, of.inEffect.authorities)],
  [{ nl: 'media', en: 'media' }, ({ inEffect }) => inEffect.media],
  [
    { nl: 'de toestemming, of wat die vandaag toelaat', en: 'the permission, or what it allows today' },
    ({ inEffect }) => [inEffect.permitted, inEffect.permission],
  ],
];

const joined = (all: readonly Bilingual[]): Bilingual => ({
  nl: all.map(({ nl }) => nl).join(', '),
  en: all.map(({ en }) => en).join(', '),
});
