import { leavesOf } from '#xml/schema/leaves';
import type { ComplexType, ElementDeclaration, SchemaModel, Type } from '#xml/schema/model';
import { allComponents } from '#xml/schema/walk';
import { elementsFor, elementsIn, typesFor } from './alternatives.ts';
import { refuse } from './validity/refuse.ts';

/** How the types of a schema come inside one another. */
export interface Nesting {
  /** The complex types that can come again inside themselves. */
  readonly recursive: ReadonlySet<Type>;
  /** How many levels of elements can be below an element, where what is recursive comes once. */
  readonly levelsOf: (element: ElementDeclaration) => number;
  /** The complex types, those first that are inside others. */
  readonly bottomUp: readonly ComplexType[];
}

/** Types inside types, each way counted. */
const mostPairs = 10_000_000;
const tooMany = `the elements in it and in others can have more than ${String(mostPairs)} types in all, since xsi:type may name derived ones`;

/** Works out how the types of a schema nest; throws `SchemaError` where that is more than is followed. */
export const nestingOf = (model: SchemaModel): Nesting => {
  const below = new Map<ComplexType, ReadonlySet<ComplexType>>();
  const open = [...allComponents(model)].filter((node) => node.kind === 'complex');
  checkAmount(model, open);
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (below.has(type)) continue;
    const next = typesInside(model, type);
    below.set(type, next);
    open.push(...next);
  }
  const { recursive, levels } = components(below);
  return {
    recursive,
    bottomUp: [...levels.keys()],
    levelsOf: (element) => Math.max(0, ...complexTypes(model, element).map((type) => levels.get(type) ?? 0)),
  };
};

const checkAmount = (model: SchemaModel, types: readonly ComplexType[]): void => {
  let pairs = 0;
  for (const type of types) {
    for (const inside of ownTypesInside(type)) pairs += 1 + (model.derived.get(inside)?.length ?? 0);
    if (pairs > mostPairs) refuse('type', type, tooMany);
  }
};

const ownTypesInside = ({ particle }: ComplexType): ReadonlySet<Type> =>
  new Set(
    (particle === undefined ? [] : leavesOf(particle)).flatMap(({ term }) =>
      term.kind === 'element' ? [term.type] : [],
    ),
  );

const complexTypes = (model: SchemaModel, element: ElementDeclaration): ComplexType[] =>
  elementsFor(model, element)
    .flatMap((one) => typesFor(model, one))
    .filter((type) => type.kind === 'complex');

const typesInside = (model: SchemaModel, type: ComplexType): ReadonlySet<ComplexType> => {
  const leaves = type.particle === undefined ? [] : leavesOf(type.particle);
  const elements = leaves.flatMap(({ term }) => {
    if (term.kind === 'element') return [term];
    return term.kind === 'any' && term.process !== 'skip' ? elementsIn(model, term) : [];
  });
  return new Set(elements.flatMap((element) => complexTypes(model, element)));
};

interface Components {
  readonly recursive: ReadonlySet<Type>;
  /** The lowest first, and of those inside one another the one met last. */
  readonly levels: ReadonlyMap<ComplexType, number>;
}

/** Strongly connected components, those with a cycle and how deep they lie above others: Tarjan's algorithm, without recursion. */
const components = (graph: ReadonlyMap<ComplexType, ReadonlySet<ComplexType>>): Components => {
  const indexes = new Map<ComplexType, number>();
  const lows = new Map<ComplexType, number>();
  const stack: ComplexType[] = [];
  const onStack = new Set<ComplexType>();
  const recursive = new Set<Type>();
  const levels = new Map<ComplexType, number>();
  const enter = (type: ComplexType): Frame => {
    indexes.set(type, indexes.size);
    lows.set(type, indexes.size - 1);
    stack.push(type);
    onStack.add(type);
    return { type, rest: [...(graph.get(type) ?? [])] };
  };
  const lower = (type: ComplexType, low: number | undefined): void => {
    lows.set(type, Math.min(lows.get(type) ?? 0, low ?? Infinity));
  };
  const leave = (type: ComplexType): void => {
    if (lows.get(type) !== indexes.get(type)) return;
    const members = stack.splice(stack.lastIndexOf(type)).reverse();
    for (const member of members) onStack.delete(member);
    const inside = members.flatMap((member) => [...(graph.get(member) ?? [])]);
    // What is not known yet is of the component itself: what lies below was left before.
    const level = 1 + inside.reduce((most, one) => Math.max(most, levels.get(one) ?? 0), 0);
    for (const member of members) levels.set(member, level);
    const own = new Set(members);
    if (inside.some((one) => own.has(one))) for (const member of members) recursive.add(member);
  };
  const follow = (frames: Frame[], frame: Frame, next: ComplexType): void => {
    if (!indexes.has(next)) frames.push(enter(next));
    else if (onStack.has(next)) lower(frame.type, indexes.get(next));
  };
  const finish = (frames: Frame[], frame: Frame): void => {
    frames.pop();
    leave(frame.type);
    const parent = frames.at(-1);
    if (parent !== undefined) lower(parent.type, lows.get(frame.type));
  };
  for (const start of graph.keys()) {
    const frames = indexes.has(start) ? [] : [enter(start)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const next = frame.rest.pop();
      if (next === undefined) finish(frames, frame);
      else follow(frames, frame, next);
    }
  }
  return { recursive, levels };
};

interface Frame {
  readonly type: ComplexType;
  readonly rest: ComplexType[];
}
