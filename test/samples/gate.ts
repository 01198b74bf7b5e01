import { type CheckEnded, type Event, type ExchangeRecorded, journalVersion } from '#evidence/event';
import type { DemandingContract } from '#gate/required/required';
import { requiredFor } from '#gate/required/required';
import type { GateContract, JudgedEvidence } from '#gate/decision/judged-evidence';
import { gateFacts } from '#gate/facts/facts';
import type { GateFacts } from '#gate/facts/gate-facts';
import type { GatePolicy } from '#gate/policy/policy';
import type { Observations } from '#gate/sample/observations';
import { requirements } from '#judgement/requirements/registry';
import { isSeenInRecordings } from '#judgement/requirements/requirement';
import { anExchange } from './run.ts';

/** The document types that the vendor of this evidence declares. */
const declaredTypes = ['BeschikkingAanvraag', 'Melding'] as const;

/** Digest of the contract that everything here is judged by. */
const digest = 'c'.repeat(64);

/** SHA-256 of the certificate that this vendor signs with. */
const fingerprint = 'f'.repeat(64);

const begun = Date.UTC(2026, 10, 20, 9);

/** When all of it is judged. */
const judgedAt = Date.UTC(2026, 10, 30, 9);

const host = 'tst.example.nl';
const suite = '1.0.0';
const at = (minutes: number): string => new Date(begun + minutes * 60_000).toISOString();

/** A contract that KOOP confirmed, in which everything binds. */
const types = [...declaredTypes, 'OmgevingsvergunningAanvraag'].map((name) => ({
  ...{ name, label: name },
  ground: 'confirmed' as const,
}));

const contract: GateContract = { id: '2020-01', digest, confirmed: true, takenFrom: undefined, documentTypes: types };

const demanding: DemandingContract = {
  ...{ id: '2020-01', digest, documentTypes: types, isZipped: true },
  uses: ['documentType', 'reference', 'title', 'medium', 'content'],
};

type Phase = 1 | 2 | 3;

const certificate = { pack: 1, member: 0, at: 0, bytes: 1, sha256: 'e' };

/** Three deliveries of each document type, each handed on to the endpoint and accepted there. */
const deliveries = (): readonly Event[] =>
  declaredTypes.flatMap((documentType, index) =>
    [1, 2, 3].flatMap((number): readonly Event[] => {
      const order = index * 3 + number;
      const [own, other] = [`1-${String(order * 2)}`, `1-${String(order * 2 - 1)}`];
      const common = { documentType, dossierNumber: `1000${String(order)}`, startedAt: begun + order * 60_000 };
      return [
        anExchange({
          ...{ ...common, id: other, check: 'forwarded', case: order, purpose: 'forwarded' },
          ...{ url: `https://${host}/drp`, reference: `Z-${String(order)}` },
        }),
        received({ ...common, id: own, case: order }, other),
        { type: 'exchange-ended', exchange: own, fate: 'answered', reason: '', durationMs: 5 },
      ];
    }),
  );

const received = (change: Partial<ExchangeRecorded>, exchange: string): ExchangeRecorded =>
  anExchange({
    ...change,
    ...{ check: 'recording', purpose: 'received', identity: certificate },
    inbound: {
      ...{ connection: 1, peer: '', target: '/', httpVersion: '1.1', rawHeaders: [], bodyBytes: 1, isCut: false },
      note: { documentType: change.documentType, forwarded: { fate: 'answered', exchange } },
    },
  });

const idsOf = (phase: number) =>
  [...requirements].flatMap(([id, one]) =>
    isSeenInRecordings(one) && one.phases.some((each) => each === phase) ? [id] : [],
  );

