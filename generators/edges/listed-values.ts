import { boundTo } from '#contract/roles/bindings';
import type { Use } from '#contract/use';
import { isOfKind } from '#contract/roles/listed';
import { valuesOf } from '#contract/schemas/code-lists';
import type { Draft } from '../draft/draft.ts';
import type { Generation } from '../generation.ts';
import { stockOf } from '../parents.ts';
import { type Misfits, replaced, type Replacement } from './replaced.ts';
import { type TextSite, textSitesIn } from './text-sites.ts';

/** Which share of the values of long lists is delivered: one in so many. */
export interface Share {
  readonly index: number;
  readonly of: number;
  /** With which value each list begins. */
  readonly turn: number;
}

/** Lists of this length at most are delivered whole in each document type; of those up to the longest each has its share. */
const lengths = { short: 40, longest: 400 };

/** Valid drafts of a document type that hold the values of the lists that stand in them: each of a short list, and of longer ones a share. */
export function* listedValues(generation: Generation, documentType: string, share: Share): Generator<Draft> {
  const misfits: Misfits = new Set();
  const left = valuesLeft(generation, share);
  const stock = stockOf(generation, documentType).map((draft) => ({
    draft,
    sites: listSitesIn(generation, draft),
  }));
  for (;;) {
    const offers = stock.map(({ draft, sites }) => ({ draft, wanted: offerFor(sites, left, misfits) }));
    const best = offers.reduce(
      (one, other) => (other.wanted.length > one.wanted.length ? other : one),
      offers[0] ?? none,
    );
    if (best.draft === undefined || best.wanted.length === 0) return;
    const { draft, texts } = replaced(generation, best.draft, { wanted: best.wanted, misfits });
    for (const { sites, text } of texts) left.get(sites[0]?.list ?? [])?.delete(text);
    if (texts.length > 0) yield draft;
  }
}

const none = { draft: undefined, wanted: [] };

interface ListSite extends TextSite {
  /** The shortest list of the contract that holds the value. */
  readonly list: readonly string[];
}

type Left = Map<readonly string[], Set<string>>;

const valuesLeft = ({ contract }: Generation, share: Share): Left =>
  new Map([...contract.codeLists.values()].map((values) => [values, new Set(shareOf(values, share))]));

const shareOf = (values: readonly string[], { index, of, turn }: Share): readonly string[] => {
  const own = values.length <= lengths.short ? values : values.filter((_, at) => at % of === index);
  const from = turn % Math.max(1, own.length);
  return [...own.slice(from), ...own.slice(0, from)];
};

/** Bodies and media that were chosen stay, and so does the document type. */
const listSitesIn = (generation: Generation, draft: Draft): readonly ListSite[] => {
  const { authorities, contract, media } = generation;
  const uses: readonly Use[] = [
    'documentType',
    'authorityKind',
    'publisherKind',
    ...(authorities === undefined ? [] : (['authority', 'publisher'] as const)),
    ...(media === undefined ? [] : (['medium'] as const)),
  ];
  const kept = new Set(
    uses.flatMap((use) => {
      const role = boundTo(contract, use)?.path;
      const { roles, wire } = generation.workshop;
      return role === undefined ? [] : roles.all(draft, role).map((text) => wire(role, text));
    }),
  );
  const lists = [...contract.codeLists]
    .flatMap(([name, values]) => (isOfKind(contract, name) ? [] : [values]))
    .toSorted((one, other) => one.length - other.length);
  return textSitesIn(generation, draft).flatMap((site): readonly ListSite[] => {
    if (valuesOf(site.type).length === 0 || kept.has(site.text)) return [];
    const allowed = new Set(valuesOf(site.type));
    const list = lists.find((values) => values.includes(site.text) && values.every((value) => allowed.has(value)));
    return list === undefined || list.length > lengths.longest ? [] : [{ ...site, list }];
  });
};

/** For each site the first value that is left, no value twice. */
const offerFor = (sites: readonly ListSite[], left: Left, misfits: Misfits): readonly Replacement<ListSite>[] => {
  const taken = new Set<string>();
  return sites.flatMap((site) => {
    const text = [...(left.get(site.list) ?? [])].find(
      (value) => !taken.has(value) && !misfits.has(`${site.declaration} ${value}`),
    );
    if (text === undefined) return [];
    taken.add(text);
    return [{ sites: [site], text }];
  });
};
