import type fc from 'fast-check';
import type { ElementDeclaration, SchemaModel, SimpleType } from '#xml/schema/model';
import { allComponents } from '#xml/schema/walk';
import { elementsOf, type XmlElement } from '#xml/tree';
import { GenerationError } from '../generation-error.ts';
import type { Values } from '../values/simple-values.ts';
import { isOf, mendIds, mendReferences, type Mended } from './ids.ts';
import { mendKeyref } from './keyrefs.ts';
import { mendKey } from './keys.ts';
import { createPool } from './pool.ts';
import { createSettle, type Settle } from './settled-reference.ts';
import { identitiesAt, type Kit } from './table.ts';
import { allOf, treeOf, workOn, type Work } from './work.ts';

/** Mends what ties the parts of a document together; undefined where that can't be done. */
export type Tie = (tree: XmlElement) => XmlElement | undefined;

/** How often everything is looked at again after a change; after some rounds rows are taken away rather than changed. */
const mostRounds = 12;
const fullRounds = 5;
const lateRounds = 3;

/** The tie of a schema; undefined where it has no identity constraints and no ID or IDREF. */
export const createTie = (model: SchemaModel, values: Values): Tie | undefined => {
  const components = [...allComponents(model)];
  const identities = components.some((one) => one.kind === 'element' && one.identities.length > 0);
  const names = components.some((one) => holdsNames(usedType(one)));
  if (!identities && !names) return undefined;
  const kit: Kit = { model, values, pool: createPool(values) };
  return (tree) => {
    const root = workOn(model, tree);
    for (let round = 0; round < mostRounds; round += 1) {
      const result = mendAll(kit, root, {
        sparse: round >= fullRounds,
        isLate: round >= lateRounds,
        settle: createSettle(kit, root),
      });
      if (result === 'stuck') return undefined;
      if (result === 'fine') return round === 0 ? tree : treeOf(model, root);
    }
    return undefined;
  };
};

const holdsNames = (type: SimpleType | undefined): boolean => type !== undefined && isOf(type, 'ID', 'IDREF');

const usedType = (
  one: ReturnType<typeof allComponents> extends ReadonlySet<infer Node> ? Node : never,
): SimpleType | undefined => {
  // A global one may be named by xsi:type.
  if (one.kind === 'simple') return one;
  if (one.kind === 'attribute') return one.type;
  if (one.kind === 'element') return one.type.kind === 'simple' ? one.type : undefined;
  return one.kind === 'complex' ? one.simple : undefined;
};

interface Manner {
  readonly sparse: boolean;
  readonly isLate: boolean;
  readonly settle: Settle;
}

const mendAll = (kit: Kit, root: Work, { sparse, ...manner }: Manner): Mended => {
  const tasks: (() => Mended)[] = [() => mendIds(kit, root)];
  for (const work of allOf(root))
    for (const identity of identitiesAt(work))
      if (identity.kind !== 'keyref') tasks.push(() => mendKey(kit, work, { constraint: identity, sparse }));
  tasks.push(() => mendReferences(kit, root));
  for (const work of allOf(root))
    for (const identity of identitiesAt(work))
      if (identity.kind === 'keyref') tasks.push(() => mendKeyref(kit, work, { constraint: identity, ...manner }));
  let result: Mended = 'fine';
  for (const task of tasks) {
    const one = task();
    if (one === 'stuck') return 'stuck';
    if (one === 'changed') result = 'changed';
  }
  return result;
};

/** How many trees in a row may fail, and how many elements they may have. */
const mostFailures = { trees: 300, elements: 200_000 } as const;

interface Tied {
  readonly tie: Tie;
  readonly model: SchemaModel;
  readonly root: ElementDeclaration;
}

/** Trees whose parts fit together; throws `GenerationError` where hardly any tree can be mended. */
export const tied = (trees: fc.Arbitrary<XmlElement>, { tie, model, root }: Tied): fc.Arbitrary<XmlElement> => {
  const failed = { trees: 0, elements: 0 };
  const mended = (tree: XmlElement): XmlElement | undefined => {
    const found = tie(tree);
    failed.trees = found === undefined ? failed.trees + 1 : 0;
    failed.elements = found === undefined ? failed.elements + sizeOf(tree) : 0;
    if (failed.trees > mostFailures.trees || failed.elements > mostFailures.elements)
      throw new GenerationError(root, hasUnionOfIds(model) ? unsettledUnion : unsettled);
    return found;
  };
  return trees.map(mended).filter((tree) => tree !== undefined);
};

const unsettled = 'no document was found that keeps its identity constraints, ID and IDREF';
const unsettledUnion = `${unsettled}; an ID that a union has is one for some validators only, so that nothing refers to it`;

/** By the letter no union gives an ID (part 1, 3.15.5), and Xerces takes one. */
const hasUnionOfIds = (model: SchemaModel): boolean =>
  [...allComponents(model)].map(usedType).some((type) => type?.variety === 'union' && isOf(type, 'ID'));

const sizeOf = (tree: XmlElement): number => elementsOf(tree).reduce((sum, child) => sum + sizeOf(child), 1);
