import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import type { Place } from '#xml/place';
import { useNames } from '#contract/roles/use-names';

/** A mark of a test that no delivery of a contract bears, and where the contract says so. */
export interface Unmarked {
  readonly place: Place;
  readonly text: Bilingual;
}

/** The marks that a contract leaves out by its word alone: no schema tells whether deliveries have such a text after all. */
export const unmarkedIn = ({ uses, usePlaces }: Pick<Contract, 'uses' | 'usePlaces'>): readonly Unmarked[] =>
  (['title', 'reference', 'notice'] as const)
    .filter((use) => uses[use] === 'none')
    .map((use) => ({
      place: usePlaces[use],
      text: {
        nl: `uses.${use} is none, dus in ${useNames[use].nl} komt geen testmerk; hebben aanleveringen die tekst wel, verbind uses.${use} dan aan de rol ervan`,
        en: `uses.${use} is none, so no mark of a test stands in ${useNames[use].en}; if deliveries do have that text, bind uses.${use} to its role`,
      },
    }));
