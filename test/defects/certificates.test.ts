import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateFaults } from '#contract/wire/certificate-faults';
import { readContract } from '#contract/reader';
import { systemClock } from '#endpoint/clock';
import { createExaminer } from '#endpoint/mock/examine';
import { createMockServer, type MockServer } from '#endpoint/mock/server';
import { certificateSteps, type StepName } from '#endpoint/mock/certificate/steps';
import { opinionsHere } from '#judgement/request-opinion';
import { streamJudges } from '#judgement/streams/registry';
import { sentWith } from '../samples/sent.ts';
import { aliveOf, say } from '../samples/sender.ts';
import type { ClientName } from '#endpoint/pki/client-certificates';
import { createTestPki, type TestPki } from '#endpoint/pki/test-pki';
import { forgetfulness, forgetting, letsIn, speaking } from '#defects/certificates';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const examiner = createExaminer(contract, 'basic');
let pki: TestPki;
beforeAll(async () => {
  pki = await createTestPki({ now: systemClock.now });
});
afterAll(async () => {
  examiner.dispose();
  await pki.close();
});

const mockWith = (...defects: Parameters<typeof createMockServer>[0]['defects'] & object) =>
  createMockServer({
    contract,
    tls: { pki },
    defects,
    examiner: {
      examine: (message, context) => Promise.resolve(examiner.examine(message, context)),
      close: () => Promise.resolve(),
    },
  });

const knock = ({ url, tls }: MockServer, name: ClientName | undefined) =>
  say({
    url,
    ...aliveOf(contract),
    tls: { ca: [...(tls?.serverRoots ?? [])], ...(name === undefined ? {} : tls?.clients[name]) },
  });

const faults = Object.entries(letsIn) as [keyof typeof letsIn, StepName][];

test.each([
  ['koop', 'deviates'],
  ['g1', 'untested'],
  ['g4', 'untested'],
] as const)('a receiver of phase 3 finds a certificate of the test PKI for %s %s', (name, kind) => {
  const { look, decide } = streamJudges['certificate.issued-under-pkioverheid'];
  const sent = sentWith('received', { kind: 'alive', http: 200 }, { identity: pki.clients[name].cert });
  const value = look(sent, { contract, phase: 3, opinionOf: opinionsHere(contract) });

  expect(decide([{ exchange: '1', value }]).judgement.kind).toBe(kind);
});

describe('the mock refuses each fault by its own step', () => {
  let mock: MockServer;
  beforeAll(async () => {
    mock = await mockWith();
  });
  afterAll(() => mock.close());

  test.each(faults)('%s by %s', async (fault, step) => {
    const { status, text } = await knock(mock, fault);

    expect([status, /\((.+?)\)/.exec(text)?.[1]]).toEqual([403, step]);
  });
});

describe('a mock that forgets one step lets in one fault, and no other', () => {
  test.each(Object.keys(forgetfulness) as StepName[])('%s', async (step) => {
    const mock = await mockWith(forgetting(step));
    try {
      const all = [undefined, ...certificateFaults];
      const heard = await Promise.all(all.map((fault) => knock(mock, fault)));
      const letIn = all.filter((_, index) => heard[index]?.status === 200);

      expect(letIn).toEqual([step === 'present' ? undefined : faults.find(([, one]) => one === step)?.[0]]);
    } finally {
      await mock.close();
    }
  });
});

test('each step but the first is there for a fault', () => {
  expect(new Set(Object.values(letsIn))).toEqual(
    new Set(Object.keys(certificateSteps).filter((step) => step !== 'present')),
  );
});

describe('a mock that speaks other versions of TLS', () => {
  test.each([
    ['TLSv1.1', 'TLSv1.3', 'TLSv1.1'],
    ['TLSv1.2', 'TLSv1.2', 'TLSv1.2'],
    ['TLSv1.3', 'TLSv1.3', 'TLSv1.3'],
  ] as const)('from %s to %s takes %s', async (least, most, version) => {
    const mock = await mockWith(speaking(least, most));
    const knockBy = (one: typeof version) =>
      say({
        url: mock.url,
        ...aliveOf(contract),
        version: one,
        tls: { ca: [...(mock.tls?.serverRoots ?? [])], ...mock.tls?.clients.g1, ciphers: 'DEFAULT@SECLEVEL=0' },
      });
    try {
      expect((await knockBy(version)).protocol).toBe(version);
      const others = (['TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const).filter((one) => one < least || one > most);
      const heard = await Promise.all(others.map(knockBy));
      expect(heard.map(({ status }) => status)).toEqual(others.map(() => undefined));
    } finally {
      await mock.close();
    }
  });
});
