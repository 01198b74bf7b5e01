import type { Bilingual } from '#contract/texts/bilingual';
import type { FoundOin } from './oin.ts';
import type { Path } from './path.ts';
import type { Certificate } from './presented.ts';
import type { Revocation } from './revocation.ts';

/** What the steps look at. */
export interface Presented {
  readonly path: Path;
  readonly leaf: Certificate;
  readonly oin: FoundOin;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly revocation: Revocation;
}

/** Looks at one thing, and at nothing else; undefined when it has nothing against the certificate. */
export type Step = (presented: Presented) => Bilingual | undefined | Promise<Bilingual | undefined>;
