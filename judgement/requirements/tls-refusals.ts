import type { Bilingual } from '#contract/texts/bilingual';
import { type CertificateFault, certificateFaults } from '#contract/wire/certificate-faults';
import { sources } from './certificate-sources.ts';
import { type Requirement, deliveryPhases } from './requirement.ts';

/** How the delivery comes that is to be refused, and what lies behind an endpoint that takes it all the same. */
interface Refusal {
  readonly what: Bilingual;
  readonly cause: Bilingual;
  readonly source: string;
  /** Who lets in by certificate has to see to it, whatever the interface; `inferred` unless said. */
  readonly ground?: 'public';
}

const { digikoppeling } = sources;
const rfc5280 = 'RFC 5280';

const chainUnchecked: Bilingual = {
  nl: 'Het endpoint controleert de keten van een clientcertificaat niet tot aan een vertrouwde root.',
  en: 'The endpoint does not check the chain of a client certificate up to a trusted root.',
};
const timeUnchecked: Bilingual = {
  nl: 'Het endpoint kijkt niet naar de geldigheidsduur van een clientcertificaat, of zijn klok loopt niet goed.',
  en: 'The endpoint does not look at the validity period of a client certificate, or its clock is wrong.',
};
const usageUnchecked: Bilingual = {
  nl: 'Het endpoint kijkt niet waar een certificaat voor mag dienen (key usage, extended key usage).',
  en: 'The endpoint does not look at what a certificate may be used for (key usage, extended key usage).',
};
const oinUnchecked: Bilingual = {
  nl: 'Het endpoint leest het OIN niet, of niet precies, uit het serienummer in het onderwerp van het certificaat.',
  en: 'The endpoint does not read the OIN, or not exactly, from the serial number in the subject of the certificate.',
};
const revocationUnchecked: Bilingual = {
  nl: 'Het endpoint vraagt niet na of een certificaat is ingetrokken.',
  en: 'The endpoint does not ask whether a certificate was revoked.',
};

const refusals: Readonly<Record<CertificateFault, Refusal>> = {
  expired: {
    what: { nl: 'met een verlopen certificaat', en: 'with a certificate that has expired' },
    cause: timeUnchecked,
    ground: 'public',
    source: `${rfc5280}, section 6.1.3 (a)(2)`,
  },
  'not-yet-valid': {
    what: { nl: 'met een certificaat dat nog niet geldig is,', en: 'with a certificate that is not valid yet' },
    cause: timeUnchecked,
    ground: 'public',
    source: `${rfc5280}, section 6.1.3 (a)(2)`,
  },
  'wrong-root': {
    what: {
      nl: 'met een certificaat onder een niet vertrouwde root',
      en: 'with a certificate under a root that is not trusted',
    },
    cause: chainUnchecked,
    ground: 'public',
    source: `${digikoppeling}: PKI001 to PKI005, the private root of PKIoverheid`,
  },
  'self-signed': {
    what: { nl: 'met een zelfondertekend certificaat', en: 'with a certificate that signed itself' },
    cause: chainUnchecked,
    ground: 'public',
    source: `${rfc5280}, section 6.1`,
  },
  'missing-intermediate': {
    what: {
      nl: 'met een certificaat waarvan de keten niet compleet is meegestuurd,',
      en: 'with a certificate whose intermediate certificate was not sent along',
    },
    cause: {
      nl: 'Het endpoint vult de keten zelf aan; daarop mag een aansluiting niet rekenen.',
      en: 'The endpoint completes the chain by itself; a connection must not count on that.',
    },
    source: 'RFC 8446, section 4.4.2: each certificate certifies the one before it',
  },
  'wrong-key-usage': {
    what: {
      nl: 'met een certificaat dat niet om te ondertekenen is (keyUsage),',
      en: 'with a certificate that must not be used to sign',
    },
    cause: usageUnchecked,
    ground: 'public',
    source: `${rfc5280}, section 4.2.1.3; RFC 8446, section 4.4.2.2`,
  },
  'no-client-auth': {
    what: {
      nl: 'met een certificaat dat niet voor clients is (extKeyUsage),',
      en: 'with a certificate that is not meant for clients',
    },
    cause: usageUnchecked,
    ground: 'public',
    source: `${rfc5280}, section 4.2.1.12`,
  },
  'no-oin': {
    what: { nl: 'met een certificaat zonder OIN', en: 'with a certificate without an OIN' },
    cause: oinUnchecked,
    source: `${digikoppeling}: the OIN is in the certificate`,
  },
  'oin-of-19-digits': {
    what: { nl: 'met een certificaat met een OIN van 19 cijfers', en: 'with a certificate with an OIN of 19 digits' },
    cause: oinUnchecked,
    source: 'Logius, OIN-Stelsel: an OIN has 20 digits',
  },
  'oin-in-wrong-field': {
    what: {
      nl: 'met een certificaat met het OIN op een andere plaats dan het serienummer van het onderwerp',
      en: 'with a certificate with the OIN in another place than the serial number of the subject',
    },
    cause: oinUnchecked,
    source: `${digikoppeling}: the OIN is subject.serialNumber`,
  },
  'revoked-by-crl': {
    what: {
      nl: 'met een certificaat dat op de intrekkingslijst (CRL) staat,',
      en: 'with a certificate that is on the revocation list (CRL)',
    },
    cause: revocationUnchecked,
    ground: 'public',
    source: `${digikoppeling}: PKI001 to PKI005, the CRL is checked`,
  },
  'revoked-by-ocsp': {
    what: {
      nl: 'met een certificaat dat volgens OCSP is ingetrokken,',
      en: 'with a certificate that was revoked according to OCSP',
    },
    cause: revocationUnchecked,
    ground: 'public',
    source: 'RFC 6960; certificates of PKIoverheid name an OCSP responder',
  },
  'foreign-key': {
    what: {
      nl: 'door iemand zonder de privésleutel van het certificaat',
      en: 'by somebody without the private key of the certificate',
    },
    cause: {
      nl: 'Het endpoint controleert niet of de client de sleutel van zijn certificaat heeft.',
      en: 'The endpoint does not check whether the client has the key of its certificate.',
    },
    ground: 'public',
    source: 'RFC 8446, section 4.4.3; RFC 5246, section 7.4.8',
  },
};

const requirementOf = (fault: CertificateFault): Requirement => {
  const { what, cause, source, ground = 'inferred' } = refusals[fault];
  return {
    strength: 'MUST',
    ground,
    security: true,
    source,
    role: 'endpoint',
    seenAt: ['mock', 'endpoint'],
    phases: deliveryPhases.filter((phase) => phase !== 1),
    scope: 'run',
    sends: 'wrong-certificates',
    text: {
      nl: `Een aanlevering ${what.nl} wordt geweigerd.`,
      en: `A delivery ${what.en} is refused.`,
    },
    cause,
    remedy: {
      nl: 'Meld het aan de beheerder van het endpoint: wie zo’n certificaat heeft, kan er aanleveren.',
      en: 'Tell who runs the endpoint: whoever has such a certificate can deliver there.',
    },
  };
};

type Refusals = { readonly [Fault in CertificateFault as `tls.refuses-${Fault}`]: Requirement };

/** One requirement for each way in which a client certificate can be wrong. */
export const tlsRefusals = Object.fromEntries(
  certificateFaults.map((fault) => [`tls.refuses-${fault}`, requirementOf(fault)]),
) as Refusals;
