import type { PlannedCheck } from '#harness/plan';
import type { NightTurn, RunConfig } from '#harness/run-config';
import { breadthFirst, rankOf } from './breadth-first.ts';
import { type Cost, fits, sumOf } from './costs.ts';

/** A check with what it costs. */
export interface Priced {
  readonly check: PlannedCheck;
  readonly cost: Cost;
}

/** What a run takes of what it would do, and in how many runs on consecutive days all of it is done. */
export interface Afforded {
  readonly taken: ReadonlySet<PlannedCheck>;
  /** Undefined where some of it fits on no day. */
  readonly days: number | undefined;
  /** Checks of the part of a night that do not fit. */
  readonly cut?: number;
}

/** Requests of the doctor at most, before the first check. */
export const ofDoctor = 2;

/** What limits leave for checks, with a fifth kept for repeats; undefined where nothing is limited. */
export const roomIn = ({ requests, accepted }: RunConfig['limits']): Cost | undefined => {
  if (requests === undefined && accepted === undefined) return undefined;
  const most = (limit: number | undefined, before: number): number =>
    limit === undefined ? Infinity : Math.floor((limit - before) * 0.8);
  return { requests: most(requests, ofDoctor), accepted: most(accepted, 0) };
};

/** What limits leave beside a plan, for tries again and for smaller cases of a failure; each may make a dossier. */
export const spareIn = (
  { requests = Infinity, accepted = Infinity }: RunConfig['limits'],
  cost: Cost,
): number | undefined => {
  const left = Math.min(requests - ofDoctor - cost.requests, accepted - cost.accepted);
  return left === Infinity ? undefined : Math.max(0, left);
};

/**
 * Takes what fits, breadth first: the connection, each document type accepted, with each medium; then what rests on the firmest
 * ground, over the document types in turn. Where not all of the rest fits it is parted, and the day decides which part has its turn.
 */
export const afford = (priced: readonly Priced[], room: Cost, today: string): Afforded => {
  const first = priced.filter(({ check }) => rankOf(check) < 3);
  const left = less(room, sumOf(first.map(({ cost }) => cost)));
  const rest = breadthFirst(
    priced.filter(({ check }) => rankOf(check) >= 3),
    ({ check }) => check,
  );
  const parts = partsOf(rest, left);
  const isWhole = parts.flat().length === rest.length;
  const day = Math.floor(Date.parse(today) / millisecondsOfDay);
  const turn = parts[day % Math.max(1, parts.length)] ?? [];
  return {
    taken: new Set([...first, ...turn].map(({ check }) => check)),
    days: isWhole ? Math.max(1, parts.length) : undefined,
  };
};

/** The part of what limits leave that is parted over nights: a tenth is for cases of earlier nights. */
const shareOfNight = 0.875;

/**
 * Takes for one of many nights the connection, one valid delivery of each document type and what costs nothing, and of all the rest the
 * part that has its turn. Parts follow from the limits of the profile alone, so that so many nights get round; what does not fit tonight is left out.
 */
export const affordNight = (priced: readonly Priced[], room: Cost, { turn, limits }: NightTurn): Afforded => {
  const isFixed = ({ check, cost }: Priced): boolean => rankOf(check) <= 1 || cost.requests === 0;
  const first = priced.filter(isFixed);
  const cost = sumOf(first.map((one) => one.cost));
  const rest = breadthFirst(
    priced.filter((one) => !isFixed(one)),
    ({ check }) => check,
  );
  const usual = roomIn(limits) ?? room;
  const { parts, isWhole } = fullParts(rest, less(scaled(usual, shareOfNight), cost));
  const tonight = parts[turn % Math.max(1, parts.length)]?.priced ?? [];
  const [fitting = []] = partsOf(tonight, less(room, cost));
  return {
    taken: new Set([...first, ...fitting].map(({ check }) => check)),
    days: isWhole ? Math.max(1, parts.length) : undefined,
    cut: tonight.length - fitting.length,
  };
};

interface Part {
  readonly priced: Priced[];
  left: Cost;
}

/** Each check in the first part that has room for it, so that what makes dossiers and what makes none share a night. */
const fullParts = (
  all: readonly Priced[],
  room: Cost,
): { readonly parts: readonly Part[]; readonly isWhole: boolean } => {
  const parts: Part[] = [];
  let isWhole = true;
  for (const one of all) {
    const part = parts.find(({ left }) => fits(one.cost, left)) ?? { priced: [], left: room };
    if (!fits(one.cost, part.left)) {
      isWhole = false;
      continue;
    }
    if (part.priced.length === 0) parts.push(part);
    part.priced.push(one);
    part.left = less(part.left, one.cost);
  }
  return { parts, isWhole };
};

const scaled = ({ requests, accepted }: Cost, share: number): Cost => ({
  requests: Math.floor(requests * share),
  accepted: Math.floor(accepted * share),
});

const millisecondsOfDay = 86_400_000;

/** The least that a run is about: that it connects, and that each document type is accepted. */
export const coreOf = (priced: readonly Priced[]): Cost => {
  const types = priced.filter(({ check }) => rankOf(check) === 1).length;
  return { requests: ofDoctor + 1 + 2 * types, accepted: 2 * types };
};

const less = (room: Cost, cost: Cost): Cost => ({
  requests: room.requests - cost.requests,
  accepted: room.accepted - cost.accepted,
});

/** Lists that each fit by themselves; what fits nowhere stands in none. */
const partsOf = (all: readonly Priced[], room: Cost): readonly (readonly Priced[])[] => {
  const parts: Priced[][] = [];
  for (const one of all) {
    const last = parts.at(-1);
    if (last !== undefined && fits(sumOf([...last, one].map(({ cost }) => cost)), room)) last.push(one);
    else if (fits(one.cost, room)) parts.push([one]);
  }
  return parts;
};
