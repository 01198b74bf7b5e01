import type { CheckEnded, ExchangeRecorded } from '#evidence/event';
import type { RunTls } from '#harness/run-config';

/** The date of every run against a seeded defect. */
export const today = '2026-11-23';
/** The user that a mock with a seeded defect knows. */
export const username = 'proefaansluiting';
/** Its password. */
export const password = 'van-een-mock-met-een-gebrek';
/** The run id of every run against a seeded defect. */
export const runId = 'gebreken';

/** An endpoint of any kind, and how a run connects to it. */
export interface Place {
  readonly url: string;
  /** Undefined for an endpoint that is not the mock. */
  readonly mockControl: string | undefined;
  readonly tls: RunTls | undefined;
}

/** The verdicts and the exchanges of a run. */
export interface Left {
  readonly ended: readonly CheckEnded[];
  readonly exchanges: readonly ExchangeRecorded[];
}
