import type { PersonalEvent, PersonalFound } from '#evidence/personal-event';
import type { PersonalKind } from '#judgement/personal/in-text';
import type { PersonalPlace } from '#judgement/personal/in-message';

/** Places and exchanges that are named of one kind. */
const named = 5;

/** Gathers what in messages may be about persons. */
export const personalFold = () => {
  const found = new Map<PersonalKind, PersonalFound>();
  return {
    add: (exchange: string, places: readonly PersonalPlace[]): void => {
      for (const [kind, own] of Map.groupBy(places, (one) => one.kind)) {
        const known = found.get(kind) ?? { kind, messages: 0, at: [], exchanges: [] };
        found.set(kind, {
          kind,
          messages: known.messages + 1,
          at: [...new Set([...known.at, ...own.map(({ at }) => at)])].slice(0, named),
          exchanges: [...known.exchanges, exchange].slice(0, named),
        });
      }
    },
    result: (): PersonalEvent => ({ type: 'personal', found: [...found.values()] }),
  };
};
