import type { SimpleType } from '#xml/schema/model';
import { type XmlElement, attributeOf } from '#xml/tree';
import { facetsOf } from '../../schema/values/check.ts';

/** Values that the list of a value had before, by what its annotation says: `<former value="…"/>` in an `xs:appinfo`, of whatever namespace. */
export const formerValues = (own: string, type: SimpleType): readonly string[] => [
  ...(isOfList(type, own) ? type.annotations.flatMap(formerIn) : []),
  ...type.members.flatMap((member) => formerValues(own, member)),
];

/** What has no list of its own takes any value that its members take. */
const isOfList = (type: SimpleType, own: string): boolean =>
  facetsOf(type).every(({ kind, values }) => kind !== 'enumeration' || values.some(({ text }) => text === own));

const formerIn = (node: XmlElement): readonly string[] =>
  node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === 'former' ? [attributeOf(child, 'value') ?? []].flat() : formerIn(child);
  });
