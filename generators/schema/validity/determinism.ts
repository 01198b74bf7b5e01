import { substitutesOf } from '#xml/schema/declarations';
import {
  allows,
  keyOf,
  type ComplexType,
  type ElementDeclaration,
  type NamespaceConstraint,
  type Particle,
  type SchemaModel,
  type Term,
  type Wildcard,
} from '#xml/schema/model';
import { refuse } from './refuse.ts';

/** A place in a content model with repetitions written out: copies of one particle have the same number. */
interface Position {
  readonly number: number;
  readonly term: ElementDeclaration | Wildcard;
  readonly follow: Set<Position>;
}

/** What a part of a content model can begin and end with. */
interface Part {
  readonly first: readonly Position[];
  readonly last: readonly Position[];
  readonly empty: boolean;
}

/** More positions than this are not followed: such a model is beyond what any reader of schemas checks. */
const mostPositions = 3000;

/** Checks that each child can be told to be of one particle without looking ahead (part 1, 3.8.6, Unique Particle Attribution). */
export const checkDeterminism = (type: ComplexType, model: SchemaModel): void => {
  if (type.particle === undefined) return;
  const positions: Position[] = [];
  const whole = partOf(type.particle, { positions, numbers: createNumbers() });
  const sets = [whole.first, ...positions.map(({ follow }) => [...follow])];
  for (const set of sets) {
    const clash = clashIn(set, model);
    if (clash !== undefined)
      refuse(
        'content model',
        clash[1].term.kind === 'element' && !clash[1].term.global ? clash[1].term : type,
        `it leaves open which particle ${shown(clash[0].term)} belongs to (Unique Particle Attribution)`,
      );
  }
};

const shown = (term: Position['term']): string =>
  term.kind === 'element' ? `'${term.name.name}'` : 'what a wildcard takes';

interface Building {
  readonly positions: Position[];
  readonly numbers: Numbers;
}

/** The number of a particle at its way from the top. */
type Numbers = (way: string) => number;

const createNumbers = (): Numbers => {
  const known = new Map<string, number>();
  return (way) => {
    const number = known.get(way) ?? known.size;
    known.set(way, number);
    return number;
  };
};

const partOf = (particle: Particle, building: Building, way = ''): Part => {
  const { min, max } = particle;
  const once = (): Part => termPart(particle.term, building, way);
  if (building.positions.length > mostPositions) return nothing;
  const needed = Array.from({ length: Math.min(min, 2) }, once);
  if (max === Infinity) {
    const looped = loop(needed.at(-1) ?? once());
    return sequenceOf(min === 0 ? [optional(looped)] : [...needed.slice(0, -1), looped]);
  }
  const more = Array.from({ length: Math.min(max - min, 2) }, once);
  const tail = more.reduceRight<Part | undefined>(
    (rest, one) => optional(rest === undefined ? one : sequenceOf([one, rest])),
    undefined,
  );
  return sequenceOf(tail === undefined ? needed : [...needed, tail]);
};

const nothing: Part = { first: [], last: [], empty: true };

const termPart = (term: Term, building: Building, way: string): Part => {
  if (term.kind === 'element' || term.kind === 'any') {
    const position: Position = { number: building.numbers(way), term, follow: new Set() };
    building.positions.push(position);
    return { first: [position], last: [position], empty: false };
  }
  const parts = term.particles.map((one, index) => partOf(one, building, `${way}/${String(index)}`));
  if (term.kind === 'sequence') return sequenceOf(parts);
  const any = { first: parts.flatMap((one) => one.first), last: parts.flatMap((one) => one.last) };
  if (term.kind === 'choice') return { ...any, empty: parts.some((one) => one.empty) };
  for (const [index, one] of parts.entries())
    for (const other of parts.filter((_, at) => at !== index)) connect(one, other);
  return { ...any, empty: parts.every((one) => one.empty) };
};

const connect = (one: Part, other: Part): void => {
  for (const last of one.last) for (const first of other.first) last.follow.add(first);
};

const loop = (part: Part): Part => {
  connect(part, part);
  return part;
};

const optional = (part: Part): Part => ({ ...part, empty: true });

const sequenceOf = (parts: readonly Part[]): Part =>
  parts.reduce<Part>((before, part) => {
    connect(before, part);
    return {
      first: before.empty ? [...before.first, ...part.first] : before.first,
      last: part.empty ? [...before.last, ...part.last] : part.last,
      empty: before.empty && part.empty,
    };
  }, nothing);

const clashIn = (set: readonly Position[], model: SchemaModel): readonly [Position, Position] | undefined => {
  const byName = new Map<string, Position>();
  const named = set.flatMap((position) => namesAt(position, model).map((name) => [name, position] as const));
  for (const [name, position] of named) {
    const known = byName.get(name);
    if (known !== undefined && known.number !== position.number) return [known, position];
    byName.set(name, position);
  }
  for (const one of set) {
    const { term } = one;
    if (term.kind !== 'any') continue;
    const other = set.find(({ number, term: against }) => number !== one.number && overlap(term, against, model));
    if (other !== undefined) return [one, other];
  }
  return undefined;
};

const namesAt = ({ term }: Position, model: SchemaModel): readonly string[] =>
  term.kind === 'any' ? [] : [term, ...substitutesOf(model, term)].map(({ name }) => keyOf(name));

const overlap = (wildcard: Wildcard, term: Position['term'], model: SchemaModel): boolean => {
  if (term.kind === 'any') return meet(wildcard.namespaces, term.namespaces);
  return [term, ...substitutesOf(model, term)].some(({ name }) => allows(wildcard.namespaces, name.namespace));
};

const meet = (one: NamespaceConstraint, other: NamespaceConstraint): boolean => {
  if (one.kind === 'some') return one.namespaces.some((name) => allows(other, name));
  return other.kind === 'some' ? other.namespaces.some((name) => allows(one, name)) : true;
};
