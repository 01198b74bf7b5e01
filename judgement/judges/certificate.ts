import type { Bilingual } from '#contract/texts/bilingual';
import { buildChain } from '../certificate/chain.ts';
import { type CertificateJudgement, judgeCertificate } from '../certificate/judge.ts';
import type { CertificatePhase } from '../certificate/opinion.ts';
import { certificatesIn } from '../certificate/pem.ts';
import { type CertificateRequirement, certificate } from '../requirements/certificate.ts';
import { type Judgement, conforms, deviates, notApplicable, untested } from '../verdict.ts';
import { type Judge, type Judges, sentAs } from './outcome.ts';

const isAsked = (phase: number | undefined): phase is CertificatePhase => phase === 2 || phase === 3 || phase === 4;

/** Judges the certificate that an exchange was made with, on the day that it was. */
const ofCertificate =
  (requirement: CertificateRequirement): Judge =>
  (one) => {
    const { identity, startedAt, outcome } = sentAs(one, 'alive').exchange;
    const { phase } = one;
    if (identity === undefined || !isAsked(phase)) return notApplicable(noCertificate);
    // OpenSSL offers no certificate with a key whose public half is another's; an answer shows that it was offered.
    const isOffered = 'response' in outcome;
    const found = opinionOn(requirement, { identity, phase, now: new Date(startedAt), isOffered });
    return verdictOf[found.outcome](requirement, found.reason);
  };

interface Shown {
  /** The certificate with its chain, PEM. */
  readonly identity: string;
  readonly now: Date;
}

const opinionOn = (
  requirement: CertificateRequirement,
  { identity, phase, now, isOffered }: Shown & { readonly phase: CertificatePhase; readonly isOffered: boolean },
): CertificateJudgement => {
  const chain = buildChain(certificatesIn(identity));
  const all = judgeCertificate(chain, { phase, now, keySha256: isOffered ? chain.leaf.key.sha256 : undefined });
  const found = all.find((each) => each.requirement === requirement);
  if (found === undefined) throw new Error(`nothing was said of ${requirement}`);
  return found;
};

/** Why a certificate by itself does not show whether it keeps to a requirement; undefined when it does. */
export const unknownOf = (
  requirement: CertificateRequirement,
  { phase, ...shown }: Shown & { readonly phase: number },
): Bilingual | undefined => {
  if (!isAsked(phase)) return undefined;
  const { outcome, reason } = opinionOn(requirement, { ...shown, phase, isOffered: true });
  return outcome === 'unknown' ? reason : undefined;
};

const noCertificate: Bilingual = {
  nl: 'er is geen clientcertificaat gebruikt',
  en: 'no client certificate was used',
};

const deviating = (requirement: CertificateRequirement, reason: Bilingual): Judgement =>
  deviates(certificate[requirement].text, reason);

const verdictOf = {
  holds: () => conforms,
  fails: deviating,
  warns: deviating,
  unknown: (_: CertificateRequirement, reason: Bilingual) => untested(reason),
  'not-applicable': (_: CertificateRequirement, reason: Bilingual) => notApplicable(reason),
} as const;

/** Judges of the client certificate, by requirement. */
export const certificateJudges = Object.fromEntries(
  Object.keys(certificate).map((id) => [id, ofCertificate(id as CertificateRequirement)]),
) as Judges<typeof certificate>;
