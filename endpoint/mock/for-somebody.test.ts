import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Examination } from './examine.ts';
import { forSomebody } from './for-somebody.ts';

const post = readContract('test/contracts/post');
const certificate = { ...post, uses: { ...post.uses, authority: 'certificate' as const } };
const woerden = { kind: 'gemeente', name: 'Woerden' };
const delivery: Examination = {
  kind: 'delivery',
  claim: undefined,
  operation: post.service.deliver,
  judgement: {
    complaints: [],
    warnings: [],
    files: [],
    summary: {
      ...{ documentType: undefined, referenceNumber: undefined, title: undefined, authority: undefined },
      ...{ medium: undefined, publicationDate: undefined, likeness: undefined },
    },
  },
};
const casesOf = (examination: Examination) =>
  examination.kind === 'delivery' ? examination.judgement.complaints.map((one) => one.case) : undefined;

test.each([
  ['a mandate for nobody', certificate, [], ['credentials']],
  ['a mandate for one', certificate, [woerden], []],
  ['nothing said of mandates', certificate, undefined, []],
  ['a mandate for nobody, and an element that may say it', post, [], []],
])('with %s', (...[, contract, mandates, cases]) => {
  expect(casesOf(forSomebody(contract, { mandates }, delivery))).toEqual(cases);
});

test('the connection test is answered whoever asks', () => {
  const alive: Examination = { kind: 'alive', claim: undefined, fault: undefined };

  expect(forSomebody(certificate, { mandates: [] }, alive)).toBe(alive);
});
