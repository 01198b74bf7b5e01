import { keyOf, type QName } from '#xml/qname';
import type { XmlElement } from '#xml/tree';
import { namespaces } from './names.ts';
import { childrenNamed, type Node, rootNode, valueAt } from './nodes.ts';

/** A document of a WSDL, parsed. */
export interface WsdlDocument {
  readonly file: string;
  readonly root: XmlElement;
}

/** The components of a WSDL by their names. */
export interface Components {
  readonly definitions: readonly Node[];
  readonly find: (kind: 'message' | 'portType' | 'binding', name: QName) => Node | undefined;
}

/** The components of some documents. */
export const componentsOf = (documents: readonly WsdlDocument[]): Components => {
  const definitions = documents.map(({ file, root }) => rootNode(file, root));
  const known = new Map(
    definitions.flatMap((node) =>
      (['message', 'portType', 'binding'] as const).flatMap((kind) =>
        childrenNamed(node, namespaces.wsdl, kind).map((one) => [keyFor(kind, named(one, node)), one] as const),
      ),
    ),
  );
  return { definitions, find: (kind, name) => known.get(keyFor(kind, name)) };
};

const keyFor = (kind: string, name: QName): string => `${kind} ${keyOf(name)}`;

const named = (component: Node, definitions: Node): QName => ({
  namespace: valueAt(definitions, 'targetNamespace') ?? '',
  name: valueAt(component, 'name') ?? '',
});
