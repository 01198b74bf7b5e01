import 'reflect-metadata';
import { ExtendedKeyUsage, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension } from '@peculiar/x509';
import type { Step } from './step.ts';

/** The key may sign: a client signs the handshake with it (RFC 8446 section 4.4.2.2). */
export const maySign: Step = ({ leaf }) => {
  const usage = leaf.says.getExtension(KeyUsagesExtension);
  if (usage === null || (usage.usages & KeyUsageFlags.digitalSignature) !== 0) return undefined;
  return {
    nl: 'keyUsage heeft geen digitalSignature. Gebruik een certificaat waarmee een client zich mag legitimeren.',
    en: 'keyUsage lacks digitalSignature. Use a certificate with which a client may identify itself.',
  };
};

/** The certificate may be that of a client (RFC 5280 section 4.2.1.12). */
export const mayBeClient: Step = ({ leaf }) => {
  const purposes = leaf.says.getExtension(ExtendedKeyUsageExtension)?.usages.map(String) ?? [];
  if (purposes.includes(ExtendedKeyUsage.clientAuth)) return undefined;
  return {
    nl: 'extendedKeyUsage heeft geen clientAuth. Gebruik een certificaat dat ook voor clients is.',
    en: 'extendedKeyUsage lacks clientAuth. Use a certificate that is for clients as well.',
  };
};
