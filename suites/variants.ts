import { deliveryOf } from '#generators/delivery';
import { plainPacking } from '#generators/pack';
import { type Variant, variant } from '#generators/variant';
import type { CaseActor } from '#harness/case';
import type { Stage } from '#harness/run-check';
import { type VariantKind, variants } from '#judgement/requirements/variants';
import { type Check, type Checks, type Lab, control, deliver, documentTypeOf, post } from './lab.ts';
import { oneIn } from './spread.ts';

const alike =
  (kind: VariantKind): Check =>
  (lab, stage) =>
    stage.forAll(variant(lab.generation, documentTypeOf(lab, stage), kind), oneIn(10, lab), async (actor, one) => {
      await plain(lab, stage, { kind, actor, one });
      const body = one.message(actor.number(), lab.client.securityHeaders);
      const request = { contentType: one.contentType, chunked: one.chunked };
      await post(lab, actor, { purpose: 'variant', body, request });
    });

interface Beside {
  readonly kind: VariantKind;
  readonly actor: CaseActor;
  readonly one: Variant;
}

/** The plain delivery beside a variant. Zips are deflated in the plain way already, so theirs is the same one stored. */
const plain = async (lab: Lab, stage: Stage, { kind, actor, one }: Beside): Promise<void> => {
  if (kind !== 'zip-deflated') return control(lab, stage, actor);
  const packing = { ...plainPacking(lab.contract), compression: 'stored' } as const;
  await deliver(lab, actor, { purpose: 'control', delivery: deliveryOf(lab.generation, one.draft, packing) });
};

const kindOf = (id: string): VariantKind => id.replace('variants.accepts-', '') as VariantKind;

/** Checks of the same message in other bytes. */
export const variantChecks = Object.fromEntries(Object.keys(variants).map((id) => [id, alike(kindOf(id))])) as Checks<
  typeof variants
>;
