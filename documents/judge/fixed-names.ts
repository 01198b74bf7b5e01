import type { SchemaModel } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import type { XmlMessage } from '#xml/xml-error';
import { placesAt, textAt, type ValuePlace } from '../schema/ties/places.ts';
import { allOf, workOn } from '../schema/ties/work.ts';
import { createCheck } from '../schema/values/check.ts';
import { holdsNames } from '../schema/values/holds-names.ts';
import { valueKey } from '../schema/values/value-key.ts';
import { wordsOf } from '../schema/values/words.ts';

const fixedAlarm = /[Tt]he (?:actual )?value '([^']*)' does not match the fixed value constraint '([^']*)'\./;

/**
 * Is a message of libxml2 about a fixed name, or a list of them, that the document writes with another prefix for the same
 * namespace: it compares the texts. Counts where any value that reads so is not the one that is fixed.
 */
export const isFixedName = (model: SchemaModel, tree: XmlElement, { message }: XmlMessage): boolean => {
  const [, written, fixed] = fixedAlarm.exec(message) ?? [];
  if (written === undefined || fixed === undefined) return false;
  const places = allOf(workOn(model, tree))
    .flatMap(placesAt)
    .filter(
      (place) =>
        holdsNames(place.type) && reads(textAt(place) ?? '', written) && reads(place.value?.value ?? '', fixed),
    );
  return places.length > 0 && places.every(isKept);
};

const reads = (one: string, other: string): boolean => collapsed(one) === collapsed(other);

const collapsed = (text: string): string => wordsOf(text.replace(/[\t\n\r]/g, ' ')).join(' ');

/** Tells whether a value is the fixed one, each read with the prefixes in scope where it stands (part 1, 3.3.4; part 2, 3.2.18). */
const isKept = (place: ValuePlace): boolean => {
  const { owner, type, value } = place;
  if (value === undefined) return false;
  const check = createCheck();
  const own = valueKey(type, textAt(place) ?? '', { check, prefixes: owner.scope });
  const fixed = valueKey(type, value.value, { check, prefixes: value.prefixes });
  return own.space === fixed.space && own.text === fixed.text;
};
