import { type Explain, both } from './explained.ts';

const checkAddress = both(
  'Controleer het adres van de proxy (http:// of https://, host en poort) bij de netwerkbeheerder.',
  'Check the address of the proxy (http:// or https://, host and port) with the network’s administrator.',
);

const allowConnect = both(
  'Vraag de netwerkbeheerder om CONNECT naar host en poort van het endpoint toe te staan.',
  'Ask the network’s administrator to allow CONNECT to host and port of the endpoint.',
);

/** What can be wrong with a proxy, and with what it makes of CONNECT. */
export const proxyTexts = {
  'proxy-host-unknown': (host = '', from = '', code = '') => ({
    cause: both(
      `De hostnaam van de proxy, ${host} (${from}), is niet te vinden (${code}).`,
      `The host name of the proxy, ${host} (${from}), can’t be found (${code}).`,
    ),
    remedy: checkAddress,
  }),
  'proxy-port-refused': (spot = '', from = '') => ({
    cause: both(
      `Op ${spot}, het adres van de proxy (${from}), luistert niets.`,
      `Nothing listens on ${spot}, the address of the proxy (${from}).`,
    ),
    remedy: checkAddress,
  }),
  'proxy-unreachable': (spot = '', from = '', code = '') => ({
    cause: both(
      `De proxy ${spot} (${from}) is niet te bereiken (${code}).`,
      `The proxy ${spot} (${from}) can’t be reached (${code}).`,
    ),
    remedy: both(
      'Controleer het adres van de proxy, VPN, firewall en routering.',
      'Check the address of the proxy, VPN, firewall and routing.',
    ),
  }),
  'proxy-silent': (spot = '', from = '') => ({
    cause: both(
      `De proxy ${spot} (${from}) neemt de verbinding aan, maar geeft niet op tijd antwoord op CONNECT.`,
      `The proxy ${spot} (${from}) takes the connection, but does not answer CONNECT in time.`,
    ),
    remedy: both(
      'Controleer of dit de proxy is, en vraag de netwerkbeheerder of hij het endpoint kan bereiken.',
      'Check whether this is the proxy, and ask the network’s administrator whether it can reach the endpoint.',
    ),
  }),
  'proxy-hangs-up': (spot = '', from = '', code = '') => ({
    cause: both(
      `De proxy ${spot} (${from}) verbreekt de verbinding zonder antwoord op CONNECT (${code}).`,
      `The proxy ${spot} (${from}) closes the connection without an answer to CONNECT (${code}).`,
    ),
    remedy: checkAddress,
  }),
  'proxy-not-http': (spot = '', from = '', code = '') => ({
    cause: both(
      `Op ${spot} (${from}) draait geen HTTP-proxy: het antwoord op CONNECT is niet bruikbaar (${code}).`,
      `No HTTP proxy runs on ${spot} (${from}): the answer to CONNECT can’t be used (${code}).`,
    ),
    remedy: checkAddress,
  }),
  'proxy-tls': (spot = '', from = '', code = '') => ({
    cause: both(
      `De TLS-verbinding met de proxy ${spot} (${from}) mislukt (${code}).`,
      `The TLS connection with the proxy ${spot} (${from}) fails (${code}).`,
    ),
    remedy: both(
      'Begin het adres met http:// als de proxy zelf geen TLS gebruikt; zet anders de root van zijn certificaat in `serverRoots` van het profiel.',
      'Begin the address with http:// if the proxy itself uses no TLS; else put the root of its certificate into `serverRoots` of the profile.',
    ),
  }),
  'proxy-credentials-missing': (spot = '', from = '') => ({
    cause: both(
      `De proxy ${spot} vraagt om een gebruikersnaam (HTTP 407), en ${from} geeft er geen.`,
      `The proxy ${spot} asks for a username (HTTP 407), and ${from} gives none.`,
    ),
    remedy: both(
      'Zet gebruikersnaam en wachtwoord in de variabele (http://naam:wachtwoord@host:poort, met %-codes voor bijzondere tekens), of geef `proxy.username` en `proxy.password` in het profiel.',
      'Put username and password into the variable (http://name:password@host:port, special characters percent-encoded), or give `proxy.username` and `proxy.password` in the profile.',
    ),
  }),
  'proxy-credentials-refused': (spot = '', from = '') => ({
    cause: both(
      `De proxy ${spot} weigert de gebruikersnaam of het wachtwoord uit ${from} (HTTP 407).`,
      `The proxy ${spot} refuses the username or password of ${from} (HTTP 407).`,
    ),
    remedy: both(
      'Controleer beide, ook op tekens die in een URL een %-code nodig hebben (@ is %40).',
      'Check both, also for characters that a URL needs percent-encoded (@ is %40).',
    ),
  }),
  'proxy-scheme': (spot = '', schemes = '') => ({
    cause: both(
      `De proxy ${spot} vraagt om aanmelding met ${schemes} (HTTP 407); 3pas kent alleen Basic.`,
      `The proxy ${spot} asks for authentication by ${schemes} (HTTP 407); 3pas knows Basic only.`,
    ),
    remedy: both(
      'Vraag de netwerkbeheerder om Basic of om een uitzondering voor deze machine, of zet er een lokale proxy voor die zich met dit schema aanmeldt (zoals Px of CNTLM).',
      'Ask the network’s administrator for Basic or for an exception for this machine, or put a local proxy before it that authenticates by this scheme (such as Px or CNTLM).',
    ),
  }),
  'proxy-refuses': (spot = '', said = '') => ({
    cause: both(
      `De proxy ${spot} weigert de verbinding met het endpoint: ${said}.`,
      `The proxy ${spot} refuses the connection with the endpoint: ${said}.`,
    ),
    remedy: allowConnect,
  }),
  'proxy-gateway': (spot = '', said = '') => ({
    cause: both(
      `De proxy ${spot} kan het endpoint niet bereiken: ${said}.`,
      `The proxy ${spot} can’t reach the endpoint: ${said}.`,
    ),
    remedy: both(
      'Controleer host en poort in het adres van het endpoint; zijn die goed, vraag dan de netwerkbeheerder of DNS en firewall van de proxy het endpoint toelaten, en KOOP of het IP-adres van de proxy is toegelaten.',
      'Check host and port in the address of the endpoint; if they are right, ask the network’s administrator whether DNS and firewall of the proxy admit the endpoint, and KOOP whether the IP address of the proxy is admitted.',
    ),
  }),
} as const satisfies Readonly<Record<string, Explain>>;
