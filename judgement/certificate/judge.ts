import type { Bilingual } from '#contract/texts/bilingual';
import { levelOf } from '#contract/grounds/ground';
import { type CertificateRequirement, certificate } from '../requirements/certificate.ts';
import type { Requirement } from '../requirements/requirement.ts';
import * as chainJudges from './judge-chain.ts';
import * as holder from './judge-holder.ts';
import * as key from './judge-key.ts';
import * as time from './judge-time.ts';
import type { CertificateChain } from './chain.ts';
import { type CertificateJudge, type Circumstances, type Opinion, type OwnWords, notApplicable } from './opinion.ts';

/** `fails` for what is demanded on ground that can bind, `warns` for what is advised or rests on less. */
export type CertificateOutcome = 'holds' | 'fails' | 'warns' | 'unknown' | 'not-applicable';

/** What is said of one requirement, and why. */
export interface CertificateJudgement {
  readonly requirement: CertificateRequirement;
  readonly outcome: CertificateOutcome;
  readonly reason: Bilingual;
  /** Cause and remedy, where those of the requirement do not fit. */
  readonly own?: OwnWords | undefined;
}

/** A requirement without a judge does not compile. */
const judges: Readonly<Record<CertificateRequirement, CertificateJudge>> = {
  'certificate.within-validity': time.withinValidity,
  'certificate.not-near-its-end': time.notNearItsEnd,
  'certificate.period-allowed': time.periodAllowed,
  'certificate.ends-before-g1': time.endsBeforeG1,
  'certificate.hierarchy-lasts': time.hierarchyLasts,
  'certificate.is-no-authority': chainJudges.isNoAuthority,
  'certificate.chain-complete': chainJudges.chainComplete,
  'certificate.chain-signed': chainJudges.chainSigned,
  'certificate.issuers-valid': chainJudges.issuersValid,
  'certificate.issued-by-koop': chainJudges.issuedByKoop,
  'certificate.issued-under-pkioverheid': chainJudges.issuedUnderPkioverheid,
  'certificate.hierarchy-taken': chainJudges.hierarchyTaken,
  'certificate.policy-of-hierarchy': chainJudges.policyOfHierarchy,
  'certificate.names-crl': chainJudges.namesCrl,
  'certificate.names-organisation': holder.namesOrganisation,
  'certificate.names-country': holder.namesCountry,
  'certificate.oin-in-serial-number': holder.oinInSerialNumber,
  'certificate.oin-twenty-digits': holder.oinTwentyDigits,
  'certificate.oin-printable-string': holder.oinPrintableString,
  'certificate.oin-prefix-known': holder.oinPrefixKnown,
  'certificate.oin-suffix-zeros': holder.oinSuffixZeros,
  'certificate.oin-real-in-production': holder.oinRealInProduction,
  'certificate.key-rsa': key.keyRsa,
  'certificate.key-2048-bits': key.key2048Bits,
  'certificate.key-3000-bits-since-2026': key.key3000BitsSince2026,
  'certificate.key-belongs': key.keyBelongs,
  'certificate.signs': key.signs,
  'certificate.key-usage-critical': key.keyUsageCritical,
  'certificate.for-clients': key.forClients,
  'certificate.signed-with-sha256': key.signedWithSha256,
};

/** Judges a client certificate by every requirement, in the order of the table; follows from the DER and these circumstances alone. */
export const judgeCertificate = (
  chain: CertificateChain,
  circumstances: Circumstances,
): readonly CertificateJudgement[] =>
  Object.entries<Requirement>(certificate).map(([id, requirement]) => {
    const name = id as CertificateRequirement;
    const opinion = requirement.phases.includes(circumstances.phase)
      ? judges[name]({ ...circumstances, chain, leaf: chain.leaf })
      : ofOtherPhases(requirement);
    return { requirement: name, outcome: outcomeOf(opinion, requirement), reason: opinion.reason, own: opinion.own };
  });

const ofOtherPhases = ({ phases }: Requirement): Opinion =>
  notApplicable(`geldt voor fase ${phases.join(', ')}`, `is for phase ${phases.join(', ')}`);

const outcomeOf = ({ says }: Opinion, { strength, ground }: Requirement): CertificateOutcome => {
  if (says !== 'breaks') return says;
  return strength === 'MUST' && levelOf(ground) === 'MUST' ? 'fails' : 'warns';
};
