import type { KeptBytes } from '#contract/wire/kept-bytes';

/** A delivery that is about to leave, so that it is known even where nobody lives to see its answer; told where dossiers outlive the run. */
export interface Leaving {
  readonly type: 'leaving';
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly reference?: string | undefined;
  readonly documentType?: string | undefined;
  /** Its bytes, where they are no generated ones that can be made again. */
  readonly request?: KeptBytes | undefined;
}
