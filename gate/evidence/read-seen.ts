import { createHash } from 'node:crypto';
import { BaseStringBlock } from 'asn1js';
import { Certificate } from 'pkijs';
import { shortly } from '#contract/texts/visible';
import { oinIn } from '#judgement/certificate/oin';
import type { CertificateSeen } from '../facts/gate-facts.ts';

const [commonName, serialNumber, organisation] = ['2.5.4.3', '2.5.4.5', '2.5.4.10'];

/** Characters of a name that are told. */
const most = 100;

/** The first certificate in a text of PEM, as a gate tells it, read with what browsers have too; undefined where there is none. */
export const readSeen = (pem: string): CertificateSeen | undefined => {
  const [, text] = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(pem) ?? [];
  if (text === undefined) return undefined;
  try {
    const der = Uint8Array.from(atob(text.replace(/\s/g, '')), (character) => character.charCodeAt(0));
    return seenIn(Certificate.fromBER(der.buffer), createHash('sha256').update(der).digest('hex'));
  } catch {
    // Both libraries throw whatever their readers come upon.
    return undefined;
  }
};

const seenIn = ({ subject, notAfter }: Certificate, fingerprint: string): CertificateSeen => {
  const valueOf = (wanted: string): string | undefined => {
    const value: unknown = subject.typesAndValues.find(({ type }) => type === wanted)?.value;
    return value instanceof BaseStringBlock ? value.getValue() : undefined;
  };
  return {
    subject: shortly(valueOf(commonName) ?? valueOf(organisation) ?? '(no name)', most),
    oin: oinIn(valueOf(serialNumber) ?? ''),
    fingerprint,
    notAfter: notAfter.value.toISOString(),
  };
};
