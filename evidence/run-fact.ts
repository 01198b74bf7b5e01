import type { CaseReplayed } from './case-replayed.ts';
import type { RunResumed } from './run-resumed.ts';

/** A fact about a run apart from its checks. */
export type RunFact = RunResumed | CaseReplayed;
