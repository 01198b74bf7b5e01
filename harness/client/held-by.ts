import { valueIn } from '#judgement/certificate/facts';
import { certificatesIn } from '#judgement/certificate/pem';
import { readCertificate } from '#judgement/certificate/read-certificate';
import type { RunIdentity } from '../run-config.ts';

/** Whom a certificate names. */
export interface HeldBy {
  /** Of subject.serialNumber; undefined where there is none. */
  readonly oin: string | undefined;
  /** The organisation (O); undefined where there is none. */
  readonly organisation: string | undefined;
}

/** Whom a certificate in PEM names. */
export const heldBy = ({ cert }: Pick<RunIdentity, 'cert'>): HeldBy => {
  const [leaf] = certificatesIn(cert);
  const subject = leaf === undefined ? [] : readCertificate(leaf).subject;
  return { oin: valueIn(subject, 'serialNumber'), organisation: valueIn(subject, 'O') };
};
