import type { Event } from '#evidence/event';
import type { JudgedEvidence } from '#gate/decision/judged-evidence';
import type { GatePolicy } from '#gate/policy/policy';
import { isSameList } from '#gate/required/same-list';
import type { RequiredPair } from '#gate/required/required-list';
import type { Verdict } from '#judgement/verdict';
import { factsOf, honest, honestEvents } from './gate.ts';

/** One omission or edit of honest evidence, each of which is reason enough not to pass. */
export interface Omission {
  readonly name: string;
  readonly change: (judged: JudgedEvidence) => JudgedEvidence;
}

type Phase = 1 | 2 | 3;

/** Every omission and edit of evidence of a phase. */
export const omissionsOf = (phase: Phase): readonly Omission[] => [
  ...ofVerdicts(phase),
  ...ofEvents(phase),
  ...ofList(phase),
  ...ofPolicy(honest(phase)),
  ...ofFacts,
  ...ofOrigin,
  ...ofObservations,
  ...(phase === 3 ? [...ofEarlier, ofCertificate] : []),
];

const facts = (name: string, change: Partial<JudgedEvidence['facts']>): Omission => ({
  name: `facts: ${name}`,
  change: (judged) => ({ ...judged, facts: { ...judged.facts, ...change } }),
});

const verdicts: readonly (Verdict | undefined)[] = [
  ...([undefined, 'failed', 'broken', 'blocked', 'untested', 'left-out', 'not-applicable'] as const),
];

/** A failure of what only warns is told, and passes; what need not be seen passes unless it failed. */
const matters = ({ level, deliveries }: RequiredPair, verdict: Verdict | undefined): boolean =>
  verdict === 'failed' ? level === 'MUST' : deliveries > 0 && level !== 'REPORT';

const ofVerdicts = (phase: Phase): readonly Omission[] =>
  honest(phase).required.pairs.flatMap((pair) =>
    verdicts
      .filter((verdict) => matters(pair, verdict))
      .flatMap((verdict) => [
        withVerdict(pair, verdict),
        ...(pair.documentType === undefined || verdict !== 'failed'
          ? []
          : [withUntypedFailure(pair), withFailureOfAll(pair)]),
      ]),
  );

const withVerdict = ({ requirement, documentType }: RequiredPair, verdict: Verdict | undefined): Omission => ({
  name: `${requirement} of ${documentType ?? 'all'} is ${verdict ?? 'gone'}`,
  change: (judged) => ({
    ...judged,
    facts: {
      ...judged.facts,
      whole: judged.facts.whole.flatMap((one) => {
        if (documentType !== undefined || one.requirement !== requirement) return [one];
        return verdict === undefined ? [] : [{ ...one, verdict }];
      }),
      types: judged.facts.types.map((one) => {
        if (one.documentType !== documentType) return one;
        const { [requirement]: _gone, ...rest } = one.verdicts;
        return { ...one, verdicts: verdict === undefined ? rest : { ...rest, [requirement]: verdict } };
      }),
    },
  }),
});

/** The messages of no type fail by themselves. */
const withFailureOfAll = ({ requirement }: RequiredPair): Omission => ({
  name: `${requirement} fails over all messages together`,
  change: (judged) => {
    const whole = judged.facts.whole.map((one) =>
      one.requirement === requirement ? { ...one, verdict: 'failed' as const } : one,
    );
    return { ...judged, facts: { ...judged.facts, whole } };
  },
});

/** The failing messages are passed off as ones of no known type. */
const withUntypedFailure = ({ requirement }: RequiredPair): Omission => ({
  name: `${requirement} fails in messages of no type`,
  change: (judged) => {
    const untyped = { documentType: undefined, received: 1, accepted: 0, isUnprovable: false };
    const types = [...judged.facts.types, { ...untyped, verdicts: { [requirement]: 'failed' as const } }];
    return { ...judged, facts: { ...judged.facts, types } };
  },
});

/** Facts of a journal that was written anew with a valid chain of digests, which is all that its owner can do. */
const withEvents = (name: string, events: readonly Event[]): Omission => ({
  name: `events: ${name}`,
  change: (judged) => {
    const changed = factsOf(events);
    return { ...judged, facts: changed, system: changed.system };
  },
});

/** Nothing depends on the end of a single exchange here, nor on the line that a check begins. */
const isNeedless = ({ type }: Event): boolean => type === 'exchange-ended' || type === 'check-started';

