/** Where bytes of a run lie: in `exchanges/<pack>.gz`, which is a row of gzip members. */
export interface KeptBytes {
  readonly pack: number;
  /** Where in the pack the gzip member begins that holds them. */
  readonly member: number;
  /** Where they begin in what the member holds. */
  readonly at: number;
  readonly bytes: number;
  /** Of these bytes, in hexadecimal. */
  readonly sha256: string;
}

/** What one exchange left on disk. */
export interface Recorded {
  /** Unique in a run. */
  readonly id: string;
  readonly request: KeptBytes | undefined;
  readonly response: KeptBytes | undefined;
  /** Whether some of its bytes were not kept, since there are bounds. */
  readonly lacks: boolean;
}
