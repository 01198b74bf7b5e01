import type { Bilingual } from '#contract/texts/bilingual';
import { type Reason, reason } from './decision.ts';
import type { KnownVendor } from '../policy/policy.ts';
import { knownVendor } from './known-vendor.ts';
import type { JudgedEvidence, SignerSeen } from './judged-evidence.ts';

/** Whether evidence comes from a known vendor, signed as its own. */
export const originReasons = (judged: JudgedEvidence): readonly Reason[] => [
  ...signerReasons(judged),
  ...systemReasons(judged),
  ...policyReasons(judged),
  ...recordedReasons(judged),
];

const missing = (nl: string, en: string): Reason => reason('missing', { nl, en });
const missingOfKoop = (nl: string, en: string): Reason => reason('missing', { nl, en }, { by: 'koop' });

const signerReasons = ({ integrity, ...judged }: JudgedEvidence): readonly Reason[] => {
  if (integrity === undefined)
    return [missing('dit is een map en geen ondertekend pakket', 'this is a folder and not a signed package')];
  const { signer } = integrity;
  if (signer === undefined) return [missing('het pakket is niet ondertekend', 'the package is not signed')];
  const known = knownVendor(judged.policy, signer);
  return known === undefined ? [unknownSigner(signer.subject)] : knownReasons(known, signer, judged);
};

type Signed = Omit<JudgedEvidence, 'integrity'>;

const knownReasons = ({ name }: KnownVendor, signer: SignerSeen, judged: Signed): readonly Reason[] => {
  const { policy, system, facts, now } = judged;
  const signedAt = Date.parse(signer.signedAt);
  const isFirm = policy?.read.roots === undefined || signer.isTrusted === true;
  const isInTime = signedAt + slack >= (facts.last ?? 0) && signedAt <= now + slack;
  return [
    ...(isFirm ? [] : [untrusted(signer.subject)]),
    ...(isSameName(name, system?.vendor) ? [] : [ofOther(name, system?.vendor)]),
    ...(isInTime ? [] : [signedEarly]),
  ];
};

/** Milliseconds by which clocks may differ. */
const slack = 5 * 60_000;

const isSameName = (one: string, other: string | undefined): boolean =>
  one.trim().toLowerCase() === other?.trim().toLowerCase();

const unknownSigner = (subject: string): Reason =>
  missingOfKoop(
    `onbekende ondertekenaar: het beleid noemt het certificaat van ${subject} niet`,
    `unknown signer: the policy does not list the certificate of ${subject}`,
  );

const untrusted = (subject: string): Reason =>
  missing(
    `het certificaat van ${subject} leidt niet naar een root van het beleid`,
    `the certificate of ${subject} does not lead to a root of the policy`,
  );

const ofOther = (signer: string, vendor: string | undefined): Reason =>
  missing(
    `ondertekend door ${signer}, en het pakket noemt als leverancier ${vendor ?? 'niemand'}`,
    `signed by ${signer}, and the package names ${vendor ?? 'nobody'} as the vendor`,
  );

const signedEarly = missing(
  'ondertekend voordat het laatste bericht er was, of op een dag die nog moet komen',
  'signed before the last message was there, or on a day that is still to come',
);

const systemReasons = ({ system, isSystemSame, contract, facts }: JudgedEvidence): readonly Reason[] => {
  if (system === undefined)
    return [
      missing(
        'er is geen leveranciersbestand (vendor.yaml): welk systeem het is en welke documenttypen het aanlevert, staat nergens',
        'there is no vendor file (vendor.yaml): nothing tells which system it is and which document types it delivers',
      ),
    ];
  const names = new Set(contract.documentTypes.map(({ name }) => name));
  const unknown = system.documentTypes.filter((name) => !names.has(name));
  const extra = facts.types.flatMap(({ documentType: name }) =>
    name === undefined || system.documentTypes.includes(name) ? [] : [name],
  );
  return [
    ...(isSystemSame ? [] : [otherFile]),
    ...(system.documentTypes.length > 0
      ? []
      : [missing('het leveranciersbestand noemt geen documenttype', 'the vendor file names no document type')]),
    ...unknown
      .slice(0, mostNamed)
      .map((name) =>
        missing(`het contract kent documenttype ${name} niet`, `the contract has no document type ${name}`),
      ),
    ...extra.slice(0, mostNamed).map((name) => reason('warning', undeclared(name))),
  ];
};