const ofEvents = (phase: Phase): readonly Omission[] => {
  const all = honestEvents(phase);
  const required = new Set<string>(
    honest(phase).required.pairs.flatMap((one) =>
      one.deliveries > 0 && one.level !== 'REPORT' ? [one.requirement] : [],
    ),
  );
  const isCounted = (event: Event): boolean =>
    !('requirement' in event || event.type === 'judged') || required.has(event.check);
  return all.flatMap((event, index): readonly Omission[] => {
    const without = all.toSpliced(index, 1);
    const label = `${String(index)} ${event.type}`;
    if (isNeedless(event) || !isCounted(event) || event.type === 'recording-started') return [];
    const twice = event.type === 'exchange' || event.type === 'check-ended' || event.type === 'types';
    return [
      withEvents(`${label} is gone`, without),
      ...(twice ? [withEvents(`${label} is there twice`, all.toSpliced(index, 0, event))] : []),
      ...edits(event).map(([what, edited]) => withEvents(`${label} ${what}`, all.toSpliced(index, 1, edited))),
    ];
  });
};

const edits = (event: Event): readonly (readonly [string, Event])[] => {
  switch (event.type) {
    case 'exchange':
      return [
        ['was refused', { ...event, answer: 'fault' }],
        ['has another id', { ...event, id: '9-9' }],
        ['has another case', { ...event, case: 99 }],
        ['is of another type', { ...event, documentType: 'OmgevingsvergunningAanvraag' }],
        ['has another number', { ...event, dossierNumber: '99999' }],
        ['is of the day after', { ...event, startedAt: event.startedAt + 86_400_000 }],
        ...(event.inbound === undefined
          ? [['went elsewhere', { ...event, url: 'https://mock.example.nl/' }] as const]
          : []),
      ];
    case 'check-ended':
      return [
        ['failed', { ...event, verdict: 'failed' }],
        ['was not tested', { ...event, verdict: 'untested' }],
      ];
    case 'judged':
      return [['deviates', { ...event, judgement: { kind: 'blocked', reason: { nl: 'x', en: 'x' } } }]];
    case 'types':
      return event.types.map((type, index) => [
        `lacks ${type.documentType ?? ''}`,
        { ...event, types: event.types.toSpliced(index, 1) },
      ]);
    case 'run-ended':
      return [
        ['broke off', { ...event, complete: false }],
        ['is of before', { ...event, at: '2026-11-01T00:00:00.000Z' }],
      ];
    case 'shown':
      return [
        ['is of another vendor', { ...event, vendor: 'Anderssoft' }],
        ['shows nothing', { ...event, items: [] }],
        ['shows more types', { ...event, items: [...event.items, { ...toShow, isDone: false }] }],
      ];
    default:
      return [];
  }
};

const toShow = { documentType: 'Melding', kind: 'medium', name: 'Gemeenteblad' } as const;

/** A list that came along with a pair less, or that asks less. */
const ofList = (phase: Phase): readonly Omission[] => {
  const { required } = honest(phase);
  const edited = (name: string, pairs: readonly RequiredPair[]): Omission => ({
    name: `required.json: ${name}`,
    change: (judged) => ({
      ...judged,
      isRequiredSame: isSameList({ ...required, pairs: [...pairs] }, judged.required),
    }),
  });
  return required.pairs.flatMap((pair, index) => [
    edited(`lacks ${pair.requirement} of ${pair.documentType ?? 'all'}`, required.pairs.toSpliced(index, 1)),
    ...(pair.level === 'REPORT'
      ? []
      : [
          edited(
            `${pair.requirement} is report-only`,
            required.pairs.toSpliced(index, 1, { ...pair, level: 'REPORT', ground: 'assumed' }),
          ),
        ]),
    edited(`${pair.requirement} asks otherwise`, required.pairs.toSpliced(index, 1, { ...pair, deliveries: 7 })),
  ]);
};

const policy = (name: string, change: (read: GatePolicy) => GatePolicy): Omission => ({
  name: `policy: ${name}`,
  change: (judged) => ({
    ...judged,
    policy: judged.policy && { ...judged.policy, read: change(judged.policy.read) },
  }),
});

