import { createHash } from 'node:crypto';
import type { CaseRequest } from '#evidence/corpus/corpus-case';
import type { KeptCase } from '#evidence/corpus/corpus';
import { retiredBy } from '#evidence/corpus/retired';
import type { Standing } from '#evidence/corpus/standing';
import { select } from '#harness/plan';
import { newAndValid } from '#judgement/chance';
import { delivers } from '#judgement/may-be-dossier';
import type { Cost } from '../costs.ts';
import type { Surroundings } from '../exclusion.ts';
import { checkOf, permittedFor } from './permitted.ts';
import { isShared } from './replay-case.ts';

/** What becomes of the cases of a corpus in a run. */
export interface Chosen {
  /** Replayed first, and what that costs at most. */
  readonly first: readonly KeptCase[];
  readonly cost: Cost;
  /** Not sent by themselves: their check decides, where it is in the scope of the run. */
  readonly byCheck: readonly KeptCase[];
  /** For which the share of the budget has no room in this run. */
  readonly waiting: readonly KeptCase[];
  readonly retired: Readonly<Record<'contract' | 'passes', readonly KeptCase[]>>;
  /** Not of this phase, profile or selection. */
  readonly elsewhere: readonly KeptCase[];
}

type Place = 'first' | 'byCheck' | 'elsewhere' | 'contract' | 'passes';

/** Chooses the cases that a run begins with: those that failed last, then those that waited longest, as far as there is room. */
export const chooseCases = (around: Surroundings, all: readonly KeptCase[], room: Cost): Chosen => {
  const { profile, today } = around.config;
  const turn = (kept: KeptCase): string => turnOf(kept.standings[profile], today);
  const by = Map.groupBy(all, (one) => placeOf(around, one));
  const of = (place: Place): readonly KeptCase[] => by.get(place) ?? [];
  const fitting = [...of('first')].sort(
    (one, other) => turn(one).localeCompare(turn(other)) || one.name.localeCompare(other.name),
  );
  const { first, cost } = within(fitting, { room, profile });
  return {
    ...{ first, cost, byCheck: of('byCheck'), waiting: fitting.filter((one) => !first.includes(one)) },
    retired: { contract: of('contract'), passes: of('passes') },
    elsewhere: of('elsewhere'),
  };
};

const placeOf = (around: Surroundings, kept: KeptCase): Place => {
  const { contract, config } = around;
  const { one } = kept;
  const retired = retiredBy(kept, contract, config.profile);
  if (retired !== undefined) return retired;
  const check = checkOf(around, one);
  if (check === undefined || select([check], config).length === 0) return 'elsewhere';
  if (!('act' in permittedFor(around, check))) return 'elsewhere';
  // Production gets the connection test of the suite, to the byte.
  return one.replay === 'requests' && config.phase !== 4 ? 'first' : 'byCheck';
};

/** What failed last comes first, then what was never replayed, as of a day that has not been yet, then the oldest. */
const turnOf = (standing: Standing | undefined, today: string): string => {
  if (standing === undefined || standing.last > today) return '1';
  return `${standing.outcome === 'failed' ? '0' : '2'} ${standing.last}`;
};

const within = (
  all: readonly KeptCase[],
  { room, profile }: { readonly room: Cost; readonly profile: string },
): { readonly first: readonly KeptCase[]; readonly cost: Cost } => {
  const first: KeptCase[] = [];
  const controls = new Set<string>();
  let cost: Cost = { requests: 0, accepted: 0 };
  for (const kept of all) {
    const sent = kept.one.requests.filter((request) => !isShared(kept.one, request) || !controls.has(digest(request)));
    const dossiers = sent.filter(({ purpose }) => mayBeMade(purpose, kept.standings[profile]?.outcome)).length;
    const next = { requests: cost.requests + sent.length, accepted: cost.accepted + dossiers };
    if (next.requests > room.requests || next.accepted > room.accepted) continue;
    cost = next;
    first.push(kept);
    for (const request of sent) if (isShared(kept.one, request)) controls.add(digest(request));
  }
  return { first, cost };
};

/** What is to be refused makes a dossier at an endpoint that still fails. */
const mayBeMade = (purpose: CaseRequest['purpose'], outcome: string | undefined): boolean =>
  newAndValid.has(purpose) || (delivers(purpose) && outcome !== 'fixed');

const digest = ({ body }: CaseRequest): string => createHash('sha256').update(body).digest('hex');
