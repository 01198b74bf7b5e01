/** Profile, contract folder and use of its `rules.mjs` as they were asked for, to repeat a run. */
export interface Asked {
  readonly profile: string;
  /** Its address, where that is not the one of the profile. */
  readonly url?: string | undefined;
  readonly contract: string | undefined;
  /** The folder in which requests of a day are counted, where the profile limits those. */
  readonly state?: string | undefined;
  readonly rules?: 'trusted' | 'left-out' | undefined;
  /** Set where Pact's verifier asked the endpoint, and judged; or where a case of an earlier run was sent again. */
  readonly by?: 'pact' | 'replay' | undefined;
  /** The case that was sent again, by its path, or by that of a run and the number of its finding. */
  readonly replay?: { readonly case: string; readonly finding?: number | undefined } | undefined;
}
