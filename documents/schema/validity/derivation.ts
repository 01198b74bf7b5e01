import { anyType } from '#xml/schema/builtin-types';
import { isEmptiable } from '#xml/schema/content';
import {
  allows,
  type Attributes,
  type AttributeUse,
  type ComplexType,
  type SchemaModel,
  type SimpleType,
  type Wildcard,
} from '#xml/schema/model';
import { sameName } from '#xml/qname';
import type { Place } from '#xml/place';
import { isDerived, isSubset } from './derived.ts';
import { sameText } from './same-text.ts';
import { whyNoRestriction } from './particle-restriction.ts';
import { refuse } from './refuse.ts';

/** Checks a complex type against its base (part 1, 3.4.6). */
export const checkDerivation = (type: ComplexType, model: SchemaModel): void => {
  const { base, derivation } = type;
  const name = base.name?.name ?? '';
  if (base.final.includes(derivation)) refuse(`xs:${derivation}`, type, `'${name}' is final for ${derivation}`);
  if (derivation === 'extension') checkExtension(type);
  else if (base !== anyType) {
    if (base.kind === 'simple')
      refuse('xs:restriction', type, `'${name}' is a simple type, which only an extension takes`);
    else checkRestriction(type, base, model);
  }
};

/** Derivation Valid (Extension). */
const checkExtension = (type: ComplexType): void => {
  const { base } = type;
  if (base.kind === 'simple') return;
  if (base.simple !== undefined) {
    if (type.simple === undefined)
      refuse('xs:extension', type, 'its base has simple content, to which no elements can be added');
    return;
  }
  if (base.particle === undefined && !base.mixed) return;
  if (type.simple !== undefined) refuse('xs:extension', type, 'its base has no simple content');
  if (type.mixed !== base.mixed)
    refuse('xs:extension', type, base.mixed ? 'its base has mixed content' : 'it is mixed and its base is not');
  checkAll(type, base);
};

const checkAll = (type: ComplexType, base: ComplexType): void => {
  const own = type.particle === base.particle ? undefined : type.particle;
  const parts = own?.term.kind === 'sequence' ? own.term.particles : [];
  if (parts.length > 1 && parts.some(({ term }) => term.kind === 'all'))
    refuse('xs:extension', type, 'xs:all can not stand beside other content (part 1, 3.8.6)');
};

/** Derivation Valid (Restriction, Complex). */
const checkRestriction = (type: ComplexType, base: ComplexType, model: SchemaModel): void => {
  checkAttributes('xs:restriction', type, base);
  checkContent(type, base, model);
};

type Placed = Attributes & { readonly place: Place };

/** The same for attributes alone (clauses 2 to 4), which bind a redefined attribute group too. */
export const checkAttributes = (construct: string, own: Placed, base: Attributes): void => {
  for (const use of own.attributes) {
    const why = whyNoUse(use, base);
    if (why !== undefined) refuse(construct, own, why);
    checkUse(use, base);
  }
  for (const use of base.attributes)
    if (use.required && !own.attributes.some((one) => sameName(one.declaration.name, use.declaration.name)))
      refuse(construct, own, `its base requires the attribute '${use.declaration.name.name}'`);
  checkWildcard(own, base);
};

/** Why an attribute can't be there at all. */
const whyNoUse = (
  { declaration: { name } }: AttributeUse,
  { attributes, anyAttribute }: Attributes,
): string | undefined => {
  if (attributes.some((one) => sameName(one.declaration.name, name))) return undefined;
  if (anyAttribute !== undefined && allows(anyAttribute.namespaces, name.namespace)) return undefined;
  return `its base has no attribute '${name.name}'`;
};

const checkUse = (use: AttributeUse, base: Attributes): void => {
  const { name } = use.declaration;
  const known = base.attributes.find((one) => sameName(one.declaration.name, name));
  const what = `attribute '${name.name}'`;
  if (known === use || known === undefined) return;
  if (known.required && !use.required) refuse('xs:restriction', use, `its base requires the ${what}`);
  if (!isDerived(use.declaration.type, known.declaration.type))
    refuse('xs:restriction', use, `the type of the ${what} is not derived from the one it has in the base`);
  if (!keepsFixed(known, use))
    refuse('xs:restriction', use, `its base fixes the ${what} at '${known.value?.value ?? ''}'`);
};

const keepsFixed = (known: AttributeUse, use: AttributeUse): boolean => {
  if (known.value?.kind !== 'fixed') return true;
  return use.value?.kind === 'fixed' && sameText(known.declaration.type, known.value, use.value);
};

const checkWildcard = ({ anyAttribute: own }: Attributes, base: Attributes): void => {
  if (own === undefined || own === base.anyAttribute) return;
  const known = base.anyAttribute;
  if (known === undefined || !isSubset(own.namespaces, known.namespaces))
    refuse('xs:anyAttribute', own, 'it takes more than that of the base');
  else if (strength(own) < strength(known))
    refuse('xs:anyAttribute', own, 'it looks less closely than that of the base');
};

const strength = ({ process }: Wildcard): number => ['skip', 'lax', 'strict'].indexOf(process);

const checkContent = (type: ComplexType, base: ComplexType, model: SchemaModel): void => {
  if (type.simple !== undefined) {
    checkSimpleContent(type, type.simple, base);
    return;
  }
  if (base.simple !== undefined) refuse('xs:restriction', type, 'its base has simple content');
  if (type.mixed && !base.mixed) refuse('xs:restriction', type, 'it is mixed and its base is not');
  if (type.particle === undefined) {
    if (base.particle !== undefined && !isEmptiable(base.particle))
      refuse('xs:restriction', type, 'it is empty, and its base can not be');
    return;
  }
  const why = base.particle === undefined ? 'its base is empty' : whyNoRestriction(type.particle, base.particle, model);
  if (why !== undefined) refuse('xs:restriction', type, `${why} (part 1, 3.9.6)`);
};

const checkSimpleContent = (type: ComplexType, simple: SimpleType, base: ComplexType): void => {
  if (base.simple !== undefined) {
    if (!isDerived(simple, base.simple))
      refuse('xs:restriction', type, 'its simple type is not derived from that of its base');
  } else if (!base.mixed || (base.particle !== undefined && !isEmptiable(base.particle)))
    refuse('xs:restriction', type, 'its base has neither simple content nor mixed content that can be empty');
};
