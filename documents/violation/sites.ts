import { childrenDeclared, declaredFor, type Declared } from '#xml/schema/declarations';
import type { SchemaModel } from '#xml/schema/model';
import { keyOf } from '#xml/qname';
import type { Scope } from '#xml/schema/names';
import { elementsOf, type XmlElement } from '#xml/tree';

/** An element of a tree with what the schema says of it. */
export interface Site extends Declared {
  readonly node: XmlElement;
  /** Indices among child elements, from the root. */
  readonly indices: readonly number[];
  /** Undefined for the root. */
  readonly parent: Site | undefined;
}

/** Every element of a tree that the schema knows, in document order. */
export const sitesOf = (model: SchemaModel, tree: XmlElement): readonly Site[] => {
  const sites: Site[] = [];
  const visit = (site: Site | undefined, scope: Scope): void => {
    if (site === undefined) return;
    sites.push(site);
    const declarations = childrenDeclared(model, site.type, site.node);
    for (const [index, node] of elementsOf(site.node).entries()) {
      const inner = node.prefixes === undefined ? scope : { ...scope, ...node.prefixes };
      const declared = declaredFor(model, { declaration: declarations[index], node, scope: inner });
      visit(declared && { ...declared, node, indices: [...site.indices, index], parent: site }, inner);
    }
  };
  const scope = tree.prefixes ?? {};
  const root = declaredFor(model, { declaration: model.elements.get(keyOf(tree)), node: tree, scope });
  visit(root && { ...root, node: tree, indices: [], parent: undefined }, scope);
  return sites;
};
