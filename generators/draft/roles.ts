import type { Contract, Role } from '#contract/contract';
import type { ElementDeclaration } from '#xml/schema/model';
import { elementAt, type Location } from '#documents/path/select';
import type { XmlElement } from '#xml/tree';
import { treeOf, withTree, type Draft } from './draft.ts';
import { changeAt, removeAt, setAt } from '#documents/path/edit';
import { xsi } from '#xml/schema/names';
import { declarationBelow, insertAt } from '#documents/path/insert';
import { parsePath } from '#xml/simple-path';
import { meaningOf } from '#contract/roles/meaning';
import { codedBodies, codeOfKind, type WireText } from './wire-text.ts';
import {
  findNodesOf,
  inside,
  localName,
  requestNode,
  RoleError,
  roleSteps,
  valueOf,
  type DraftNode,
  type FindNodes,
  type RoleStep,
} from './role-nodes.ts';

/** Reads and edits a draft by role path: `reactietermijn/begin` is a role in a role, `activiteit[2]` the second node, `gebiedsmarkering[Vlak]` those of that name. */
export interface Roles {
  readonly count: (draft: Draft, role: string) => number;
  /** The text of the first node, or undefined when there is none. */
  readonly get: (draft: Draft, role: string) => string | undefined;
  readonly all: (draft: Draft, role: string) => readonly string[];
  /** Local names of the nodes. */
  readonly names: (draft: Draft, role: string) => readonly string[];
  /** Sets the text of each node. */
  readonly set: (draft: Draft, role: string, text: string) => Draft;
  /** Changes the text of each node; the index counts from 0. */
  readonly map: (draft: Draft, role: string, change: (text: string, index: number) => string) => Draft;
  /** Local names of the elements around each node, innermost first. */
  readonly around: (draft: Draft, role: string) => readonly (readonly string[])[];
  /** Puts a text before what each element holds. */
  readonly prepend: (draft: Draft, role: string, text: string) => Draft;
  /** Leaves each element where it is, as one that is nil. */
  readonly empty: (draft: Draft, role: string) => Draft;
  /** Takes out each node, with the parents that are left with nothing. */
  readonly remove: (draft: Draft, role: string) => Draft;
  /** Adds a node behind those that are there, in the order of the schema, with the parents it needs. */
  readonly add: (draft: Draft, role: string, text: string) => Draft;
  /** Adds copies of each node right behind it, one unless said. */
  readonly repeat: (draft: Draft, role: string, copies?: number) => Draft;
}

/** The declaration of the root of a payload, or of the request of a document type. */
export type RootDeclaration = (payload: Role['payload'], documentType: string) => ElementDeclaration;

/** The roles of a contract. */
export const rolesOf = (contract: Contract, rootDeclaration: RootDeclaration, wire: WireText): Roles => {
  const find = findNodesOf(contract);
  const known = new Map<string, readonly RoleStep[]>();
  const stepsOf = (role: string): readonly RoleStep[] => {
    const steps = known.get(role) ?? roleSteps(contract.roles, role);
    known.set(role, steps);
    return steps;
  };
  const nodes = (draft: Draft, role: string): readonly DraftNode[] => find(draft, stepsOf(role));
  const valueAt = (draft: Draft, role: string, node: DraftNode): string => {
    const last = stepsOf(role).at(-1)?.role;
    const text = last?.told?.by === 'element' ? localName(draft, node) : valueOf(draft, node);
    return last === undefined ? text : meaningOf(last, text);
  };
  const all: Roles['all'] = (draft, role) => nodes(draft, role).map((node) => valueAt(draft, role, node));
  const write = writerOf({ contract, stepsOf, nodes, valueAt, wire });
  return {
    count: (draft, role) => nodes(draft, role).length,
    get: (draft, role) => all(draft, role)[0],
    all,
    names: (draft, role) => nodes(draft, role).map((node) => localName(draft, node)),
    set: (draft, role, text) => nodes(draft, role).reduce((edited, node) => write(edited, role, { node, text }), draft),
    map: (draft, role, change) =>
      nodes(draft, role).reduce(
        (edited, node, index) => write(edited, role, { node, text: change(valueAt(draft, role, node), index) }),
        draft,
      ),
    around: (draft, role) => nodes(draft, role).map((node) => namesAround(draft, node)),
    prepend: (draft, role, text) => nodes(draft, role).reduce((edited, node) => prepend(edited, node, text), draft),
    empty: (draft, role) => nodes(draft, role).reduce(empty, draft),
    remove: (draft, role) => nodes(draft, role).toReversed().reduce(remove, draft),
    add: (draft, role, text) => {
      mustBeText(text);
      return add({ contract, find, rootDeclaration }, draft, { role, text: wire(role, text) });
    },
    repeat: (draft, role, copies = 1) =>
      nodes(draft, role)
        .toReversed()
        .reduce((edited, node) => repeat(edited, node, copies), draft),
  };
};

