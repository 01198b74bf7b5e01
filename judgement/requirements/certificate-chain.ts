import { basics, certificatePhases, pkioverheidPhases, sources } from './certificate-sources.ts';
import type { Requirements } from './requirement.ts';

/** A PKI that was made for a test run is nobody's: under it this can't be seen. */
const notOfATestPki = { seenAt: ['endpoint'] } as const;

export const certificateChain = {
  'certificate.is-no-authority': {
    ...basics,
    phases: certificatePhases,
    source: 'RFC 5280, section 4.2.1.9: cA is for certificates that sign others',
    text: {
      nl: 'Het clientcertificaat is niet zelf dat van een uitgever (CA).',
      en: 'The client certificate is not itself one of an authority (CA).',
    },
    cause: {
      nl: 'Een zelfgemaakt certificaat (openssl req -x509 maakt een CA), of dat van de uitgever is aangewezen.',
      en: 'A certificate made by oneself (openssl req -x509 makes a CA), or the issuer’s is pointed at.',
    },
    remedy: {
      nl: 'Gebruik het certificaat dat op naam van uw organisatie is uitgegeven.',
      en: 'Use the certificate that was issued to your organisation.',
    },
  },
  'certificate.chain-complete': {
    ...basics,
    ...notOfATestPki,
    phases: certificatePhases,
    source: 'RFC 8446, section 4.4.2: the certificates up to the root go along; only the root may be left out',
    text: {
      nl: 'De keten is compleet: alle tussenliggende certificaten zijn erbij.',
      en: 'The chain is complete: every certificate in between is there.',
    },
    cause: {
      nl: 'Alleen het eigen certificaat is geïnstalleerd, zonder dat van de TSP en dat van het domein.',
      en: 'Only the own certificate is installed, without those of the TSP and of the domain.',
    },
    remedy: {
      nl: 'Haal de ontbrekende certificaten op bij cert.pkioverheid.nl, of bij KOOP voor fase 2, en lever ze mee (--chain).',
      en: 'Get the missing certificates from cert.pkioverheid.nl, or from KOOP for phase 2, and supply them (--chain).',
    },
  },
  'certificate.chain-signed': {
    ...basics,
    phases: certificatePhases,
    source: 'RFC 5280, section 6.1.3 (a)(1): each signature is verified with the key of the issuer',
    text: {
      nl: 'Elke handtekening in de keten klopt met de sleutel van de uitgever die erboven staat.',
      en: 'Each signature in the chain fits the key of the issuer above it.',
    },
    cause: {
      nl: 'Een certificaat van een eerdere uitgever met dezelfde naam, of een beschadigd certificaat.',
      en: 'A certificate of an earlier issuer with the same name, or a damaged certificate.',
    },
    remedy: {
      nl: 'Gebruik het certificaat van de uitgever dat de TSP bij dit certificaat heeft geleverd.',
      en: 'Use the certificate of the issuer that the TSP supplied with this certificate.',
    },
  },
  'certificate.issuers-valid': {
    ...basics,
    phases: certificatePhases,
    source: 'RFC 5280, sections 6.1.3 (a)(2) and 6.1.4 (k): issuers are authorities, and within their validity',
    text: {
      nl: 'Elke uitgever in de keten is een CA en nu geldig.',
      en: 'Each issuer in the chain is a CA, and valid now.',
    },
    cause: {
      nl: 'Een verlopen tussenliggend certificaat, of een gewoon certificaat waarmee een ander is ondertekend.',
      en: 'An intermediate certificate that has expired, or an ordinary one with which another was signed.',
    },
    remedy: {
      nl: 'Vervang het tussenliggende certificaat door het huidige van de TSP.',
      en: 'Replace the intermediate certificate by the present one of the TSP.',
    },
  },
  'certificate.issued-by-koop': {
    ...basics,
    ...notOfATestPki,
    phases: [2],
    source: `${sources.koopSteps}: phase 2 connects with a certificate from KOOP`,
    text: {
      nl: 'Het certificaat is uitgegeven door KOOP.',
      en: 'The certificate was issued by KOOP.',
    },
    cause: {
      nl: 'Een ander certificaat dan dat van KOOP. TST-Aansluit is één adres voor fase 2 en 3, dus het wordt misschien wel aangenomen: als bewijs voor fase 2 telt het niet.',
      en: 'Another certificate than that of KOOP. TST-Aansluit is one address for phases 2 and 3, so it may well be accepted: it is no evidence for phase 2.',
    },
    remedy: {
      nl: 'Gebruik het certificaat dat de servicedesk van KOOP heeft verstrekt, en geef de CA van KOOP mee (--koop-ca).',
      en: 'Use the certificate that the service desk of KOOP handed out, and give the CA of KOOP (--koop-ca).',
    },
  },
  'certificate.issued-under-pkioverheid': {
    ...basics,
    seenAt: ['endpoint', 'receiver'],
    phases: pkioverheidPhases,
    source: `${sources.koopSteps}: phases 3 and 4 connect with a PKIoverheid certificate, of a private root; ${sources.roots}`,
    text: {
      nl: 'Het certificaat is uitgegeven onder een Private-hiërarchie van PKIoverheid (G1 of G4).',
      en: 'The certificate was issued under a Private hierarchy of PKIoverheid (G1 or G4).',
    },
    cause: {
      nl: 'Een certificaat van een commerciële of eigen CA, een openbaar webcertificaat, of een test- of TRIAL-certificaat.',
      en: 'A certificate of a commercial or own CA, a public web certificate, or a test or TRIAL certificate.',
    },
    remedy: {
      nl: 'Vraag bij een TSP van PKIoverheid een Private Services-certificaat (servercertificaat) met uw OIN aan.',
      en: 'Order a Private Services certificate (server certificate) with your OIN from a TSP of PKIoverheid.',
    },
  },
  'certificate.hierarchy-taken': {
    ...basics,
    strength: 'SHOULD',
    phases: pkioverheidPhases,
    source: `${sources.koopSteps}: for PKIoverheid the page names the Private Root (G1) and no other`,
    text: {
      nl: 'KOOP noemt deze hiërarchie als toegestaan voor 3PAS.',
      en: 'The hierarchy is one that KOOP says 3PAS takes.',
    },
    cause: {
      nl: 'Of 3PAS G4 aanneemt, is niet openbaar bekend.',
      en: 'Whether 3PAS takes G4 is not publicly known.',
    },
    remedy: {
      nl: 'Vraag KOOP of het endpoint G4 aanneemt, voordat u van een G4-certificaat afhankelijk bent.',
      en: 'Ask KOOP whether the endpoint takes G4, before you depend on a G4 certificate.',
    },
  },
  'certificate.policy-of-hierarchy': {
    ...basics,
    strength: 'SHOULD',
    phases: pkioverheidPhases,
    source: `${sources.profile}: 2.16.528.1.1003.1.2.8.6 under G1; ${sources.trial}: 2.16.528.1.1003.1.2.44.15.35.11 under G4`,
    text: {
      nl: 'Het certificaat noemt het beleid (policy-OID) dat bij een servercertificaat van zijn hiërarchie hoort.',
      en: 'The certificate names the policy (OID) that belongs to a server certificate of its hierarchy.',
    },
    cause: {
      nl: 'Het is een ander soort certificaat, bijvoorbeeld voor vertrouwelijkheid, een persoon, of een TRIAL.',
      en: 'It is another kind of certificate, for example for confidentiality, of a person, or a TRIAL.',
    },
    remedy: {
      nl: 'Vraag de TSP om een servercertificaat onder Private Services (G1) of G-TLS SYS (G4).',
      en: 'Ask the TSP for a server certificate under Private Services (G1) or G-TLS SYS (G4).',
    },
  },
  'certificate.names-crl': {
    ...basics,
    strength: 'SHOULD',
    phases: pkioverheidPhases,
    source: `${sources.digikoppeling}: PKI001 to PKI005 ask for a check against the CRL`,
    text: {
      nl: 'Het certificaat noemt waar de intrekkingslijst (CRL) staat.',
      en: 'The certificate names where the list of revoked certificates (CRL) is.',
    },
    cause: {
      nl: 'Het certificaat is niet volgens het profiel van PKIoverheid gemaakt.',
      en: 'The certificate was not made by the profile of PKIoverheid.',
    },
    remedy: {
      nl: 'Laat de TSP het certificaat opnieuw uitgeven, met een CRL distribution point.',
      en: 'Let the TSP issue the certificate again, with a CRL distribution point.',
    },
  },
} as const satisfies Requirements;
