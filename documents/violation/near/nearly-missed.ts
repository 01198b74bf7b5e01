import fc from 'fast-check';
import { holdsNames } from '../../schema/values/holds-names.ts';
import { prefixesIn } from '../../schema/values/names-in-text.ts';
import { prefixTableOf } from '../../schema/values/prefix-table.ts';
import type { Change, Operator } from '../operation.ts';
import { type Faults, isAlone } from '../text/faults.ts';
import { withWrongText } from '../text/with-wrong-text.ts';
import { speaksOf, type TextPlace, textPlaces } from '../text-places.ts';
import { keptAt, type NearMiss } from './near-misses.ts';

/** Writes in place of a valid text one that is very like it and breaks the constraint, alone where that can be. */
export const nearlyMissed =
  (way: string, miss: NearMiss): Operator =>
  ({ faults, model }, site, { id }) => {
    const judge = ({ type, ...used }: TextPlace, text: string): Faults =>
      faults({ type, ...used }, text, holdsNames(type) ? prefixesIn(prefixTableOf(model), text) : {});
    const missed = textPlaces(site, site.node)
      .filter((place) => speaksOf(place, id) && isFaultless(judge(place, place.text)))
      .flatMap((place) => missesAt(place, id, miss).map((text) => ({ place, text, found: judge(place, text) })))
      .filter(({ found }) => found.sure.includes(id));
    const alone = missed.filter(({ found }) => isAlone(found, id));
    const changes = (alone.length > 0 ? alone : missed).map(({ place, text, found }): Change => {
      const implied = [...found.sure, ...found.possible].filter((one) => one !== id);
      return withWrongText(site.node, place, { text, operator: way, implied });
    });
    return changes.length === 0 ? [] : [fc.constantFrom(...changes)];
  };

const isFaultless = ({ sure, possible }: Faults): boolean => sure.length + possible.length === 0;

const missesAt = ({ text, type }: TextPlace, constraint: string, miss: NearMiss): readonly string[] =>
  [...new Set(miss(text, keptAt(type, constraint)))].filter((one) => one !== text);
