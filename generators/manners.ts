import { pathOf } from '#contract/roles/bindings';
import type { Use } from '#contract/use';
import type { Draft } from './draft/draft.ts';
import type { Generation } from './generation.ts';
import { DeliveryError } from './delivery-error.ts';

/** Throws when a draft names a body, or asks for a medium, that it was not allowed. */
export const checkManners = ({ contract, authorities, media, workshop: { roles } }: Generation, draft: Draft): void => {
  const refuse = (use: Use, allowed: readonly string[] | undefined): void => {
    const role = pathOf(contract, use);
    if (role === undefined || allowed === undefined) return;
    const unasked = roles.all(draft, role).find((value) => !allowed.includes(value));
    if (unasked === undefined) return;
    throw new DeliveryError(
      `a delivery has ${role} '${unasked}', allowed is ${allowed.join(', ') || 'none'}: rules.mjs must keep to api.authorities and api.media`,
    );
  };
  const names = authorities?.map(({ name }) => name);
  refuse('authority', names);
  refuse('publisher', names);
  refuse('medium', media);
};
