import type { Contract } from '#contract/contract';
import type { NeverBroken, Planned, ToDecide } from '#evidence/event';
import type { CutShort, LeftOut } from '#evidence/left-out';
import { type PlannedCheck, planPhase, select } from '#harness/plan';
import type { Exclusion } from '#harness/run-check';
import type { RunConfig } from '#harness/run-config';
import { seedOf } from '#harness/seed';
import { type Topic, topicOf } from '#judgement/requirements/registry';
import { type Afforded, type Priced, afford, affordNight, coreOf, ofDoctor, roomIn, spareIn } from './budget.ts';
import { contentsOf } from './contents.ts';
import { type Cost, costOf, fits, sumOf } from './costs.ts';
import { type Surroundings, findCheck } from './exclusion.ts';
import { documentTypeOf } from './lab.ts';
import { leftBy } from './left-out.ts';
import { isSmoke } from './spread.ts';
import { unbrokenFor } from './unbroken-for.ts';

type Left = Extract<Exclusion, { readonly verdict: 'left-out' }>;

/** What a run will decide, and how its suite is to be configured for that. */
export interface Scope {
  readonly planned: Planned;
  readonly config: RunConfig;
  /** That the limits of the profile do not even allow what any run is about: the least that they must be. */
  readonly tooSmall: Cost | undefined;
}

/** What is known of a run beforehand. */
export interface ScopeOptions {
  readonly never: readonly NeverBroken[];
  /** True unless said. */
  readonly isDoctored?: boolean;
  /** Of a run that is resumed: what it sent, and whether a check is left to act. */
  readonly before?: { readonly sent: Cost; readonly isLeft: (key: string) => boolean } | undefined;
}

/** What a run will decide of all that applies, and why it leaves out the rest; known before anything is sent. */
export const scopeOf = (
  contract: Contract,
  given: RunConfig,
  { never, isDoctored = true, before }: ScopeOptions,
): Scope => {
  const around = { contract, config: given, unviolable: unviolableBy(never) };
  const { config, afforded } = withinLimits(around);
  const lookedAt = lookAt({ ...around, config });
  const priced = pricedIn(around, config, lookedAt);
  const leftFor = ({ check, left }: LookedAt): Left | undefined =>
    left ??
    (afforded === undefined || afforded.taken.has(check.key)
      ? undefined
      : leftBy.limits(config.limits, afforded.days, config.night !== undefined));
  const leftOut = lookedAt.flatMap((one) => leftFor(one) ?? []);
  const unaffordable = priced.filter(({ check }) => afforded?.taken.has(check.key) === false);
  const taken = priced.filter((one) => !unaffordable.includes(one));
  const cost = wholeCost(around, taken);
  const reasons = grouped(leftOut);
  return {
    planned: {
      type: 'planned',
      plan: lookedAt.length,
      scope: lookedAt.length - leftOut.length,
      unselected: lookedAt.filter(({ isSelected }) => !isSelected).length,
      runs: config.runs,
      requests: cost.requests + (isDoctored ? ofDoctor : 0),
      leftOut: reasons,
      cutShort: cutShort(config.limits, afforded?.cut),
      checks: lookedAt.flatMap((one) =>
        one.isSelected ? [toDecide(config, one.check, placeOf(reasons, leftFor(one)))] : [],
      ),
    },
    config: {
      ...config,
      ...leftIn(around, config.limits, { taken, before }),
      lapsed: isMissed(config, lookedAt) ? config.lapsed : undefined,
      unaffordable: afforded && {
        keys: unaffordable.map(({ check }) => check.key),
        days: afforded.days,
        limits: config.limits,
      },
    },
    tooSmall: tooSmallFor(given.limits, coreOf(priced)),
  };
};

/** The limits of a run, and the requests that they leave beside its plan; of one that is resumed, of what it has not sent. */
const leftIn = (
  around: Surroundings,
  limits: RunConfig['limits'],
  { taken, before }: { readonly taken: readonly Priced[]; readonly before: ScopeOptions['before'] },
): Pick<RunConfig, 'limits' | 'spare'> => {
  if (before === undefined) return { limits, spare: spareIn(limits, wholeCost(around, taken)) };
  const { sent, isLeft } = before;
  const less = (limit: number | undefined, by: number) => limit && Math.max(0, limit - by);
  const requests = less(limits.requests, sent.requests);
  const cost = wholeCost(
    around,
    taken.filter(({ check }) => isLeft(check.key)),
  );
  return {
    limits: { ...limits, requests },
    spare: spareIn({ ...limits, requests, accepted: less(limits.accepted, sent.accepted) }, cost),
  };
};

/** Whether what a lapsed permission covered takes anything away of what was asked for. */
const isMissed = ({ lapsedFor = [] }: RunConfig, all: readonly LookedAt[]): boolean => {
  const reasons = new Set(lapsedFor.map((one) => leftBy.permission(one).reason.en));
  return all.some(({ isSelected, left }) => isSelected && left !== undefined && reasons.has(left.reason.en));
};

const tooSmallFor = ({ requests = Infinity, accepted = Infinity }: RunConfig['limits'], core: Cost): Cost | undefined =>
  fits(core, { requests, accepted }) ? undefined : core;

/** Numbers of deliveries for each property that are tried, from what was asked down. */
const steps = [25, 20, 15, 10, 8, 6, 5, 4, 3, 2, 1];

