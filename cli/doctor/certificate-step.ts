import { buildChain } from '#judgement/certificate/chain';
import { type CertificateJudgement, judgeCertificate } from '#judgement/certificate/judge';
import { certificatesIn } from '#judgement/certificate/pem';
import { requirements } from '#judgement/requirements/registry';
import { answerCause } from './answer-causes.ts';
import { type Cause, cause } from './causes.ts';
import type { Look } from './look.ts';
import { homeOf } from './home.ts';
import { handshakeCause, hasUnusualCurve, notSentCause } from './network-causes.ts';
import { type StepResult, causeOr, notApplicable, well } from './steps.ts';

/** Judges the client certificate for its phase, then by what the server made of it. */
export const certificateStep = async (look: Look): Promise<StepResult> => {
  const judgements = judgementsOf(look);
  const broken = judgements.find(({ outcome }) => outcome === 'fails');
  if (broken !== undefined) return { kind: 'cause', cause: unfit(broken, await isTaken(look)) };
  const otherwise = look.certificate === undefined ? notApplicable(...absent(look)) : remark(judgements);
  return causeOr(await refusalIn(look), otherwise);
};

const absent = ({ expected: { via } }: Look): readonly [nl: string, en: string] =>
  via === undefined
    ? ['deze fase heeft er geen', 'this phase has none']
    : [`niet te zien: ${via} draagt het`, `not to be seen: ${via} carries it`];

const judgementsOf = ({ phase, certificate, isEmbedded, expected }: Look): readonly CertificateJudgement[] => {
  if (certificate === undefined || (phase !== 2 && phase !== 3 && phase !== 4)) return [];
  const all = judgeCertificate(buildChain(certificatesIn(certificate)), { phase, now: expected.now });
  const place = isEmbedded ? 'mock' : 'endpoint';
  return all.filter(({ requirement }) => requirements.get(requirement)?.seenAt.includes(place));
};

const unfit = ({ requirement, reason }: CertificateJudgement, taken: boolean): Cause =>
  cause(taken ? 'certificate-unfit-but-taken' : 'certificate-unfit', requirement, reason.nl, reason.en);

/** An endpoint that answers all the same can be judged: the certificate is a finding then, and stands in nobody's way. */
const isTaken = async (look: Look): Promise<boolean> => {
  const heard = await look.eyes.alive();
  return heard !== undefined && 'response' in heard.exchange.outcome && (await refusalIn(look)) === undefined;
};

const remark = (judgements: readonly CertificateJudgement[]): StepResult => {
  const ending = judgements.find(
    ({ requirement, outcome }) => requirement === 'certificate.not-near-its-end' && outcome === 'warns',
  );
  return ending === undefined ? well() : { kind: 'warning', said: ending.reason };
};

const refusalIn = async ({ eyes, expected }: Look): Promise<Cause | undefined> => {
  const heard = await eyes.alive();
  if (heard === undefined) return undefined;
  const isOfTls = 'failure' in heard.exchange.outcome || hasUnusualCurve(expected.keyType);
  const seen = expected.url.protocol === 'https:' && isOfTls ? await eyes.handshake() : undefined;
  const shaken = seen === undefined ? undefined : handshakeCause(expected, seen);
  const found = [shaken, answerCause(expected, heard)].find(
    (one) => one !== undefined && homeOf(one) === 'client-certificate',
  );
  if (found === undefined || seen === undefined || seen.kind === 'late') return found;
  // Under TLS 1.3 the handshake is done before the server says that it misses a certificate, or hangs up.
  return notSentCause(expected, seen.schemes) ?? found;
};
