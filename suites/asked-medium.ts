import { pathOf } from '#contract/roles/bindings';
import { type Delivery, deliveryOf } from '#generators/delivery';
import { RoleError } from '#generators/draft/role-nodes';
import { isFlawless } from '#generators/edges/replaced';
import type { Lab } from './lab.ts';

type Makers = Pick<Lab, 'contract' | 'generation'>;

/** A delivery that asks for this medium, which is put in where it asks for none; undefined where that is no valid delivery. */
export const withMedium = (
  { contract, generation }: Makers,
  { draft }: Delivery,
  medium: string,
): Delivery | undefined => {
  const path = pathOf(contract, 'medium');
  if (path === undefined) return undefined;
  const { roles } = generation.workshop;
  try {
    const moved = roles.count(draft, path) === 0 ? roles.add(draft, path, medium) : roles.set(draft, path, medium);
    return isFlawless(generation, moved) ? deliveryOf(generation, moved) : undefined;
  } catch (error) {
    if (error instanceof RoleError) return undefined;
    throw error;
  }
};

/** Whether a delivery asks for one of these media, or for none where there are none. */
export const asksFor = ({ contract, generation }: Makers, { draft }: Delivery, asked: readonly string[]): boolean => {
  const path = pathOf(contract, 'medium');
  return asked.length === 0 || (path !== undefined && generation.workshop.roles.count(draft, path) > 0);
};

/** The delivery itself where it asks for one of these media, else the same with the first of them. */
export const asking = (lab: Makers, one: Delivery, media: readonly string[]): Delivery | undefined => {
  const [medium] = media;
  return medium === undefined || asksFor(lab, one, media) ? one : withMedium(lab, one, medium);
};
