import type { ExchangeRecorded } from '#evidence/event';
import type { BytesOf } from '#evidence/open-exchanges';
import { titleOf, valueIn } from '#judgement/certificate/facts';
import { certificatesIn } from '#judgement/certificate/pem';
import { oinIn } from '#judgement/certificate/oin';
import { readCertificate } from '#judgement/certificate/read-certificate';
import type { CertificateSeen } from '../facts/gate-facts.ts';

/** Reads the client certificates of exchanges from recorded bytes, each once. */
export const certificateReader = (bytes: BytesOf): ((exchange: ExchangeRecorded) => CertificateSeen | undefined) => {
  const known = new Map<string, CertificateSeen | undefined>();
  return ({ identity }) => {
    if (identity === undefined) return undefined;
    if (!known.has(identity.sha256)) known.set(identity.sha256, seenIn(bytes(identity)));
    return known.get(identity.sha256);
  };
};

/** Bytes that are gone, or are no certificate, tell of none. */
const seenIn = (pem: Buffer | undefined): CertificateSeen | undefined => {
  try {
    const [leaf] = certificatesIn(pem?.toString() ?? '');
    if (leaf === undefined) return undefined;
    const { subject, sha256: fingerprint, notAfter } = readCertificate(leaf);
    const oin = oinIn(valueIn(subject, 'serialNumber') ?? '');
    return { subject: titleOf(subject), oin, fingerprint, notAfter: notAfter.toISOString() };
  } catch {
    return undefined;
  }
};
