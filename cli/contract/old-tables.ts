import type { Contract } from '#contract/contract';
import { holdsOn } from '#contract/description/tables';
import type { TableEntry } from '#contract/table';
import type { Place } from '#xml/place';

/** What is to be looked at in the tables of a contract on a day, YYYY-MM-DD: their age, and that they have values that hold. */
export const oldTablesIn = (
  { tables }: Pick<Contract, 'tables'>,
  today: string,
): readonly { readonly place: Place; readonly sentence: string }[] =>
  [...tables].flatMap(([file, { entries, of, place }]) => {
    const at = (sentence: string) => [{ place, sentence: `${file} ${sentence}` }];
    if (!entries.some((entry) => holdsOn(entry, today))) return at(`has no value that holds on ${today}`);
    if (of === undefined && entries.every(isOfKindAlone)) return [];
    if (of === undefined) return at('does not say of which day it is; add of: YYYY-MM-DD');
    return isOld(of, today) ? at(`is of ${of}, more than six months ago; look whether it is still so`) : [];
  });

/** What only says of which kind a value is hangs on no day. */
const isOfKindAlone = ({ kind, code, begin, end }: TableEntry): boolean =>
  kind !== undefined && code === undefined && begin === undefined && end === undefined;

const isOld = (of: string, today: string): boolean => {
  const limit = new Date(`${of}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() + 6);
  return limit.toISOString().slice(0, 10) < today;
};
