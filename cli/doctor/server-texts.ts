import { type Explain, both } from './explained.ts';

const trust = both(
  'Laat de beheerder van het endpoint het certificaat vernieuwen; verificatie is in 3pas niet uit te zetten.',
  'Have the endpoint’s administrator renew the certificate; verification can’t be switched off in 3pas.',
);

const giveRoot = both(
  'Controleer of dit het echte endpoint is, vraag KOOP om het rootcertificaat en zet het in `serverRoots` van het profiel.',
  'Check whether this is the real endpoint, ask KOOP for the root certificate and put it into `serverRoots` of the profile.',
);

/** What can be wrong with the certificate of the server. */
export const serverTexts = {
  'proxy-intercepts': (issuer = '') => ({
    cause: both(
      `Een proxy of virusscanner opent het TLS-verkeer: het servercertificaat is uitgegeven door "${issuer}".`,
      `A proxy or virus scanner opens the TLS traffic: the certificate of the server was issued by "${issuer}".`,
    ),
    remedy: both(
      'Laat het endpoint van TLS-inspectie uitzonderen: met een clientcertificaat kan het er niet doorheen.',
      'Have the endpoint excepted from TLS inspection: with a client certificate it can’t go through.',
    ),
  }),
  'server-expired': (until = '', now = '') => ({
    cause: both(
      `Het servercertificaat is verlopen op ${until}; de klok van deze machine staat op ${now}.`,
      `The certificate of the server expired on ${until}; the clock of this machine says ${now}.`,
    ),
    remedy: both(`Zet de klok gelijk als die verkeerd staat. ${trust.nl}`, `Set the clock if it is wrong. ${trust.en}`),
  }),
  'server-not-yet-valid': (from = '', now = '') => ({
    cause: both(
      `Het servercertificaat gaat pas in op ${from}; de klok van deze machine staat op ${now}.`,
      `The certificate of the server begins on ${from} only; the clock of this machine says ${now}.`,
    ),
    remedy: both(
      `Meestal loopt de klok van deze machine achter: zet hem gelijk (NTP). ${trust.nl}`,
      `Usually the clock of this machine is behind: set it (NTP). ${trust.en}`,
    ),
  }),
  'server-self-signed': (issuer = '') => ({
    cause: both(
      `Het servercertificaat heeft zichzelf ondertekend ("${issuer}") en wordt niet vertrouwd.`,
      `The certificate of the server signed itself ("${issuer}") and is not trusted.`,
    ),
    remedy: giveRoot,
  }),
  'server-chain-incomplete': (issuer = '') => ({
    cause: both(
      `De server stuurt zijn keten niet mee: het certificaat van de uitgever "${issuer}" ontbreekt, of die wordt niet vertrouwd.`,
      `The server does not send its chain: the certificate of the issuer "${issuer}" is missing, or is not trusted.`,
    ),
    remedy: both(
      'Laat de beheerder de tussenliggende certificaten meesturen, of zet ze met de root in `serverRoots` van het profiel.',
      'Have the administrator send the intermediate certificates, or put them with the root into `serverRoots` of the profile.',
    ),
  }),
  'server-intermediate-wrong': (sent = '', issuer = '') => ({
    cause: both(
      sent === issuer
        ? `De server stuurt een ander certificaat "${sent}" mee dan dat waarmee zijn certificaat is ondertekend.`
        : `De server stuurt "${sent}" mee als uitgever, maar zijn certificaat is ondertekend door "${issuer}".`,
      sent === issuer
        ? `The server sends another certificate "${sent}" than the one that signed its certificate.`
        : `The server sends "${sent}" as issuer, but its certificate was signed by "${issuer}".`,
    ),
    remedy: both(
      `Laat de beheerder het tussenliggende certificaat "${issuer}" meesturen dat bij het servercertificaat hoort.`,
      `Have the administrator send the intermediate certificate "${issuer}" that belongs to the certificate of the server.`,
    ),
  }),
  'server-root-unknown': (issuer = '') => ({
    cause: both(
      `Het servercertificaat valt onder een root die hier niet vertrouwd wordt: "${issuer}".`,
      `The certificate of the server is under a root that is not trusted here: "${issuer}".`,
    ),
    remedy: giveRoot,
  }),
  'server-certificate-weak': (code = '') => ({
    cause: both(
      `Het servercertificaat heeft een te zwakke sleutel of handtekening (${code}).`,
      `The certificate of the server has too weak a key or signature (${code}).`,
    ),
    remedy: trust,
  }),
  'server-certificate-wrong': (code = '') => ({
    cause: both(
      `Het servercertificaat is niet te vertrouwen (${code}).`,
      `The certificate of the server can’t be trusted (${code}).`,
    ),
    remedy: trust,
  }),
  'server-name': (host = '', names = '') => ({
    cause: both(
      `Het servercertificaat is niet van ${host}, maar van ${names}.`,
      `The certificate of the server is not that of ${host}, but of ${names}.`,
    ),
    remedy: both(
      'Gebruik de hostnaam die KOOP gaf, geen IP-adres of alias; klopt die, dan heeft de server het verkeerde certificaat.',
      'Use the host name that KOOP gave, no IP address or alias; if it is right, the server has the wrong certificate.',
    ),
  }),
} as const satisfies Readonly<Record<string, Explain>>;
