import { valueIn } from '#judgement/certificate/facts';
import { certificatesIn } from '#judgement/certificate/pem';
import { readCertificate } from '#judgement/certificate/read-certificate';
import type { Authority } from '#judgement/finding';
import { folded } from '#judgement/manners/folded';
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

/** Whether the organisation is a body by its name, with its kind before it or without. */
export const namesBody = ({ organisation = '' }: HeldBy, { kind, name }: Authority): boolean =>
  [name, `${kind} ${name}`].some((one) => folded(one) === folded(organisation));