const ofPolicy = ({ required, phase }: JudgedEvidence): readonly Omission[] => [
  { name: 'policy: none', change: (judged) => ({ ...judged, policy: undefined }) },
  policy('no vendors', (read) => ({ ...read, vendors: [] })),
  policy('another certificate', (read) => ({
    ...read,
    vendors: read.vendors.map((one) => ({ ...one, fingerprint: '0'.repeat(64) })),
  })),
  policy('another vendor', (read) => ({
    ...read,
    vendors: read.vendors.map((one) => ({ ...one, name: 'Anderssoft' })),
  })),
  ...(phase === 3
    ? [
        policy('another organisation', (read) => ({
          ...read,
          vendors: read.vendors.map((one) => ({ ...one, oin: '00000001999999999000' })),
        })),
      ]
    : []),
  policy('no endpoint', (read) => ({ ...read, targets: [] })),
  policy('another endpoint', (read) => ({ ...read, targets: [{ phase, host: 'eto.example.nl', certificates: [] }] })),
  policy('the certificate of another server', (read) => ({
    ...read,
    targets: read.targets.map((one) => ({ ...one, certificates: ['0'.repeat(64)] })),
  })),
  policy('the endpoint of another phase', (read) => ({
    ...read,
    targets: read.targets.map((one) => ({ ...one, phase: 4 })),
  })),
  policy('no contract', (read) => ({ ...read, contracts: [] })),
  policy('another contract', (read) => ({ ...read, contracts: ['0'.repeat(64)] })),
  policy('evidence of a week', (read) => ({ ...read, age: 7 })),
  ...required.documentTypes.map(({ name }) =>
    policy(`four deliveries of ${name}`, (read) => ({ ...read, accepted: { [name]: 4 } })),
  ),
  ...required.pairs.flatMap(({ requirement, level, documentType }) =>
    level === 'REPORT' || documentType === undefined
      ? []
      : [
          policy(`four deliveries for ${requirement}`, (read) => ({
            ...read,
            requirements: { [requirement]: { weight: 'counts', deliveries: 4 } },
          })),
        ],
  ),
  ...required.pairs.flatMap((pair) =>
    pair.level !== 'MUST'
      ? []
      : [
          expired(pair, { lastDay: '2026-11-29', documentType: undefined }),
          ...(pair.documentType === undefined
            ? []
            : [expired(pair, { lastDay: '2027-01-01', documentType: 'OmgevingsvergunningAanvraag' })]),
        ],
  ),
];

/** A waiver that is over, or of something else, beside a failure. */
const expired = (
  pair: RequiredPair,
  of: { readonly lastDay: string; readonly documentType: string | undefined },
): Omission => ({
  name: `policy: a waiver of ${pair.requirement} until ${of.lastDay} does not cover ${pair.documentType ?? 'all'}`,
  change: (judged) => {
    const waiver = { requirement: pair.requirement, reason: 'x', owner: 'y', ...of };
    const waived = policy('', (read) => ({ ...read, waivers: [waiver] })).change(judged);
    return withVerdict(pair, 'failed').change(waived);
  },
});

const day = 86_400_000;

const ofFacts: readonly Omission[] = [
  facts('of a run', { kind: 'run', recordedBy: undefined }),
  facts('of 3pas deliver', { recordedBy: 'delivery' }),
  facts('of production', { phase: 4 }),
  facts('answered by the receiver', { hosts: [], acceptedThere: [] }),
  facts('of another endpoint', { hosts: ['mock.example.nl'] }),
  facts('also of another endpoint', { hosts: ['tst.example.nl', '127.0.0.1:8080'] }),
  facts('of another clock', { isRealClock: false }),
  facts('not ended', { isEnded: false }),
  facts('redacted', { isRedacted: true }),
  facts('filtered', { isFiltered: true }),
  facts('without messages', { first: undefined, last: undefined }),
  facts('a year old', { first: Date.UTC(2025, 10, 20) }),
  facts('of tomorrow', { last: Date.UTC(2026, 11, 2) }),
  facts('with a damaged line', { damaged: 1 }),
  facts('with a gap', { gaps: ['recording'] }),
  facts('with an unfounded verdict', { unfounded: ['message.is-unicode'] }),
  facts('without accepted deliveries', { acceptedThere: [] }),
  facts('without types', { types: [] }),
  facts('without verdicts', { whole: [] }),
  facts('with something to show', { toShow: [{ ...toShow, isDone: false }] }),
  {
    name: 'facts: not provable again',
    change: (judged) => ({
      ...judged,
      facts: { ...judged.facts, types: judged.facts.types.map((one) => ({ ...one, isUnprovable: true })) },
    }),
  },
];

/** One message of three with the own certificate is not three. */
const ofCertificate: Omission = {
  name: 'facts: deliveries of one document type without the certificate of the organisation',
  change: (judged) => ({
    ...judged,
    facts: {
      ...judged.facts,
      acceptedThere: judged.facts.acceptedThere.map((one) =>
        one.documentType === 'Melding' ? { ...one, certificate: undefined } : one,
      ),
    },
  }),
};

const signed = (name: string, change: Partial<NonNullable<JudgedEvidence['integrity']>>): Omission => ({
  name: `package: ${name}`,
  change: (judged) => ({ ...judged, integrity: judged.integrity && { ...judged.integrity, ...change } }),
});