const setText = (draft: Draft, { part, location }: DraftNode, text: string): Draft => {
  const tree = treeOf(draft, part);
  return tree === undefined ? draft : withTree(draft, part, setAt(declaredAt(tree, location), location, text));
};

/** An element that gets a text is not nil, and has the type that it is declared with where no attribute asks for another. */
const declaredAt = (tree: XmlElement, { steps, attribute }: Location): XmlElement =>
  attribute === undefined && elementAt(tree, steps).attributes.some(({ namespace }) => namespace === xsi)
    ? changeAt(tree, steps, plain)
    : tree;

const plain = (element: XmlElement): XmlElement => {
  const others = element.attributes.filter(({ namespace, name }) => namespace !== xsi || name !== 'nil');
  const own = others.filter(({ namespace }) => namespace !== xsi);
  return { ...element, attributes: own.length === 0 ? [] : others };
};

interface Reading {
  readonly contract: Contract;
  readonly stepsOf: (role: string) => readonly RoleStep[];
  readonly nodes: (draft: Draft, role: string) => readonly DraftNode[];
  readonly valueAt: (draft: Draft, role: string, node: DraftNode) => string;
  readonly wire: WireText;
}

interface Written {
  readonly node: DraftNode;
  readonly text: string;
}

const writerOf = ({ contract, stepsOf, nodes, valueAt, wire }: Reading) => {
  const bodies = codedBodies(contract);
  /** After its name or its kind was set, a body has the code of both. */
  const recoded = (draft: Draft, role: string): Draft =>
    bodies
      .filter(({ name, kind }) => role === name || role === kind)
      .reduce((open, body) => {
        const kinds = nodes(open, body.kind).map((node) => valueAt(open, body.kind, node));
        return nodes(open, body.name).reduce((edited, node, index) => {
          const kind = kinds[index] ?? kinds[0] ?? '';
          const code = codeOfKind(body.role, valueAt(edited, body.name, node), kind);
          return code === undefined ? edited : setText(edited, node, code);
        }, open);
      }, draft);
  return (draft: Draft, role: string, { node, text }: Written): Draft => {
    const last = stepsOf(role).at(-1)?.role;
    if (last?.told !== undefined)
      throw new RoleError(
        `role '${role}': '${last.at}' can't be edited; it is told by ${last.told.by === 'type' ? 'a type' : 'the name of an element'}`,
      );
    mustBeText(text);
    return recoded(setText(draft, node, wire(role, text)), role);
  };
};

/** `rules.mjs` has no types. */
const mustBeText = (given: unknown): void => {
  if (typeof given !== 'string') throw new RoleError(`a role is given ${typeof given}: give it a text`);
};

const prepend = (draft: Draft, { part, location }: DraftNode, text: string): Draft => {
  const tree = treeOf(draft, part);
  if (tree === undefined || location.attribute !== undefined) return draft;
  const [first, ...others] = elementAt(tree, location.steps).children;
  const joined =
    typeof first === 'string'
      ? [`${text} ${first}`, ...others]
      : [text, ...(first === undefined ? [] : [first]), ...others];
  return withTree(
    draft,
    part,
    changeAt(tree, location.steps, (found) => ({ ...found, children: joined })),
  );
};

