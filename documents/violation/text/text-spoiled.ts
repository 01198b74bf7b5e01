import type { Operator } from '../operation.ts';
import { speaksOf, textPlaces } from '../text-places.ts';
import { withWrongText } from './with-wrong-text.ts';

/** Writes text that breaks a facet or the lexical rule of a type. */
export const textSpoiled: Operator = ({ wrongTexts }, site, constraint) =>
  textPlaces(site, site.node)
    .filter((place) => speaksOf(place, constraint.id))
    .flatMap((place) => {
      const texts = wrongTexts(place, constraint.id);
      return texts === undefined ? [] : [texts.map((wrong) => withWrongText(site.node, place, wrong))];
    });
