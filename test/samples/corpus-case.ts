import type { CaseRequest, CorpusCase } from '#evidence/corpus/corpus-case';

/** A request of a case, with what a test changes of it. */
export const aRequest = (change: Partial<CaseRequest> = {}): CaseRequest => ({
  purpose: 'valid',
  constraint: undefined,
  method: 'POST',
  contentType: 'text/xml; charset=utf-8',
  soapAction: '"urn:deliver"',
  chunked: false,
  asksFirst: false,
  body: Buffer.from('<a/>'),
  ...change,
});

/** A case of phase 1, with what a test changes of it. */
export const aCase = (change: Partial<CorpusCase> = {}): CorpusCase => ({
  requirement: 'delivery.accepts-valid',
  documentType: 'Melding',
  constraint: undefined,
  level: 'MUST',
  deviation: { expected: { nl: 'aangenomen', en: 'accepted' }, actual: { nl: 'geweigerd', en: 'refused' } },
  cause: '0123456789abcdef',
  replay: 'requests',
  why: undefined,
  observes: false,
  owner: '',
  reason: '',
  origin: {
    run: 'rtest',
    seed: 1,
    path: '0',
    clock: '2026-11-23T12:00:00.000Z',
    day: '2026-11-23',
    suite: '0.1.0',
    contract: { id: '2020-01', digest: 'abcdef0123456789' },
    phase: 1,
    profile: 'mock-poc',
    target: 'http://127.0.0.1:1/',
    isMock: true,
  },
  requests: [aRequest()],
  ...change,
});
