import type { SimpleType } from '#xml/schema/model';
import { builtinsOf } from '../values/atomic.ts';
import { wordsOf } from '../values/words.ts';
import { leaveOut, placesAt, textAt, write, type ValuePlace } from './places.ts';
import type { Kit } from './table.ts';
import { allOf, remove, type Work } from './work.ts';

/** The result of mending: `stuck` when nothing could be done. */
export type Mended = 'fine' | 'changed' | 'stuck';

/** Tells whether a type, or the item type of a list, is derived from one of the built-in types of these names. */
export const isOf = (type: SimpleType, ...names: readonly string[]): boolean => {
  if (type.variety === 'list') return type.item !== undefined && isOf(type.item, ...names);
  if (type.variety === 'union') return type.members.some((member) => isOf(member, ...names));
  return builtinsOf(type).some((name) => names.includes(name));
};

/** The words of places whose type is ID (or IDREF), with where they stand. */
const wordsAt = (root: Work, name: string): readonly { readonly place: ValuePlace; readonly word: string }[] =>
  allOf(root)
    .flatMap(placesAt)
    .filter(({ type }) => type.variety !== 'union' && isOf(type, name))
    .flatMap((place) => wordsOf((textAt(place) ?? '').replace(/[\t\n\r]/g, ' ')).map((word) => ({ place, word })));

/** Every ID of a document (part 1, 3.15.4). */
export const idsIn = (root: Work): readonly string[] => wordsAt(root, 'ID').map(({ word }) => word);

/** Gives each ID a value of its own (part 1, 3.15.4 clause 2). */
export const mendIds = (kit: Kit, root: Work): Mended => {
  const taken = new Set<string>();
  let result: Mended = 'fine';
  const found = wordsAt(root, 'ID');
  const all = new Set(found.map(({ word }) => word));
  for (const { place, word } of found) {
    if (!taken.has(word)) {
      taken.add(word);
      continue;
    }
    const fresh = kit.pool(place.type).find((one) => !taken.has(one) && !all.has(one));
    if (fresh !== undefined) write(place, fresh);
    else if (!leaveOut(place) && !remove(kit.model, place.owner)) return 'stuck';
    if (fresh !== undefined) taken.add(fresh);
    result = 'changed';
  }
  return result;
};

/** Lets each IDREF refer to an ID of the document (part 1, 3.15.4 clause 1). */
export const mendReferences = (kit: Kit, root: Work): Mended => {
  let result: Mended = 'fine';
  const ids = idsIn(root);
  const known = new Set(ids);
  const places = new Set(wordsAt(root, 'IDREF').map(({ place }) => place));
  for (const place of places) {
    const words = wordsOf((textAt(place) ?? '').replace(/[\t\n\r]/g, ' '));
    if (words.every((word) => known.has(word))) continue;
    result = 'changed';
    const text = words
      .map((word, index) => (known.has(word) ? word : (ids[(index + word.length) % ids.length] ?? '')))
      .join(' ');
    if (ids.length > 0 && kit.values.check(place.type, text) === 'yes') write(place, text);
    else {
      const single = ids.find((id) => kit.values.check(place.type, words.map(() => id).join(' ')) === 'yes');
      if (single !== undefined) write(place, words.map(() => single).join(' '));
      else if (!addId(kit, root) && !leaveOut(place) && !remove(kit.model, place.owner)) return 'stuck';
    }
  }
  return result;
};

/** Writes an ID where one may stand and none does. */
const addId = (kit: Kit, root: Work): boolean => {
  for (const place of allOf(root).flatMap(placesAt))
    if (place.attribute !== undefined && isOf(place.type, 'ID') && textAt(place) === undefined) {
      const [first] = kit.pool(place.type);
      if (first === undefined) continue;
      write(place, first);
      return true;
    }
  return false;
};
