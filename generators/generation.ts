import type { Bilingual } from '#contract/texts/bilingual';
import type { Oracle } from '#judgement/oracle';
import type { Faces } from './faces.ts';
import type { Circumstances } from './circumstances.ts';

/** What deliveries are made from. Copies with other authorities, media or context share their workshop. */
export interface Generation extends Circumstances {
  readonly oracle: Oracle;
  readonly faces: Faces;
  /** Valid drafts of a document type that are made once to be broken in many ways; undefined: each violation has its own. */
  readonly stock?: Stock;
  /** Why a violation must not leave; such a one is left out. Undefined: anything may. */
  readonly forbids?: ((message: Uint8Array) => Bilingual | undefined) | undefined;
}

/** From which seed, and how many for each document type; at most 50. */
export interface Stock {
  readonly seed: number;
  readonly size: number;
}
