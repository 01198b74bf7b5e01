import type { Draft } from './draft/draft.ts';
import type { Generation } from './generation.ts';
import { DeliveryError } from './delivery-error.ts';

/** Throws when a draft names an authority, or asks for a medium, that it was not allowed. */
export const checkManners = ({ contract, authorities, media, workshop: { roles } }: Generation, draft: Draft): void => {
  const valuesOf = (role: string): readonly string[] =>
    contract.roles.some(({ name }) => name === role) ? roles.all(draft, role) : [];
  refuse(
    'bevoegdGezag',
    valuesOf('bevoegdGezag'),
    authorities?.map(({ name }) => name),
  );
  refuse('medium', valuesOf('medium'), media);
};

const refuse = (role: string, values: readonly string[], allowed: readonly string[] | undefined): void => {
  const unasked = values.find((value) => allowed !== undefined && !allowed.includes(value));
  if (unasked === undefined) return;
  const list = allowed?.join(', ') === '' ? 'none' : allowed?.join(', ');
  throw new DeliveryError(
    `a delivery has ${role} '${unasked}', allowed is ${list ?? 'all'}: rules.mjs must keep to api.authorities and api.media`,
  );
};
