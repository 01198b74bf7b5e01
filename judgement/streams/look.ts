import type { Contract } from '#contract/contract';
import type { Late } from '../answer.ts';
import type { Sent } from '../case.ts';
import { type StreamRequirement, streamJudges, streamRequirements } from './registry.ts';

/** What the judges of streams keep of one exchange. */
export type Looked = Late & { readonly values: Readonly<Partial<Record<StreamRequirement, unknown>>> };

/** Has every judge of streams look at one exchange. */
export const lookAt = (sent: Sent, contract: Contract): Looked => ({
  values: Object.fromEntries(
    streamRequirements
      .map((requirement) => [requirement, streamJudges[requirement].look(sent, contract)] as const)
      .filter(([, value]) => value !== undefined),
  ),
});
