/** Profile, contract folder and use of its `rules.mjs` as they were asked for, to repeat a run. */
export interface Asked {
  readonly profile: string;
  /** Its address, where that is not the one of the profile. */
  readonly url?: string | undefined;
  readonly contract: string | undefined;
  readonly rules?: 'trusted' | 'left-out' | undefined;
  /** Set where Pact's verifier asked the endpoint, and judged. */
  readonly by?: 'pact' | undefined;
}
