import { pathOf } from '#contract/roles/bindings';
import type { Use } from '#contract/use';
import { textTypeOf } from '#documents/path/declared-text';
import type { Circumstances } from './circumstances.ts';
import { meantBy } from '#judgement/manners/role-values';
import { createCheck } from '#documents/schema/values/check';

/** A value that deliveries were to have in a role, and that its type in the schema does not take. */
export interface UnknownValue {
  readonly role: string;
  readonly value: string;
  /** What the type takes, where it is a list. */
  readonly known: readonly string[];
}

/** Bodies and media, and of which contract they are to be. */
type Values = Pick<Circumstances, 'contract' | 'workshop' | 'authorities' | 'media'>;

/** The bodies and media of a generation that the contract does not know. */
export const unknownValues = (generation: Values): readonly UnknownValue[] => {
  const { authorities = [], media = [] } = generation;
  return [
    ...authorities.flatMap(({ kind, name }) => [
      ...refusedAt(generation, 'authorityKind', kind),
      ...refusedAt(generation, 'authority', name),
    ]),
    ...media.flatMap((one) => refusedAt(generation, 'medium', one)),
  ];
};

const refusedAt = ({ contract, workshop }: Values, use: Use, value: string): readonly UnknownValue[] => {
  const role = pathOf(contract, use);
  if (role === undefined) return [];
  const types = workshop.declarations(role).flatMap((one) => textTypeOf(one) ?? []);
  const check = createCheck();
  if (types.length === 0 || types.some((type) => check(type, workshop.wire(role, value)) !== 'no')) return [];
  return [
    {
      role,
      value,
      known: types.flatMap(({ id }) => contract.codeLists.get(id) ?? []).map((code) => meantBy(contract, use, code)),
    },
  ];
};
