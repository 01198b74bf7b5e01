import { describe, expect, test } from 'vitest';
import { verdictsAgainst } from './against.ts';
import { catalogue } from './catalogue.ts';
import { type Manner, manners } from './manners.ts';
import type { Selected } from './seeded-defect.ts';
import { requirementsThat, wrongIn } from './verdicts.ts';

/** The parts of the plan that defects are looked for in: those that differ in their filter alone as one. */
const parts: readonly (readonly [string, Selected])[] = [
  ...Map.groupBy(
    Object.values(catalogue).map(({ run }) => run),
    ({ topics, documentTypes = ['Melding'], runs = 2 }) =>
      `${[...topics, ...documentTypes].join(' ')}, ${String(runs)}`,
  ),
].map(([name, all]) => [
  name,
  { ...all[0], only: (check) => all.some(({ only }) => only?.(check) ?? true) } as Selected,
]);

describe('the endpoint without defects passes what defects are looked for with', () => {
  test.each(parts)('%s', async (_, run) => {
    const ended = await verdictsAgainst([], run);

    expect({ failed: requirementsThat(ended, 'failed'), wrong: wrongIn(ended) }).toEqual({ failed: [], wrong: [] });
    const looked = Object.values(catalogue).filter((one) => sameBut(one.run, run));
    const passed = new Set(requirementsThat(ended, 'passed'));
    expect(looked.flatMap(({ foundBy }) => foundBy).filter((one) => !passed.has(one))).toEqual([]);
  });
});

const sameBut = (one: Selected, other: Selected): boolean =>
  JSON.stringify([one.topics, one.documentTypes, one.runs]) ===
  JSON.stringify([other.topics, other.documentTypes, other.runs]);

describe('an endpoint with manners of its own fails nothing that binds', () => {
  test.each<[string, Manner]>(Object.entries(manners))('%s', async (_, { defects, run, fails = [] }) => {
    const ended = await verdictsAgainst(defects, run, 'endpoint');

    const failed = ended.filter(({ verdict }) => verdict === 'failed');
    expect(requirementsThat(ended, 'failed')).toEqual([...fails].sort());
    expect(failed.filter(({ level }) => level === 'MUST').map(({ check }) => check)).toEqual([]);
    expect(wrongIn(ended)).toEqual([]);
  });
});
