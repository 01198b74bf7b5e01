import { constraintsOf, type SchemaConstraint } from '#xml/schema/constraints';
import type { Declared } from '#xml/schema/declarations';
import { attributeAt } from '#xml/schema/declarations';
import type { ElementDeclaration, SchemaModel, Type } from '#xml/schema/model';
import type { QName } from '#xml/qname';
import { readChildren } from '#xml/schema/read-children';
import { elementsOf, type XmlElement } from '#xml/tree';
import { rootOf } from '../schema/from-schema.ts';
import { neededAt } from '../violation/needed-at.ts';
import { sitesOf, type Site } from '../violation/sites.ts';
import { ownType, textPlaces, usedBy } from '../violation/text-places.ts';
import type { SimpleType } from '#xml/schema/model';
import { formsBelow } from './forms.ts';
import { goalKey, type Goal, type Hit } from './goal.ts';
import { pairsOf, type Pair } from './pairs.ts';
import {
  branchesOf,
  idsThere,
  occurrencesOf,
  partsOf,
  type Branch,
  type Occurrence,
  type Part,
  type Present,
} from './parts.ts';
import { textGoalsOf } from './text-goals.ts';

/** The goals of a schema for documents with one root, and those that a document reaches. */
export interface CoveragePlan {
  readonly goals: readonly Goal[];
  /** Keys of the goals that a valid document reaches; one key may come several times. */
  readonly hits: (tree: XmlElement) => readonly Hit[];
}

/** Lays down the goals of a schema for documents with a root. */
export const planCoverage = (model: SchemaModel, root: QName): CoveragePlan => {
  const declaration = rootOf(model, root);
  const constraints = constraintsOf(model);
  const sheetOf = createSheets(constraints);
  const textsOf = remembered(textGoalsOf);
  const goals = new Map<string, Goal>();
  const add = (goal: Goal): void => void goals.set(goalKey(goal), goal);
  for (const form of formsBelow(model, declaration)) {
    for (const isRoot of form.element === declaration ? [true, false] : [false])
      for (const goal of sheetOf(form, isRoot).goals) add(goal);
    for (const type of textTypesOf(form)) for (const { kind, id } of textsOf(type)) add({ kind, id });
  }
  return {
    goals: [...goals.values()],
    hits: (tree) =>
      sitesOf(model, tree).flatMap((site) => [
        ...hitsAt(model, site, sheetOf(site, site.parent === undefined)),
        ...textPlaces(site, site.node).flatMap(({ type, text }) =>
          textsOf(type)
            .filter((goal) => goal.isHit(text, site.node.prefixes ?? {}))
            .map(goalKey),
        ),
      ]),
  };
};

const textTypesOf = (form: Declared): readonly SimpleType[] => [
  ...[ownType(form)?.type ?? []].flat(),
  ...(form.type.kind === 'complex' ? form.type.attributes.map(({ declaration }) => usedBy(declaration).type) : []),
];

/** All that is to be reached at an element of one type. */
interface Sheet {
  readonly goals: readonly Goal[];
  readonly bindings: readonly Binding[];
  readonly occurrences: readonly Occurrence[];
  readonly branches: readonly Branch[];
  readonly parts: readonly Part[];
  readonly pairs: readonly Pair[];
}

/** A constraint that binds, and ids of what must be there for it. */
interface Binding {
  readonly constraint: string;
  readonly needs: readonly string[];
}

const createSheets = (constraints: readonly SchemaConstraint[]): ((form: Declared, isRoot: boolean) => Sheet) => {
  const known = new Map<ElementDeclaration, Map<Type, Map<boolean, Sheet>>>();
  return (form, isRoot) => {
    const { element, type } = form;
    const types = known.get(element) ?? new Map<Type, Map<boolean, Sheet>>();
    known.set(element, types);
    const sheets = types.get(type) ?? new Map<boolean, Sheet>();
    types.set(type, sheets);
    const sheet = sheets.get(isRoot) ?? layOut(form, isRoot, constraints);
    sheets.set(isRoot, sheet);
    return sheet;
  };
};

const nothingAbsent: ReadonlySet<string> = new Set();

const layOut = (form: Declared, isRoot: boolean, constraints: readonly SchemaConstraint[]): Sheet => {
  const bindings = constraints.flatMap((constraint): readonly Binding[] => {
    const needs = neededAt(form, constraint, { isRoot, absent: nothingAbsent });
    return needs === undefined ? [] : [{ constraint: constraint.id, needs }];
  });
  const particle = form.type.kind === 'complex' ? form.type.particle : undefined;
  const parts = form.type.kind === 'complex' ? partsOf(form.type) : [];
  const [occurrences, branches, pairs] = [occurrencesOf(particle), branchesOf(particle), pairsOf(parts)];
  const goals: readonly Goal[] = [
    ...bindings.flatMap(({ constraint: id }): readonly Goal[] => [
      { kind: 'kept', id },
      { kind: 'broken', id },
    ]),
    ...occurrences.map(({ id }): Goal => ({ kind: 'bound', id })),
    ...branches.map(({ id }): Goal => ({ kind: 'branch', id })),
    ...parts.flatMap(({ id }) => [true, false].map((isThere): Goal => ({ kind: 'part', id: partId(id, isThere) }))),
    ...pairs.map(({ id }): Goal => ({ kind: 'pair', id })),
  ];
  return { goals, bindings, occurrences, branches, parts, pairs };
};

const partId = (id: string, isThere: boolean): string => `${id}=${isThere ? 'present' : 'absent'}`;

const hitsAt = (model: SchemaModel, site: Site, sheet: Sheet): readonly Hit[] => {
  const present = presentAt(model, site);
  const there = site.type.kind === 'complex' ? idsThere(site.type, present) : nothingAbsent;
  const hits: Goal[] = [
    ...sheet.bindings
      .filter(({ needs }) => needs.every((id) => there.has(id)))
      .map(({ constraint: id }): Goal => ({ kind: 'kept', id })),
    ...sheet.occurrences.filter(({ isHit }) => isHit(present)).map(({ id }): Goal => ({ kind: 'bound', id })),
    ...sheet.branches.filter(({ isTaken }) => isTaken(present)).map(({ id }): Goal => ({ kind: 'branch', id })),
    ...sheet.parts.map(({ id, isThere }): Goal => ({ kind: 'part', id: partId(id, isThere(present)) })),
    ...sheet.pairs.filter(({ isHit }) => isHit(present)).map(({ id }): Goal => ({ kind: 'pair', id })),
  ];
  return hits.map(goalKey);
};

const presentAt = (model: SchemaModel, site: Site): Present => {
  const { type, node } = site;
  const uses = new Set<string>();
  for (const attribute of node.attributes) {
    const use = attributeAt(site, attribute);
    if (use !== undefined) uses.add(use.id).add(use.declaration.id);
  }
  const { taken } = readChildren(type.kind === 'complex' ? type.particle : undefined, elementsOf(node), model);
  const runs = new Map<(typeof taken)[number], number[]>();
  for (const [index, particle] of taken.entries()) {
    const own = runs.get(particle) ?? [];
    runs.set(particle, own);
    if (taken[index - 1] === particle) own.push((own.pop() ?? 0) + 1);
    else own.push(1);
  }
  return { runs, uses };
};

/** A function that works out what it gives for a key once. */
const remembered = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
};
