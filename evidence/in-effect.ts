/** The part of a profile that decides what is tested. */
export interface InEffect {
  readonly requestsPerSecond?: number | undefined;
  readonly requests?: number | undefined;
  readonly accepted?: number | undefined;
  readonly authorities?: readonly { readonly kind: string; readonly name: string }[] | undefined;
  readonly media?: readonly string[] | undefined;
  readonly permitted?: readonly string[] | undefined;
  /** SHA-256 over the DER of the client certificate, hexadecimal; undefined at the embedded endpoint, which makes them. */
  readonly certificate?: string | undefined;
  /** As the profile holds it, valid or not; dates as YYYY-MM-DD. */
  readonly permission?:
    | { readonly by: string; readonly date: string; readonly until: string; readonly scope: readonly string[] }
    | undefined;
}
