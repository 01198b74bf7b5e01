import fc from 'fast-check';
import { xsi } from '#xml/schema/names';
import { restyle, rewriteMessage, type Rewrite } from './rewriting.ts';

/** Declarations at the root, some that nothing uses, so that every message has attributes to put in another order. */
const declared = { u: 'urn:unused', xsi };

/** Attributes and namespace declarations from last to first, or begun in the middle, with all else in tags that says nothing. */
export const attributeOrder: Rewrite = (usual) =>
  fc.boolean().map((reversed) => {
    const declaring = rewriteMessage(usual, (message) => ({ ...message, declared }));
    return restyle(declaring, (style) => ({
      ...style,
      order: (attributes) => (reversed ? attributes.toReversed() : rotated(attributes)),
      attribute: (value) => style.attribute(value).replaceAll("'", '&apos;'),
      quote: "'",
      tagSpace: reversed ? ' ' : '\n',
      isPaired: true,
    }));
  });

const rotated = <T>(items: readonly T[]): readonly T[] => [...items.slice(1), ...items.slice(0, 1)];
