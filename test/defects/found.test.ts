import { describe, expect, test } from 'vitest';
import { requirements } from '#judgement/requirements/registry';
import { contract, verdictsAgainst } from './shared.ts';
import { catalogue } from '#defects/catalogue';
import { everyAspect } from '#defects/topics/rejection';
import type { SeededDefect } from '#defects/seeded-defect';
import { requirementsThat, wrongIn } from '#defects/verdicts';
import { inFull } from '../samples/in-full.ts';

/** What fails that does not only by chance, and what is our own fault. */
const outcome = async ({ run, defect, perhaps = [], everywhere = false, constraints }: SeededDefect, seed: number) => {
  const ended = await verdictsAgainst([defect], { ...run, seed });
  const optional: ReadonlySet<string> = new Set(perhaps);
  const failed = requirementsThat(ended, 'failed').filter((one) => !optional.has(one));
  const at = ended.flatMap(({ verdict, constraint }) => (verdict === 'failed' ? [constraint] : []));
  const missed = ended.filter(
    ({ verdict, constraint }) => everywhere && verdict === 'passed' && constraint !== undefined,
  );
  return {
    failed,
    missed: missed.map(({ check }) => check),
    broken: wrongIn(ended, ['broken']),
    constraints: constraints === undefined ? undefined : at.sort(),
  };
};

const seeds = Array.from({ length: inFull(20, 1) }, (_, index) => index + 1);

describe.each(seeds)(
  'an endpoint with one defect fails what is there to find it, and nothing else, seed %i',
  (seed) => {
    test.each(Object.entries(catalogue))('%s', async (_, seeded) => {
      const { foundBy, follows = [], constraints } = seeded;

      expect(await outcome(seeded, seed)).toEqual({
        failed: [...foundBy, ...follows].sort(),
        missed: [],
        broken: [],
        constraints: constraints?.toSorted(),
      });
    });
  },
);

describe('the catalogue of defects', () => {
  test('has one at least for every requirement that is made of an endpoint', () => {
    const found = new Set<string>(Object.values(catalogue).flatMap(({ foundBy }) => foundBy));
    const made = [...requirements].filter(([, { role }]) => role === 'endpoint');

    // Where that one fails all others are blocked: tls.test.ts.
    expect(made.map(([id]) => id).filter((id) => !found.has(id))).toEqual(['tls.shows-fitting-certificate']);
  });

  test('has one for every rule that refuses and can be broken', () => {
    const found = new Set(Object.values(catalogue).flatMap(({ constraints = [] }) => constraints));

    const refusing = contract.rules.filter(({ severity }) => severity === 'error').map(({ id }) => `rules.sch#${id}`);
    // Nobody has mandates in phase 1.
    expect(refusing.filter((id) => !found.has(id))).toEqual(['rules.sch#bevoegd-gezag-gemachtigd']);
  });

  test('has one for every kind of constraint that the schemas have', () => {
    const kinds = new Set(
      contract.constraints.filter(({ kind }) => kind === 'schema').map(({ id }) => /[#/]\w+$/.exec(id)?.[0]),
    );
    const found = new Set<string | undefined>(Object.values(everyAspect).map(({ aspect }) => aspect));

    expect([...kinds].filter((kind) => !found.has(kind))).toEqual([]);
  });

  test('takes nothing for chance that has to fail', () => {
    const muddled = Object.entries(catalogue).filter(([, { foundBy, follows = [], perhaps = [] }]) =>
      perhaps.some((one) => foundBy.includes(one) || follows.includes(one)),
    );

    expect(muddled.map(([id]) => id)).toEqual([]);
  });
});
