import { substitutesOf } from '#xml/schema/declarations';
import { leavesOf } from '#xml/schema/leaves';
import type { ComplexType, SchemaModel, Type } from '#xml/schema/model';
import { keyOf } from '#xml/qname';
import { refuse } from './refuse.ts';

/** Checks that elements of one name in a content model are of one type (part 1, 3.8.6, Element Declarations Consistent). */
export const checkConsistency = (type: ComplexType, model: SchemaModel): void => {
  const types = new Map<string, Type>();
  const leaves = type.particle === undefined ? [] : leavesOf(type.particle);
  const elements = leaves.flatMap(({ term }) => (term.kind === 'element' ? [term, ...substitutesOf(model, term)] : []));
  for (const one of elements) {
    const key = keyOf(one.name);
    const known = types.get(key);
    if (known !== undefined && known !== one.type)
      refuse(
        'xs:element',
        one,
        `'${one.name.name}' is there twice with different types (Element Declarations Consistent)`,
      );
    types.set(key, one.type);
  }
};
