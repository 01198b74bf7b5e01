import { type Requirements, allPhases, deliveryPhases } from './requirement.ts';

const koopSteps = 'koopoverheid.nl, DROP 3PAS: the four phases of connecting';
const vendorManual = 'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454)';

const basic = 'RFC 7617, section 2: a request is serviced only if its user-id and password can be validated';

const basics = {
  strength: 'MUST',
  role: 'endpoint',
  seenAt: ['mock', 'endpoint'],
  phases: allPhases,
  scope: 'run',
} as const;

/** What offers credentials that are wrong: an account may lock on them, so they are offered last, and once. */
export const mayLock: ReadonlySet<string> = new Set<keyof typeof connection>([
  'connection.refuses-wrong-username',
  'connection.refuses-wrong-password',
]);

export const connection = {
  'connection.answers-is-alive': {
    ...basics,
    ground: 'inferred',
    source: `${vendorManual}: a connection test isAlive exists; its name on the wire is our reading`,
    sends: 'alive',
    needs: ['alive'],
    text: {
      nl: 'Het endpoint beantwoordt een verbindingstest (IsAlive) met het antwoord van die operatie.',
      en: 'The endpoint answers a connection test (IsAlive) with the response of that operation.',
    },
    cause: {
      nl: 'Het adres is dat van een andere dienst, of de operatie heet daar anders.',
      en: 'The address is that of another service, or the operation has another name there.',
    },
    remedy: {
      nl: 'Controleer de URL in het profiel en de naam van de operatie in de WSDL van het endpoint (?wsdl).',
      en: 'Check the URL in the profile and the name of the operation in the WSDL of the endpoint (?wsdl).',
    },
  },
  'connection.says-it-is-alive': {
    ...basics,
    ground: 'inferred',
    source: `${vendorManual}: isAlive is a connection test, so its answer says whether the service works`,
    sends: 'alive',
    needs: ['alive'],
    text: {
      nl: 'Het antwoord van IsAlive zegt niet dat de dienst niet werkt (false, 0, nee).',
      en: 'The answer of IsAlive does not say that the service is down (false, 0, no).',
    },
    cause: {
      nl: 'Het endpoint draait, maar iets waarvan het afhangt niet, zoals zijn database.',
      en: 'The endpoint runs, but something that it depends on does not, such as its database.',
    },
    remedy: {
      nl: 'Meld het aan de beheerder van het endpoint. Is dit uw eigen endpoint: antwoord true zolang aanleveren kan, en anders een Fault.',
      en: 'Tell who runs the endpoint. If it is your own: answer true as long as deliveries can be taken, else a Fault.',
    },
  },
  'connection.stays-alive': {
    ...basics,
    ground: 'inferred',
    source: `${vendorManual}: a connection test isAlive exists; that it works beside deliveries is our reading`,
    phases: deliveryPhases,
    sends: 'alive',
    needs: ['alive'],
    text: {
      nl: 'Ook na de aanleveringen van een run beantwoordt het endpoint een verbindingstest (IsAlive).',
      en: 'After the deliveries of a run too the endpoint answers a connection test (IsAlive).',
    },
    cause: {
      nl: 'Wat de verbindingstest gebruikt, raakt op: een verbinding met de database, geheugen of een limiet.',
      en: 'What the connection test uses runs out: a connection to the database, memory or a limit.',
    },
    remedy: {
      nl: 'Zoek in het logboek van het endpoint vanaf welk verzoek IsAlive niet meer werkt.',
      en: 'Look in the log of the endpoint for the request from which on IsAlive does not work any more.',
    },
  },
  'connection.answers-is-alive-by-schema': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    sends: 'alive',
    needs: ['alive'],
    text: {
      nl: 'Het antwoord van IsAlive voldoet aan het schema van het contract.',
      en: 'The answer of IsAlive is valid by the schema of the contract.',
    },
    cause: {
      nl: 'Het antwoord is leeg, of heeft andere elementen of een andere waarde dan het contract aanneemt.',
      en: 'The answer is empty, or has other elements or another value than the contract assumes.',
    },
    remedy: {
      nl: 'Leg het werkelijke antwoord naast het schema en pas de contractmap aan.',
      en: 'Put the real answer beside the schema and mend the contract folder.',
    },
  },
  'connection.serves-wsdl': {
    ...basics,
    strength: 'SHOULD',
    ground: 'inferred',
    source: 'The action has the default form of WCF, which serves its WSDL at ?wsdl',
    phases: deliveryPhases,
    sends: 'alive',
    text: {
      nl: 'Het endpoint geeft zijn WSDL op ?wsdl, als XML; die noemt de acties en de namespace van het contract, SOAP 1.1 met document/literal en een adres dat van buiten bestaat, en de schema’s waarnaar hij verwijst, zijn er.',
      en: 'The endpoint serves its WSDL at ?wsdl, as XML; it names the actions and the namespace of the contract, SOAP 1.1 with document/literal and an address that exists outside, and the schemas that it leads to are there.',
    },
    cause: {
      nl: 'Publicatie van metadata staat uit, de WSDL is van een andere versie van het koppelvlak, of noemt het adres dat de server van binnen heeft.',
      en: 'Publishing metadata is switched off, the WSDL is of another version of the interface, or names the address that the server has inside.',
    },
    remedy: {
      nl: 'Vraag de beheerder van het endpoint om de WSDL, en vergelijk acties en adres met die van het contract.',
      en: 'Ask who runs the endpoint for the WSDL, and compare its actions and address with those of the contract.',
    },
  },
  'connection.accepts-username': {
    ...basics,
    ground: 'public',
    source: `${koopSteps}: phase 1 connects with a username`,
    phases: [1],
    sends: 'valid',
    text: {
      nl: 'Met de uitgereikte gebruikersnaam wordt een juiste aanlevering aangenomen, van welk documenttype ook.',
      en: 'With the username that was handed out a valid delivery is accepted, of one document type or another.',
    },
    cause: {
      nl: 'Er antwoordt een andere dienst, de gebruikersnaam is niet (meer) geldig, of hij wordt op een andere manier meegegeven dan het endpoint verwacht.',
      en: 'Another service answers, the username is not valid (any more), or it is carried in another way than the endpoint expects.',
    },
    remedy: {
      nl: 'Lees het antwoord: controleer de URL, of anders de gebruikersnaam en `credentials.carrier` in het profiel (basic, wsse of header).',
      en: 'Read the answer: check the URL, or else the username and `credentials.carrier` in the profile (basic, wsse or header).',
    },
  },
  'connection.refuses-wrong-username': {
    ...basics,
    security: true,
    ground: 'public',
    source: `${koopSteps}: phase 1 connects with a username that is handed out; ${basic}`,
    phases: [1],
    sends: 'wrong-credentials',
    text: {
      nl: 'Een aanlevering met een gebruikersnaam die niet bestaat, wordt geweigerd.',
      en: 'A delivery with a username that does not exist is refused.',
    },
    cause: {
      nl: 'Het endpoint controleert de gebruikersnaam niet.',
      en: 'The endpoint does not check the username.',
    },
    remedy: {
      nl: 'Weiger met 401 of een SOAP Fault, zonder dossiernummer.',
      en: 'Refuse with 401 or a SOAP Fault, without a dossier number.',
    },
  },
  'connection.refuses-wrong-password': {
    ...basics,
    security: true,
    ground: 'public',
    source: `${koopSteps}: phase 1 connects with what is handed out; ${basic}`,
    phases: [1],
    sends: 'wrong-password',
    text: {
      nl: 'Een aanlevering met de juiste gebruikersnaam en een onjuist wachtwoord wordt geweigerd.',
      en: 'A delivery with the right username and a wrong password is refused.',
    },
    cause: {
      nl: 'Het endpoint zoekt de gebruikersnaam op, en kijkt niet naar het wachtwoord of niet naar alles ervan.',
      en: 'The endpoint looks the username up, and does not look at the password or not at all of it.',
    },
    remedy: {
      nl: 'Weiger met 401 of een SOAP Fault, zonder dossiernummer.',
      en: 'Refuse with 401 or a SOAP Fault, without a dossier number.',
    },
  },
  'connection.refuses-missing-username': {
    ...basics,
    security: true,
    ground: 'public',
    source: `${koopSteps}: phase 1 connects with a username that is handed out; ${basic}`,
    phases: [1],
    sends: 'wrong-credentials',
    text: {
      nl: 'Een aanlevering zonder gebruikersnaam wordt geweigerd.',
      en: 'A delivery without a username is refused.',
    },
    cause: {
      nl: 'Het endpoint laat verzoeken zonder gebruikersnaam door.',
      en: 'The endpoint lets requests without a username pass.',
    },
    remedy: {
      nl: 'Weiger met 401 of een SOAP Fault, zonder dossiernummer.',
      en: 'Refuse with 401 or a SOAP Fault, without a dossier number.',
    },
  },
} as const satisfies Requirements;
