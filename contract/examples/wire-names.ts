import type { Contract, Role, Uses, WireName } from '../contract.ts';
import type { QName } from '#xml/qname';
import { shown } from '../folder/qname.ts';
import { type FoundRole } from '../roles/role-finding.ts';
import { allUses } from '../use.ts';

/** What the examples show, and the elements that deliveries are. */
export interface Shown {
  readonly found: readonly FoundRole[];
  readonly requests: readonly QName[];
}

interface Path {
  readonly role: Role;
  /** The request, or the root of the payload. */
  readonly root: string;
  readonly elements: readonly string[];
  readonly attribute: string | undefined;
}

/** What the nodes of each use are called on the wire. */
export const wireNamesOf = (uses: Uses, { found, requests }: Shown): Contract['wireNames'] => {
  const paths = found.map(({ role, path, attribute }): Path => {
    const [root = '', ...elements] = fromRoot(path, requests);
    return { role, root, elements, attribute: attribute?.name };
  });
  return Object.fromEntries(
    allUses.flatMap((use) => {
      const said = uses[use];
      if (said === undefined || typeof said === 'string') return [];
      const role = said.roles.at(-1);
      const [own, others] = [paths.filter((one) => one.role === role), paths.filter((one) => one.role !== role)];
      return [[use, once(own.map((path) => tellingName(path, others)))] as const];
    }),
  );
};

/** Names from the request, or from the root of a payload. */
const fromRoot = (path: readonly QName[], requests: readonly QName[]): readonly string[] => {
  const start = path.findIndex((name) => requests.some((request) => shown(name) === shown(request)));
  return path.slice(Math.max(start, 0)).map(({ name }) => name);
};

/**
 * At least two names where there are two, and as many as it takes to tell the node from those of other roles; the root, which
 * is what a careless reader looks at least, only where no other does.
 */
const tellingName = ({ root, elements, attribute }: Path, others: readonly Path[]): WireName => {
  const rivals = others.filter((other) => other.attribute === attribute).map((other) => other.elements);
  const isTelling = (tail: readonly string[]): boolean => !rivals.some((rival) => endsWith(rival, tail));
  const all = elements.map((_, depth) => elements.slice(depth)).toReversed();
  const telling = all.slice(1).find(isTelling) ?? (isTelling(elements) ? elements : [root, ...elements]);
  return { elements: telling, attribute };
};

/** Whether a row of names ends with another. */
const endsWith = (names: readonly string[], tail: readonly string[]): boolean =>
  tail.every((name, index) => names[names.length - tail.length + index] === name);

const once = (names: readonly WireName[]): readonly WireName[] => [
  ...new Map(names.map((name) => [JSON.stringify(name), name])).values(),
];
