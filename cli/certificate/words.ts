import type { ChainEnd } from '#judgement/certificate/chain';
import type { CertificateOutcome } from '#judgement/certificate/judge';
import type { Language } from '#reporters/texts';
import type { Fitness } from './inspect.ts';

interface Words {
  readonly oin: string;
  readonly noOin: string;
  readonly unknownPrefix: string;
  readonly issuers: string;
  readonly unused: string;
  readonly hierarchy: string;
  readonly hierarchies: Readonly<Record<'G1' | 'G4' | 'KOOP' | 'unknown', string>>;
  readonly ends: Readonly<Record<ChainEnd['kind'], string>>;
  readonly valid: string;
  readonly key: string;
  readonly bits: string;
  readonly withoutKey: string;
  readonly usage: string;
  readonly policy: string;
  readonly none: string;
  readonly phase: string;
  readonly fitness: Readonly<Record<Fitness, string>>;
  readonly legend: string;
  readonly cause: string;
  readonly remedy: string;
  readonly warning: string;
  readonly from: (from: string, to: string, left: number) => string;
}

/** The marks of the outcomes. */
export const marks: Readonly<Record<CertificateOutcome, string>> = {
  holds: '✓',
  fails: '✗',
  warns: '!',
  unknown: '?',
  'not-applicable': '–',
};

const nl: Words = {
  oin: 'OIN',
  noOin: 'geen in subject.serialNumber',
  unknownPrefix: 'onbekend voorvoegsel',
  issuers: 'keten',
  unused: 'ongebruikt',
  hierarchy: 'hiërarchie',
  hierarchies: {
    G1: 'PKIoverheid Private G1',
    G4: 'PKIoverheid Private G4',
    KOOP: 'KOOP, met de CA die is opgegeven',
    unknown: 'niet herkend',
  },
  ends: {
    root: 'tot en met de root',
    'below-root': 'tot onder de root',
    open: 'de uitgever daarvan ontbreekt',
    forged: 'de uitgever daarvan is erbij, maar heeft niet ondertekend',
  },
  valid: 'geldig',
  key: 'sleutel',
  bits: 'bits',
  withoutKey: 'privésleutel niet meegegeven',
  usage: 'gebruik',
  policy: 'beleid',
  none: 'geen',
  phase: 'Fase',
  fitness: { fit: 'voldoet', unfit: 'voldoet niet', undecided: 'onbeslist' },
  legend: '✓ voldoet  ✗ voldoet niet  ! waarschuwing  ? onbeslist  – niet van toepassing',
  cause: 'Oorzaak',
  remedy: 'Wat te doen',
  warning: 'Let op',
  from: (from, to, left) =>
    `${from} tot ${to}, ${left < 0 ? `${String(-left)} dagen geleden verlopen` : `nog ${String(left)} dagen`}`,
};

const en: Words = {
  oin: 'OIN',
  noOin: 'none in subject.serialNumber',
  unknownPrefix: 'unknown prefix',
  issuers: 'chain',
  unused: 'unused',
  hierarchy: 'hierarchy',
  hierarchies: {
    G1: 'PKIoverheid Private G1',
    G4: 'PKIoverheid Private G4',
    KOOP: 'KOOP, by the CA that was given',
    unknown: 'not recognised',
  },
  ends: {
    root: 'up to and with the root',
    'below-root': 'up to below the root',
    open: 'its issuer is missing',
    forged: 'its issuer is there, and did not sign it',
  },
  valid: 'valid',
  key: 'key',
  bits: 'bits',
  withoutKey: 'private key not given',
  usage: 'usage',
  policy: 'policy',
  none: 'none',
  phase: 'Phase',
  fitness: { fit: 'fit', unfit: 'not fit', undecided: 'undecided' },
  legend: '✓ holds  ✗ fails  ! warning  ? can’t be said  – not applicable',
  cause: 'Cause',
  remedy: 'What to do',
  warning: 'Note',
  from: (from, to, left) =>
    `${from} to ${to}, ${left < 0 ? `expired ${String(-left)} days ago` : `${String(left)} days left`}`,
};

/** The words of an inspection in each language. */
export const words: Readonly<Record<Language, Words>> = { nl, en };