interface Within {
  readonly config: RunConfig;
  readonly afforded:
    | { readonly taken: ReadonlySet<string>; readonly days: number | undefined; readonly cut?: number | undefined }
    | undefined;
}

/** The most deliveries for each property with which all fits, else the fewest and what fits of that. */
const withinLimits = (around: Surroundings): Within => {
  const room = roomIn(around.config.limits);
  if (room === undefined) return { config: around.config, afforded: undefined };
  const { runs, night } = around.config;
  if (night !== undefined) {
    const priced = pricedIn(around, around.config, lookAt(around));
    return { config: around.config, afforded: keysOf(affordNight(priced, room, night)) };
  }
  const counts = [runs, ...steps.filter((step) => step < runs)];
  const seen = new Map<boolean, readonly LookedAt[]>();
  for (const count of counts) {
    const config = { ...around.config, runs: count, ...(count === runs ? {} : { runsAsked: runs }) };
    const looked = seen.get(isSmoke(config)) ?? lookAt({ ...around, config });
    seen.set(isSmoke(config), looked);
    const priced = pricedIn(around, config, looked);
    if (fits(wholeCost(around, priced), room)) return { config, afforded: undefined };
    if (count === counts.at(-1)) return { config, afforded: keysOf(afford(priced, room, config.today)) };
  }
  throw new Error('there is always a last number of deliveries');
};

const keysOf = ({ taken, days, cut }: Afforded) => ({ taken: new Set([...taken].map(({ key }) => key)), days, cut });

/** What others took of the day that a part of a night would have needed; undefined where they left enough. */
const cutShort = ({ requests, ofDay }: RunConfig['limits'], cut = 0): CutShort | undefined =>
  cut === 0 || ofDay === undefined || requests === undefined ? undefined : { checks: cut, requests, perDay: ofDay };

/** What checks cost with the controls that they share; where valid deliveries have their turn these are among them. */
const wholeCost = ({ contract, config }: Surroundings, priced: readonly Priced[]): Cost => {
  const typeOf = ({ documentType }: PlannedCheck): string =>
    documentTypeOf({ contract, config }, { check: { documentType } });
  const delivered = new Set(
    priced.flatMap(({ check }) => (ofItself.has(topicOf(check.requirement)) ? [] : [typeOf(check)])),
  );
  for (const { check } of priced) if (check.requirement === 'delivery.accepts-valid') delivered.delete(typeOf(check));
  return sumOf([...priced.map(({ cost }) => cost), { requests: delivered.size, accepted: delivered.size }]);
};

/** Topics whose costs hold what they deliver. */
const ofItself: ReadonlySet<Topic> = new Set<Topic>(['connection', 'certificate', 'tls']);

const placeOf = (reasons: readonly LeftOut[], left: Left | undefined): number | undefined =>
  left && reasons.findIndex(({ reason }) => reason.en === left.reason.en);

const toDecide = ({ seed }: RunConfig, check: PlannedCheck, leftOut: number | undefined): ToDecide => {
  const { key, requirement, documentType, constraint, level, ground } = check;
  return { check: key, requirement, documentType, constraint, level, ground, seed: seedOf(seed, key), leftOut };
};

/** What is in scope as far as limits go, with what it costs. */
const pricedIn = (around: Surroundings, config: RunConfig, all: readonly LookedAt[]): readonly Priced[] =>
  all.flatMap(({ check, left }) => (left === undefined ? [{ check, cost: costOf({ ...around, config }, check) }] : []));

interface LookedAt {
  readonly check: PlannedCheck;
  readonly isSelected: boolean;
  /** Undefined: it is in scope, as far as limits go. */
  readonly left: Left | undefined;
}

/** The checks that apply. */
const lookAt = (around: Surroundings): readonly LookedAt[] => {
  const { contract, config } = around;
  const all = planPhase(contract, config.phase, config.mockControl !== undefined);
  const selected = new Set(select(all, config));
  return all.flatMap((check): readonly LookedAt[] => {
    const found = findCheck(around, check, contentsOf(config.phase));
    const isSelected = selected.has(check);
    if ('verdict' in found && found.verdict === 'not-applicable') return [];
    if (!isSelected) return [{ check, isSelected, left: leftBy.flag(flagAgainst(config, check)) }];
    return [{ check, isSelected, left: 'verdict' in found && found.verdict === 'left-out' ? found : undefined }];
  });
};

const unviolableBy = (never: readonly NeverBroken[]): Surroundings['unviolable'] => {
  const byType = Map.groupBy(never, ({ documentType }) => documentType);
  const reasons = new Map(
    [...byType].map(([type, own]) => [type, new Map(own.map((one) => [one.constraint, unbrokenFor(one)]))]),
  );
  return (documentType) => reasons.get(documentType) ?? new Map<string, Exclusion>();
};

const flagAgainst = ({ topics, documentTypes }: RunConfig, { requirement }: PlannedCheck): string =>
  topics.length > 0 && !topics.includes(topicOf(requirement))
    ? `--topic ${topics.join(',')}`
    : `--document-type ${documentTypes.join(',')}`;

const grouped = (all: readonly Left[]): readonly LeftOut[] =>
  [...Map.groupBy(all, ({ reason }) => reason.en).values()]
    .flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [{ checks: others.length + 1, reason: first.reason, remedy: first.remedy, by: first.by }],
    )
    .sort((one, other) => other.checks - one.checks);
