import type { Grounding } from './grounds/ground.ts';

/** What numbers of dossiers look like. */
export interface DossierNumbers extends Grounding {
  /** The one that our own endpoint gives first; its last row of digits counts on. */
  readonly first: string;
  /** What a refusal has in the place of a number; undefined for nothing, or zeros. */
  readonly none: string | undefined;
  /** A pattern of XSD; undefined where the schema says all. */
  readonly pattern: string | undefined;
}
