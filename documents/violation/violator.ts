import fc from 'fast-check';
import { constraintsOf, type SchemaConstraint } from '#xml/schema/constraints';
import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';
import type { QName } from '#xml/qname';
import { pathText } from '#xml/schema/naming';
import { xsi } from '#xml/schema/names';
import { attributeOf, type XmlElement } from '#xml/tree';
import { createMaking, rootOf } from '../schema/from-schema.ts';
import type { Making } from '../schema/making.ts';
import type { SchemaOptions } from '../schema/options.ts';
import { withPrefixes } from '../schema/prefixes.ts';
import { createTable } from '../table.ts';
import type { EditedTree } from './edited-tree.ts';
import { neededAt } from './needed-at.ts';
import { nearlyMissed } from './near/nearly-missed.ts';
import { nearMissesOf } from './near/near-misses.ts';
import { nilWay, possibleWays } from './near/possible-ways.ts';
import type { Change, Operator, Tools } from './operation.ts';
import { operators } from './operators.ts';
import { nilAndEmpty } from './structure/nil-and-empty.ts';
import { changeAt } from '../path/replace.ts';
import { sitesOf, type Site } from './sites.ts';
import { createFaults, type FindFaults } from './text/faults.ts';
import { createWrongTexts } from './text/wrong-texts-once.ts';
import { createWays, type WayTo } from './way-to.ts';

/** Breaks one constraint of a schema in valid trees. */
export interface Violator {
  readonly constraint: SchemaConstraint;
  /** Ids of declarations that must be there for the constraint to be broken, to give to `fromSchema`. */
  readonly present: readonly string[];
  /** Names of the ways in which it is missed closely, the nearest first, and then of any other. */
  readonly ways: () => readonly string[];
  /** Trees with one edit that breaks the constraint, in any way unless said; undefined when nothing in this tree can break it so. */
  readonly edit: (tree: XmlElement, way?: string) => fc.Arbitrary<EditedTree> | undefined;
}

/** Any way but the near misses. */
export const anyWay = 'any';

/** Violators for the constraints of a schema, in documents with one root. */
export interface Violators {
  readonly constraints: readonly SchemaConstraint[];
  /** Undefined for a constraint that binds nowhere below this root. */
  readonly of: (constraint: string) => Violator | undefined;
}

const faultsOf = createTable<SchemaModel, FindFaults>();
const wrongTextsOf = createTable<SchemaModel, Tools['wrongTexts']>();
/** Of trees: one in stock is broken for hundreds of constraints, one after the other. */
const sitesIn = createTable<SchemaModel, readonly Site[]>();
const constraintsIn = createTable<SchemaModel, readonly SchemaConstraint[]>();
const possibleIn = createTable<SchemaModel, Map<SchemaConstraint, readonly string[]>>();
/** By root and what documents lack. */
const waysFrom = createTable<string, WayTo>();

/** Makes violators for documents that `fromSchema` makes with the same root and options. */
export const createViolators = (model: SchemaModel, root: QName, options: SchemaOptions = {}): Violators => {
  const declaration = rootOf(model, root);
  const making = createMaking(model, declaration, options);
  const { memory, values } = making;
  const faults = faultsOf(memory, model, () => createFaults(values.check));
  const wrongTexts = wrongTextsOf(memory, model, () => createWrongTexts({ model, values, faults }));
  const tools: Tools = { model, making, faults, wrongTexts };
  const possible = possibleIn(memory, model, () => new Map());
  const waysIn = (constraint: SchemaConstraint): readonly string[] => {
    const known = possible.get(constraint) ?? possibleWays(tools, constraint);
    possible.set(constraint, known);
    return known;
  };
  const sites = (tree: XmlElement): readonly Site[] => sitesIn(tree, model, () => sitesOf(model, tree));
  const constraints = constraintsIn(memory, model, () => constraintsOf(model));
  const byId = new Map(constraints.map((one) => [one.id, one]));
  const wayFor = ways(making, declaration, options.absent ?? new Set());
  return {
    constraints,
    of: (id) => {
      const constraint = byId.get(id);
      const present = constraint && wayFor(constraint);
      if (constraint === undefined || present === undefined) return undefined;
      const edit = last((tree: XmlElement, way: string) => {
        return editsOf(tools, constraint, { tree, sites: sites(tree), working: workingIn(constraint, way) });
      });
      return {
        constraint,
        present,
        ways: () => [...waysIn(constraint), anyWay],
        edit: (tree, way = anyWay) => edit(tree, way),
      };
    },
  };
};

const workingIn = ({ kind }: SchemaConstraint, way: string): readonly Operator[] => {
  if (way === nilWay) return [nilAndEmpty];
  const miss = nearMissesOf(kind)[way];
  return miss === undefined ? operators : [nearlyMissed(way, miss)];
};

/** The ways to constraints in documents that lack some declarations. */
const ways = ({ model, memory }: Making, root: ElementDeclaration, absent: ReadonlySet<string>): WayTo =>
  waysFrom(memory, `${root.id} without ${[...absent].sort().join(' ')}`, () => createWays(model, root, absent));

/** A function that remembers what it gave last: whether a tree can be broken is asked before it is. */
const last = <Item extends object, Result>(
  work: (item: Item, how: string) => Result,
): ((item: Item, how: string) => Result) => {
  let known: { readonly of: Item; readonly how: string; readonly result: Result } | undefined;
  return (item, how) => {
    if (known?.of !== item || known.how !== how) known = { of: item, how, result: work(item, how) };
    return known.result;
  };
};

/** More places than this in one tree are not looked at. */
const mostSites = 25;

interface Sited {
  readonly tree: XmlElement;
  readonly sites: readonly Site[];
  readonly working: readonly Operator[];
}

const editsOf = (
  tools: Tools,
  constraint: SchemaConstraint,
  { tree, sites, working }: Sited,
): fc.Arbitrary<EditedTree> | undefined => {
  const edits = sites
    .filter((site) => binds(site, constraint))
    .slice(0, mostSites)
    .flatMap((site) =>
      working.flatMap((operator) =>
        operator(tools, site, constraint).map((changes) =>
          changes.map((change) => edited(tree, site, { change, model: tools.model })),
        ),
      ),
    );
  return edits.length === 0 ? undefined : fc.oneof(...edits);
};

/** An element that is nil has no content. */
const binds = (site: Site, constraint: SchemaConstraint): boolean =>
  (!isNil(site.node) || aboutAttributes.has(constraint.kind)) &&
  neededAt(site, constraint, { isRoot: site.parent === undefined, absent: new Set() }) !== undefined;

const isNil = (node: XmlElement): boolean => attributeOf(node, 'nil', xsi) !== undefined;

const aboutAttributes: ReadonlySet<string> = new Set(['attributes', 'use', 'prohibited', 'root']);

interface Edit {
  readonly change: Change;
  readonly model: SchemaModel;
}

const edited = (tree: XmlElement, site: Site, { change, model }: Edit): EditedTree => {
  const { indices } = site;
  const whole = changeAt(tree, indices, () => withPrefixes(model, site, change.element));
  const { operator, attribute, implied = [], below = [] } = change;
  const at = [...indices, ...below];
  const path = pathText(whole, at) + (attribute === undefined ? '' : `/@${attribute}`);
  return { tree: whole, operator, path, indices: at, implied };
};
