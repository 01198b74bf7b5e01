import { constraintId, type ModelGroup, type Particle, type Term } from './model.ts';
import { describe, identify, referenceOf, valueOf, type Reading } from './reading.ts';
import { SchemaError } from './schema-error.ts';
import type { Source } from './source.ts';
import { readWildcard } from './wildcards.ts';

/** Tags that stand for a particle in a content model. */
export const particleTags: readonly string[] = ['element', 'sequence', 'choice', 'all', 'group', 'any'];

/** Reads one particle of a content model (part 1, 3.9); undefined when `maxOccurs` is 0. */
export const readParticle = (source: Source, reading: Reading): Particle | undefined => {
  const min = occurrences(source, 'minOccurs');
  const max = occurrences(source, 'maxOccurs');
  if (max < min) throw new SchemaError(describe(source), source.place, 'its maxOccurs is less than its minOccurs');
  if (max === 0) return undefined;
  const term = readTerm(source, reading);
  if (term.kind === 'all' && max > 1) throw new SchemaError(describe(source), source.place, repeatedAll);
  return { claims: source.claims, place: source.place, annotations: source.annotations, min, max, term };
};

const repeatedAll = 'a group of kind xs:all occurs once at most (part 1, 3.8.6, All Group Limited)';

const occurrences = (source: Source, name: 'minOccurs' | 'maxOccurs'): number => {
  const text = valueOf(source, name) ?? '1';
  if (text === 'unbounded' && name === 'maxOccurs') return Infinity;
  if (!/^(?:\+?[0-9]+|-0+)$/.test(text))
    throw new SchemaError(describe(source), source.place, `its ${name} is '${text}'`);
  return Math.abs(Number(text));
};

const readTerm = (source: Source, reading: Reading): Term => {
  if (source.tag === 'any') return readWildcard(source, constraintId(source, 'any'));
  if (source.tag === 'element') return elementTerm(source, reading);
  if (source.tag === 'group') return groupTerm(source, reading);
  return readModelGroup(source, reading);
};

const elementTerm = (source: Source, reading: Reading): Term => {
  const reference = referenceOf(source, 'ref');
  return reading.element(reference === undefined ? source : reading.find('element', reference, source));
};

const groupTerm = (source: Source, reading: Reading): Term => {
  const reference = referenceOf(source, 'ref');
  if (reference === undefined) throw new SchemaError('xs:group', source.place, "it has no 'ref'");
  return reading.group(reading.find('group', reference, source));
};

/** Reads `xs:sequence`, `xs:choice` or `xs:all` (part 1, 3.8). */
const readModelGroup = (source: Source, reading: Reading): ModelGroup => {
  const kind = groupKind(source);
  return {
    ...identify(source),
    kind,
    id: constraintId(source, kind === 'sequence' ? 'order' : kind),
    particles: source.children
      .map((child) => partOf(expectParticle(child), reading))
      .filter((particle) => particle !== undefined),
  };
};

/** A group of kind all stands in no other group, by reference neither. */
const partOf = (source: Source, reading: Reading): Particle | undefined => {
  const particle = readParticle(source, reading);
  if (particle?.term.kind === 'all')
    throw new SchemaError(
      describe(source),
      source.place,
      'a group of kind xs:all stands alone in a content model (part 1, 3.8.6, All Group Limited)',
    );
  return particle;
};

/** Reads a global `xs:group` (part 1, 3.7). */
export const readGroup = (source: Source, reading: Reading): ModelGroup => {
  const content = source.children.find((child) => particleTags.includes(child.tag));
  if (content === undefined) throw new SchemaError(describe(source), source.place, 'it is empty');
  return readModelGroup(content, reading);
};

const groupKind = (source: Source): ModelGroup['kind'] => {
  if (source.tag === 'sequence' || source.tag === 'choice' || source.tag === 'all') return source.tag;
  throw new SchemaError(describe(source), source.place, 'xs:sequence, xs:choice or xs:all is needed here');
};

const expectParticle = (source: Source): Source => {
  if (particleTags.includes(source.tag)) return source;
  throw new SchemaError(describe(source), source.place, 'it may not stand in a content model');
};
