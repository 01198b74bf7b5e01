import { expect, test } from 'vitest';
import { canaryOf } from '#defects/canaries';
import { catalogue } from '#defects/catalogue';
import { requirementsThat, wrongIn } from '#defects/verdicts';
import { seedOf } from '#harness/seed';
import { againstContract, contract, verdictsAgainst } from './shared.ts';

/** Constraints in an order that only the seed decides. */
const sample = contract.constraints
  .toSorted((one, other) => seedOf(20261123, one.id) - seedOf(20261123, other.id))
  .slice(0, 10);

test.each(sample.map((one) => [one.id, one] as const))(
  'an endpoint without %s is found, or it is known why not',
  async (_, one) => {
    const canary = await canaryOf(againstContract, contract, one);

    expect(canary.kind, JSON.stringify(canary)).not.toBe('missed');
  },
);

test('an endpoint without a constraint that another one implies hides it behind that one', async () => {
  const one = contract.constraints.find(({ id }) => id === 'codelists.xsd#RegionaalSamenwerkingsorgaan/enumeration');

  expect(one && (await canaryOf(againstContract, contract, one))).toMatchObject({ kind: 'unseen' });
});

/** Of the checks that violate constraints those of the rules and of the dossier itself. */
const some = {
  topics: ['connection', 'delivery', 'rejection'],
  only: ({ constraints }: { readonly constraints: readonly string[] }) =>
    constraints.length === 0 || constraints.some((one) => /^dossier\.xsd#Dossier\/|^rules\.sch#postcode/.test(one)),
} as const;

test.each(['refuses-everything', 'answers-one-fault'] as const)(
  'of an endpoint that %s no refusal is taken for a good one',
  async (id) => {
    const ended = await verdictsAgainst([catalogue[id]?.defect ?? {}], some);

    expect(requirementsThat(ended, 'failed')).toContain('delivery.accepts-valid');
    expect(requirementsThat(ended, 'passed').filter((one) => one.startsWith('rejection.'))).toEqual([]);
    expect(wrongIn(ended, ['broken'])).toEqual([]);
  },
);
