import type { XmlElement } from '#xml/tree';
import { withAttribute, withText } from '../../path/replace.ts';
import type { Change } from '../operation.ts';
import type { TextPlace } from '../text-places.ts';
import type { WrongText } from './wrong-text.ts';

/** An element with a wrong text in one of its places. */
export const withWrongText = (
  node: XmlElement,
  { attribute }: Pick<TextPlace, 'attribute'>,
  { text, operator, implied }: WrongText,
): Change =>
  attribute === undefined
    ? { operator, implied, element: withText(node, text) }
    : { operator, implied, element: withAttribute(node, attribute, text), attribute: attribute.name };
