import { attributeOf } from '#xml/tree';
import { namespaces, policyNamespaces } from './names.ts';
import { childrenOf, descendants, type Node } from './nodes.ts';

const utility = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';

/** The policies and assertions that hang on a node: those that stand in it, and those that it refers to; a reference itself where that is to nothing in the same documents. */
export const policiesOf = (definitions: readonly Node[], node: Node): readonly Node[] =>
  childrenOf(node).flatMap((child): readonly Node[] => {
    if (isPolicy(child) || isAssertion(child)) return [child];
    if (!isNamed(child, 'PolicyReference')) return [];
    const id = attributeOf(child.element, 'URI')?.replace(/^#/, '');
    const found = definitions.flatMap(descendants).filter((one) => isPolicy(one) && idOf(one) === id);
    return found.length === 0 ? [child] : found;
  });

const isNamed = ({ element }: Node, name: string): boolean =>
  policyNamespaces.has(element.namespace) && element.name === name;

/** Where the policy is to be found that is not in the WSDL; undefined for one that is. */
export const elsewhere = (policy: Node): string | undefined =>
  isNamed(policy, 'PolicyReference') ? (attributeOf(policy.element, 'URI') ?? '') : undefined;

const isPolicy = (node: Node): boolean => isNamed(node, 'Policy');

/** Before WS-Policy, WS-Addressing was asked for by an element of its own. */
const isAssertion = ({ element }: Node): boolean => element.name === 'UsingAddressing';

const idOf = ({ element }: Node): string | undefined =>
  attributeOf(element, 'Id', utility) ??
  attributeOf(element, 'id', 'http://www.w3.org/XML/1998/namespace') ??
  attributeOf(element, 'Name');

/** The names of the assertions that a policy demands whichever of its alternatives is chosen; the fewest of them. */
export const demandsOf = (policy: Node): readonly Node[] => {
  if (isAssertion(policy) && !isTrue(attributeOf(policy.element, 'required', namespaces.wsdl))) return [];
  return alternatives(policy).toSorted((one, other) => one.length - other.length)[0] ?? [];
};

/** More alternatives than this are not told apart. */
const most = 64;

type Alternative = readonly Node[];

const alternatives = (node: Node): readonly Alternative[] => {
  if (isNamed(node, 'ExactlyOne')) return childrenOf(node).flatMap(alternatives).slice(0, most);
  if (isPolicy(node) || isNamed(node, 'All'))
    return childrenOf(node).reduce<readonly Alternative[]>(
      (all, child) => all.flatMap((one) => alternatives(child).map((more) => [...one, ...more])).slice(0, most),
      [[]],
    );
  return isOptional(node) ? [[], [node]] : [[node]];
};

const isOptional = ({ element }: Node): boolean =>
  [...policyNamespaces].some((one) => isTrue(attributeOf(element, 'Optional', one)));

const isTrue = (value: string | undefined): boolean => value === 'true' || value === '1';
