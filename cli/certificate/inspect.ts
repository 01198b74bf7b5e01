import {
  type ClientCertificate,
  type IdentityFiles,
  keyPrint,
  readCertificates,
  readClientCertificate,
} from '#endpoint/identity/load-identity';
import { type Authority, pkioverheid } from '#judgement/certificate/authorities';
import { buildChain, type CertificateChain } from '#judgement/certificate/chain';
import { titleOf } from '#judgement/certificate/facts';
import { type CertificateJudgement, judgeCertificate } from '#judgement/certificate/judge';
import type { CertificatePhase } from '#judgement/certificate/opinion';
import { readCertificate } from '#judgement/certificate/read-certificate';
import { certificate } from '#judgement/requirements/certificate';

/** What is to be looked at, for which phases, and when. */
export interface InspectionRequest {
  readonly files: IdentityFiles;
  /** Files with certificates of KOOP's own CA. */
  readonly koop: readonly string[];
  readonly phases: readonly CertificatePhase[];
  readonly now: Date;
}

/** Whether a certificate will do for a phase; undecided where something that is demanded can't be known. */
export type Fitness = 'fit' | 'unfit' | 'undecided';

/** What is said of a certificate for one phase. */
export interface PhaseJudgement {
  readonly phase: CertificatePhase;
  readonly fitness: Fitness;
  readonly judgements: readonly CertificateJudgement[];
}

/** All that an inspection found; it holds no key. */
export interface Inspection {
  readonly file: string;
  readonly now: Date;
  readonly chain: CertificateChain;
  readonly hasKey: boolean;
  readonly warnings: ClientCertificate['warnings'];
  readonly phases: readonly PhaseJudgement[];
}

/** Reads a client certificate and judges it for each phase; throws `IdentityError`. */
export const inspect = ({ files, koop, phases, now }: InspectionRequest): Inspection => {
  const found = readClientCertificate(files);
  const authorities = [...pkioverheid, ...koop.flatMap(readCertificates).map(koopAuthority)];
  const chain = buildChain(found.certificates, authorities);
  const keySha256 = found.key === undefined ? undefined : keyPrint(found.key.key);
  return {
    file: files.certificate,
    now,
    chain,
    hasKey: keySha256 !== undefined,
    warnings: found.warnings,
    phases: phases.map((phase) => {
      const judgements = judgeCertificate(chain, { phase, now, keySha256 });
      return { phase, judgements, fitness: fitnessOf(judgements) };
    }),
  };
};

/** Whoever gives it vouches for it, so what issued it is not asked for. */
const koopAuthority = (der: Buffer): Authority => {
  const { subject, sha256, selfIssued } = readCertificate(der);
  return { hierarchy: 'KOOP', role: selfIssued ? 'root' : 'domain', subject: titleOf(subject), sha256, der };
};

const fitnessOf = (judgements: readonly CertificateJudgement[]): Fitness => {
  if (judgements.some(({ outcome }) => outcome === 'fails')) return 'unfit';
  const open = judgements.some(
    ({ outcome, requirement }) => outcome === 'unknown' && certificate[requirement].strength === 'MUST',
  );
  return open ? 'undecided' : 'fit';
};

/** Whether there is a phase, of those asked for, for which nothing that is demanded fails: no certificate fits all of them. */
export const fitsSome = ({ phases }: Inspection): boolean => phases.some(({ fitness }) => fitness !== 'unfit');
