import { leavesOf } from '#xml/schema/leaves';
import type { ComplexType, ElementDeclaration, SchemaModel, Type } from '#xml/schema/model';
import { allComponents } from '#xml/schema/walk';
import { elementsFor, elementsIn, typesFor } from './alternatives.ts';

/** The complex types of a schema that can come again inside themselves. */
export const recursiveTypes = (model: SchemaModel): ReadonlySet<Type> => {
  const below = new Map<ComplexType, ReadonlySet<ComplexType>>();
  const open = [...allComponents(model)].filter((node) => node.kind === 'complex');
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (below.has(type)) continue;
    const next = typesInside(model, type);
    below.set(type, next);
    open.push(...next);
  }
  return components(below);
};

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

/** Members of strongly connected components with a cycle: Tarjan's algorithm, without recursion. */
const components = (graph: ReadonlyMap<ComplexType, ReadonlySet<ComplexType>>): ReadonlySet<Type> => {
  const indexes = new Map<ComplexType, number>();
  const lows = new Map<ComplexType, number>();
  const stack: ComplexType[] = [];
  const onStack = new Set<ComplexType>();
  const cyclic = new Set<Type>();
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
    const members = stack.splice(stack.indexOf(type));
    for (const member of members) onStack.delete(member);
    if (members.length > 1 || graph.get(type)?.has(type) === true) for (const member of members) cyclic.add(member);
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
  return cyclic;
};

interface Frame {
  readonly type: ComplexType;
  readonly rest: ComplexType[];
}
