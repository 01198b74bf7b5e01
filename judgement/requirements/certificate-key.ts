import { basics, certificatePhases, pkioverheidPhases, sources } from './certificate-sources.ts';
import type { Requirements } from './requirement.ts';

export const certificateKey = {
  'certificate.key-rsa': {
    ...basics,
    phases: pkioverheidPhases,
    ground: 'inferred',
    source: `${sources.profile}: RSA; that no TSP issues elliptic curves is read from one of them (DigiCert)`,
    text: { nl: 'De sleutel is een RSA-sleutel.', en: 'The key is an RSA key.' },
    cause: {
      nl: 'De aanvraag (CSR) is met een elliptische kromme of een ander algoritme gemaakt.',
      en: 'The request (CSR) was made with an elliptic curve or another algorithm.',
    },
    remedy: {
      nl: 'Maak een nieuwe aanvraag met een RSA-sleutel van 3072 of 4096 bits.',
      en: 'Make a new request with an RSA key of 3072 or 4096 bits.',
    },
  },
  'certificate.key-2048-bits': {
    ...basics,
    phases: certificatePhases,
    source: `${sources.profile}: RSA keys of 2048, 3072 or 4096 bits`,
    text: { nl: 'De RSA-sleutel heeft ten minste 2048 bits.', en: 'The RSA key has at least 2048 bits.' },
    cause: { nl: 'Een oude sleutel, of een van een test.', en: 'An old key, or one of a test.' },
    remedy: {
      nl: 'Maak een nieuwe sleutel van 3072 of 4096 bits en vraag een nieuw certificaat aan.',
      en: 'Make a new key of 3072 or 4096 bits, and order a new certificate.',
    },
  },
  'certificate.key-3000-bits-since-2026': {
    ...basics,
    phases: pkioverheidPhases,
    source: `${sources.overleg}: RSA keys of more than 3,000 bits from 1 January 2026`,
    text: {
      nl: 'Is het certificaat sinds 1 januari 2026 uitgegeven, dan heeft de RSA-sleutel ten minste 3000 bits.',
      en: 'If the certificate was issued since 1 January 2026, the RSA key has at least 3000 bits.',
    },
    cause: {
      nl: 'De oude sleutel van 2048 bits is bij de verlenging opnieuw gebruikt.',
      en: 'The old key of 2048 bits was used again at renewal.',
    },
    remedy: {
      nl: 'Maak een nieuwe sleutel van 3072 of 4096 bits en vraag een nieuw certificaat aan.',
      en: 'Make a new key of 3072 or 4096 bits, and order a new certificate.',
    },
  },
  'certificate.key-belongs': {
    ...basics,
    phases: certificatePhases,
    source: 'RFC 8446, section 4.4.3: the client proves that it has the private key of its certificate',
    text: {
      nl: 'De privésleutel hoort bij het certificaat.',
      en: 'The private key belongs to the certificate.',
    },
    cause: {
      nl: 'Na een verlenging is het certificaat vervangen en de sleutel niet, of andersom.',
      en: 'At a renewal the certificate was replaced and the key was not, or the other way round.',
    },
    remedy: {
      nl: 'Zoek de sleutel waarmee de aanvraag (CSR) is gemaakt.',
      en: 'Find the key with which the request (CSR) was made.',
    },
  },
  'certificate.signs': {
    ...basics,
    phases: certificatePhases,
    source: `RFC 5280, section 4.2.1.3, and RFC 8446, section 4.4.2.2: a key that signs in the handshake has digitalSignature; ${sources.profile}`,
    text: {
      nl: 'De sleutel mag handtekeningen zetten (keyUsage digitalSignature).',
      en: 'The key may make signatures (keyUsage digitalSignature).',
    },
    cause: {
      nl: 'Het is een certificaat voor vertrouwelijkheid of onweerlegbaarheid.',
      en: 'It is a certificate for confidentiality or non-repudiation.',
    },
    remedy: {
      nl: 'Vraag een servercertificaat aan: keyUsage digitalSignature en keyEncipherment.',
      en: 'Order a server certificate: keyUsage digitalSignature and keyEncipherment.',
    },
  },
  'certificate.key-usage-critical': {
    ...basics,
    strength: 'SHOULD',
    phases: pkioverheidPhases,
    source: `RFC 5280, section 4.2.1.3: keyUsage is marked critical; ${sources.profile}`,
    text: {
      nl: 'De extensie keyUsage is als kritiek gemarkeerd.',
      en: 'The extension keyUsage is marked critical.',
    },
    cause: {
      nl: 'Het certificaat is niet volgens het profiel van PKIoverheid gemaakt.',
      en: 'The certificate was not made by the profile of PKIoverheid.',
    },
    remedy: {
      nl: 'Bij een certificaat van een TSP: meld het daar. Bij een testcertificaat: keyUsage=critical,… in openssl.',
      en: 'For a certificate of a TSP: report it there. For a test certificate: keyUsage=critical,… in openssl.',
    },
  },
  'certificate.for-clients': {
    ...basics,
    phases: certificatePhases,
    source: `RFC 5280, section 4.2.1.12: id-kp-clientAuth is for clients of TLS; ${sources.profile}: clientAuth and serverAuth`,
    text: {
      nl: 'Het certificaat mag als client gebruikt worden (extendedKeyUsage clientAuth).',
      en: 'The certificate may be used as a client (extendedKeyUsage clientAuth).',
    },
    cause: {
      nl: 'Een certificaat dat alleen voor servers is. In openbare webcertificaten vervalt clientAuth.',
      en: 'A certificate that is for servers only. Public web certificates are losing clientAuth.',
    },
    remedy: {
      nl: 'Vraag de TSP om een certificaat met clientAuth en serverAuth.',
      en: 'Ask the TSP for a certificate with clientAuth and serverAuth.',
    },
  },
  'certificate.signed-with-sha256': {
    ...basics,
    phases: certificatePhases,
    source: `RFC 8446, section 4.4.2.4: MD5 is refused, SHA-1 is advised against; ${sources.profile}: SHA-256 or, under G4, SHA-512`,
    text: {
      nl: 'Het certificaat en zijn uitgevers zijn ondertekend met SHA-256 of sterker.',
      en: 'The certificate and its issuers are signed with SHA-256 or stronger.',
    },
    cause: {
      nl: 'Een oude CA, of een zelfgemaakt certificaat met SHA-1.',
      en: 'An old CA, or a home-made certificate with SHA-1.',
    },
    remedy: {
      nl: 'Laat het certificaat opnieuw uitgeven, met SHA-256 of sterker.',
      en: 'Have the certificate issued again, with SHA-256 or stronger.',
    },
  },
} as const satisfies Requirements;
