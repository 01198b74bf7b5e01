import type { Contract } from '#contract/contract';
import type { Late } from '../answer.ts';
import type { Sent } from '../case.ts';
import { type StreamKind, type StreamRequirement, streamJudges, streamRequirements } from './registry.ts';
import { type Standing, standingOf } from './standing.ts';
import type { Around } from './stream-judge.ts';

/** The marks that the judges of streams keep of one exchange. */
export interface Looked extends Late {
  readonly values: Readonly<Partial<Record<StreamRequirement, unknown>>>;
  /** How who sent it stands; told of recordings alone. */
  readonly standing?: Standing | undefined;
}

/** The stream that an exchange belongs to. */
export interface StreamOf {
  readonly kind: StreamKind;
  readonly phase: number;
  readonly today?: string | undefined;
}

/** Has every judge of such a stream look at one exchange. */
export const lookAt = (sent: Sent, { kind, ...around }: Around & StreamOf): Looked => ({
  values: Object.fromEntries(
    streamRequirements[kind]
      .map((requirement) => [requirement, streamJudges[requirement].look(sent, around)] as const)
      .filter(([, value]) => value !== undefined),
  ),
  ...(kind === 'recording' ? { standing: standingOf(around.contract, sent, around.opinionOf) } : {}),
});

/** What is left of an exchange that there was no time to look at. */
export const unlooked = (contract: Contract, sent: Sent, { kind }: StreamOf): Looked => ({
  values: {},
  late: true,
  ...(kind === 'recording' ? { standing: standingOf(contract, sent) } : {}),
});
