import { isLeaf } from '#xml/schema/content';
import { substitutesOf } from '#xml/schema/declarations';
import { leavesOf } from '#xml/schema/leaves';
import {
  allows,
  type ComplexType,
  type ElementDeclaration,
  type NamespaceConstraint,
  type Particle,
  type SchemaModel,
  type Term,
  type Wildcard,
} from '#xml/schema/model';
import { keyOf } from '#xml/qname';
import { refuse } from './refuse.ts';

/** A place in a content model with repetitions written out: copies of one particle have the same number. */
interface Position {
  readonly number: number;
  readonly term: ElementDeclaration | Wildcard;
  readonly follow: Set<Position>;
}

/** The positions that a part of a content model can begin and end with; what is not contested counts at the end only. */
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
  const contested = contestedIn(type.particle, model);
  if (contested.size === 0) return;
  const positions: Position[] = [];
  const whole = partOf(type.particle, { positions, numbers: createNumbers(), contested });
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

const shown = (term: Leaf): string => (term.kind === 'element' ? `'${term.name.name}'` : 'what a wildcard takes');

type Leaf = Position['term'];

/** The leaves that another particle could stand for as well; the rest of a content model need not be followed. */
const contestedIn = (content: Particle, model: SchemaModel): ReadonlySet<Leaf> => {
  const leaves = leavesOf(content)
    .map(({ term }) => term)
    .filter(isLeaf)
    .slice(0, mostPositions);
  const contested = new Set<Leaf>();
  const byName = new Map<string, Leaf>();
  for (const [index, leaf] of leaves.entries()) {
    const rivals = namesAt(leaf, model).flatMap((name) => byName.get(name) ?? []);
    if (leaf.kind === 'any') rivals.push(...leaves.filter((one, at) => at !== index && overlap(leaf, one, model)));
    for (const rival of rivals) contested.add(leaf).add(rival);
    for (const name of namesAt(leaf, model)) byName.set(name, leaf);
  }
  return contested;
};

interface Building {
  readonly contested: ReadonlySet<Leaf>;
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
  if (isLeaf(term)) {
    const position: Position = { number: building.numbers(way), term, follow: new Set() };
    building.positions.push(position);
    return { first: building.contested.has(term) ? [position] : [], last: [position], empty: false };
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
  const named = set.flatMap((position) => namesAt(position.term, model).map((name) => [name, position] as const));
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

const namesAt = (term: Leaf, model: SchemaModel): readonly string[] =>
  term.kind === 'any' ? [] : [term, ...substitutesOf(model, term)].map(({ name }) => keyOf(name));

const overlap = (wildcard: Wildcard, term: Leaf, model: SchemaModel): boolean => {
  if (term.kind === 'any') return meet(wildcard.namespaces, term.namespaces);
  return [term, ...substitutesOf(model, term)].some(({ name }) => allows(wildcard.namespaces, name.namespace));
};

const meet = (one: NamespaceConstraint, other: NamespaceConstraint): boolean => {
  if (one.kind === 'some') return one.namespaces.some((name) => allows(other, name));
  return other.kind === 'some' ? other.namespaces.some((name) => allows(one, name)) : true;
};
