import { type Violation, violation } from '#generators/violation';
import { madeLong } from '#generators/long-delivery';
import type { PlannedCheck } from '#harness/plan';
import type { RunConfig } from '#harness/run-config';
import type { Stage } from '#harness/run-check';
import { originOf } from './origin.ts';
import { type DeliverOptions, type Lab, control, deliver, documentTypeOf } from './lab.ts';
import { isSmoke, violatedBy } from './spread.ts';

/** More bytes than WCF takes unless it is told to. */
export const beyondWcf = 65_537;

/** One check in so many has its violation in chunked transfer coding too, and another one in a long message. */
const everySo = 32;

type Carried = (lab: Lab, one: Violation) => DeliverOptions & { readonly delivery: Violation };

const ways: Readonly<Record<number, Carried>> = {
  0: (_, delivery) => ({ delivery, request: { chunked: true } }),
  [everySo / 2]: (lab, one) => ({ delivery: lengthened(lab, one) }),
};

const wayFor = (config: RunConfig, { requirement, ordinal }: PlannedCheck): Carried | undefined =>
  isSmoke(config) || !isOfConstraint(requirement) ? undefined : ways[(config.seed + ordinal) % everySo];

const isOfConstraint = (requirement: string): boolean =>
  /^rejection\.refuses-(?:schema|rule)-violation$/.test(requirement);

/** How many violations of a check are sent in another way as well. */
export const carriedCount = (config: RunConfig, check: PlannedCheck): number =>
  wayFor(config, check) === undefined ? 0 : 1;

/** Violates a constraint once more in a message that comes in another way, where the check has its turn: what is validated must not hang on that. */
export const violateCarried = async (lab: Lab, stage: Stage): Promise<void> => {
  const documentType = documentTypeOf(lab, stage);
  const [constraint] = violatedBy(lab, stage.check);
  const carried = wayFor(lab.config, stage.check);
  if (carried === undefined || constraint === undefined || lab.givenUp(documentType).has(constraint)) return;
  await stage.forAll(violation(lab.generation, documentType, constraint), 1, async (actor, one) => {
    await control(lab, stage, actor);
    await deliver(lab, actor, { purpose: 'violation', origin: originOf(one), ...carried(lab, one) });
  });
};

/** As it is where it would not be wrong any more. */
const lengthened = ({ generation }: Lab, one: Violation): Violation => {
  const { message } = madeLong(generation, one.draft, beyondWcf);
  const { verdict } = generation.oracle.judge(message('0'.repeat(12)), generation.context);
  return verdict === 'invalid' ? { ...one, message } : one;
};
