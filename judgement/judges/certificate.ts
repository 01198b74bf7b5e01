import type { Bilingual } from '#contract/texts/bilingual';
import type { Exchange } from '#contract/wire/exchange';
import { buildChain } from '../certificate/chain.ts';
import { type CertificateJudgement, judgeCertificate } from '../certificate/judge.ts';
import type { CertificatePhase } from '../certificate/opinion.ts';
import { certificatesIn } from '../certificate/pem.ts';
import { type CertificateRequirement, certificate } from '../requirements/certificate.ts';
import { type Judgement, conforms, deviates, notApplicable, untested } from '../verdict.ts';
import { type Judge, type Judges, sentAs } from './outcome.ts';

const isAsked = (phase: number | undefined): phase is CertificatePhase => phase === 2 || phase === 3 || phase === 4;

/** Judges the certificate that an exchange was made with, on the day that it was. */
export const judgeOffered = (
  requirement: CertificateRequirement,
  exchange: Exchange,
  phase: number | undefined,
): Judgement => {
  if (exchange.identity === undefined || !isAsked(phase)) return notApplicable(noCertificate);
  const { outcome, reason } = of(requirement, opinionsOn(exchange, exchange.identity, phase));
  return verdictOf[outcome](requirement, reason);
};

/** Formed once for each exchange, since every requirement asks for them. */
const opinionsOn = (exchange: Exchange, identity: string, phase: CertificatePhase): Opinions => {
  const known = opinions.get(exchange);
  if (known?.phase === phase) return known.all;
  const all = allOn({ identity, phase, now: new Date(exchange.startedAt), isOffered: showsKey(exchange) });
  opinions.set(exchange, { phase, all });
  return all;
};

type Opinions = readonly CertificateJudgement[];

const opinions = new WeakMap<Exchange, { readonly phase: CertificatePhase; readonly all: Opinions }>();

/** OpenSSL offers no certificate with another's key, so an answer shows that it was offered; a server of ours saw the handshake. */
const showsKey = ({ outcome, inbound }: Exchange): boolean => 'response' in outcome || inbound !== undefined;

interface Shown {
  /** The certificate with its chain, PEM. */
  readonly identity: string;
  readonly now: Date;
}

const allOn = ({
  identity,
  phase,
  now,
  isOffered,
}: Shown & { readonly phase: CertificatePhase; readonly isOffered: boolean }): Opinions => {
  const chain = buildChain(certificatesIn(identity));
  return judgeCertificate(chain, { phase, now, keySha256: isOffered ? chain.leaf.key.sha256 : undefined });
};

const of = (requirement: CertificateRequirement, all: Opinions): CertificateJudgement => {
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
  const { outcome, reason } = of(requirement, allOn({ ...shown, phase, isOffered: true }));
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

const ofCertificate =
  (requirement: CertificateRequirement): Judge =>
  (one) =>
    judgeOffered(requirement, sentAs(one, 'alive').exchange, one.phase);

/** Judges of the client certificate, by requirement. */
export const certificateJudges = Object.fromEntries(
  Object.keys(certificate).map((id) => [id, ofCertificate(id as CertificateRequirement)]),
) as Judges<typeof certificate>;
