import fc from 'fast-check';
import { attributeAt } from '#xml/schema/declarations';
import { constraintId, type SimpleType, type ValueConstraint } from '#xml/schema/model';
import type { Change, Operator, Tools } from '../operation.ts';
import { withAttribute, withText } from '../../path/replace.ts';
import { holdsNames } from '../../schema/values/holds-names.ts';
import { prefixesIn } from '../../schema/values/names-in-text.ts';
import { prefixTableOf } from '../../schema/values/prefix-table.ts';
import { ownType } from '../text-places.ts';

/** Writes another value of the type where one is fixed. */
export const fixedChanged: Operator = (tools, site, constraint) => {
  if (constraint.kind !== 'fixed') return [];
  const { node, element } = site;
  const own = ownType(site)?.type;
  const texts =
    constraintId(element, 'fixed') !== constraint.id
      ? []
      : own === undefined
        ? [fc.constant('anders')]
        : otherValues(tools, own, element.value);
  const inElement = texts.map((text) =>
    text.map((one): Change => ({ operator: 'fixed-changed', element: withText(node, one) })),
  );
  const inAttributes = node.attributes.flatMap((attribute) => {
    const use = attributeAt(site, attribute);
    if (use === undefined) return [];
    const stated = use.value === use.declaration.value ? use.declaration : use;
    if (constraintId(stated, 'fixed') !== constraint.id) return [];
    return otherValues(tools, use.declaration.type, use.value).map((text) =>
      text.map((one): Change => ({
        operator: 'fixed-changed',
        element: withAttribute(node, attribute, one),
        attribute: attribute.name,
      })),
    );
  });
  return [...inElement, ...inAttributes];
};

/** Values of the type that are not the fixed one, whatever they are spelt like. */
const otherValues = (
  { making, model }: Tools,
  type: SimpleType,
  value: ValueConstraint | undefined,
): readonly fc.Arbitrary<string>[] => {
  if (value === undefined) return [];
  const { place, annotations } = type;
  const listed = { text: value.value, place, annotations, prefixes: value.prefixes };
  const only: SimpleType = {
    ...type,
    builtin: false,
    base: type,
    facets: [{ id: '', kind: 'enumeration', values: [listed], fixed: false, place, annotations }],
  };
  const scopeOf = (text: string) => (holdsNames(type) ? prefixesIn(prefixTableOf(model), text) : {});
  // An element without text has the fixed value.
  const differs = (text: string): boolean => text !== '' && making.values.check(only, text, scopeOf(text)) === 'no';
  const values = making.values.of(type);
  const other = fc.sample(values, { seed: 20200101, numRuns: 60 }).find(differs);
  return other === undefined ? [] : [values.map((text) => (differs(text) ? text : other))];
};
