import { type AddedLater, addedLater } from './required.ts';
import type { RequiredList } from './required-list.ts';

/**
 * Whether a list that came with evidence is the one that follows from its circumstances. Of another version of the suite it may lack
 * what was added later.
 */
export const isSameList = (came: RequiredList, own: RequiredList, added: AddedLater = addedLater): boolean => {
  const mayLack = came.suite === own.suite ? [] : Object.keys(added);
  const bare = ({ suite: _suite, pairs, ...rest }: RequiredList) =>
    JSON.stringify([rest, pairs.filter(({ requirement }) => !mayLack.includes(requirement))]);
  return bare(came) === bare(own);
};
