import type { Purpose } from '#judgement/purpose';
import { pathOf } from '#contract/roles/bindings';
import { isAlwaysThere } from '#generators/always-there';
import { validDelivery } from '#generators/delivery';
import type { Exclusion } from '#harness/run-check';
import type { delivery } from '#judgement/requirements/delivery';
import { edges } from './edges.ts';
import { type Check, type Checks, type Lab, control, deliver, documentTypeOf } from './lab.ts';
import { left } from './left-out.ts';
import { media } from './media.ts';
import { originOf } from './origin.ts';
import { violateEach } from './rejection.ts';
import { oneIn } from './spread.ts';
import { together } from './together.ts';

const runsOf = ({ config }: Lab): number => config.runs;
const tenth = (lab: Lab): number => oneIn(10, lab);

const accepts =
  (purpose: Purpose, generationOf: (lab: Lab) => Lab['generation'], cases = runsOf): Check =>
  (lab, stage) =>
    stage.forAll(validDelivery(generationOf(lab), documentTypeOf(lab, stage)), cases(lab), async (actor, one) => {
      await control(lab, stage, actor);
      await deliver(lab, actor, { purpose, delivery: one });
    });

const eachMedium: Check = async (lab, stage) => {
  const all = media(lab, documentTypeOf(lab, stage));
  if (all.length === 0) stage.state(left.fittingMedium);
  for (const medium of all) {
    await accepts('valid', ({ generation }) => ({ ...generation, media: [medium] }), tenth)(lab, stage);
  }
};

/** Any delivery that was accepted serves. */
const overStream: Check = (_, stage) => stage.overStream();

const withWarning: Check = (lab, stage) =>
  violateEach(lab, stage, async (actor, one) => {
    await control(lab, stage, actor);
    await deliver(lab, actor, { purpose: 'warning', delivery: one, origin: originOf(one) });
  });

const withoutMedium: Check = async (lab, stage) => {
  const medium = pathOf(lab.contract, 'medium');
  if (medium !== undefined && isAlwaysThere(lab.generation.workshop, medium)) {
    stage.state(mediumDemanded);
    return;
  }
  const fifth = (one: Lab): number => oneIn(5, one);
  await accepts('without-medium', ({ generation }) => ({ ...generation, media: [] }), fifth)(lab, stage);
};

const mediumDemanded: Exclusion = {
  verdict: 'not-applicable',
  reason: {
    nl: 'het schema eist een medium in elke aanlevering (uses.medium)',
    en: 'the schema demands a medium in every delivery (uses.medium)',
  },
};

/** Checks of the deliveries that must be accepted. */
export const deliveryChecks: Checks<typeof delivery> = {
  'delivery.accepts-valid': accepts('valid', ({ generation }) => generation),
  'delivery.accepts-each-medium': eachMedium,
  'delivery.accepts-listed-values': edges('listed-values'),
  'delivery.accepts-numbers-at-bounds': edges('bounds'),
  'delivery.accepts-special-days': edges('special-days'),
  'delivery.keeps-answers-apart': together,
  'delivery.prepares-without-medium': withoutMedium,
  'delivery.status-follows-medium': overStream,
  'delivery.waits-for-publication-date': overStream,
  'delivery.numbers-dossiers-uniquely': overStream,
  'delivery.answers-by-schema': overStream,
  'delivery.is-steady': overStream,
  'delivery.accepts-with-warning': withWarning,
};
