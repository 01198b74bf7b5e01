import { readAttributeSet } from './attributes.ts';
import { anyType } from './builtin-types.ts';
import { mergeAttributes } from './derive-attributes.ts';
import { constraintId, type ComplexType, type Particle, type SimpleType, type Type } from './model.ts';
import { particleTags, readParticle } from './particles.ts';
import { childOf, derivationsOf, describe, identify, isTrue, referenceOf, valueOf, type Reading } from './reading.ts';
import { SchemaError } from './schema-error.ts';
import { restrict } from './simple-types.ts';
import type { Source } from './source.ts';

/** Reads `xs:complexType` (part 1, 3.4), with what it inherits. */
export const readComplexType = (source: Source, reading: Reading): ComplexType => {
  const name = valueOf(source, 'name');
  const common = {
    ...identify(source),
    kind: 'complex' as const,
    name: name === undefined ? undefined : { namespace: source.document.targetNamespace, name },
    abstract: isTrue(source, 'abstract'),
    block: derivationsOf(source, 'block'),
    final: derivationsOf(source, 'final'),
  };
  const content = childOf(source, 'simpleContent', 'complexContent');
  if (content?.tag === 'simpleContent') {
    const claims = { ...source.claims, ...derivationStep(content).claims };
    return { ...common, claims, ...readSimpleContent(content, reading) };
  }
  return { ...common, ...readComplexContent(source, content, reading) };
};

type Contents = Pick<
  ComplexType,
  'base' | 'derivation' | 'mixed' | 'simple' | 'particle' | 'attributes' | 'prohibited' | 'anyAttribute'
>;

const readSimpleContent = (content: Source, reading: Reading): Contents => {
  const step = derivationStep(content);
  const base = baseOf(step, reading);
  return {
    base,
    derivation: derivationOf(step),
    mixed: false,
    simple: simpleContentType(step, base, reading),
    particle: undefined,
    ...mergeAttributes(readAttributeSet(step, reading), base, step),
  };
};

const simpleContentType = (step: Source, base: Type, reading: Reading): SimpleType => {
  const inline = childOf(step, 'simpleType');
  const inherited = base.kind === 'simple' ? base : base.simple;
  const under = inline === undefined ? inherited : reading.simpleType(inline);
  if (under === undefined) throw new SchemaError('xs:simpleContent', step.place, 'its base has no simple content');
  const facets = restrict(step, under);
  if (facets.facets.length === 0) return under;
  return { ...identify(step), kind: 'simple', name: undefined, builtin: false, final: [], ...facets };
};

const readComplexContent = (source: Source, content: Source | undefined, reading: Reading): Contents =>
  content === undefined ? plainContent(source, reading) : derivedContent(source, content, reading);

/** Without xs:complexContent it is a restriction of xs:anyType (part 1, 3.4.2). */
const plainContent = (source: Source, reading: Reading): Contents => {
  const { uses, any } = readAttributeSet(source, reading);
  return {
    base: anyType,
    derivation: 'restriction',
    mixed: isTrue(source, 'mixed'),
    simple: undefined,
    particle: ownParticle(source, reading),
    attributes: uses,
    prohibited: [],
    anyAttribute: any,
  };
};

const derivedContent = (source: Source, content: Source, reading: Reading): Contents => {
  const step = derivationStep(content);
  const base = baseOf(step, reading);
  if (base.kind === 'simple') throw new SchemaError('xs:complexContent', source.place, 'its base is a simple type');
  const own = ownParticle(step, reading);
  const widens = step.tag === 'extension';
  const inherits = widens && own === undefined;
  return {
    base,
    derivation: derivationOf(step),
    mixed: isMixed(source, content) || (inherits && base.mixed),
    simple: inherits ? base.simple : undefined,
    particle: widens ? extended(base, own, step) : own,
    ...mergeAttributes(readAttributeSet(step, reading), base, step),
  };
};

/** `mixed` on xs:complexContent overrules that on xs:complexType. */
const isMixed = (source: Source, content: Source): boolean =>
  isTrue(valueOf(content, 'mixed') === undefined ? source : content, 'mixed');

const derivationStep = (content: Source): Source => {
  const step = childOf(content, 'restriction', 'extension');
  if (step === undefined)
    throw new SchemaError(describe(content), content.place, 'it has no xs:restriction or xs:extension');
  return step;
};

const derivationOf = (step: Source): ComplexType['derivation'] =>
  step.tag === 'extension' ? 'extension' : 'restriction';

const baseOf = (step: Source, reading: Reading): Type => {
  const name = referenceOf(step, 'base');
  if (name === undefined) throw new SchemaError(describe(step), step.place, "it has no 'base'");
  return reading.typeNamed(name, step);
};

const ownParticle = (step: Source, reading: Reading): Particle | undefined => {
  const content = step.children.find((child) => particleTags.includes(child.tag));
  const particle = content === undefined ? undefined : readParticle(content, reading);
  return particle === undefined || isEmpty(particle) ? undefined : particle;
};

/** Part 1, 3.4.2: a group without particles is empty content, but an empty choice can't be satisfied. */
const isEmpty = (particle: Particle): boolean => {
  const { term, min } = particle;
  if (term.kind === 'element' || term.kind === 'any' || term.particles.length > 0) return false;
  return term.kind !== 'choice' || min === 0;
};

/** Part 1, 3.4.2: an extension is the base's content, then its own. */
const extended = (base: ComplexType, own: Particle | undefined, step: Source): Particle | undefined => {
  if (own === undefined || base.particle === undefined) return own ?? base.particle;
  const { place, annotations } = step;
  return {
    claims: {},
    place,
    annotations,
    min: 1,
    max: 1,
    term: { kind: 'sequence', id: orderOf(own, step), claims: {}, place, annotations, particles: [base.particle, own] },
  };
};

const orderOf = (own: Particle, step: Source): string =>
  own.term.kind === 'sequence' ? own.term.id : constraintId(step, 'order');
