import { formatDecimal, parseDecimal } from '#documents/schema/values/decimal';
import { limitsOf } from '#documents/schema/values/limits';
import type { Facet } from '#xml/schema/model';
import { builtinsOf } from '#documents/schema/values/atomic';
import type { Draft } from '../draft/draft.ts';
import type { Generation } from '../generation.ts';
import { stockOf } from '../parents.ts';
import { type Misfits, type Replacement, replaced } from './replaced.ts';
import { type TextSite, textSitesIn } from './text-sites.ts';

/** Valid drafts of a document type in which numbers stand at their lower bounds, and then at their upper ones. */
export function* numbersAtBounds(generation: Generation, documentType: string): Generator<Draft> {
  const misfits: Misfits = new Set();
  const seen = new Set<string>();
  for (const draft of stockOf(generation, documentType)) {
    for (const side of ['lower', 'upper'] as const) {
      const wanted = textSitesIn(generation, draft).flatMap((site) => {
        const text = boundOf(site, side);
        return text === undefined || seen.has(`${site.declaration} ${text}`) ? [] : [{ sites: [site], text }];
      });
      if (wanted.length === 0) continue;
      const { draft: bounded, texts } = replaced(generation, draft, { wanted, misfits });
      if (texts.length > 0) yield bounded;
      for (const key of texts.flatMap(keysOf)) seen.add(key);
    }
  }
}

const keysOf = ({ sites, text }: Replacement): readonly string[] =>
  sites.map(({ declaration }) => `${declaration} ${text}`);

/** The outermost number that a type allows on a side; undefined where it has none, or what stands there is no number. */
const boundOf = ({ type }: TextSite, side: 'lower' | 'upper'): string | undefined => {
  const builtins = type.variety === 'atomic' ? builtinsOf(type) : [];
  if (!builtins.includes('decimal')) return undefined;
  const [facet] = limitsOf(type)[side];
  if (facet !== undefined) return inside(facet, builtins.includes('integer'));
  return side === 'lower' ? builtins.map((name) => least[name]).find((text) => text !== undefined) : undefined;
};

const least: Readonly<Record<string, string>> = { positiveInteger: '1', nonNegativeInteger: '0' };

/** The bound itself, or the whole number beside one that is excluded. */
const inside = ({ kind, values }: Facet, isWhole: boolean): string | undefined => {
  const text = values[0]?.text.trim() ?? '';
  if (kind.endsWith('Inclusive')) return text;
  const bound = isWhole ? parseDecimal(text) : undefined;
  return bound && formatDecimal(bound.unscaled + (kind === 'minExclusive' ? 1n : -1n), 0);
};
