import type { Bilingual } from '#contract/texts/bilingual';

/** What ends: a permission of KOOP's, a certificate, values of a list, a list that is a year old, and the years of a calendar that were looked up. */
export const endingKinds = ['permission', 'certificate', 'values', 'list', 'calendar'] as const;

/** Something that holds until a day, the last one on which it does, YYYY-MM-DD. */
export interface Ending {
  readonly kind: (typeof endingKinds)[number];
  readonly name: string;
  readonly until: string;
}

/** What a run is as one of many nights. */
export interface NightFacts {
  /** That it was asked for as one (`--night`). */
  readonly isNight?: true | undefined;
  /** Which part of all had its turn; undefined for a run by itself. */
  readonly turn?: number | undefined;
  /** What of its profile and contract holds until a day. */
  readonly ends?: readonly Ending[] | undefined;
  /** What the rules of its contract say, by their constraint: a comparison has no contract. */
  readonly rules?: Readonly<Record<string, Bilingual>> | undefined;
}
