import { basics, pkioverheidPhases, sources } from './certificate-sources.ts';
import type { Requirements } from './requirement.ts';

const asked = { ...basics, phases: pkioverheidPhases } as const;

export const certificateHolder = {
  'certificate.names-organisation': {
    ...asked,
    source: `${sources.koopSteps}: the certificate is that of the organisation that connects; ${sources.profile}`,
    text: { nl: 'Het certificaat noemt de organisatie (O).', en: 'The certificate names the organisation (O).' },
    cause: {
      nl: 'Een certificaat dat alleen een domeinnaam noemt.',
      en: 'A certificate that names a domain only.',
    },
    remedy: {
      nl: 'Vraag een certificaat op naam van de organisatie die aansluit.',
      en: 'Order a certificate in the name of the organisation that connects.',
    },
  },
  'certificate.names-country': {
    ...asked,
    strength: 'SHOULD',
    source: sources.profile,
    text: { nl: 'Het certificaat noemt Nederland als land (C=NL).', en: 'The certificate names NL as country (C=NL).' },
    cause: {
      nl: 'Het land ontbreekt, of de houder is buiten Nederland gevestigd.',
      en: 'The country is missing, or the holder is established elsewhere.',
    },
    remedy: {
      nl: 'Vraag de TSP om een certificaat met C=NL, of vraag KOOP of een ander land mag.',
      en: 'Ask the TSP for a certificate with C=NL, or ask KOOP whether another country will do.',
    },
  },
  'certificate.oin-in-serial-number': {
    ...asked,
    source: `${sources.digikoppeling}: PKI001, the OIN in the certificate; ${sources.oin}: in subject.serialNumber`,
    text: {
      nl: 'Het OIN staat in het veld serialNumber van de houder (subject).',
      en: 'The OIN is in the field serialNumber of the holder (subject).',
    },
    cause: {
      nl: 'Het certificaat is zonder OIN aangevraagd, of het OIN kwam in een ander veld.',
      en: 'The certificate was ordered without an OIN, or the OIN came into another field.',
    },
    remedy: {
      nl: 'Laat het certificaat opnieuw uitgeven, met het OIN als subject.serialNumber.',
      en: 'Have the certificate issued again, with the OIN as subject.serialNumber.',
    },
  },
  'certificate.oin-twenty-digits': {
    ...asked,
    source: `${sources.oin}: twenty digits`,
    text: { nl: 'Het OIN telt twintig cijfers en niets anders.', en: 'The OIN is twenty digits and nothing else.' },
    cause: {
      nl: 'Er is een cijfer weggevallen (vaak een voorloopnul), of er staat een spatie, punt of letter in.',
      en: 'A digit was lost (often a leading zero), or it holds a space, a dot or a letter.',
    },
    remedy: {
      nl: 'Zoek het OIN op in het OIN-register van Logius en laat het certificaat opnieuw uitgeven.',
      en: 'Look the OIN up in the OIN register of Logius, and have the certificate issued again.',
    },
  },
  'certificate.oin-printable-string': {
    ...asked,
    source: 'RFC 5280, appendix A.1: X520SerialNumber is a PrintableString',
    text: {
      nl: 'Het OIN is vastgelegd als PrintableString.',
      en: 'The OIN is written as a PrintableString.',
    },
    cause: {
      nl: 'Gereedschap dat alles als UTF8String schrijft, zoals een zelfgemaakte CA.',
      en: 'A tool that writes everything as UTF8String, as a home-made CA does.',
    },
    remedy: {
      nl: 'Laat het certificaat door een TSP van PKIoverheid uitgeven; bij eigen testcertificaten: string_mask = default in openssl.',
      en: 'Have the certificate issued by a TSP of PKIoverheid; for test certificates of your own: string_mask = default in openssl.',
    },
  },
  'certificate.oin-prefix-known': {
    ...asked,
    strength: 'SHOULD',
    source: `${sources.oin}: the prefixes`,
    text: {
      nl: 'Het OIN begint met een voorvoegsel dat een register aanwijst.',
      en: 'The OIN begins with a prefix that stands for a register.',
    },
    cause: {
      nl: 'Het nummer is geen OIN, maar bijvoorbeeld een KVK-nummer dat met nullen is aangevuld.',
      en: 'The number is no OIN but, for example, a KVK number filled up with zeros.',
    },
    remedy: {
      nl: 'Zoek het OIN op in het OIN-register van Logius.',
      en: 'Look the OIN up in the OIN register of Logius.',
    },
  },
  'certificate.oin-suffix-zeros': {
    ...asked,
    strength: 'SHOULD',
    source: `${sources.oin}: an RSIN is followed by 000, a KVK number by 0000`,
    text: {
      nl: 'Na het RSIN of KVK-nummer volgen in het OIN alleen nullen.',
      en: 'In the OIN only zeros follow the RSIN or KVK number.',
    },
    cause: {
      nl: 'Een vestigingsnummer of een langer nummer dan het register kent, of een verschoven cijfer.',
      en: 'The number of a branch, or a number longer than the register has, or a digit that moved.',
    },
    remedy: {
      nl: 'Vergelijk het OIN met dat in het OIN-register van Logius.',
      en: 'Compare the OIN with the one in the OIN register of Logius.',
    },
  },
  'certificate.oin-real-in-production': {
    ...asked,
    seenAt: ['endpoint'],
    phases: [4],
    source: `${sources.oin}: prefix 00000099 is for tests, and stands for no organisation`,
    text: {
      nl: 'In productie is het OIN dat van een echte organisatie, geen test-OIN (00000099).',
      en: 'In production the OIN is that of a real organisation, and no test OIN (00000099).',
    },
    cause: {
      nl: 'Het certificaat van de testomgeving is in productie geïnstalleerd.',
      en: 'The certificate of the test environment is installed in production.',
    },
    remedy: {
      nl: 'Gebruik in productie het certificaat met het OIN van uw organisatie.',
      en: 'In production use the certificate with the OIN of your organisation.',
    },
  },
} as const satisfies Requirements;