const namesAround = (draft: Draft, { part, location }: DraftNode): readonly string[] => {
  const tree = treeOf(draft, part);
  const depths = location.steps.map((_, depth) => location.steps.slice(0, depth));
  return tree === undefined ? [] : depths.map((steps) => elementAt(tree, steps).name).toReversed();
};

const empty = (draft: Draft, { part, location: { steps, attribute } }: DraftNode): Draft => {
  const tree = treeOf(draft, part);
  if (tree === undefined || attribute !== undefined) return draft;
  return withTree(
    draft,
    part,
    changeAt(tree, steps, (found) => {
      const others = found.attributes.filter(({ namespace, name }) => namespace !== xsi || name !== 'nil');
      return { ...found, children: [], attributes: [...others, { namespace: xsi, name: 'nil', value: 'true' }] };
    }),
  );
};

const remove = (draft: Draft, { part, location }: DraftNode): Draft => {
  const tree = treeOf(draft, part);
  return tree === undefined ? draft : withTree(draft, part, removeWhole(tree, location));
};

const removeWhole = (tree: XmlElement, location: Location): XmlElement => {
  const without = removeAt(tree, location);
  const parent = location.steps.slice(0, -1);
  if (location.attribute !== undefined || parent.length === 0) return without;
  const { children, attributes } = elementAt(without, parent);
  const isBlank = children.every((child) => typeof child === 'string' && child.trim() === '');
  return !isBlank || attributes.length > 0 ? without : removeWhole(without, { steps: parent, attribute: undefined });
};

const repeat = (draft: Draft, { part, location }: DraftNode, copies: number): Draft => {
  const tree = treeOf(draft, part);
  const index = location.steps.at(-1);
  if (tree === undefined || index === undefined || location.attribute !== undefined) return draft;
  const copied = changeAt(tree, location.steps.slice(0, -1), (parent) => ({
    ...parent,
    children: parent.children.flatMap((child, at) => (at === index ? [child, ...copiesOf(child, copies)] : [child])),
  }));
  return withTree(draft, part, copied);
};

const copiesOf = <Node>(node: Node, copies: number): readonly Node[] => Array.from({ length: copies }, () => node);

interface Context {
  readonly contract: Contract;
  readonly find: FindNodes;
  readonly rootDeclaration: RootDeclaration;
}

const add = (
  context: Context,
  draft: Draft,
  { role, text }: { readonly role: string; readonly text: string },
): Draft => {
  const steps = roleSteps(context.contract.roles, role);
  const outer = steps.slice(0, -1);
  const around = outer.length === 0 ? requestNode : context.find(draft, outer)[0];
  const within = around === undefined ? undefined : inside(draft, around, outer.at(-1)?.role)[0];
  const tree = within === undefined ? undefined : treeOf(draft, within.part);
  if (within === undefined || tree === undefined)
    throw new RoleError(`'${role}' can't be added: what holds it is not there`);
  const payload = within.part === 'request' ? undefined : outer.findLast((one) => one.role.payload)?.role.payload;
  const declaration = declarationBelow(
    tree,
    context.rootDeclaration(payload, draft.documentType),
    within.location.steps,
  );
  if (declaration === undefined) throw new RoleError(`'${role}' can't be added: what holds it is not declared`);
  const addition = { row: rowOf(steps.at(-1), context.contract), value: text };
  return withTree(
    draft,
    within.part,
    changeAt(tree, within.location.steps, (found) => insertAt(found, declaration, addition)),
  );
};

const rowOf = (step: RoleStep | undefined, contract: Contract) => {
  const row = step === undefined ? undefined : parsePath(step.role.at, contract.namespaces)?.[0];
  if (step?.role.isNone === true) throw new RoleError(`role '${step.role.name}' can't be added: deliveries have none`);
  if (row === undefined) throw new RoleError(`role '${step?.role.name ?? ''}' can't be added: its path is computed`);
  return row;
};
