import { variant } from '#generators/variant';
import { type VariantKind, variants } from '#judgement/requirements/variants';
import { type Check, type Checks, control, documentTypeOf, post } from './lab.ts';

const alike =
  (kind: VariantKind): Check =>
  (lab, stage) =>
    stage.forAll(
      variant(lab.generation, documentTypeOf(lab, stage), kind),
      Math.ceil(lab.config.runs / 10),
      async (actor, one) => {
        await control(lab, stage, actor);
        const body = one.message(actor.number(), lab.client.securityHeaders);
        const request = { contentType: one.contentType, chunked: one.chunked };
        await post(lab, actor, { purpose: 'variant', body, request });
      },
    );

const kindOf = (id: string): VariantKind => id.replace('variants.accepts-', '') as VariantKind;

/** Checks of the same message in other bytes. */
export const variantChecks = Object.fromEntries(Object.keys(variants).map((id) => [id, alike(kindOf(id))])) as Checks<
  typeof variants
>;
