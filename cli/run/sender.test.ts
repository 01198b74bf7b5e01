import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { holder, sampleHierarchy, sampleLeaf, sampleOin } from '../../test/samples/certificate-chains.ts';
import { newKey, oids } from '../../test/samples/certificates.ts';
import { senderOf } from './sender.ts';

const post = readContract('test/contracts/post');
const certificate = { uses: { ...post.uses, authority: 'certificate' as const } };
const key = await newKey('ec');
const { tsp } = sampleHierarchy('Test', key);
const identityOf = (organisation: string) => ({
  cert: sampleLeaf(tsp, key, { subject: holder({ o: [oids.o, organisation, 'utf8String'] }) }).pem,
  key: '',
});
const utrecht = { kind: 'gemeente', name: 'Utrecht' };
const woerden = { kind: 'gemeente', name: 'Woerden' };
const mandates = [{ oin: sampleOin, authorities: [utrecht, woerden] }];

test('a sender has the mandates of its OIN, and none of another', () => {
  const own = senderOf({ mandates, authorities: [utrecht] }, identityOf('Leverancier'), post);
  const other = senderOf({ mandates, authorities: [utrecht] }, undefined, post);

  expect(own).toEqual({ oin: sampleOin, mandates: [utrecht, woerden], authorities: [utrecht] });
  expect(other).toEqual({ oin: undefined, mandates: [], authorities: [] });
});

test.each([
  ['the name of the one body', 'Utrecht', [utrecht], [utrecht]],
  ['its name with the kind, in another case', 'GEMEENTE Utrecht', [utrecht], [utrecht]],
  ['the name with another kind', 'Provincie Utrecht', [utrecht], undefined],
  ['the name of a vendor', 'Leverancier', [utrecht], undefined],
  ['the name of one body of two', 'Utrecht', [utrecht, woerden], undefined],
])('under authority from the certificate an organisation with %s', (...[, organisation, authorities, stands]) => {
  const profile = { mandates: undefined, authorities };

  expect(senderOf(profile, identityOf(organisation), certificate).mandates).toEqual(stands);
  expect(senderOf(profile, identityOf(organisation), post).mandates).toBeUndefined();
});

test('a username stands for the one body of the profile', () => {
  expect(senderOf({ mandates: undefined, authorities: [utrecht] }, undefined, certificate).mandates).toEqual([utrecht]);
  expect(senderOf({ mandates: undefined, authorities: undefined }, undefined, certificate).mandates).toBeUndefined();
});
