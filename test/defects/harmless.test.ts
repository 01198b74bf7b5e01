import { describe, expect, test } from 'vitest';
import { inFull } from '../samples/in-full.ts';
import { verdictsAgainst } from './shared.ts';
import { catalogue } from '#defects/catalogue';
import { type Manner, manners } from '#defects/manners';
import type { Selected } from '#defects/seeded-defect';
import { requirementsThat, wrongIn } from '#defects/verdicts';

const nameOf = ({ topics, phase = 1, documentTypes = ['Melding'] }: Selected): string =>
  [`phase ${String(phase)}`, ...topics, ...documentTypes].join(' ');

/** One run that has all that some runs about the same things have. */
const allOf = (all: readonly Selected[]): Selected => ({
  topics: [],
  ...all[0],
  runs: Math.max(...all.map(({ runs = 2 }) => runs)),
  only: (check) => all.some(({ only }) => only?.(check) ?? true),
});

/** The parts of the plan that defects are looked for in. */
const parts = [
  ...Map.groupBy(
    Object.values(catalogue).map(({ run }) => run),
    nameOf,
  ),
].map(([name, all]) => [name, allOf(all)] as const);

describe('the endpoint without defects passes what defects are looked for with', () => {
  test.each(parts)('%s', async (name, run) => {
    const ended = await verdictsAgainst([], run);

    expect({ failed: requirementsThat(ended, 'failed'), wrong: wrongIn(ended) }).toEqual({ failed: [], wrong: [] });
    const looked = Object.values(catalogue).filter((one) => nameOf(one.run) === name);
    const passed = new Set(requirementsThat(ended, 'passed'));
    expect(looked.flatMap(({ foundBy }) => foundBy).filter((one) => !passed.has(one))).toEqual([]);
  });
});

/** Every second in `npm test`. */
const kinds = Object.entries(manners);
const some = inFull(
  kinds,
  kinds.filter((_, index) => index % 2 === 0),
);

describe('an endpoint with manners of its own fails nothing that binds', () => {
  test.each<[string, Manner]>(some)('%s', async (_, { defects, run, fails = [] }) => {
    const ended = await verdictsAgainst(defects, run, 'endpoint');

    const failed = ended.filter(({ verdict }) => verdict === 'failed');
    expect(requirementsThat(ended, 'failed')).toEqual([...fails].sort());
    expect(failed.filter(({ level }) => level === 'MUST').map(({ check }) => check)).toEqual([]);
    expect(wrongIn(ended)).toEqual([]);
  });
});

test('media of the profile that do not fit a document type leave that type out', async () => {
  const ended = await verdictsAgainst([], {
    topics: ['delivery'],
    documentTypes: ['GAOverigeAankondigingen', 'Melding'],
    media: ['Gemeenteblad'],
    only: ({ requirement }) => requirement === 'delivery.accepts-each-medium',
  });

  expect(ended.map(({ documentType, verdict }) => `${documentType ?? ''} ${verdict}`)).toEqual([
    'Melding passed',
    'GAOverigeAankondigingen left-out',
  ]);
});
