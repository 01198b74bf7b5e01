import { changeAt, withAttribute, withText } from '#documents/path/replace';
import { type Site, sitesOf } from '#documents/violation/sites';
import { type TextPlace, textPlaces } from '#documents/violation/text-places';
import { payloadsOf } from '#contract/roles/payloads';
import type { SchemaModel } from '#xml/schema/model';
import type { XmlElement } from '#xml/tree';
import { type Draft, type Part, treeOf, withTree } from '../draft/draft.ts';
import type { Generation } from '../generation.ts';

/** A text of a draft that a simple type speaks of. */
export interface TextSite extends Pick<TextPlace, 'type' | 'text' | 'attribute'> {
  readonly part: Part;
  /** Indices among child elements, from the root of its part. */
  readonly indices: readonly number[];
  /** Id of the element that it stands at. */
  readonly declaration: string;
}

/** An element of a draft, in the part that it stands in. */
export interface DraftSite {
  readonly part: Part;
  readonly model: SchemaModel;
  readonly site: Site;
}

/** Every element of a draft that a schema speaks of, those in its payloads included. */
export const elementSitesIn = (generation: Generation, draft: Draft): readonly DraftSite[] =>
  partsOf(draft).flatMap((part) => {
    const tree = treeOf(draft, part);
    const model = tree && modelFor(generation, part, tree);
    if (tree === undefined || model === undefined) return [];
    return sitesOf(model, tree).map((site) => ({ part, model, site }));
  });

/** Every text of a draft, those in its payloads included. */
export const textSitesIn = (generation: Generation, draft: Draft): readonly TextSite[] =>
  elementSitesIn(generation, draft).flatMap(({ part, site }) =>
    textPlaces(site, site.node).map(({ type, text, attribute }): TextSite => ({
      ...{ part, type, text, attribute },
      indices: site.indices,
      declaration: `${site.element.id} ${attribute?.name ?? ''}`,
    })),
  );

const partsOf = ({ payloads }: Draft): readonly Part[] => [
  'request',
  ...Object.entries(payloads).flatMap(([hole, { files }]) => files.map((_, file) => ({ hole, file }))),
];

const modelFor = ({ contract, workshop }: Generation, part: Part, tree: XmlElement): SchemaModel | undefined => {
  if (part === 'request') return workshop.modelOf(contract.schemas.message);
  const payload = payloadsOf(contract.roles).find(
    ({ root }) => root.name === tree.name && root.namespace === tree.namespace,
  );
  return payload && workshop.modelOf(payload.schema);
};

/** The draft with another text at some of its sites. */
export const withTextAt = (draft: Draft, sites: readonly TextSite[], text: string): Draft =>
  sites.reduce((open, { part, indices, attribute }) => {
    const tree = treeOf(open, part);
    if (tree === undefined) return open;
    const changed = changeAt(tree, indices, (node) =>
      attribute === undefined ? withText(node, text) : withAttribute(node, attribute, text),
    );
    return withTree(open, part, changed);
  }, draft);
