import { basics, certificatePhases, pkioverheidPhases, sources } from './certificate-sources.ts';
import type { Requirements } from './requirement.ts';

const renew = {
  nl: 'Vraag bij de TSP een nieuw certificaat aan en geef het op tijd door aan KOOP.',
  en: 'Order a new certificate from the TSP, and hand it to KOOP in time.',
};

export const certificateTime = {
  'certificate.within-validity': {
    ...basics,
    phases: certificatePhases,
    source: `RFC 5280, section 6.1.3 (a)(2): the moment is within the validity; ${sources.digikoppeling}: PKI001 to PKI005`,
    text: {
      nl: 'Het certificaat is nu geldig: niet verlopen, en al ingegaan.',
      en: 'The certificate is valid now: not expired, and begun.',
    },
    cause: {
      nl: 'Het certificaat is verlopen, gaat nog in, of de klok van deze machine loopt verkeerd.',
      en: 'The certificate has expired, has not begun, or the clock of this machine is wrong.',
    },
    remedy: renew,
  },
  'certificate.not-near-its-end': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    phases: certificatePhases,
    source: '',
    text: {
      nl: 'Het certificaat is nog meer dan zestig dagen geldig.',
      en: 'The certificate is valid for more than sixty days yet.',
    },
    cause: {
      nl: 'Het certificaat loopt binnenkort af; aanvragen, controleren en plaatsen kosten weken.',
      en: 'The certificate ends soon; ordering, vetting and placing it take weeks.',
    },
    remedy: renew,
  },
  'certificate.period-allowed': {
    ...basics,
    strength: 'SHOULD',
    phases: pkioverheidPhases,
    source: `${sources.overleg}: three years at most, and under G1 nothing that outlives the root: about two years from November 2026, one from November 2027, none from November 2028`,
    text: {
      nl: 'De geldigheidsduur is niet langer dan zijn hiërarchie op de dag van uitgifte toestond.',
      en: 'The period of validity is no longer than its hierarchy allowed on the day of issue.',
    },
    cause: {
      nl: 'Het certificaat is niet volgens de kalender van PKIoverheid uitgegeven.',
      en: 'The certificate was not issued by the calendar of PKIoverheid.',
    },
    remedy: {
      nl: 'Vraag de TSP of het certificaat blijft gelden; zo niet, laat het vervangen.',
      en: 'Ask the TSP whether the certificate stays valid; if not, have it replaced.',
    },
  },
  'certificate.ends-before-g1': {
    ...basics,
    phases: pkioverheidPhases,
    source: `nuts-foundation/nuts-webpresence@093b9f9a: Private Root CA - G1 is valid until 2028-11-13T23:00Z; ${sources.overleg}: all of G1 ends in November 2028`,
    text: {
      nl: 'Een G1-certificaat eindigt niet later dan de G1-root (november 2028).',
      en: 'A G1 certificate ends no later than the G1 root (November 2028).',
    },
    cause: {
      nl: 'Het certificaat belooft een langere duur dan zijn root kan dragen.',
      en: 'The certificate promises a longer life than its root can bear.',
    },
    remedy: {
      nl: 'Reken met het einde van G1, en plan de overstap naar G4 met KOOP en de TSP.',
      en: 'Reckon with the end of G1, and plan the move to G4 with KOOP and the TSP.',
    },
  },
  'certificate.hierarchy-lasts': {
    ...basics,
    strength: 'SHOULD',
    phases: pkioverheidPhases,
    source: `${sources.overleg}: all of G1 ends in November 2028, and what is issued until then ends with it`,
    text: {
      nl: 'De hiërarchie van het certificaat bestaat nog langer dan een jaar.',
      en: 'The hierarchy of the certificate lasts for more than a year yet.',
    },
    cause: {
      nl: 'G1 houdt op: alles eindigt in november 2028, ook wat later is uitgegeven.',
      en: 'G1 ends: everything ends in November 2028, whenever it was issued.',
    },
    remedy: {
      nl: 'Plan de overstap naar G4, en vraag KOOP vanaf wanneer 3PAS G4 aanneemt.',
      en: 'Plan the move to G4, and ask KOOP from when 3PAS takes G4.',
    },
  },
} as const satisfies Requirements;
