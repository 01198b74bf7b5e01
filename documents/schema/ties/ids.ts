import type { SimpleType, Type } from '#xml/schema/model';
import { builtinsOf } from '../values/atomic.ts';
import { wordsOf } from '../values/words.ts';
import { leaveOut, placesAt, textAt, write, type ValuePlace } from './places.ts';
import { createSupply } from './pool.ts';
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
    .filter(mayHoldWords)
    .flatMap(placesAt)
    .filter(({ type }) => type.variety !== 'union' && isOf(type, name))
    .flatMap((place) => wordsOf((textAt(place) ?? '').replace(/[\t\n\r]/g, ' ')).map((word) => ({ place, word })));

/** Most elements have neither; what a wildcard took may. */
const mayHoldWords = ({ declared }: Work): boolean =>
  declared !== undefined && (declared.wild.length > 0 || holdsTies(declared.type));

const holdsTies = (type: Type): boolean => {
  const found = holders.get(type) ?? simpleTypesOf(type).some((one) => isOf(one, 'ID', 'IDREF'));
  holders.set(type, found);
  return found;
};

const holders = new WeakMap<Type, boolean>();

const simpleTypesOf = (type: Type): readonly SimpleType[] =>
  type.kind === 'simple'
    ? [type]
    : [
        ...(type.simple === undefined ? [] : [type.simple]),
        ...type.attributes.map(({ declaration }) => declaration.type),
      ];

/** Every ID of a document (part 1, 3.15.4). */
export const idsIn = (root: Work): readonly string[] => wordsAt(root, 'ID').map(({ word }) => word);

/** Gives each ID a value of its own (part 1, 3.15.4 clause 2). */
export const mendIds = (kit: Kit, root: Work): Mended => {
  const taken = new Set<string>();
  let result: Mended = 'fine';
  const found = wordsAt(root, 'ID');
  const all = new Set(found.map(({ word }) => word));
  const supply = createSupply(kit.pool);
  for (const { place, word } of found) {
    if (!taken.has(word)) {
      taken.add(word);
      continue;
    }
    const fresh = firstFree(supply(place.type), (one) => taken.has(one) || all.has(one));
    if (fresh !== undefined) write(place, fresh);
    else if (!leaveOut(place) && !remove(kit.model, place.owner)) return 'stuck';
    if (fresh !== undefined) taken.add(fresh);
    result = 'changed';
  }
  return result;
};

const firstFree = (supply: Iterable<string>, isTaken: (one: string) => boolean): string | undefined => {
  for (const one of supply) if (!isTaken(one)) return one;
  return undefined;
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
    if (place.value?.kind !== 'fixed' && refer(kit, place, { words, ids, known })) continue;
    if (nameAll(kit, root, words)) continue;
    if (!leaveOut(place) && !remove(kit.model, place.owner)) return 'stuck';
  }
  return result;
};

interface Reference {
  readonly words: readonly string[];
  readonly ids: readonly string[];
  /** The same IDs. */
  readonly known: ReadonlySet<string>;
}

/** Writes known IDs in the place of words: where the type allows it each by another, else all by one. */
const refer = (kit: Kit, place: ValuePlace, { words, ids, known }: Reference): boolean => {
  if (ids.length === 0) return false;
  const each = words.map((word, index) => (known.has(word) ? word : (ids[(index + word.length) % ids.length] ?? '')));
  const fits = (some: readonly string[]): boolean => kit.values.check(place.type, some.join(' ')) === 'yes';
  const one = fits(each) ? undefined : ids.find((id) => fits(words.map(() => id)));
  const found = one === undefined ? each : words.map(() => one);
  if (one === undefined && !fits(each)) return false;
  write(place, found.join(' '));
  return true;
};

/** Gives the words of a reference to IDs, those that are not written yet or that nothing refers to first; other references follow later. */
const nameAll = (kit: Kit, root: Work, words: readonly string[]): boolean => {
  const references = wordsAt(root, 'IDREF');
  const fixed = references.flatMap(({ place, word }) => (place.value?.kind === 'fixed' ? [word] : []));
  const named = new Set(references.map(({ word }) => word));
  const asked = new Set([...words, ...fixed]);
  const all = allOf(root).flatMap(placesAt);
  const ids = all.filter(({ type }) => isOf(type, 'ID') && type.variety === 'atomic');
  return words.every((word) => {
    if (idsIn(root).includes(word)) return true;
    const free = ids.filter((one) => !asked.has(textAt(one) ?? '') && kit.values.check(one.type, word) === 'yes');
    const chosen =
      free.find((one) => textAt(one) === undefined) ?? free.find((one) => !named.has(textAt(one) ?? '')) ?? free[0];
    if (chosen !== undefined) write(chosen, word);
    return chosen !== undefined;
  });
};
