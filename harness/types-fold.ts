import type { ExchangeRecorded } from '#evidence/event';
import type { StreamFound } from '#evidence/stream-fold';
import type { TypeFound, TypesEvent } from '#evidence/types-event';
import type { PlannedCheck } from './plan.ts';

/** The result of a check by these exchanges alone. */
type JudgeOf = (check: PlannedCheck, isOwn: (exchange: string) => boolean) => StreamFound;

interface Own {
  readonly ids: Set<string>;
  accepted: number;
}

/** Tells the messages of a recording apart by document type, which their bytes say and not who recorded them. */
export const typesFold = () => {
  const types = new Map<string | undefined, Own>();
  return {
    add: ({ id, answer }: Pick<ExchangeRecorded, 'id' | 'answer'>, documentType: string | undefined): void => {
      const own = types.get(documentType) ?? { ids: new Set(), accepted: 0 };
      types.set(documentType, own);
      own.ids.add(id);
      if (answer === 'accepted') own.accepted += 1;
    },
    result: (plan: readonly PlannedCheck[], judge: JudgeOf): TypesEvent => ({
      type: 'types',
      types: [...types].map(([documentType, own]) => foundOf({ documentType, own }, plan, judge)),
    }),
  };
};

interface Group {
  readonly documentType: string | undefined;
  readonly own: Own;
}

const foundOf = (
  { documentType, own: { ids, accepted } }: Group,
  plan: readonly PlannedCheck[],
  judge: JudgeOf,
): TypeFound => {
  const found = plan.map((check) => ({ check, ...judge(check, (id) => ids.has(id)) }));
  return {
    ...{ documentType, messages: ids.size, accepted },
    unprovable: found.find(({ unprovable }) => unprovable !== undefined)?.unprovable,
    judgements: Object.fromEntries(found.map(({ check, judgement }) => [check.requirement, judgement.kind])),
  };
};
