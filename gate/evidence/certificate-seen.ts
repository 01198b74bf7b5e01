import type { ExchangeRecorded } from '#evidence/event';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import type { BytesOf } from '#evidence/open-exchanges';
import type { CertificateSeen } from '../facts/gate-facts.ts';
import { readSeen } from './read-seen.ts';

/** Reads the client certificates of exchanges from what was kept of them, each once; what is gone, or is no certificate, tells of none. */
export const certificateReader = (
  pemOf: (kept: KeptBytes) => string | undefined,
): ((exchange: ExchangeRecorded) => CertificateSeen | undefined) => {
  const known = new Map<string, CertificateSeen | undefined>();
  return ({ identity }) => {
    if (identity === undefined) return undefined;
    if (!known.has(identity.sha256)) known.set(identity.sha256, readSeen(pemOf(identity) ?? ''));
    return known.get(identity.sha256);
  };
};

/** Certificates among the bytes of exchanges, PEM. */
export const pemsIn =
  (bytes: BytesOf) =>
  (kept: KeptBytes): string | undefined =>
    bytes(kept)?.toString();
