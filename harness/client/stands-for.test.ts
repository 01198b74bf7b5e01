import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { sampleHierarchy, sampleLeaf } from '../../test/samples/certificate-chains.ts';
import { newKey } from '../../test/samples/certificates.ts';
import { mustMind } from './manners.ts';
import { unknownSender } from './stands-for.ts';

const post = readContract('test/contracts/post');
const certificate = { ...post, uses: { ...post.uses, authority: 'certificate' as const } };
const key = await newKey('ec');
const { tsp } = sampleHierarchy('Test', key);
const tls = { ca: [], identity: { cert: sampleLeaf(tsp, key).pem, key: '' }, wrong: {}, of: {} };
const utrecht = { kind: 'gemeente', name: 'Utrecht' };
const woerden = { kind: 'gemeente', name: 'Woerden' };

test.each([
  ['a username for one body', { authorities: [utrecht] }, undefined],
  ['a certificate for one body by its mandate', { authorities: [utrecht], mandates: [utrecht], tls }, undefined],
  ['a profile that lets nobody be delivered for', { authorities: [], tls }, undefined],
  [
    'a profile for two bodies',
    { authorities: [utrecht, woerden] },
    'uses.authority is certificate, so a sender stands for one authority, and the profile allows 2; name in bevoegdGezag the one that it stands for',
  ],
  [
    'a certificate that nothing ties to the body',
    { authorities: [utrecht], tls },
    'uses.authority is certificate, and nothing says that the one of "Gemeente Voorbeeld" (OIN 00000001002220647000) stands for gemeente Utrecht; if it does, say so in machtigingen of the profile',
  ],
])('%s', (_, standing, sentence) => {
  expect(unknownSender(certificate, standing)).toBe(sentence);
  expect(unknownSender(post, standing)).toBeUndefined();
});

test('a sender that nobody knows delivers to this machine alone', () => {
  const config = { phase: 2, authorities: [utrecht], media: [], runId: 'proef', permitted: [], tls };
  const mind = (url: string) => (): void => {
    mustMind(certificate, { ...config, url });
  };

  expect(mind('https://eto-proef.example/')).toThrow(
    /contract\.yaml:\d+: nothing is delivered to another machine: uses\.authority is certificate, and nothing says/,
  );
  expect(mind('https://127.0.0.1:1/')).not.toThrow();
});
