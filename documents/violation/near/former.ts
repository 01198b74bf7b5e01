import type { SimpleType } from '#xml/schema/model';
import { type XmlElement, attributeOf } from '#xml/tree';

/** Values that a list had before, by what its annotation says: `<former value="…"/>` in an `xs:appinfo`, of whatever namespace. */
export const formerValues = (_: string, type: SimpleType): readonly string[] => [
  ...type.annotations.flatMap(formerIn),
  ...type.members.flatMap((member) => formerValues(_, member)),
];

const formerIn = (node: XmlElement): readonly string[] =>
  node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === 'former' ? [attributeOf(child, 'value') ?? []].flat() : formerIn(child);
  });
