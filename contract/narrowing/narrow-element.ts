import { leavesOf } from '#xml/schema/leaves';
import type { AttributeUse, ComplexType, ElementDeclaration, Particle, Type } from '#xml/schema/model';
import type { Place } from '#xml/place';
import { attempt, attemptEach, attemptSome, orElse } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { didYouMean } from '../texts/nearest.ts';
import { attributeIn, type Editable, partsOf, withAttribute, withPart } from './editable.ts';
import { addCopy, type Edits, originalOf, partAt, replace, within } from './edits.ts';
import { narrowOccurrence, narrowUse } from './narrow-occurrence.ts';
import { narrowText } from './narrow-text.ts';
import { firstRow, placed, rowsIn, type RowTree } from './row-tree.ts';
import type { DescriptionRow } from './rows.ts';

/** Narrows the element that a delivery is, as the rows say of it and of what is in it; throws `ContractError`. */
export const narrowElement = (edits: Edits, root: ElementDeclaration, tree: RowTree): void => {
  if (tree.below.size === 0) return;
  narrowGlobal(edits, root, tree);
};

const narrowGlobal = (edits: Edits, declaration: ElementDeclaration, tree: RowTree): void => {
  const { name, place } = declaration;
  const original = originalOf(edits, { tag: 'element', name: name.name, place });
  if (original === undefined) throw unreachable(firstRow(tree), place);
  const own = edits.replaced.get(original)?.element ?? original;
  replace(edits, original, {
    file: place.file,
    element: narrowInside(edits, { declaration, element: own, isShared: false }, tree),
  });
};

/** An element as it is declared, and whether what it is declared in stands at other places too. */
interface At {
  readonly declaration: ElementDeclaration;
  readonly element: Editable;
  readonly isShared: boolean;
}

/** The element with its type as the rows below it say. */
const narrowInside = (edits: Edits, { declaration, element, isShared }: At, tree: RowTree): Editable => {
  const { type } = declaration;
  if (tree.below.size === 0) return element;
  if (type.kind === 'simple' || (type.particle === undefined && type.attributes.length === 0))
    return refuseAll(
      [...tree.below.values()],
      ` is described, and ${placed(declaration.place)} says that ${declaration.name.name} holds nothing; correct the path, or take the row out`,
    );
  if (type.name === undefined) {
    const inline = partsOf(element).find(({ name }) => name === 'complexType');
    if (inline === undefined) throw unreachable(firstRow(tree), declaration.place);
    return withPart(element, inline, narrowType(edits, { type, element: inline, isShared }, tree));
  }
  const copied = narrowNamed(edits, type, { tree, isShared, mayBeNamed: true });
  return copied === undefined ? element : withAttribute(element, 'type', renamed(attributeIn(element, 'type'), copied));
};

/** Throws the same of each row of some trees. */
const refuseAll = (trees: readonly RowTree[], sentence: string): never => {
  attemptEach(trees.flatMap(rowsIn), ({ path, place }) => {
    throw new ContractError(place, `${path.join('/')}${sentence}`);
  });
  throw new TypeError('a tree has a row');
};

const renamed = (said = '', name: string): string => said.slice(0, said.indexOf(':') + 1) + name;

interface Named {
  readonly tree: RowTree;
  readonly isShared: boolean;
  /** Whether a message may name the type or one derived from it, so that a copy would not do. */
  readonly mayBeNamed: boolean;
}

/** Narrows a named type in its place where nothing else has it, else a copy of it, whose name it gives. */
const narrowNamed = (edits: Edits, type: ComplexType, named: Named): string | undefined => {
  const { tree } = named;
  const original = originalOf(edits, { tag: 'complexType', name: type.name?.name ?? '', place: type.place });
  if (original === undefined) throw unreachable(firstRow(tree), type.place);
  const users = usersOf(edits, type, named);
  if (users === 'others-by-name')
    throw new ContractError(
      firstRow(tree).place,
      `${firstRow(tree).path.join('/')} is of type ${type.name?.name ?? ''} (${placed(type.place)}), which stands at other places too and has types derived from it, so it can't be narrowed here alone; narrow the schema itself`,
    );
  if (users === 'others')
    return addCopy(edits, type, narrowType(edits, { type, element: original, isShared: true }, tree));
  const own = edits.replaced.get(original)?.element ?? original;
  const element = narrowType(edits, { type, element: own, isShared: false }, tree);
  replace(edits, original, { file: type.place.file, element });
  return undefined;
};

/** Who has a type besides the place that is narrowed. */
const usersOf = (
  edits: Edits,
  type: ComplexType,
  { isShared, mayBeNamed }: Named,
): 'none' | 'others' | 'others-by-name' => {
  const { elements, types } = edits.users.get(type) ?? { elements: 0, types: 0 };
  if (!isShared && (mayBeNamed ? elements : elements + types) === 1) return 'none';
  return (mayBeNamed ? types : elements) > 0 ? 'others-by-name' : 'others';
};

interface TypeAt {
  readonly type: ComplexType;
  readonly element: Editable;
  readonly isShared: boolean;
}

