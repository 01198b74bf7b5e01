import { valuesOf } from '#contract/schemas/code-lists';
import { takenBy } from '#documents/violation/structure/children';
import { particlesOf } from '#documents/violation/structure/find-particle';
import { changeAt, spliceChildren } from '#documents/path/replace';
import type { Particle } from '#xml/schema/model';
import { type XmlElement, elementsOf } from '#xml/tree';
import { type Draft, treeOf, withTree } from '../draft/draft.ts';
import type { Generation } from '../generation.ts';
import { stockOf } from '../parents.ts';
import { isFlawless } from './replaced.ts';
import { type DraftSite, elementSitesIn } from './text-sites.ts';

/** So many of an element stand there where its schema sets no lower bound; of fewer lists are tried, where rules keep so many out. */
const sizes = [30, 12, 6] as const;

/** An element that may be repeated, and is there. */
interface List {
  readonly at: DraftSite;
  readonly particle: Particle;
  readonly items: readonly XmlElement[];
  /** Index behind the last one among the child elements. */
  readonly end: number;
}

/** Valid drafts of a document type in which each element that may be repeated is, as far as there are different ones of it. */
export function* longLists(generation: Generation, documentType: string): Generator<Draft> {
  const stock = stockOf(generation, documentType);
  const others = itemsIn(stock.flatMap((draft) => listsIn(generation, draft)));
  const done = new Set<Particle>();
  for (const draft of stock) {
    let open = draft;
    for (const particle of new Set(listsIn(generation, draft).map((list) => list.particle))) {
      const longer = done.has(particle)
        ? undefined
        : lengthened(generation, open, { particle, others: others.get(particle) ?? [] });
      if (longer === undefined) continue;
      open = longer;
      done.add(particle);
    }
    if (open !== draft) yield open;
  }
}

const listsIn = (generation: Generation, draft: Draft): readonly List[] =>
  elementSitesIn(generation, draft).flatMap((at): readonly List[] => {
    const { model, site } = at;
    const { type, node } = site;
    if (type.kind !== 'complex') return [];
    const taken = takenBy(type, node, model);
    const elements = elementsOf(node);
    return particlesOf(type)
      .filter(({ max, term }) => max > 1 && term.kind === 'element')
      .flatMap((particle) => {
        const items = elements.filter((_, index) => taken[index] === particle);
        return items.length === 0 ? [] : [{ at, particle, items, end: taken.lastIndexOf(particle) + 1 }];
      });
  });

/** The different ones of each element that a stock of drafts holds, and those of each value of a list. */
const itemsIn = (lists: readonly List[]): ReadonlyMap<Particle, readonly XmlElement[]> =>
  new Map(
    [...Map.groupBy(lists, ({ particle }) => particle)].map(([particle, own]) => {
      const items = own.flatMap((list) => list.items);
      return [particle, [...items, ...ofValues(particle, items)]];
    }),
  );

const ofValues = ({ term }: Particle, [first]: readonly XmlElement[]): readonly XmlElement[] =>
  term.kind !== 'element' || term.type.kind !== 'simple' || first === undefined
    ? []
    : valuesOf(term.type)
        .slice(0, sizes[0])
        .map((value) => ({ ...first, children: [value] }));

/** The draft with as many more of an element as it takes; undefined where it takes none. */
const lengthened = (
  generation: Generation,
  draft: Draft,
  { particle, others }: { readonly particle: Particle; readonly others: readonly XmlElement[] },
): Draft | undefined => {
  const list = listsIn(generation, draft).find((one) => one.particle === particle);
  if (list === undefined) return undefined;
  const known = new Set(list.items.map(keyOf));
  const fresh = [...new Map(others.map((item) => [keyOf(item), item])).values()].filter(
    (item) => !known.has(keyOf(item)),
  );
  return sizes
    .map((size) => Math.min(size, particle.max, list.items.length + fresh.length) - list.items.length)
    .filter((more, index, all) => more > 0 && all.indexOf(more) === index)
    .map((more) => withMore(draft, list, fresh.slice(0, more)))
    .find((longer) => isFlawless(generation, longer));
};

const keyOf = (item: XmlElement): string => JSON.stringify(item);

const withMore = (draft: Draft, { at: { part, site }, end }: List, insert: readonly XmlElement[]): Draft => {
  const tree = treeOf(draft, part);
  if (tree === undefined) return draft;
  return withTree(
    draft,
    part,
    changeAt(tree, site.indices, (node) => spliceChildren(node, { at: end, insert })),
  );
};
