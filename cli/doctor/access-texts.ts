import { type Explain, both } from './explained.ts';

const inspect = both(
  '`3pas certificate inspect` toont keten, OIN en geldigheid; vraag KOOP of dit certificaat voor deze aansluiting is geregistreerd.',
  '`3pas certificate inspect` shows chain, OIN and validity; ask KOOP whether this certificate is registered for this connection.',
);

const inspectOwn = both(
  '`3pas certificate inspect` toont keten, OIN en geldigheid; controleer welke roots en certificaten uw server toelaat.',
  '`3pas certificate inspect` shows chain, OIN and validity; check which roots and certificates your server lets in.',
);

const setClock = both(
  'Zet de klok van deze machine gelijk (NTP); certificaten, datums en tokens hangen ervan af.',
  'Set the clock of this machine (NTP); certificates, dates and tokens depend on it.',
);

/** What can be wrong with the clock, the client certificate and the credentials. */
export const accessTexts = {
  'clock-behind': (by = '') => ({
    cause: both(
      `De klok van deze machine loopt ${by} achter op die van het endpoint.`,
      `The clock of this machine is ${by} behind that of the endpoint.`,
    ),
    remedy: setClock,
  }),
  'clock-ahead': (by = '') => ({
    cause: both(
      `De klok van deze machine loopt ${by} voor op die van het endpoint.`,
      `The clock of this machine is ${by} ahead of that of the endpoint.`,
    ),
    remedy: setClock,
  }),
  'certificate-unfit': (requirement = '', nl = '', en = '') => ({
    cause: both(
      `Het clientcertificaat past niet bij deze fase (${requirement}): ${nl}.`,
      `The client certificate does not fit this phase (${requirement}): ${en}.`,
    ),
    remedy: both(
      'Gebruik het certificaat van deze fase; `3pas certificate inspect` toont alle eisen met oorzaak en oplossing.',
      'Use the certificate of this phase; `3pas certificate inspect` shows all requirements with cause and remedy.',
    ),
  }),
  'certificate-unfit-but-taken': (requirement = '', nl = '', en = '') => ({
    cause: both(
      `Het clientcertificaat past niet bij deze fase (${requirement}), al neemt het endpoint het aan: ${nl}.`,
      `The client certificate does not fit this phase (${requirement}), though the endpoint takes it: ${en}.`,
    ),
    remedy: both(
      'Gebruik het certificaat van deze fase; `3pas certificate inspect` toont alle eisen met oorzaak en oplossing.',
      'Use the certificate of this phase; `3pas certificate inspect` shows all requirements with cause and remedy.',
    ),
  }),
  'certificate-demanded': () => ({
    cause: both(
      'Het endpoint eist een clientcertificaat, en dit profiel heeft er geen.',
      'The endpoint demands a client certificate, and this profile has none.',
    ),
    remedy: both(
      'Dit is geen PoC-endpoint: gebruik een profiel van fase 2, 3 of 4, of controleer het adres.',
      'This is no PoC endpoint: use a profile of phase 2, 3 or 4, or check the address.',
    ),
  }),
  'certificate-not-sent': (schemes = '', keyType = '') => ({
    cause: both(
      `De client kan geen certificaat sturen: de server neemt alleen handtekeningen van de soort ${schemes} aan, en de sleutel van het certificaat (${keyType}) zet die niet.`,
      `The client can’t send its certificate: the server takes signatures of the kind ${schemes} only, and the key of the certificate (${keyType}) makes none of those.`,
    ),
    remedy: both(
      'Leg KOOP voor welke handtekeningen de server aanneemt (voor RSA onder TLS 1.3: rsa_pss_rsae_sha256), of gebruik een certificaat met een sleutel die daarbij past.',
      'Ask KOOP which signatures the server takes (for RSA under TLS 1.3: rsa_pss_rsae_sha256), or use a certificate with a key that fits those.',
    ),
    own: both(
      'Laat de server ook handtekeningen aannemen die bij de sleutels van zijn clients passen (voor RSA onder TLS 1.3: rsa_pss_rsae_sha256).',
      'Have the server take signatures that fit the keys of its clients too (for RSA under TLS 1.3: rsa_pss_rsae_sha256).',
    ),
  }),
  'certificate-not-seen': () => ({
    cause: both(
      'De server zegt dat hij geen clientcertificaat kreeg, hoewel dit profiel er een heeft.',
      'The server says that it got no client certificate, though this profile has one.',
    ),
    remedy: both(
      'Controleer of een proxy of load balancer de TLS-verbinding onderweg beëindigt; die moet het certificaat doorgeven.',
      'Check whether a proxy or load balancer on the way ends the TLS connection; it has to pass the certificate on.',
    ),
  }),
  'certificate-refused': (code = '') => ({
    cause: both(
      `De server weigert het clientcertificaat in de TLS-handshake (${code}).`,
      `The server refuses the client certificate in the TLS handshake (${code}).`,
    ),
    remedy: inspect,
    own: inspectOwn,
  }),
  'certificate-forbidden': (said = '') => ({
    cause: both(
      `Het endpoint weigert het clientcertificaat (HTTP 403): ${said}`,
      `The endpoint refuses the client certificate (HTTP 403): ${said}`,
    ),
    remedy: inspect,
    own: inspectOwn,
  }),
  'certificate-perhaps-refused': (code = '') => ({
    cause: both(
      `De server verbreekt de verbinding na de TLS-handshake (${code}); meestal is dan het clientcertificaat geweigerd.`,
      `The server closes the connection after the TLS handshake (${code}); usually it has refused the client certificate then.`,
    ),
    remedy: inspect,
    own: inspectOwn,
  }),
  'too-large-at-renegotiation': () => ({
    cause: both(
      'HTTP 413: de server (IIS) vraagt pas tijdens het verzoek om het clientcertificaat en kan de body dan niet bewaren (uploadReadAheadSize, standaard 48 KB).',
      'HTTP 413: the server (IIS) asks for the client certificate during the request only, and can’t hold the body then (uploadReadAheadSize, 48 KB unless set).',
    ),
    remedy: both(
      'Dit lost KOOP op: clientcertificaat bij de handshake vragen (clientcertnegotiation=enable), of uploadReadAheadSize verhogen. Aan de aanlevering ligt het niet.',
      'KOOP solves this: ask for the client certificate in the handshake (clientcertnegotiation=enable), or raise uploadReadAheadSize. The delivery is not to blame.',
    ),
  }),
  'credentials-refused': (status = '') => ({
    cause: both(
      `Het endpoint weigert gebruikersnaam of wachtwoord (${status}). Er wordt niet nog eens geprobeerd: meer pogingen kunnen het account blokkeren.`,
      `The endpoint refuses username or password (${status}). They are not tried again: more tries may lock the account.`,
    ),
    remedy: both(
      'Controleer gebruikersnaam, wachtwoord en `credentials.carrier` (basic, wsse of header) van het profiel; vraag KOOP of het account actief is.',
      'Check username, password and `credentials.carrier` (basic, wsse or header) of the profile; ask KOOP whether the account is active.',
    ),
  }),
  'credentials-forbidden': () => ({
    cause: both(
      'Het endpoint, of een firewall ervoor, geeft met deze gebruikersnaam geen toegang (HTTP 403).',
      'The endpoint, or a firewall before it, gives no access with this username (HTTP 403).',
    ),
    remedy: both(
      'Controleer het adres en de gebruikersnaam, en vraag KOOP of het account actief is en het IP-adres is toegelaten.',
      'Check the address and the username, and ask KOOP whether the account is active and the IP address is admitted.',
    ),
    own: both(
      'Controleer welke accounts en IP-adressen uw server toelaat.',
      'Check which accounts and IP addresses your server lets in.',
    ),
  }),
  'credentials-missing': (status = '') => ({
    cause: both(
      `Het endpoint vraagt om een gebruikersnaam (${status}), en het profiel heeft er geen.`,
      `The endpoint asks for a username (${status}), and the profile has none.`,
    ),
    remedy: both(
      'Zet `credentials` in het profiel, of controleer of het adres bij deze fase hoort.',
      'Put `credentials` into the profile, or check whether the address belongs to this phase.',
    ),
  }),
  'proxy-authentication': () => ({
    cause: both(
      'Een proxy vraagt om aanmelding (HTTP 407); het verzoek heeft het endpoint niet bereikt.',
      'A proxy asks for credentials (HTTP 407); the request has not reached the endpoint.',
    ),
    remedy: both(
      'Vraag de netwerkbeheerder welke proxy dat is, en zet het adres ervan, met gebruikersnaam en wachtwoord, in HTTPS_PROXY.',
      'Ask the network’s administrator which proxy that is, and put its address, with username and password, into HTTPS_PROXY.',
    ),
  }),
} as const satisfies Readonly<Record<string, Explain>>;
