import fc from 'fast-check';
import type { SchemaConstraint } from '#xml/schema/constraints';
import type { SchemaModel } from '#xml/schema/model';
import { xsi } from '#xml/schema/names';
import { allComponents } from '#xml/schema/walk';
import { withAttribute, withText } from '../../path/replace.ts';
import type { Operator } from '../operation.ts';
import { textPlaces } from '../text-places.ts';

/** Empties an element that has a text and says that it is nil, as platforms write what is absent; it breaks what the empty text breaks as well. */
export const nilAndEmpty: Operator = ({ faults }, site, { kind, declaration }) => {
  const { node, element, type } = site;
  const owner = type.kind === 'complex' ? type : element;
  const [own] = textPlaces(site, node).filter(({ attribute }) => attribute === undefined);
  if (kind !== 'attributes' || declaration !== owner.id || element.nillable || own === undefined) return [];
  const { sure, possible } = faults(own, '', {});
  const nil = withAttribute(withText(node, ''), { namespace: xsi, name: 'nil' }, 'true');
  return [fc.constant({ operator: 'nil-and-empty', element: nil, attribute: 'nil', implied: [...sure, ...possible] })];
};

const owners = new WeakMap<SchemaModel, ReadonlySet<string>>();

/** Ids of the elements and types that have a text and may not be nil. */
const ownersIn = (model: SchemaModel): ReadonlySet<string> => {
  const known = owners.get(model);
  if (known !== undefined) return known;
  const found = [...allComponents(model)].flatMap((one) => {
    if (one.kind === 'complex') return one.simple === undefined ? [] : [one.id];
    return one.kind === 'element' && !one.nillable && one.type.kind === 'simple' ? [one.id] : [];
  });
  const ids = new Set(found);
  owners.set(model, ids);
  return ids;
};

/** Whether it may break a constraint: one on the attributes of what has a text. */
export const mayBeNilAndEmpty = (model: SchemaModel, { kind, declaration }: SchemaConstraint): boolean =>
  kind === 'attributes' && ownersIn(model).has(declaration);
