/** The certificates in a text of PEM, DER. */
export const certificatesOf = (pem: string): readonly Uint8Array<ArrayBuffer>[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)].map(([, text = '']) =>
    Uint8Array.from(atob(text.replace(/\s/g, '')), (character) => character.charCodeAt(0)),
  );