const verdictsOf = (phase: Phase): readonly Event[] =>
  idsOf(phase).flatMap((requirement): readonly Event[] => {
    const about = { check: requirement, requirement, documentType: undefined, constraint: undefined, seed: 0 };
    const ended: CheckEnded = {
      ...{ type: 'check-ended', ...about, verdict: 'passed', level: 'MUST', ground: 'public' },
      counts: { cases: 1, exchanges: 6, accepted: 6, refused: 0 },
      ...{ reason: undefined, deviation: undefined, counterexample: undefined, durationMs: 0 },
    };
    return [
      { type: 'check-started', ...about, level: 'MUST', ground: 'public' },
      { type: 'judged', check: requirement, case: 1, judgement: { kind: 'conforms' } },
      ended,
    ];
  });

/** The events of a recording that holds what a phase demands. */
export const honestEvents = (phase: Phase): readonly Event[] => [
  {
    ...{ type: 'recording-started', version: journalVersion, at: at(0), recording: 'proef', suite, phase },
    contract: { id: '2020-01', digest, confirmed: true },
    forwardedTo: { profile: 'eto', asked: 'eto', url: `https://${host}/drp` },
  },
  ...deliveries(),
  {
    type: 'types',
    types: declaredTypes.map((documentType) => ({
      ...{ documentType, messages: 3, accepted: 3, unprovable: undefined },
      judgements: Object.fromEntries(idsOf(phase).map((id) => [id, 'conforms'])),
    })),
  },
  ...verdictsOf(phase),
  {
    ...{ type: 'shown', vendor: 'Zaaksoft', product: 'Zaak', productVersion: '1' },
    items: declaredTypes.map((documentType) => ({ documentType, kind: 'delivery', name: undefined, isDone: true })),
  },
  { type: 'run-ended', at: at(60), complete: true, reason: undefined },
];

const seen = { subject: 'Zaaksoft', oin: '00000001123456789000', fingerprint: 'e'.repeat(64), notAfter: at(1e6) };

/** The facts of events; fails where these hold no start. */
export const factsOf = (events: readonly Event[]): GateFacts => {
  const facts = gateFacts(events, { certificateOf: () => seen });
  if (facts === undefined) throw new Error('no start');
  return facts;
};

const policy = (phase: Phase): GatePolicy => ({
  ...{ date: '2026-11-01', keeper: 'KOOP', age: 90, roots: undefined, contracts: [digest], requirements: {} },
  ...{ targets: [{ phase, host, certificates: [] }], accepted: {}, waivers: [] },
  vendors: [{ name: 'Zaaksoft', fingerprint, oin: seen.oin, broker: undefined }],
});

const sample = (phase: Phase): Observations['sample'] => ({
  ...{ type: 'sample', version: 1, at: at(70), evidence: 'journal', vendor: 'Zaaksoft', phase },
  dossiers: [
    { number: '10001', documentType: declaredTypes[0], marks: [] },
    { number: '10004', documentType: declaredTypes[1], marks: [] },
  ],
});

/** Evidence that a phase passes. */
export const honest = (phase: Phase): JudgedEvidence => {
  const facts = factsOf(honestEvents(phase));
  return {
    ...{
      facts,
      journal: 'journal',
      system: facts.system,
      isSystemSame: true,
      contract,
      phase,
      now: judgedAt,
      code: undefined,
    },
    integrity: {
      ...{ problems: [], manifest: 'm' },
      signer: { subject: 'CN=Zaaksoft', fingerprint, signedAt: at(120), isTrusted: true },
    },
    required: requiredFor({ contract: demanding, suite, phase, documentTypes: declaredTypes }),
    isRequiredSame: true,
    again: { contract: digest, differing: [], isSame: true },
    policy: { digest: 'p', read: policy(phase) },
    observations: {
      ...{ type: 'observations', version: 1, sample: sample(phase), by: 'A. de Vries', date: '2026-11-29' },
      observations: sample(phase).dossiers.map(({ number }) => ({ number, found: 'klopt', remark: '' })),
    },
    earlier: phase === 3 ? ([1, 2] as const).map(earlierOf) : [],
    ...{ publications: [], unreadable: [] },
  };
};

const earlierOf = (phase: number) => ({
  ...{ phase, vendor: 'Zaaksoft', outcome: 'voldoet' as const, documentTypes: [...declaredTypes] },
  certificates: [seen.fingerprint],
});
