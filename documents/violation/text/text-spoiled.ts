import type { Change, Operator } from '../operation.ts';
import { withAttribute, withText } from '../../path/replace.ts';
import { speaksOf, textPlaces } from '../text-places.ts';

/** Writes text that breaks a facet or the lexical rule of a type. */
export const textSpoiled: Operator = ({ wrongTexts }, site, constraint) => {
  const { node } = site;
  return textPlaces(site, node)
    .filter((place) => speaksOf(place, constraint.id))
    .flatMap((place) => {
      const { attribute } = place;
      const texts = wrongTexts(place, constraint.id);
      if (texts === undefined) return [];
      return [
        texts.map(({ text, operator, implied }): Change =>
          attribute === undefined
            ? { operator, implied, element: withText(node, text) }
            : { operator, implied, element: withAttribute(node, attribute, text), attribute: attribute.name },
        ),
      ];
    });
};
