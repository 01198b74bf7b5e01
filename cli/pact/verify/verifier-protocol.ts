/** What the process that runs Pact's verifier is to verify. */
export interface Order {
  /** Path of the pact. */
  readonly pact: string;
  readonly provider: string;
  /** Where requests go. */
  readonly origin: string;
  /** Where it asks for a state. */
  readonly setup: string;
  /** Milliseconds that one request may take. */
  readonly patienceMs: number;
}

/** What Pact's verifier said at its end: JSON, or why there is none. */
export interface Told {
  readonly json: string;
}
