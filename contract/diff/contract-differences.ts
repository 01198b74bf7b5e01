import type { Contract } from '../contract.ts';
import { contractParts } from './contract-parts.ts';
import { type Move, movesBetween } from './moves.ts';
import { type Fact, type Part, type Topic, topics } from './part.ts';

/** What differs between two versions of one part, or that only one of them has it. */
export interface Difference {
  readonly topic: Topic;
  readonly at: string;
  /** `moved`: `before` is where it stood. */
  readonly change: 'added' | 'gone' | 'changed' | 'moved';
  /** Set for what has changed. */
  readonly fact?: Fact | 'values' | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Of a list: what came, what went, and what is said otherwise of those that stayed. */
  readonly values?: ValueChanges | undefined;
  /** What says something else because of it: the rules that use a variable. */
  readonly users?: readonly string[] | undefined;
}

/** Values of a list. */
export interface ValueChanges {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly changed: readonly string[];
}

/** What differs between two contracts, by topic, each in the order of the second and then of the first. */
export const contractDifferences = (before: Contract, after: Contract): readonly Difference[] => {
  const now = byKey(contractParts(after));
  const parts = contractParts(before);
  const moves = movesBetween([before, byKey(parts)], [after, now]);
  const old = byKey(parts.map((part) => asMoved(part, moves.all)));
  const isTold = ({ topic, at, fact }: Difference): boolean =>
    topic === 'roles' && fact === 'path' && moves.ofRoles.some(({ role }) => role === at);
  const all: readonly Difference[] = [
    ...moves.told.map(
      ({ from, to }) => ({ topic: 'elements', at: to, change: 'moved', before: from, after: to }) as const,
    ),
    ...[...now].flatMap(([key, part]) => between(old.get(key), part)),
    ...[...old].flatMap(([key, { topic, at }]) => (now.has(key) ? [] : [{ topic, at, change: 'gone' } as const])),
  ];
  return topics.flatMap((topic) => all.filter((one) => one.topic === topic && !isTold(one)));
};

type Parts = ReadonlyMap<string, Part>;

const byKey = (parts: readonly Part[]): Parts => new Map(parts.map((part) => [`${part.topic} ${part.at}`, part]));

/** A part of the first contract under the path that it has in the second. */
const asMoved = (part: Part, moves: readonly Move[]): Part => {
  if (part.topic !== 'elements') return part;
  const [move] = moves
    .filter(({ from }) => part.at === from || part.at.startsWith(`${from}/`))
    .sort((one, other) => other.from.length - one.from.length);
  return move === undefined ? part : { ...part, at: `${move.to}${part.at.slice(move.from.length)}` };
};

const between = (old: Part | undefined, { topic, at, facts, values, users }: Part): readonly Difference[] => {
  if (old === undefined) return [{ topic, at, change: 'added' }];
  const names = [...new Set([...Object.keys(old.facts), ...Object.keys(facts)])] as readonly Fact[];
  const changed = names.filter((name) => isOther(name, old.facts[name], facts[name]));
  return [
    ...changed.map((fact): Difference => {
      const whole = { topic, at, change: 'changed', fact, before: old.facts[fact], after: facts[fact] } as const;
      return users === undefined ? whole : { ...whole, users };
    }),
    ...valuesBetween(old, { topic, at, facts, values }),
  ];
};

const isOther = (fact: Fact, before: string | undefined, after: string | undefined): boolean =>
  fact === 'order' ? isOtherOrder(before ?? '', after ?? '') : before !== after;

/** What both have stands in another order. */
const isOtherOrder = (before: string, after: string): boolean => {
  if (before.includes(' & ') !== after.includes(' & ')) return true;
  if (before.includes(' & ')) return false;
  const [old, now] = [before.split(', '), after.split(', ')];
  const common = (names: readonly string[], others: readonly string[]): string =>
    names.filter((name) => others.includes(name)).join(', ');
  return common(old, now) !== common(now, old);
};

const valuesBetween = (old: Part, { topic, at, values }: Part): readonly Difference[] => {
  if (old.values === undefined || values === undefined) return [];
  const before = old.values;
  const added = [...values.keys()].filter((value) => !before.has(value));
  const gone = [...before.keys()].filter((value) => !values.has(value));
  const changed = [...values].flatMap(([value, about]) =>
    before.has(value) && before.get(value) !== about ? [value] : [],
  );
  if (added.length + gone.length + changed.length === 0) return [];
  return [{ topic, at, change: 'changed', fact: 'values', values: { added, gone, changed } }];
};
