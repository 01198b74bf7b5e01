import type { Bilingual } from '#contract/texts/bilingual';
import type { ProfileScope } from './profile.ts';

/** A key of a profile: what it holds, and what holds where it is absent (undefined where it can't be). */
export interface ProfileKey {
  readonly about: Bilingual;
  readonly absent: Bilingual | undefined;
}

const needed = undefined;
const none: Bilingual = { nl: 'geen', en: 'none' };

/** Every key of a profile by its path, in the order of the page that documents them. */
export const profileKeys: Readonly<Record<string, ProfileKey>> = {
  profile: {
    about: { nl: 'De naam in rapporten en in run.json.', en: 'The name in reports and in run.json.' },
    absent: needed,
  },
  title: {
    about: {
      nl: 'Een regel voor mensen, zoals 3pas profiles die toont.',
      en: 'A line for people, as 3pas profiles shows it.',
    },
    absent: needed,
  },
  phase: {
    about: {
      nl: 'De fase: 1 PoC-endpoint met gebruikersnaam, 2 TST-Aansluit met een certificaat van KOOP, 3 TST-Aansluit met het eigen PKIoverheid-certificaat, 4 productie (alleen IsAlive).',
      en: 'The phase: 1 PoC endpoint with a username, 2 TST-Aansluit with a certificate of KOOP, 3 TST-Aansluit with the own PKIoverheid certificate, 4 production (IsAlive only).',
    },
    absent: needed,
  },
  endpoint: {
    about: {
      nl: 'Waar heen: { url: … } met één http- of https-adres (fasen 2 tot en met 4: https), of { mock: true } voor het ingebouwde endpoint.',
      en: 'Where to: { url: … } with one http or https address (phases 2 to 4: https), or { mock: true } for the embedded endpoint.',
    },
    absent: needed,
  },
  'endpoint.via': {
    about: {
      nl: 'De eigen TLS-proxy of broker op deze machine die het certificaat draagt, zoals http://127.0.0.1:8443: verzoeken gaan daarlangs, met de host van endpoint.url. Waarheen hij doorstuurt, is niet te zien; de bewakers gaan uit van endpoint.url.',
      en: 'The TLS proxy or broker of your own on this machine that carries the certificate, such as http://127.0.0.1:8443: requests go through it, with the host of endpoint.url. Where it leads can not be seen; the guards go by endpoint.url.',
    },
    absent: { nl: 'rechtstreeks', en: 'straight there' },
  },
  testHosts: {
    about: {
      nl: 'Hosts die een testomgeving zijn, ook al zegt hun naam dat niet. Aanleveringen gaan alleen naar deze machine, naar een host met een testmerk in de naam (eto, tst, test, acc, poc) en naar deze hosts.',
      en: 'Hosts that are for tests although their name does not say so. Deliveries leave only for this machine, for a host with a test mark in its name (eto, tst, test, acc, poc) and for these hosts.',
    },
    absent: none,
  },
  credentials: {
    about: {
      nl: 'Gebruikersnaam en wachtwoord van fase 1; ze staan in omgevingsvariabelen, nooit in het profiel zelf.',
      en: 'Username and password of phase 1; they stand in environment variables, never in the profile itself.',
    },
    absent: { nl: 'zonder aanmelden', en: 'nobody logs in' },
  },
  'credentials.carrier': {
    about: {
      nl: 'Hoe de gebruikersnaam meegaat: basic (HTTP Basic), wsse (UsernameToken in de SOAP-header) of header (eigen HTTP-headers).',
      en: 'How the username travels: basic (HTTP Basic), wsse (a UsernameToken in the SOAP header) or header (HTTP headers of its own).',
    },
    absent: { nl: 'basic', en: 'basic' },
  },
  'credentials.headers': {
    about: {
      nl: 'De namen van die HTTP-headers, { username: …, password: … }; alleen bij carrier: header.',
      en: 'The names of those HTTP headers, { username: …, password: … }; with carrier: header only.',
    },
    absent: none,
  },
  'credentials.username': {
    about: { nl: 'De gebruikersnaam die KOOP uitgeeft.', en: 'The username that KOOP hands out.' },
    absent: needed,
  },
  'credentials.password': {
    about: { nl: 'Het wachtwoord, waar er een is.', en: 'The password, where there is one.' },
    absent: none,
  },
  certificate: {
    about: {
      nl: 'Het clientcertificaat van fasen 2 tot en met 4: PEM, DER of PKCS#12 in bestanden, of { mock: koop }, { mock: g1 } of { mock: g4 } bij het ingebouwde endpoint.',
      en: 'The client certificate of phases 2 to 4: PEM, DER or PKCS#12 in files, or { mock: koop }, { mock: g1 } or { mock: g4 } at the embedded endpoint.',
    },
    absent: { nl: 'alleen in fase 1', en: 'in phase 1 only' },
  },
  'certificate.file': {
    about: {
      nl: 'Het bestand met het certificaat. Een pad in het profiel begint bij de map van het profiel, een pad in een omgevingsvariabele bij de werkmap.',
      en: 'The file with the certificate. A path in the profile starts from its folder, one in an environment variable from the working directory.',
    },
    absent: needed,
  },
  'certificate.key': {
    about: {
      nl: 'De private sleutel, waar die een eigen bestand heeft.',
      en: 'The private key, where it is a file of its own.',
    },
    absent: { nl: 'in certificate.file', en: 'in certificate.file' },
  },
  'certificate.chain': {
    about: {
      nl: 'De tussenliggende certificaten, waar die een eigen bestand hebben.',
      en: 'The intermediate certificates, where they are a file of their own.',
    },
    absent: { nl: 'in certificate.file', en: 'in certificate.file' },
  },
  'certificate.password': {
    about: {
      nl: 'Het wachtwoord van sleutel of PKCS#12, in een omgevingsvariabele.',
      en: 'The password of key or PKCS#12, in an environment variable.',
    },
    absent: none,
  },
  proxy: {
    about: {
      nl: 'De proxy naar buiten: { url: …, username: …, password: … }, of none voor de directe weg.',
      en: 'The proxy that leads out: { url: …, username: …, password: … }, or none for the direct way.',
    },
    absent: { nl: 'wat HTTPS_PROXY en NO_PROXY zeggen', en: 'what HTTPS_PROXY and NO_PROXY say' },
  },
  serverRoots: {
    about: {
      nl: 'Bestanden met stamcertificaten waaronder het certificaat van het endpoint mag vallen, naast die van Node.',
      en: 'Files with roots that the certificate of the endpoint may chain to, besides those of Node.',
    },
    absent: none,
  },
  machtigingen: {
    about: {
      nl: 'Voor wie de organisatie van het certificaat mag aanleveren: een lijst van { oin, bevoegdGezag }.',
      en: 'For whom the organisation of the certificate may deliver: a list of { oin, bevoegdGezag }.',
    },
    absent: { nl: 'niet getoetst', en: 'not tested' },
  },
  wrongCertificates: {
    about: {
      nl: 'Certificaten die op een bekende manier fout zijn, per fout een bestand; ze worden alleen onder een toestemming aangeboden.',
      en: 'Certificates that are wrong in a known way, a file for each fault; they are offered only under a permission.',
    },
    absent: none,
  },
  contract: {
    about: {
      nl: 'De contractmap, vanaf de map van het profiel.',
      en: 'The contract folder, from the folder of the profile.',
    },
    absent: { nl: 'die van 2020-01', en: 'that of 2020-01' },
  },
  corpus: {
    about: {
      nl: 'De map met bevindingen van eerdere runs, vanaf de map van het profiel; een run verstuurt ze eerst opnieuw en voegt nieuwe toe.',
      en: 'The folder with findings of earlier runs, from the folder of the profile; a run sends them again first and adds new ones.',
    },
    absent: none,
  },
  limits: {
    about: {
      nl: 'Hoeveel een run vraagt van het endpoint; buiten deze machine ten hoogste 5 verzoeken per seconde, 5000 verzoeken en 500 aangenomen aanleveringen.',
      en: 'What a run asks of the endpoint; outside this machine at most 5 requests a second, 5000 requests and 500 accepted deliveries.',
    },
    absent: { nl: 'zie de sleutels hieronder', en: 'see the keys below' },
  },
  'limits.requestsPerSecond': {
    about: { nl: 'Verzoeken per seconde.', en: 'Requests a second.' },
    absent: { nl: '2 (ingebouwd endpoint: onbegrensd)', en: '2 (embedded endpoint: no limit)' },
  },
  'limits.requests': {
    about: { nl: 'Verzoeken in één run.', en: 'Requests in one run.' },
    absent: { nl: '500 (ingebouwd endpoint: onbegrensd)', en: '500 (embedded endpoint: no limit)' },
  },
  'limits.perDay': {
    about: {
      nl: 'Verzoeken op één dag, van alles wat hetzelfde account gebruikt: run, replay, pact verify, doctor, deliver, listen --forward en contract init --wsdl; geteld in de map van --state.',
      en: 'Requests on one day, of all that uses the same account: run, replay, pact verify, doctor, deliver, listen --forward and contract init --wsdl; counted in the folder of --state.',
    },
    absent: { nl: 'niet geteld', en: 'not counted' },
  },
  'limits.accepted': {
    about: {
      nl: 'Aanleveringen in één run die zijn aangenomen, of waarvan het antwoord dat openlaat.',
      en: 'Deliveries in one run that were accepted, or whose answer leaves that open.',
    },
    absent: { nl: '100 (ingebouwd endpoint: onbegrensd)', en: '100 (embedded endpoint: no limit)' },
  },
  'limits.connections': {
    about: { nl: 'Verbindingen tegelijk, ten hoogste 64.', en: 'Connections at a time, 64 at most.' },
    absent: { nl: '4', en: '4' },
  },
  'limits.timeoutMs': {
    about: {
      nl: 'Hoelang een antwoord mag duren, in milliseconden, ten hoogste 600000.',
      en: 'How long an answer may take, in milliseconds, 600000 at most.',
    },
    absent: { nl: '30000', en: '30000' },
  },
  bevoegdGezag: {
    about: {
      nl: 'De bevoegde gezagen waarvoor aangeleverd mag worden: een lijst van { soort, naam }, of een omgevingsvariabele met bijvoorbeeld gemeente=Woerden;provincie=Utrecht.',
      en: 'The competent authorities that deliveries may name: a list of { soort, naam }, or an environment variable with, for example, gemeente=Woerden;provincie=Utrecht.',
    },
    absent: {
      nl: 'er wordt niets aangeleverd (ingebouwd endpoint: alle)',
      en: 'nothing is delivered (embedded endpoint: all)',
    },
  },
  media: {
    about: {
      nl: 'De media waarin publicatie gevraagd mag worden; een lege lijst zet dossiers alleen klaar.',
      en: 'The media that publication may be asked in; an empty list only prepares dossiers (klaarzetten).',
    },
    absent: { nl: 'geen medium (ingebouwd endpoint: alle)', en: 'no medium (embedded endpoint: all)' },
  },
  toestemming: {
    about: {
      nl: 'Wat KOOP toestaat buiten geldige aanleveringen; zonder toestemming gaat daarvan niets de deur uit.',
      en: 'What KOOP permits beside valid deliveries; without it none of that leaves.',
    },
    absent: { nl: 'geen (ingebouwd endpoint: alles)', en: 'none (embedded endpoint: all)' },
  },
  'toestemming.door': { about: { nl: 'Wie de toestemming gaf.', en: 'Who gave the permission.' }, absent: needed },
  'toestemming.datum': {
    about: { nl: 'De eerste dag, JJJJ-MM-DD.', en: 'The first day, YYYY-MM-DD.' },
    absent: needed,
  },
  'toestemming.tot': {
    about: { nl: 'De laatste dag, ten hoogste een jaar later.', en: 'The last day, a year later at most.' },
    absent: needed,
  },
  'toestemming.omvang': {
    about: { nl: 'Waarvoor: een lijst van de woorden hieronder.', en: 'For what: a list of the words below.' },
    absent: needed,
  },
};

/** What each word of `toestemming.omvang` permits. */
export const scopeTexts: Readonly<Record<ProfileScope, Bilingual>> = {
  violations: { nl: 'berichten die precies één regel overtreden', en: 'messages that break exactly one rule' },
  variants: { nl: 'andere bytes met dezelfde betekenis', en: 'other bytes with the same meaning' },
  attacks: {
    nl: 'berichten die een ontleder kunnen misleiden of bezighouden',
    en: 'messages that could mislead a parser or keep it busy',
  },
  'wrong-credentials': { nl: 'een gebruikersnaam die er niet is', en: 'a username that does not exist' },
  'wrong-password': {
    nl: 'één keer de eigen gebruikersnaam met een onjuist wachtwoord, wat het account kan blokkeren',
    en: 'the own username with a wrong password, once, which may lock the account',
  },
  'wrong-certificates': {
    nl: 'de certificaten onder wrongCertificates',
    en: 'the certificates under wrongCertificates',
  },
  bopa: { nl: 'aanleveringen voor een planafwijking (BOPA)', en: 'deliveries for a deviation from the plan (BOPA)' },
};
