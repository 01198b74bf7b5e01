import { readPaths } from './identity-path.ts';
import { constraintId, type IdentityConstraint } from './model.ts';
import { keyOf } from '../qname.ts';
import { childOf, childrenOf, describe, referenceOf, valueOf } from './reading.ts';
import { SchemaError } from './schema-error.ts';
import type { Source } from './source.ts';
import { mustBeImported } from './tables.ts';

/** Reads `xs:key`, `xs:unique` or `xs:keyref` (part 1, 3.11). */
export const readIdentity = (source: Source): IdentityConstraint => {
  const kind = source.tag === 'key' || source.tag === 'unique' ? source.tag : 'keyref';
  const selector = childOf(source, 'selector');
  const fields = childrenOf(source, 'field');
  if (selector === undefined || fields.length === 0)
    throw new SchemaError(describe(source), source.place, 'it needs an xs:selector and an xs:field');
  const refer = referenceOf(source, 'refer');
  if (kind === 'keyref' && refer === undefined)
    throw new SchemaError(describe(source), source.place, "it has no 'refer'");
  if (refer !== undefined) mustBeImported(refer, source);
  return {
    kind,
    id: constraintId(source, kind),
    claims: source.claims,
    place: source.place,
    annotations: source.annotations,
    name: { namespace: source.document.targetNamespace, name: valueOf(source, 'name') ?? '' },
    selector: pathsAt(selector),
    fields: fields.map(pathsAt),
    refer,
  };
};

const pathsAt = (source: Source): IdentityConstraint['selector'] => {
  const xpath = valueOf(source, 'xpath');
  if (xpath === undefined) throw new SchemaError(describe(source), source.place, "it has no 'xpath'");
  return readPaths(source, xpath);
};

/** Checks what identity constraints say of one another (part 1, 3.11.6): names once, keyrefs to a key of as many fields. */
export const checkIdentities = (all: readonly IdentityConstraint[]): void => {
  const byName = new Map<string, IdentityConstraint>();
  for (const one of all) {
    const known = byName.get(keyOf(one.name));
    if (known !== undefined && known.place !== one.place)
      throw new SchemaError(
        named(one),
        one.place,
        `it is defined already, ${known.place.file}:${String(known.place.line)}`,
      );
    byName.set(keyOf(one.name), one);
  }
  for (const one of all) {
    if (one.refer === undefined) continue;
    const key = byName.get(keyOf(one.refer));
    if (key === undefined || key.kind === 'keyref')
      throw new SchemaError(named(one), one.place, `there is no key or unique '${keyOf(one.refer)}'`);
    if (key.fields.length !== one.fields.length)
      throw new SchemaError(named(one), one.place, `it has another number of fields than '${keyOf(one.refer)}'`);
  }
};

const named = ({ kind, name }: IdentityConstraint): string => `xs:${kind} '${name.name}'`;
