import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { requirements } from '#judgement/requirements/registry';
import { planPhase, planRecording, select } from './plan.ts';

const contract = readContract(resolve(import.meta.dirname, '../contract/2020-01'));
const atMock = planPhase(contract, 1, true);
const atEndpoint = planPhase(contract, 1, false);

test('every key and every ordinal is there once', () => {
  expect(new Set(atMock.map(({ key }) => key)).size).toBe(atMock.length);
  expect(atMock.map(({ ordinal }) => ordinal)).toEqual(atMock.map((_, index) => index));
});

test('every constraint of the contract is planned for every document type', () => {
  for (const { name } of contract.documentTypes) {
    const planned = atMock
      .filter(({ documentType }) => documentType === name)
      .flatMap(({ constraints }) => constraints);

    expect([...planned].sort()).toEqual(contract.constraints.map(({ id }) => id).sort());
  }
});

test('a requirement stands in the plans of where it can be seen', () => {
  const runs = [1, 2, 3, 4].flatMap((phase) => planPhase(contract, phase, true));
  const recordings = [1, 2, 3, 4].flatMap((phase) => planRecording(contract, phase));
  const planned = (plan: typeof runs) => new Set(plan.map(({ requirement }) => requirement));
  const seenAt = (...vantages: readonly string[]) =>
    [...requirements].flatMap(([id, one]) => (one.seenAt.some((each) => vantages.includes(each)) ? [id] : []));

  expect(planned(runs)).toEqual(new Set(seenAt('mock', 'endpoint')));
  expect(planned(recordings)).toEqual(new Set(seenAt('receiver')));
  expect(recordings.every(({ requirement }) => requirements.get(requirement)?.role === 'vendor')).toBe(true);
});

test('a selection keeps the ordinals, so that filtered runs send the same numbers', () => {
  const part = select(atMock, { topics: ['delivery'], documentTypes: ['Melding'] });

  expect(part.length).toBeGreaterThan(3);
  expect(part.every((check) => atMock[check.ordinal] === check)).toBe(true);
});

test('at the mock everything binds; elsewhere only what rests on public or confirmed ground', () => {
  expect(new Set(atMock.map(({ level }) => level))).toEqual(new Set(['MUST']));
  const must = atEndpoint.filter(({ level }) => level === 'MUST');
  expect(new Set(must.map(({ ground }) => ground))).toEqual(new Set(['public']));
  expect(atEndpoint.filter(({ ground }) => ground === 'assumed').every(({ level }) => level === 'REPORT')).toBe(true);
});

test('a violation binds by its own ground, since its control shows that the document type is known', () => {
  const bopa = atEndpoint.filter(({ documentType }) => documentType === 'OmgevingsvergunningAfhandelingPlanafwijking');
  const bound = (requirement: string) => bopa.find((check) => check.key.startsWith(requirement));

  expect(bound('delivery.accepts-valid/')).toMatchObject({ ground: 'assumed', level: 'REPORT' });
  expect(bopa.find(({ constraint }) => constraint === 'rules.sch#bopa-srsnaam')).toMatchObject({
    ground: 'public',
    level: 'MUST',
  });
  expect(bopa.find(({ constraint }) => constraint === 'bopa-geometrie.xsd#Geometrie/id (public)')).toMatchObject({
    level: 'MUST',
  });
});

test('one delivery that 3pas sent itself is not asked how a system behaves', () => {
  const topics = new Set(planRecording(contract, 1, 'delivery').map(({ requirement }) => requirement.split('.')[0]));

  expect(topics).toEqual(new Set(['request', 'message']));
});

test('what is asked of duplicates binds by the ground of their key', () => {
  const { duplicate } = contract;
  if (duplicate === undefined) throw new Error('the shipped contract has a key');
  const told = { ...contract, duplicate: { ...duplicate, ground: 'taken-over', source: 'a paper' } } as const;
  const bound = (one: typeof contract) =>
    planPhase(one, 1, false).find(({ key }) => key === 'redelivery.refuses-after-success/Melding');

  expect(bound(contract)).toMatchObject({ ground: 'assumed', level: 'REPORT' });
  expect(bound(told)).toMatchObject({ ground: 'taken-over', level: 'SHOULD' });
});
