import { expect, test } from 'vitest';
import { honest } from '../../test/samples/gate.ts';
import { letter } from '../text/letter.ts';
import { evaluate } from './evaluate.ts';
import type { PublicationSeen } from './judged-evidence.ts';

const seen = (documentType: string, change: Partial<PublicationSeen> = {}): PublicationSeen => ({
  ...{ publication: 'gmb-2026-12345', seenBy: 'J. Jansen', seenAt: '2026-11-20T09:10:00Z' },
  ...{ at: '2026-11-20T09:20:00Z', documentType, run: 'r4', profile: 'productie', ...change },
});

const decided = (...publications: readonly PublicationSeen[]) => {
  const { facts, policy, earlier, ...rest } = honest(3);
  const [phase, name] = [4, 'r4'] as const;
  return evaluate({
    ...{ ...rest, phase, publications, observations: undefined },
    required: {
      ...{ ...rest.required, phase, pairs: [] },
      documentTypes: rest.required.documentTypes.map((one) => ({ ...one, accepted: 0 })),
    },
    facts: { ...facts, kind: 'run', recordedBy: undefined, phase, name, profile: 'productie' },
    policy: policy && {
      ...policy,
      read: { ...policy.read, targets: policy.read.targets.map((one) => ({ ...one, phase })) },
    },
    earlier: earlier.map((one) => ({ ...one, phase: 3 })),
  });
};

const missing = (...publications: readonly PublicationSeen[]) =>
  decided(...publications).reasons.flatMap(({ kind, text, documentType }) =>
    kind === 'missing' ? [[documentType, text.nl]] : [],
  );

const both = ['BeschikkingAanvraag', 'Melding'].map((name) => seen(name));

test('phase 4 passes on a publication of each declared document type, and shows what to look up', () => {
  const decision = decided(...both);

  expect([decision.outcome, missing(...both)]).toEqual(['voldoet', []]);
  expect(decision.types.map(({ publications }) => publications)).toEqual([
    [{ publication: 'gmb-2026-12345', seenBy: 'J. Jansen', seenAt: '2026-11-20T09:10:00Z' }],
    [{ publication: 'gmb-2026-12345', seenBy: 'J. Jansen', seenAt: '2026-11-20T09:10:00Z' }],
  ]);
  expect(decision.reasons.map(({ text }) => text.nl)).toEqual([expect.stringContaining('zoek elk nummer op')]);
  expect(letter(decision, new Map())).toContain('vastlegging: BeschikkingAanvraag (gmb-2026-12345); Melding (gmb');
});

test('a document type without a publication is missing, and what was judged without any is the endpoint', () => {
  expect(missing(seen('Melding'))).toEqual([
    ['BeschikkingAanvraag', expect.stringContaining('geen publicatie van dit documenttype')],
  ]);
  expect(decided().judged.nl).toBe('Beoordeeld: het endpoint; dit zegt niets over een leverancier');
});

test('an attestation that can not be read is missing, by its line', () => {
  const text = { nl: 'regel 1 van attestations.ndjson is niet te lezen', en: 'x' };
  const { reasons } = evaluate({ ...honest(3), phase: 4, unreadable: [text] });
  expect(reasons.flatMap(({ kind, text: said }) => (kind === 'missing' ? [said.nl] : []))).toContain(text.nl);
});

test.each<[string, Partial<PublicationSeen>]>([
  ['noemt een andere run of een ander profiel', { run: 'r9' }],
  ['noemt een andere run of een ander profiel', { profile: 'mock-poc' }],
  ['noemt geen run', { run: undefined, profile: undefined }],
  ['nog moet komen', { seenAt: '2029-11-30', at: '2029-11-30T12:00:00Z' }],
  ['nadat het op', { seenAt: '2026-11-20T10:00:00Z' }],
  ['langer geleden dan het beleid toestaat', { seenAt: '2019-11-30' }],
  ['van een ander jaar', { publication: 'gmb-2027-1' }],
  ['van een ander jaar', { publication: 'gmb-2019-1' }],
])('an attestation that can not be true counts for nothing: it %s', (why, change) => {
  const [other] = both;
  const all = [...(other === undefined ? [] : [other]), seen('Melding', change)];

  expect([decided(...all).outcome, missing(...all)]).toEqual([
    'onbeslist',
    [['Melding', expect.stringContaining(why)]],
  ]);
});
