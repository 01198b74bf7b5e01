/** The endpoint that messages of a recording go on to. */
export interface ForwardedTo {
  readonly profile: string;
  /** The profile as it was asked for. */
  readonly asked: string;
  readonly url: string;
  readonly requests?: number | undefined;
  readonly accepted?: number | undefined;
}
