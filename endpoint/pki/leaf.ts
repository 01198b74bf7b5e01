import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  CertificatePolicyExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type ExtendedKeyUsageType,
  type JsonNameParams,
  KeyUsageFlags,
  KeyUsagesExtension,
} from '@peculiar/x509';
import type { Issued, Period } from './authority.ts';

/** What the certificate of a client says. */
export interface Leaf {
  readonly commonName: string;
  /** subject.serialNumber: where the OIN belongs. */
  readonly serialNumber: string | undefined;
  readonly usage: KeyUsageFlags;
  readonly purposes: readonly ExtendedKeyUsageType[];
  readonly policy: string;
  readonly period: Period;
}

/** What is right in the certificate of a client. */
export const goodLeaf = (oin: string, policy: string, period: Period): Leaf => ({
  commonName: 'TEST aansluiting 3PAS',
  serialNumber: oin,
  usage: KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment,
  purposes: [ExtendedKeyUsage.clientAuth, ExtendedKeyUsage.serverAuth],
  policy,
  period,
});

/** A leaf for a public key, ready to be signed. */
export const leafFor = (leaf: Leaf, open: Issued['open']): Issued => ({
  subject: subjectOf(leaf),
  open,
  period: leaf.period,
  extensions: [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(leaf.usage, true),
    new ExtendedKeyUsageExtension([...leaf.purposes]),
    new CertificatePolicyExtension([leaf.policy]),
  ],
});

const subjectOf = ({ commonName, serialNumber }: Leaf): JsonNameParams => [
  { C: [{ printableString: 'NL' }] },
  { O: [{ utf8String: 'TEST Gemeente Voorbeeldstad' }] },
  { CN: [{ utf8String: commonName }] },
  ...(serialNumber === undefined ? [] : [{ '2.5.4.5': [{ printableString: serialNumber }] }]),
];
