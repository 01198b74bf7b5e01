import type { SimpleType } from '#xml/schema/model';
import { isOf } from './ids.ts';
import type { ValuePlace } from './places.ts';
import { mostOf } from './pool.ts';
import { keyOfText, wholeKey, type Kit, type Row } from './table.ts';

/** What finds a value for a row where others have all that it can have; false where there is none. */
export type Rearrange = (row: Row, owners: Map<string, Row>) => boolean;

/**
 * Creates what gives other values to rows before one, so that one is left for it: an augmenting path, as of Kuhn. Rows have one field; owners
 * are rows by their values.
 */
export const createRearrange = (kit: Kit, fill: (place: ValuePlace, text: string) => void): Rearrange => {
  const optionsOf = createOptions(kit);
  const settle = (row: Row, owners: Map<string, Row>, tried: Set<SimpleType>): boolean => {
    const place = placeOf(row);
    // Another row of a type that has no way out has none either.
    if (place === undefined || tried.has(place.type)) return false;
    tried.add(place.type);
    const options = optionsOf(place.type);
    const found =
      options.find(({ whole }) => !owners.has(whole)) ??
      options.find(({ whole }) => {
        const owner = owners.get(whole);
        return owner !== undefined && settle(owner, owners, tried);
      });
    if (found === undefined) return false;
    fill(place, found.text);
    owners.set(found.whole, row);
    return true;
  };
  return (row, owners) => settle(row, owners, new Set());
};

const placeOf = ({ places: [found = [], ...more] }: Row): ValuePlace | undefined => {
  const [place] = found;
  const isFree = place?.value?.kind !== 'fixed' && place !== undefined && !isOf(place.type, 'ID', 'IDREF');
  return more.length === 0 && found.length === 1 && isFree ? place : undefined;
};

interface Option {
  readonly text: string;
  readonly whole: string;
}

const createOptions = (kit: Kit): ((type: SimpleType) => readonly Option[]) => {
  const known = new Map<SimpleType, readonly Option[]>();
  return (type) => {
    const options =
      known.get(type) ??
      mostOf(kit.pool, type).flatMap((text) => {
        const whole = wholeKey([keyOfText(kit, type, text)]);
        return whole === undefined ? [] : [{ text, whole }];
      });
    known.set(type, options);
    return options;
  };
};
