import forge from 'node-forge';

/** A certificate with its chain and its key, PEM, as a PKCS #12 file under a password. */
export const toPkcs12 = ({ cert, key }: { readonly cert: string; readonly key: string }, password: string): Buffer => {
  const chain = (cert.match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g) ?? []).map((one) =>
    forge.pki.certificateFromPem(one),
  );
  const store = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(key), chain, password, {
    // Older Windows reads no other; the key is thrown away with the endpoint that it was made for.
    algorithm: '3des',
    friendlyName: '3pas-conformance TEST',
  });
  return Buffer.from(forge.asn1.toDer(store).getBytes(), 'latin1');
};
