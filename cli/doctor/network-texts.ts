import { type Explain, both } from './explained.ts';

const byProxy = both(
  'Gaat dit netwerk via een proxy naar buiten, zet dan HTTPS_PROXY, of `proxy` in het profiel.',
  'If this network leads out through a proxy, set HTTPS_PROXY, or `proxy` in the profile.',
);

/** What can be wrong between this machine and the server, up to and with TLS. */
export const networkTexts = {
  'host-unknown': (host = '') => ({
    cause: both(`De hostnaam ${host} is onbekend (DNS).`, `The host name ${host} is unknown (DNS).`),
    remedy: both(
      `Controleer de naam in het adres; is hij goed, dan kent de DNS van dit netwerk hem niet (VPN?). ${byProxy.nl}`,
      `Check the name in the address; if it is right, the DNS of this network does not know it (VPN?). ${byProxy.en}`,
    ),
  }),
  'dns-silent': (host = '', code = '') => ({
    cause: both(`DNS geeft geen antwoord over ${host} (${code}).`, `DNS gives no answer about ${host} (${code}).`),
    remedy: both(
      'Controleer de netwerkverbinding en de ingestelde DNS-server.',
      'Check the network connection and the DNS server that is set.',
    ),
  }),
  'port-refused': (spot = '') => ({
    cause: both(
      `Op ${spot} luistert niets: de verbinding is geweigerd.`,
      `Nothing listens on ${spot}: the connection was refused.`,
    ),
    remedy: both(
      'Controleer host en poort in het adres, en of het endpoint aan staat.',
      'Check host and port in the address, and whether the endpoint is up.',
    ),
  }),
  'host-unreachable': (spot = '', code = '') => ({
    cause: both(`Er is geen route naar ${spot} (${code}).`, `There is no route to ${spot} (${code}).`),
    remedy: both(
      `Controleer VPN, firewall en routering. ${byProxy.nl}`,
      `Check VPN, firewall and routing. ${byProxy.en}`,
    ),
  }),
  'port-silent': (spot = '') => ({
    cause: both(
      `Er komt geen verbinding tot stand met ${spot}: geen antwoord op TCP.`,
      `No connection comes about with ${spot}: no answer to TCP.`,
    ),
    remedy: both(
      `Meestal houdt een firewall de poort dicht: laat uitgaand verkeer naar host en poort toe, en vraag KOOP of het IP-adres is toegelaten. ${byProxy.nl}`,
      `Usually a firewall keeps the port closed: allow outgoing traffic to host and port, and ask KOOP whether the IP address is admitted. ${byProxy.en}`,
    ),
  }),
  'tls-required': (spot = '') => ({
    cause: both(
      `${spot} verwacht TLS, en het adres begint met http://.`,
      `${spot} expects TLS, and the address begins with http://.`,
    ),
    remedy: both('Laat het adres met https:// beginnen.', 'Begin the address with https://.'),
  }),
  'tls-not-spoken': (spot = '') => ({
    cause: both(
      `${spot} spreekt geen TLS, maar antwoordt in gewone tekst; het adres begint met https://.`,
      `${spot} speaks no TLS but answers in plain text; the address begins with https://.`,
    ),
    remedy: both(
      'Controleer de poort; alleen een endpoint op deze machine kan met http:// beginnen.',
      'Check the port; only an endpoint on this machine can begin with http://.',
    ),
  }),
  'tls-silent': (spot = '') => ({
    cause: both(
      `${spot} neemt de TCP-verbinding aan, maar antwoordt niet op TLS.`,
      `${spot} takes the TCP connection, but does not answer to TLS.`,
    ),
    remedy: both(
      'Controleer de poort, en of een firewall of load balancer de verbinding vasthoudt.',
      'Check the port, and whether a firewall or load balancer holds the connection.',
    ),
  }),
  'tls-closed': (spot = '') => ({
    cause: both(
      `${spot} verbreekt de verbinding tijdens de TLS-handshake.`,
      `${spot} closes the connection during the TLS handshake.`,
    ),
    remedy: both(
      'Controleer de poort en de hostnaam (SNI), en of KOOP het IP-adres heeft toegelaten.',
      'Check the port and the host name (SNI), and whether KOOP has admitted the IP address.',
    ),
  }),
  'tls-version': (spot = '') => ({
    cause: both(
      `${spot} spreekt geen TLS 1.2 of 1.3, en ouder spreekt 3pas niet.`,
      `${spot} speaks no TLS 1.2 or 1.3, and 3pas speaks none older.`,
    ),
    remedy: both(
      'Zet op de server of load balancer TLS 1.2 of hoger aan; controleer of het adres dat van 3PAS is.',
      'Enable TLS 1.2 or later on the server or load balancer; check whether the address is that of 3PAS.',
    ),
  }),
  'tls-cipher': (spot = '') => ({
    cause: both(
      `${spot} breekt de TLS-handshake af: geen gemeenschappelijke cipher, of een clientcertificaat dat ontbreekt.`,
      `${spot} breaks the TLS handshake off: no cipher in common, or a client certificate that is missing.`,
    ),
    remedy: both(
      'Controleer of het adres bij deze fase hoort; sta op de server de ciphers van de NCSC-richtlijn toe.',
      'Check whether the address belongs to this phase; allow the ciphers of the NCSC guideline on the server.',
    ),
  }),
  'tls-failed': (spot = '', code = '') => ({
    cause: both(`De TLS-handshake met ${spot} mislukt (${code}).`, `The TLS handshake with ${spot} fails (${code}).`),
    remedy: both(
      'Leg de code voor aan de netwerkbeheerder of aan KOOP; `openssl s_client -connect` toont meer.',
      'Show the code to the network’s administrator or to KOOP; `openssl s_client -connect` shows more.',
    ),
  }),
} as const satisfies Readonly<Record<string, Explain>>;
