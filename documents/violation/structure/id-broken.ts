import fc from 'fast-check';
import { brokenTies } from '../../schema/ties/broken-ties.ts';
import { idsIn, isOf } from '../../schema/ties/ids.ts';
import { placesAt, textAt, write, type ValuePlace } from '../../schema/ties/places.ts';
import type { Kit } from '../../schema/ties/table.ts';
import { allOf, indicesOf, treeOf, workOn, type Work } from '../../schema/ties/work.ts';
import { wordsOf } from '../../schema/values/words.ts';
import { kitOf, type Change, type Operator } from '../operation.ts';

/** Gives two elements one ID, or refers to an ID that is not there (part 1, 3.15.4). */
export const idBroken: Operator = (tools, { node, parent }, { kind, id }) => {
  if ((kind !== 'id' && kind !== 'idref') || parent !== undefined) return [];
  const kit = kitOf(tools);
  const name = kind === 'id' ? 'ID' : 'IDREF';
  const count = placesOf(workOn(kit.model, node), name).length;
  const changes = Array.from({ length: Math.min(count, mostPlaces) }, (_, index) => index).flatMap(
    (index): readonly Change[] => {
      const root = workOn(kit.model, node);
      const place = placesOf(root, name)[index];
      const text = place && (kind === 'id' ? otherId(kit, root, place) : strange(kit, root, place));
      if (place === undefined || text === undefined) return [];
      write(place, text);
      const implied = brokenTies(kit, root).filter((one) => one !== id);
      const operator = kind === 'id' ? 'id-repeated' : 'idref-dangling';
      return [{ operator, element: treeOf(kit.model, root), below: indicesOf(place.owner), implied }];
    },
  );
  const alone = changes.filter(({ implied }) => implied?.length === 0);
  const used = alone.length > 0 ? alone : changes;
  return used.length === 0 ? [] : [fc.constantFrom(...used)];
};

const mostPlaces = 8;

const placesOf = (root: Work, name: string): readonly ValuePlace[] =>
  allOf(root)
    .flatMap(placesAt)
    .filter((place) => place.type.variety !== 'union' && isOf(place.type, name) && textAt(place) !== undefined);

const otherId = ({ values }: Kit, root: Work, place: ValuePlace): string | undefined =>
  idsIn(root).find((one) => one !== textAt(place) && values.check(place.type, one) === 'yes');

const strange = ({ pool }: Kit, root: Work, place: ValuePlace): string | undefined => {
  const ids = idsIn(root);
  return pool.some(place.type).find((text) => wordsOf(text).some((word) => !ids.includes(word)));
};
