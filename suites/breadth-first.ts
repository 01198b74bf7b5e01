import { grounds, levelOf } from '#contract/grounds/ground';
import type { PlannedCheck } from '#harness/plan';
import { topicOf } from '#judgement/requirements/registry';

/**
 * How soon a check has its turn, 0 first: the connection, each document type accepted, with each medium, and then what rests on
 * the firmest ground.
 */
export const rankOf = ({ requirement, level, ground }: PlannedCheck): number => {
  const topic = topicOf(requirement);
  if (topic === 'connection' || topic === 'certificate') return 0;
  if (requirement === 'delivery.accepts-valid') return 1;
  if (topic === 'delivery' && requirement !== 'delivery.accepts-with-warning') return 2;
  const firm = levelOf(ground) === 'MUST';
  return firm ? 3 : 4 + levels.indexOf(level) * grounds.length + grounds.indexOf(ground);
};

const levels: readonly PlannedCheck['level'][] = ['MUST', 'SHOULD', 'REPORT'];

/** By rank, and in a rank the first of each document type, then the second: whatever ends a run early, it knows something of all. */
export const breadthFirst = <One>(all: readonly One[], checkOf: (one: One) => PlannedCheck): readonly One[] => {
  const places = new Map<string, number>();
  const placed = all.map((one) => {
    const rank = rankOf(checkOf(one));
    const group = `${String(rank)} ${checkOf(one).documentType ?? ''}`;
    const place = (places.get(group) ?? 0) + 1;
    places.set(group, place);
    return { one, rank, place };
  });
  return placed.sort((a, b) => a.rank - b.rank || a.place - b.place).map(({ one }) => one);
};
