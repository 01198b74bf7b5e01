import { type Explain, both } from './explained.ts';

const checkPath = both(
  'Controleer het pad in het adres: hoofdletters, versie en extensie (.svc) tellen mee.',
  'Check the path in the address: case, version and extension (.svc) count.',
);

const atKoop = both(
  'Probeer het later; blijft het, meld KOOP tijdstip en code.',
  'Try again later; if it stays, tell KOOP time and code.',
);

const inLog = both(
  'Zoek dit verzoek op in het logboek van uw server, op tijdstip.',
  'Look this request up in the log of your server, by its time.',
);

const looksElse = both(
  'Controleer het adres, en of de contractmap (--contract) die van dit endpoint is.',
  'Check the address, and whether the contract folder (--contract) is that of this endpoint.',
);

/** What can be wrong with what answers. */
export const serviceTexts = {
  'path-unknown': (path = '', status = '') => ({
    cause: both(
      `De server kent ${path} niet als SOAP-dienst (HTTP ${status}).`,
      `The server does not know ${path} as a SOAP service (HTTP ${status}).`,
    ),
    remedy: checkPath,
  }),
  'web-page': (title = '') => ({
    cause: both(
      `Er antwoordt een webpagina, geen SOAP-dienst: ${title}`,
      `A web page answers, no SOAP service: ${title}`,
    ),
    remedy: checkPath,
  }),
  'answer-compressed': (coding = '') => ({
    cause: both(
      `Het antwoord is gecomprimeerd (${coding}), terwijl daar niet om gevraagd is.`,
      `The answer is compressed (${coding}), which was not asked for.`,
    ),
    remedy: both(
      'Kijk of een proxy onderweg antwoorden comprimeert; geef anders KOOP deze uitwisseling.',
      'See whether a proxy on the way compresses answers; else give KOOP this exchange.',
    ),
    own: both(
      'Zet compressie van antwoorden uit in de server of de proxy ervoor.',
      'Switch compression of answers off in the server or the proxy before it.',
    ),
  }),
  'answer-in-parts': (type = '') => ({
    cause: both(
      `Het antwoord komt in delen (${type}): de dienst gebruikt MTOM of bijlagen.`,
      `The answer comes in parts (${type}): the service uses MTOM or attachments.`,
    ),
    remedy: both(
      'Controleer of dit adres het endpoint 2020/01 is; het contract kent alleen gewone SOAP 1.1 (text/xml).',
      'Check that this address is the endpoint 2020/01; the contract knows plain SOAP 1.1 (text/xml) only.',
    ),
  }),
  'answer-soap-1-2': () => ({
    cause: both(
      'Er komt een antwoord in SOAP 1.2, op een vraag in SOAP 1.1.',
      'An answer in SOAP 1.2 comes to a question in SOAP 1.1.',
    ),
    remedy: both(
      'Zoek in de WSDL het adres van de binding met SOAP 1.1 (soap:address) en gebruik dat.',
      'Find the address of the SOAP 1.1 binding (soap:address) in the WSDL, and use that.',
    ),
  }),
  'session-demanded': (said = '') => ({
    cause: both(
      `Het endpoint vraagt om een cookie of sessie (${said}); 3PAS kent die niet.`,
      `The endpoint asks for a cookie or a session (${said}); 3PAS has none.`,
    ),
    remedy: both(
      'Laat de load balancer of portaal ervoor verzoeken zonder cookie door; controleer anders het adres.',
      'Have the load balancer or portal before it let requests without a cookie through; else check the address.',
    ),
  }),
  'login-demanded': (said = '') => ({
    cause: both(
      `Het adres stuurt door naar een inlogpagina (${said}): het is niet dat van de dienst.`,
      `The address leads to a login page (${said}): it is not that of the service.`,
    ),
    remedy: checkPath,
  }),
  redirected: (status = '', to = '') => ({
    cause: both(
      `Het endpoint verwijst door (HTTP ${status}) naar ${to}.`,
      `The endpoint redirects (HTTP ${status}) to ${to}.`,
    ),
    remedy: both(
      'Gebruik het adres waarnaar verwezen wordt als dat van KOOP is; een inlogpagina betekent een verkeerd adres.',
      'Use the address that it leads to if it is KOOP’s; a login page means a wrong address.',
    ),
  }),
  'message-limit': () => ({
    cause: both(
      'HTTP 413: de server vindt het bericht te groot (WCF: maxReceivedMessageSize, standaard 64 KB).',
      'HTTP 413: the server finds the message too large (WCF: maxReceivedMessageSize, 64 KB unless set).',
    ),
    remedy: both(
      'Dit lost de beheerder van het endpoint op; een proxy met een eigen grens ertussen kan ook.',
      'The endpoint’s administrator solves this; a proxy with a limit of its own is possible too.',
    ),
  }),
  'media-type-refused': () => ({
    cause: both(
      'HTTP 415: de dienst neemt geen text/xml (SOAP 1.1) aan; waarschijnlijk spreekt dit adres SOAP 1.2.',
      'HTTP 415: the service takes no text/xml (SOAP 1.1); probably this address speaks SOAP 1.2.',
    ),
    remedy: looksElse,
  }),
  'too-many-requests': (retryAfter = '') => ({
    cause: both(
      `Het endpoint krijgt te veel verzoeken (HTTP 429${retryAfter === '' ? '' : `, Retry-After: ${retryAfter}`}).`,
      `The endpoint gets too many requests (HTTP 429${retryAfter === '' ? '' : `, Retry-After: ${retryAfter}`}).`,
    ),
    remedy: both(
      'Wacht even, en verlaag limits.requestsPerSecond in het profiel.',
      'Wait a while, and lower limits.requestsPerSecond in the profile.',
    ),
  }),
  'gateway-failed': (status = '') => ({
    cause: both(
      `Een gateway of load balancer antwoordt, maar bereikt de dienst niet (HTTP ${status}).`,
      `A gateway or load balancer answers, but does not reach the service (HTTP ${status}).`,
    ),
    remedy: atKoop,
    own: inLog,
  }),
  'service-unavailable': (retryAfter = '') => ({
    cause: both(
      `De dienst is niet beschikbaar (HTTP 503${retryAfter === '' ? '' : `, Retry-After: ${retryAfter}`}).`,
      `The service is not available (HTTP 503${retryAfter === '' ? '' : `, Retry-After: ${retryAfter}`}).`,
    ),
    remedy: atKoop,
    own: inLog,
  }),
  'http-error': (status = '') => ({
    cause: both(
      `Het endpoint antwoordt met HTTP ${status}, zonder Fault.`,
      `The endpoint answers with HTTP ${status}, without a Fault.`,
    ),
    remedy: atKoop,
    own: inLog,
  }),
  'action-unknown': (action = '', said = '') => ({
    cause: both(
      `Het endpoint kent de SOAPAction ${action} niet: ${said}`,
      `The endpoint does not know the SOAPAction ${action}: ${said}`,
    ),
    remedy: looksElse,
  }),
  'other-contract': (action = '') => ({
    cause: both(
      `De WSDL op dit adres noemt de actie ${action} niet: het is een andere dienst of versie.`,
      `The WSDL at this address does not name the action ${action}: it is another service or version.`,
    ),
    remedy: looksElse,
  }),
  'alive-fault': (said = '') => ({
    cause: both(`IsAlive geeft een Fault: ${said}`, `IsAlive gives a Fault: ${said}`),
    remedy: looksElse,
  }),
  'other-answer': (nl = '', en = '') => ({
    cause: both(`Het antwoord is niet dat van IsAlive: ${nl}`, `The answer is not that of IsAlive: ${en}`),
    remedy: looksElse,
  }),
  'no-answer': (seconds = '') => ({
    cause: both(
      `De verbinding is er, maar IsAlive gaf binnen ${seconds} seconden geen volledig antwoord.`,
      `The connection is there, but no answer came in time: none that is complete to IsAlive within ${seconds} seconds.`,
    ),
    remedy: both(
      'Probeer het nog eens: een dienst kan traag opstarten. Blijft het, meld het KOOP.',
      'Try again: a service may be slow to start. If it stays, tell KOOP.',
    ),
    own: inLog,
  }),
  'connection-reset': (code = '') => ({
    cause: both(
      `Het endpoint verbreekt de verbinding zonder antwoord (${code}).`,
      `The endpoint closes the connection without an answer (${code}).`,
    ),
    remedy: both(
      'Controleer http of https en de poort in het adres, en het logboek van het endpoint.',
      'Check http or https and the port in the address, and the log of the endpoint.',
    ),
  }),
  'answer-broken-off': (code = '') => ({
    cause: both(`Het antwoord brak halverwege af (${code}).`, `The answer broke off half-way (${code}).`),
    remedy: atKoop,
    own: inLog,
  }),
  'answer-too-large': () => ({
    cause: both(
      'Het antwoord op IsAlive is groter dan 1 MB: dit is de dienst niet.',
      'The answer to IsAlive is larger than 1 MB: this is not the service.',
    ),
    remedy: checkPath,
  }),
  'not-http': (code = '') => ({
    cause: both(`Op deze poort draait geen HTTP-dienst (${code}).`, `What answers speaks no HTTP (${code}).`),
    remedy: both('Controleer de poort in het adres.', 'Check the port in the address.'),
  }),
  'budget-spent': () => ({
    cause: both(
      'Het profiel laat geen verzoek toe (limits.requests).',
      'The profile allows no request (limits.requests).',
    ),
    remedy: both('Verhoog limits.requests.', 'Raise limits.requests.'),
  }),
  'delivery-refused': (nl = '', en = '') => ({
    cause: both(`De proefaanlevering is niet aangenomen: ${nl}`, `The trial delivery was not accepted: ${en}`),
    remedy: both(
      'De verbinding is goed. Lees de Fault, en controleer of er voor dit bevoegd gezag aangeleverd mag worden; `npx 3pas run` toont meer.',
      'The connection is good. Read the Fault, and check whether deliveries for this authority are allowed; `npx 3pas run` shows more.',
    ),
  }),
  'delivery-answered-otherwise': (nl = '', en = '') => ({
    cause: both(
      `Het antwoord op de proefaanlevering is niet dat van het contract, dus er kan een dossier zijn gemaakt: ${nl}`,
      `The answer to the trial delivery is not that of the contract, so a dossier may have been made: ${en}`,
    ),
    remedy: both(
      'Vraag KOOP of het dossier er is, en controleer of de contractmap (--contract) die van dit endpoint is.',
      'Ask KOOP whether the dossier is there, and check whether the contract folder (--contract) is that of this endpoint.',
    ),
    own: both(
      'Antwoord met het element en het schema dat het contract voor een aangenomen aanlevering heeft.',
      'Answer with the element and schema that the contract has for an accepted delivery.',
    ),
  }),
  'delivery-not-prepared': (status = '', number = '') => ({
    cause: both(
      `De proefaanlevering vroeg geen medium en is toch niet klaargezet maar "${status}" (dossier ${number}).`,
      `The trial delivery asked for no medium and yet was not prepared but "${status}" (dossier ${number}).`,
    ),
    remedy: both('Meld KOOP meteen dit dossiernummer.', 'Tell KOOP this dossier number at once.'),
    own: both(
      'Zet een dossier zonder medium klaar, en publiceer het niet.',
      'Prepare a dossier without a medium, and don’t publish it.',
    ),
  }),
} as const satisfies Readonly<Record<string, Explain>>;
