import type { Contract, Role } from '#contract/contract';
import { rolesBelow } from '#contract/roles/bindings';
import type { QName } from '#xml/qname';
import { attributeOf, textOf } from '#xml/tree';
import { holesIn, treeOf, type Draft, type Part } from './draft.ts';
import { parsePath, type SimplePath } from '#xml/simple-path';
import { elementAt, select, type Location } from '#documents/path/select';

/** A node of a draft: the tree that holds it, and its place in that tree. */
export interface DraftNode {
  readonly part: Part;
  readonly location: Location;
}

/** One step of a role path such as `gebiedsmarkering[2]/postcode` or `gebiedsmarkering[Vlak][1]/geometrie`. */
export interface RoleStep {
  readonly role: Role;
  /** Which of the nodes of that name, from 1. */
  readonly position: number | undefined;
  /** The local name that the nodes have. */
  readonly called: string | undefined;
}

/** A role path that the contract does not have, or whose XPath can't be used to edit. */
export class RoleError extends Error {
  override readonly name = 'RoleError';
}

/** The root of the request, where the paths of the outermost roles begin. */
export const requestNode: DraftNode = { part: 'request', location: { steps: [], attribute: undefined } };

/** The roles that a role path names, outermost first; throws `RoleError` for one that the contract does not have. */
export const roleSteps = (roles: readonly Role[], rolePath: string): readonly RoleStep[] => {
  const [first = '', ...rest] = rolePath.split('/');
  const [, name, called, position] = /^([^[]*)(?:\[([^\d\]][^\]]*)\])?(?:\[(\d+)\])?$/.exec(first) ?? [];
  const role = roles.find((one) => one.name === name);
  if (role === undefined) {
    throw new RoleError(`no role '${first}': there is ${roles.map((one) => one.name).join(', ') || 'none here'}`);
  }
  const step = { role, position: position === undefined ? undefined : Number(position), called };
  return rest.length === 0 ? [step] : [step, ...roleSteps(rolesBelow(role), rest.join('/'))];
};

/** Finds the nodes of a row of roles. */
export type FindNodes = (draft: Draft, steps: readonly RoleStep[]) => readonly DraftNode[];

/** The finder for a contract; it throws `RoleError` for roles that are computed. */
export const findNodesOf = (contract: Contract): FindNodes => {
  const paths = new Map<Role, SimplePath | undefined>();
  const pathOf = (role: Role): SimplePath => {
    if (!paths.has(role)) paths.set(role, parsePath(toldAt(role), contract.namespaces));
    return paths.get(role) ?? refuse(role);
  };
  return (draft, steps) =>
    steps.reduce<readonly DraftNode[]>(
      (nodes, { role, position, called }, index) => {
        const within = nodes.flatMap((node) => inside(draft, node, steps[index - 1]?.role));
        const found = role.isNone ? [] : within.flatMap((node) => nodesAt(draft, node, pathOf(role)));
        const named = called === undefined ? found : found.filter((node) => localName(draft, node) === called);
        return position === undefined ? named : named.slice(position - 1, position);
      },
      [requestNode],
    );
};

/** Where a role that is told by an element has that element. */
const toldAt = ({ at, told }: Role): string => (told?.by === 'element' ? told.at : at);

const refuse = (role: Role): never => {
  const remedy = 'a role that rules.mjs edits needs a plain path of child and attribute steps';
  throw new RoleError(`role '${role.name}' (line ${String(role.place.line)}): '${role.at}' can't be edited; ${remedy}`);
};

/** Where the roles inside a node begin: at the node, or at the roots of its payload. */
export const inside = (draft: Draft, node: DraftNode, role: Role | undefined): readonly DraftNode[] =>
  role?.payload === undefined ? [node] : payloadRoots(draft, node, role.payload.root);

const payloadRoots = (draft: Draft, node: DraftNode, name: QName): readonly DraftNode[] =>
  holesIn(valueOf(draft, node)).flatMap((hole) =>
    (draft.payloads[hole]?.files ?? []).flatMap(({ content }, file) => {
      if (content instanceof Uint8Array) return [];
      const isRoot = content.name === name.name && content.namespace === name.namespace;
      return isRoot ? [{ part: { hole, file }, location: requestNode.location }] : [];
    }),
  );

const nodesAt = (draft: Draft, { part, location }: DraftNode, path: SimplePath): readonly DraftNode[] => {
  const tree = treeOf(draft, part);
  return tree === undefined ? [] : select(tree, location, path).map((one) => ({ part, location: one }));
};

/** The text of a node. */
export const valueOf = (draft: Draft, { part, location: { steps, attribute } }: DraftNode): string => {
  const tree = treeOf(draft, part);
  if (tree === undefined) return '';
  const node = elementAt(tree, steps);
  return attribute === undefined ? textOf(node) : (attributeOf(node, attribute.name, attribute.namespace) ?? '');
};

/** The local name of a node. */
export const localName = (draft: Draft, { part, location: { steps, attribute } }: DraftNode): string => {
  const tree = treeOf(draft, part);
  return attribute?.name ?? (tree === undefined ? '' : elementAt(tree, steps).name);
};
