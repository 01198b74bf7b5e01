import type { Draft } from '../draft/draft.ts';
import type { Generation } from '../generation.ts';
import { opinionOf } from '../opinion.ts';
import { type TextSite, withTextAt } from './text-sites.ts';

/** Another text for sites that say the same. */
export interface Replacement<Site extends TextSite = TextSite> {
  readonly sites: readonly Site[];
  readonly text: string;
}

/** A valid draft with the texts that were put in it. */
export interface Replaced<Site extends TextSite = TextSite> {
  readonly draft: Draft;
  readonly texts: readonly Replacement<Site>[];
}

/** What proved not to fit somewhere, so that it is not tried again. */
export type Misfits = Set<string>;

/** Puts as many other texts in a valid draft as leave it valid: all at once where that can be, else one after the other. */
export const replaced = <Site extends TextSite>(
  generation: Generation,
  draft: Draft,
  { wanted, misfits }: { readonly wanted: readonly Replacement<Site>[]; readonly misfits: Misfits },
): Replaced<Site> => {
  const tried = wanted.filter((one) => !misfits.has(keyOf(one)));
  const whole = tried.reduce((open, { sites, text }) => withTextAt(open, sites, text), draft);
  if (isFlawless(generation, whole)) return { draft: whole, texts: tried };
  let open: Replaced<Site> = { draft, texts: [] };
  for (const one of tried) {
    const next = withTextAt(open.draft, one.sites, one.text);
    if (isFlawless(generation, next)) open = { draft: next, texts: [...open.texts, one] };
    else misfits.add(keyOf(one));
  }
  return open;
};

const keyOf = ({ sites, text }: Replacement): string => `${sites.map(({ declaration }) => declaration).join()} ${text}`;

/** Whether a draft keeps all that binds, without a warning. */
export const isFlawless = (generation: Generation, draft: Draft): boolean => {
  const opinion = opinionOf(generation, draft);
  return opinion.verdict === 'valid' && opinion.findings.length === 0;
};
