import { X509Certificate } from 'node:crypto';

/** Whether the bytes are one certificate. */
export const isCertificate = (der: Buffer): boolean => {
  try {
    return new X509Certificate(der).raw.length === der.length;
  } catch {
    return false;
  }
};