/** Names of others that are told: whoever makes up thousands hides nothing behind them, since one is enough. */
const mostNamed = 20;

const otherFile = missing(
  'het leveranciersbestand noemt iets anders dan waarmee de opname gemaakt is',
  'the vendor file names something else than what the recording was made with',
);

const undeclared = (name: string): Bilingual => ({
  nl: `${name} is ontvangen, en staat niet in het leveranciersbestand: daarover zegt dit niets`,
  en: `${name} was received, and is not in the vendor file: this says nothing of it`,
});

const policyReasons = ({ policy, contract, again }: JudgedEvidence): readonly Reason[] => [
  ...(policy === undefined
    ? [
        missingOfKoop(
          'er is geen beleid gegeven (--policy): de standaard van elke eis geldt, en wie mag ondertekenen is niet bekend',
          'no policy was given (--policy): the default of each requirement holds, and who may sign is not known',
        ),
      ]
    : policy.read.contracts.includes(contract.digest)
      ? []
      : [
          missingOfKoop(
            `het beleid noemt het contract ${contract.id} met SHA-256 ${contract.digest.slice(0, 12)}… niet`,
            `the policy does not list contract ${contract.id} with SHA-256 ${contract.digest.slice(0, 12)}…`,
          ),
        ]),
  ...unknownTypes(policy, contract).map((name) =>
    missingOfKoop(
      `het beleid noemt documenttype ${name}, en het contract kent dat niet: verbeter die rij`,
      `the policy names document type ${name}, which the contract does not have: correct that row`,
    ),
  ),
  ...againReasons(contract.digest, again),
];

/** A row with a mistake in its name would demand, or allow, nothing. */
const unknownTypes = (policy: JudgedEvidence['policy'], { documentTypes }: JudgedEvidence['contract']) => {
  const { accepted = {}, waivers = [] } = policy?.read ?? {};
  const named = [...Object.keys(accepted), ...waivers.flatMap(({ documentType }) => documentType ?? [])];
  return [...new Set(named)].filter((name) => !documentTypes.some((one) => one.name === name));
};

const againReasons = (digest: string, again: JudgedEvidence['again']): readonly Reason[] => {
  if (again === undefined)
    return [
      missingOfKoop(
        'de berichten zijn hier niet opnieuw beoordeeld; dat doet het commando 3pas gate, en van een run alleen met de versie van 3pas en het contract waarmee die gemaakt is (--contract)',
        'the messages were not judged again here; the command 3pas gate does that, and of a run only with the version of 3pas and the contract that it was made with (--contract)',
      ),
    ];
  if (again.contract !== digest)
    return [
      missing(
        'de berichten zijn volgens een ander contract beoordeeld dan dat van KOOP',
        'the messages were judged by another contract than that of KOOP',
      ),
    ];
  if (again.isSame || again.differing.length === 0) return [];
  return [
    reason('warning', {
      nl: `de suite van nu, met het contract van nu, oordeelt in ${String(again.differing.length)} punten anders dan is vastgelegd`,
      en: `the suite of now, with the contract of now, judges otherwise than was recorded in ${String(again.differing.length)} points`,
    }),
  ];
};

/** That a vendor worked by another contract is told, and is no reason to refuse. */
const recordedReasons = ({ facts: { contract: own }, contract }: JudgedEvidence): readonly Reason[] =>
  own.digest === contract.digest
    ? []
    : [
        reason('warning', {
          nl: `opgenomen volgens contract ${own.id} (SHA-256 ${own.digest.slice(0, 12)}…), beoordeeld volgens ${contract.id} (${contract.digest.slice(0, 12)}…)`,
          en: `recorded by contract ${own.id} (SHA-256 ${own.digest.slice(0, 12)}…), judged by ${contract.id} (${contract.digest.slice(0, 12)}…)`,
        }),
      ];
