import { sources } from './certificate-sources.ts';
import { type Requirements, allPhases, deliveryPhases } from './requirement.ts';
import { tlsRefusals } from './tls-refusals.ts';

const tls004 = `${sources.digikoppeling}, TLS004`;

const basics = {
  strength: 'MUST',
  ground: 'public',
  role: 'endpoint',
  seenAt: ['mock', 'endpoint'],
  phases: allPhases.filter((phase) => phase !== 1),
  scope: 'run',
  sends: 'alive',
  needs: ['alive'],
} as const;

const withDelivery = {
  ...basics,
  phases: deliveryPhases.filter((phase) => phase !== 1),
  sends: 'valid',
  needs: [],
} as const;

/** An issuer that the embedded endpoint takes; the real one can't be asked without a certificate of it. */
const ofIssuer = { ...withDelivery, seenAt: ['mock'], needs: ['alive'] } as const;

const issuerCause = {
  nl: 'De root van die uitgever staat niet bij de vertrouwde uitgevers van het endpoint.',
  en: 'The root of that issuer is not among those that the endpoint trusts.',
};
const issuerRemedy = {
  nl: 'Meld het aan de beheerder van het endpoint, met de vingerafdruk van het certificaat.',
  en: 'Tell who runs the endpoint, with the fingerprint of the certificate.',
};

/** What TLS must be like, in the phases that connect with a certificate. */
export const tls = {
  'tls.shows-fitting-certificate': {
    ...basics,
    source: 'RFC 5280, section 6; RFC 9110, section 4.3.4',
    text: {
      nl: 'Het certificaat van het endpoint is geldig, past bij de hostnaam, en leidt naar een vertrouwde root.',
      en: 'The certificate of the endpoint is valid, fits the host name, and leads to a trusted root.',
    },
    cause: {
      nl: 'Het certificaat is verlopen of van een andere host, of een tussenliggend certificaat ontbreekt.',
      en: 'The certificate has expired or is of another host, or an intermediate certificate is missing.',
    },
    remedy: {
      nl: 'Meld het aan de beheerder van het endpoint; of voeg de root waaronder het hoort, toe aan `serverRoots` in het profiel. Uitzetten kan niet.',
      en: 'Tell who runs the endpoint; or add the root that it belongs under to `serverRoots` in the profile. It can not be switched off.',
    },
  },
  'tls.accepts-tls-1-2': {
    ...basics,
    source: `${tls004}: TLS 1.2 is mandatory`,
    text: {
      nl: 'Het endpoint is te bereiken met TLS 1.2.',
      en: 'The endpoint can be reached over TLS 1.2.',
    },
    cause: {
      nl: 'TLS 1.2 staat uit, of er is geen cipher die beide kanten kennen.',
      en: 'TLS 1.2 is switched off, or there is no cipher that both sides know.',
    },
    remedy: {
      nl: 'Meld het aan de beheerder van het endpoint.',
      en: 'Tell who runs the endpoint.',
    },
  },
  'tls.accepts-tls-1-3': {
    ...basics,
    strength: 'SHOULD',
    source: `${tls004}: TLS 1.3 is recommended`,
    text: {
      nl: 'Het endpoint is te bereiken met TLS 1.3.',
      en: 'The endpoint can be reached over TLS 1.3.',
    },
    cause: {
      nl: 'TLS 1.3 staat uit, of de server kent het niet.',
      en: 'TLS 1.3 is switched off, or the server does not know it.',
    },
    remedy: {
      nl: 'Meld het aan de beheerder van het endpoint; TLS 1.2 volstaat zolang.',
      en: 'Tell who runs the endpoint; TLS 1.2 will do in the meantime.',
    },
  },
  'tls.refuses-older-versions': {
    ...basics,
    source: `${tls004}: TLS 1.2 at least; RFC 8996 retires 1.0 and 1.1`,
    text: {
      nl: 'Een verbinding met TLS 1.1 of ouder komt niet tot stand.',
      en: 'A connection over TLS 1.1 or older does not come about.',
    },
    cause: {
      nl: 'Oude versies van TLS staan nog aan.',
      en: 'Old versions of TLS are still switched on.',
    },
    remedy: {
      nl: 'Meld het aan de beheerder van het endpoint.',
      en: 'Tell who runs the endpoint.',
    },
  },
  'tls.takes-large-bodies': {
    ...withDelivery,
    ground: 'inferred',
    source:
      'A delivery carries its content as base64; WCF and IIS have limits of 64 KB of their own under client certificates',
    text: {
      nl: 'Een aanlevering van meer dan 64 KB komt ook met een clientcertificaat aan.',
      en: 'A delivery of more than 64 KB arrives with a client certificate too.',
    },
    cause: {
      nl: 'De server vraagt pas na het begin van het bericht om het certificaat (IIS antwoordt dan 413), of neemt hoogstens 64 KB aan.',
      en: 'The server asks for the certificate only after the message has begun (IIS answers 413 then), or takes 64 KB at most.',
    },
    remedy: {
      nl: 'Laat de beheerder van het endpoint bij het begin van de verbinding om het certificaat vragen (uploadReadAheadSize, maxReceivedMessageSize).',
      en: 'Have who runs the endpoint ask for the certificate at the start of the connection (uploadReadAheadSize, maxReceivedMessageSize).',
    },
  },
  'tls.accepts-koop-certificate': {
    ...ofIssuer,
    source: 'koopoverheid.nl, DROP 3PAS: phase 2 connects with a certificate of KOOP',
    text: {
      nl: 'Een aanlevering met een certificaat van KOOP wordt aangenomen.',
      en: 'A delivery with a certificate of KOOP is accepted.',
    },
    cause: issuerCause,
    remedy: issuerRemedy,
  },
  'tls.accepts-g1-certificate': {
    ...ofIssuer,
    source: 'koopoverheid.nl, DROP 3PAS: certificates of PKIoverheid Private Root (G1)',
    text: {
      nl: 'Een aanlevering met een certificaat van PKIoverheid Private Root G1 wordt aangenomen.',
      en: 'A delivery with a certificate of PKIoverheid Private Root G1 is accepted.',
    },
    cause: issuerCause,
    remedy: issuerRemedy,
  },
  'tls.accepts-g4-certificate': {
    ...ofIssuer,
    ground: 'assumed',
    source: 'Logius, Technisch Overleg Digikoppeling 2026: G4 succeeds G1; whether 3PAS takes it is not known',
    text: {
      nl: 'Een aanlevering met een certificaat van PKIoverheid G4 (G-TLS SYS) wordt aangenomen.',
      en: 'A delivery with a certificate of PKIoverheid G4 (G-TLS SYS) is accepted.',
    },
    cause: issuerCause,
    remedy: issuerRemedy,
  },
  'tls.refuses-no-certificate': {
    ...withDelivery,
    security: true,
    sends: 'wrong-certificates',
    source: `koopoverheid.nl, DROP 3PAS: phases 2 to 4 connect with a certificate; ${sources.digikoppeling}, TLS001: both sides show one`,
    text: {
      nl: 'Een aanlevering zonder clientcertificaat wordt niet aangenomen.',
      en: 'A delivery without a client certificate is not accepted.',
    },
    cause: {
      nl: 'Het endpoint vraagt om een certificaat, maar eist het niet.',
      en: 'The endpoint asks for a certificate, but does not demand it.',
    },
    remedy: {
      nl: 'Meld het aan de beheerder van het endpoint: iedereen kan er aanleveren.',
      en: 'Tell who runs the endpoint: anybody can deliver there.',
    },
  },
  ...tlsRefusals,
} as const satisfies Requirements;