const narrowType = (edits: Edits, typeAt: TypeAt, tree: RowTree): Editable => {
  const inherited = new Map<string, RowTree>();
  let { element } = typeAt;
  attemptSome([...tree.below], ([step, below]) => {
    const narrowed = narrowMember(edits, { ...typeAt, element }, [step, below]);
    if (narrowed === undefined) inherited.set(step, below);
    else element = narrowed;
  });
  return inherited.size === 0
    ? element
    : narrowBase(edits, { ...typeAt, element }, { row: undefined, below: inherited });
};

/** What a type inherits is narrowed in its base, or in a copy of that. */
const narrowBase = (edits: Edits, { type, element, isShared }: TypeAt, tree: RowTree): Editable => {
  const { base, derivation } = type;
  const extension = within(element).find(({ name }) => name === derivation);
  if (base.kind !== 'complex' || base.name === undefined || extension === undefined || derivation !== 'extension')
    throw unreachable(firstRow(tree), type.place);
  const copied = narrowNamed(edits, base, { tree, isShared, mayBeNamed: false });
  if (copied === undefined) return element;
  return withPart(
    element,
    extension,
    withAttribute(extension, 'base', renamed(attributeIn(extension, 'base'), copied)),
  );
};

/** The type with one of its members narrowed; undefined where the member is inherited. */
const narrowMember = (edits: Edits, typeAt: TypeAt, [step, tree]: readonly [string, RowTree]): Editable | undefined => {
  const { type, element } = typeAt;
  if (step.startsWith('@')) {
    const use = type.attributes.find(({ declaration }) => declaration.name.name === step.slice(1));
    if (use === undefined) return refuseAbsent(type, step, tree);
    const own = partAt(within(element), { tag: 'attribute', name: step.slice(1), place: use.place });
    return own && withPart(element, own, narrowAttribute(edits, { use, element: own }, tree.row));
  }
  const leaf =
    type.particle && leavesOf(type.particle).find(({ term }) => term.kind === 'element' && term.name.name === step);
  if (leaf?.term.kind !== 'element') return refuseAbsent(type, step, tree);
  const { term } = leaf;
  const own = partAt(within(element), { tag: 'element', name: step, place: leaf.place });
  if (own === undefined) return undefined;
  return withPart(
    element,
    own,
    narrowChild(edits, { declaration: term, element: own, isShared: typeAt.isShared, leaf, type }, tree),
  );
};

interface ChildAt extends At {
  readonly leaf: Particle;
  readonly type: ComplexType;
}

const narrowChild = (edits: Edits, child: ChildAt, tree: RowTree): Editable => {
  const { declaration, element, leaf, type } = child;
  const { row } = tree;
  const occurring = narrowedOr(element, () =>
    row === undefined ? element : narrowOccurrence(edits, { element, leaf, declaration, type }, row),
  );
  if (attributeIn(element, 'ref') !== undefined) {
    mustBeAlone(child, tree);
    return occurring;
  }
  const texted = narrowedOr(occurring, () =>
    row === undefined
      ? occurring
      : narrowText(edits, { element: occurring, type: declaration.type, place: declaration.place }, row),
  );
  return narrowInside(edits, { declaration, element: texted, isShared: child.isShared }, tree);
};

/** An element that is narrowed or, while errors are gathered and that can't be, as it was, so that more of its row is looked at. */
const narrowedOr = (element: Editable, narrow: () => Editable): Editable => orElse(attempt(narrow), () => element)();

/** A global element is narrowed for all that refer to it. */
const mustBeAlone = ({ declaration }: ChildAt, tree: RowTree): void => {
  const { row } = tree;
  const saysMore =
    row !== undefined && [row.type, row.length, row.pattern, row.values[0]].some((one) => one !== undefined);
  if (tree.below.size === 0 && !saysMore) return;
  throw new ContractError(
    firstRow(tree).place,
    `${firstRow(tree).path.join('/')} is the global element ${declaration.name.name} (${placed(declaration.place)}), which others can refer to, so it can't be narrowed here alone; narrow the schema itself`,
  );
};

const narrowAttribute = (
  edits: Edits,
  { use, element }: { readonly use: AttributeUse; readonly element: Editable },
  row: DescriptionRow | undefined,
): Editable => {
  if (row === undefined) return element;
  const used = narrowedOr(element, () => narrowUse(edits, { use, element }, row));
  return narrowText(edits, { element: used, type: use.declaration.type, place: use.place }, row);
};

/** Names of the elements and attributes that a type holds; an attribute begins with `@`. */
export const namesIn = (type: Type): readonly string[] =>
  type.kind === 'simple'
    ? []
    : [
        ...(type.particle === undefined ? [] : leavesOf(type.particle)).flatMap(({ term }) =>
          term.kind === 'element' ? [term.name.name] : [],
        ),
        ...type.attributes.map(({ declaration }) => `@${declaration.name.name}`),
      ];

const refuseAbsent = (type: ComplexType, step: string, tree: RowTree): never => {
  const names = namesIn(type);
  const has = `${placed(type.place)} has ${names.slice(0, 12).join(', ') || 'nothing'}`;
  const hint = didYouMean(step, names) || '; correct the path, or take the row out';
  return refuseAll([tree], ` is described, and the schema has no ${step} there (${has})${hint}`);
};

const unreachable = ({ path, place }: DescriptionRow, where: Place): ContractError =>
  new ContractError(
    place,
    `${path.join('/')} can't be narrowed at ${placed(where)}, where it stands in a group, a restriction, or twice on one line; narrow the schema itself`,
  );
