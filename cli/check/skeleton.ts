import { join } from 'node:path';
import { boundTo } from '#contract/roles/bindings';
import type { Contract, DocumentType, Role } from '#contract/contract';
import { pathOf } from '#judgement/place';
import { OpenElement, type OpenNode, withDocument } from '#xml/document';
import { toTree } from '#xml/parse';
import { serialize } from '#xml/serialize';
import { elementsOf, type XmlElement } from '#xml/tree';
import { compileXPath, nodesOf } from '#xml/xpath';
import { readWithin } from '#xml/read-within';

/** A request that holds a payload and says its document type, and nothing else. */
export interface Skeleton {
  /** Path of the element that holds the payload. */
  readonly holder: string;
  /** Whether the payload is a zip. */
  readonly isZip: boolean;
  /** What its document is called in a zip. */
  readonly file: string;
  /** The request with this text as its payload. */
  readonly request: (payload: string) => string;
}

/** A skeleton, made of an example of the contract, for content whose root has this local name, or for a zip; undefined where no example has such a payload. */
export const skeletonFor = (
  contract: Contract,
  { root, content }: { readonly root: string | undefined; readonly content: DocumentType['content'] },
): Skeleton | undefined => {
  const chains = payloadChains(contract.roles).filter(([role]) =>
    root === undefined ? role.decode === 'zip' : role.payload?.root.name === root,
  );
  const types = contract.documentTypes.toSorted(
    (one, other) => Number(other.content === content) - Number(one.content === content),
  );
  for (const { example } of types)
    for (const [role, ...chain] of chains) {
      const found = inExample(contract, example, [...chain, role]);
      if (found !== undefined)
        return { ...found, isZip: role.decode === 'zip', file: role.payload?.file ?? `${role.name}.xml` };
    }
  return undefined;
};

/** The roles that hold payloads, each followed by the roles around it from the outermost on. */
const payloadChains = (roles: readonly Role[], around: readonly Role[] = []): readonly (readonly [Role, ...Role[]])[] =>
  roles.flatMap((role) => [
    ...(role.payload === undefined ? [] : [[role, ...around] as const]),
    ...payloadChains(role.roles, [...around, role]),
  ]);

const inExample = (
  contract: Contract,
  example: string,
  chain: readonly Role[],
): Omit<Skeleton, 'isZip' | 'file'> | undefined =>
  withDocument(readWithin(join(contract.directory, example)), ({ root }) => {
    const request = nodeAt(contract, root, ["*[local-name() = 'Body']/*"]);
    if (!(request instanceof OpenElement)) return undefined;
    const [holder, type] = [chain, boundTo(contract, 'documentType')?.roles ?? []].map((roles) =>
      nodeAt(
        contract,
        request,
        roles.map(({ at }) => at),
      ),
    );
    if (!(holder instanceof OpenElement)) return undefined;
    const path = pathOf({ node: holder, inside: undefined }, request);
    const kept = [
      path,
      ...(type instanceof OpenElement && type !== request ? [pathOf({ node: type, inside: undefined }, request)] : []),
    ];
    const tree = toTree(request);
    const whole = { tree, path: `/${tree.name}`, kept };
    return { holder: path, request: (payload) => serialize(pruned(whole, path, payload)) };
  });

const nodeAt = (contract: Contract, from: OpenNode, paths: readonly string[]): OpenNode | undefined => {
  let node: OpenNode | undefined = paths.length === 0 ? undefined : from;
  for (const path of paths) {
    const xpath = compileXPath(path, contract.namespaces);
    node = node && nodesOf(xpath.evaluate(node))[0];
    xpath.dispose();
  }
  return node;
};

interface Branch {
  readonly tree: XmlElement;
  readonly path: string;
  readonly kept: readonly string[];
}

/** A tree without what no kept path leads to, and with the payload in place. */
const pruned = ({ tree, path, kept }: Branch, holder: string, payload: string): XmlElement => {
  if (path === holder) return { ...tree, children: [payload] };
  if (kept.includes(path)) return tree;
  const counts = new Map<string, number>();
  const children = elementsOf(tree).flatMap((child) => {
    const count = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, count);
    const below = `${path}/${child.name}${count === 1 ? '' : `[${String(count)}]`}`;
    const leads = kept.some((one) => one === below || one.startsWith(`${below}/`));
    return leads ? [pruned({ tree: child, path: below, kept }, holder, payload)] : [];
  });
  return { ...tree, children };
};
