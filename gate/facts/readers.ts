import type { ExchangeRecorded } from '#evidence/event';
import type { CertificateSeen } from './gate-facts.ts';
import type { ReadAgain } from './read-again.ts';

/** Reads the client certificate of an exchange; undefined where it has none, or its bytes are gone. */
export type CertificateOf = (exchange: ExchangeRecorded) => CertificateSeen | undefined;

/** Readers of the bytes of exchanges. */
export interface Readers {
  readonly certificateOf?: CertificateOf;
  readonly readAgain?: ReadAgain;
}
