import { deliveryOf } from '#generators/delivery';
import { plainPacking } from '#generators/pack';
import { variant } from '#generators/variant';
import { type VariantKind, variants } from '#judgement/requirements/variants';
import { type Check, type Checks, deliver, documentTypeOf } from './lab.ts';
import { oneIn } from './spread.ts';

/** The variant, and only where it is refused the same delivery in its plain form; zips are deflated in the plain way, so the control of a deflated one is stored. */
const alike =
  (kind: VariantKind): Check =>
  (lab, stage) =>
    stage.forAll(variant(lab.generation, documentTypeOf(lab, stage), kind), oneIn(10, lab), async (actor, one) => {
      const request = { contentType: one.contentType, chunked: one.chunked, asksFirst: one.asksFirst };
      const { answer } = await deliver(lab, actor, { purpose: 'variant', delivery: one, request });
      if (answer.kind === 'accepted') return;
      const plain = plainPacking(lab.contract);
      const packing = kind === 'zip-deflated' ? ({ ...plain, compression: 'stored' } as const) : plain;
      await deliver(lab, actor, { purpose: 'control', delivery: deliveryOf(lab.generation, one.draft, packing) });
    });

const kindOf = (id: string): VariantKind => id.replace('variants.accepts-', '') as VariantKind;

/** Checks of the same message in other bytes. */
export const variantChecks = Object.fromEntries(Object.keys(variants).map((id) => [id, alike(kindOf(id))])) as Checks<
  typeof variants
>;