const whole = (name: string, change: Partial<JudgedEvidence>): Omission => ({
  name,
  change: (judged) => ({ ...judged, ...change }),
});

const signer = {
  subject: 'CN=Z',
  fingerprint: 'f'.repeat(64),
  signedAt: new Date(Date.UTC(2026, 10, 21)).toISOString(),
};

const ofOrigin: readonly Omission[] = [
  whole('package: none', { integrity: undefined }),
  signed('not signed', { signer: undefined }),
  signed('altered', { problems: [{ nl: 'x', en: 'x' }] }),
  signed('of another signer', { signer: { ...signer, fingerprint: 'a'.repeat(64), isTrusted: true } }),
  signed('signed before', { signer: { ...signer, signedAt: '2026-11-01T00:00:00Z', isTrusted: true } }),
  signed('signed tomorrow', { signer: { ...signer, signedAt: '2026-12-02T00:00:00Z', isTrusted: true } }),
  {
    name: 'package: of another root',
    change: (judged) => ({
      ...policy('', (read) => ({ ...read, roots: 'roots.pem' })).change(judged),
      integrity: { problems: [], manifest: 'm', signer: { ...signer, isTrusted: false } },
    }),
  },
  whole('vendor file: none', { system: undefined }),
  whole('vendor file: edited', { isSystemSame: false }),
  {
    name: 'vendor file: another vendor',
    change: (judged) => ({ ...judged, system: judged.system && { ...judged.system, vendor: 'Anderssoft' } }),
  },
  {
    name: 'vendor file: a type that the contract lacks',
    change: (judged) => ({
      ...judged,
      system: judged.system && { ...judged.system, documentTypes: [...judged.system.documentTypes, 'Verkeersbesluit'] },
    }),
  },
  whole('not judged again', { again: undefined }),
  whole('judged by another contract', { again: { contract: 'other', differing: [], isSame: false } }),
  whole('judged otherwise by the same suite', {
    again: { contract: 'c'.repeat(64), differing: ['message.is-unicode'], isSame: true },
  }),
  whole('of another journal', { journal: 'other' }),
  whole('a year later', { now: Date.UTC(2027, 10, 30) }),
  whole('a day before it was made', { now: Date.UTC(2026, 10, 20, 9) - day }),
  whole('a code that nobody carried', { code: 'K7MXPQ' }),
  whole('a code that is none', { code: ' ' }),
];

const seen = (name: string, change: Partial<NonNullable<JudgedEvidence['observations']>>): Omission => ({
  name: `observations: ${name}`,
  change: (judged) => ({ ...judged, observations: judged.observations && { ...judged.observations, ...change } }),
});

const ofObservations: readonly Omission[] = [
  whole('observations: none', { observations: undefined }),
  seen('empty', { observations: [] }),
  seen('of one dossier', { observations: [{ number: '10001', found: 'klopt', remark: '' }] }),
  seen('of other dossiers', {
    observations: [
      { number: '1', found: 'klopt', remark: '' },
      { number: '2', found: 'klopt', remark: '' },
    ],
  }),
  seen('of tomorrow', { date: '2026-12-01' }),
  ...['10001', '10004'].map((other) =>
    seen(`${other} differs`, {
      observations: ['10001', '10004'].map((number) => ({
        ...{ number, remark: '' },
        found: number === other ? ('wijkt af' as const) : ('klopt' as const),
      })),
    }),
  ),
  seen('twice', {
    observations: ['10001', '10004', '10004'].map((number) => ({ number, found: 'klopt' as const, remark: '' })),
  }),
  ...[
    { evidence: 'other' },
    { phase: 4 as const },
    { dossiers: [] },
    { dossiers: [{ number: '10001', documentType: 'Melding', marks: [] }] },
  ].map((change) => ({
    name: `observations: of another sample ${JSON.stringify(change)}`,
    change: (judged: JudgedEvidence) => ({
      ...judged,
      observations: judged.observations && {
        ...judged.observations,
        sample: { ...judged.observations.sample, ...change },
      },
    }),
  })),
];

const ofEarlier: readonly Omission[] = [
  whole('earlier: none', { earlier: [] }),
  ...([1, 2] as const).flatMap((phase) =>
    [{ phase: 4 }, { vendor: 'Anderssoft' }, { outcome: 'onbeslist' as const }, { documentTypes: ['Melding'] }].map(
      (change) => ({
        name: `earlier: phase ${String(phase)} with ${JSON.stringify(change)}`,
        change: (judged: JudgedEvidence) => ({
          ...judged,
          earlier: judged.earlier.map((one) => (one.phase === phase ? { ...one, ...change } : one)),
        }),
      }),
    ),
  ),
];
