import { type Requirements, deliveryPhases } from './requirement.ts';

const vendorManual = 'Open Wave, instellen_inrichten/drop (open-wave-community/docs@66d61454)';

const basics = {
  role: 'vendor',
  seenAt: ['receiver'],
  phases: deliveryPhases,
  scope: 'run',
  sends: 'nothing',
  needs: ['title', 'content'],
} as const;

/** What a vendor's system does over a row of deliveries. */
export const behaviour = {
  'behaviour.sends-accepted-once': {
    ...basics,
    strength: 'MUST',
    ground: 'public',
    source: `${vendorManual}: each combination of case, notice and medium is one message, and what failed is offered again`,
    text: {
      nl: 'Een aanlevering die een dossiernummer kreeg, wordt niet nog eens aangeleverd.',
      en: 'A delivery that has got a dossier number is not delivered again.',
    },
    cause: {
      nl: 'Het systeem bewaart het dossiernummer niet bij de kennisgeving, of een tweede taak pakt dezelfde kennisgeving op.',
      en: 'The system does not keep the dossier number with the notice, or a second job picks up the same notice.',
    },
    remedy: {
      nl: 'Bewaar het dossiernummer voordat de kennisgeving uit de wachtrij gaat, en lever niets aan wat er een heeft.',
      en: 'Keep the dossier number before the notice leaves the queue, and deliver nothing that has one.',
    },
  },
  'behaviour.waits-for-answer': {
    ...basics,
    strength: 'SHOULD',
    ground: 'inferred',
    source: `${vendorManual}: a message has one result, an error or a success`,
    text: {
      nl: 'Dezelfde aanlevering is niet twee keer tegelijk onderweg.',
      en: 'The same delivery is not under way twice at once.',
    },
    cause: {
      nl: 'Twee taken werken de wachtrij af, of na een time-out gaat de volgende poging uit terwijl het eerste verzoek nog openstaat.',
      en: 'Two jobs work the queue, or after a time-out the next try leaves while the first request is still open.',
    },
    remedy: {
      nl: 'Zet een kennisgeving op slot zolang zij onderweg is, en breek een verzoek af voordat een volgende poging begint.',
      en: 'Lock a notice while it is under way, and break a request off before another try begins.',
    },
  },
  'behaviour.uses-unique-references': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    needs: ['title', 'content', 'reference'],
    text: {
      nl: 'Twee verschillende kennisgevingen van hetzelfde documenttype en medium hebben niet hetzelfde referentienummer.',
      en: 'Two different notices of the same document type and medium do not have the same reference.',
    },
    cause: {
      nl: 'Het systeem begint na een herstart weer bij het eerste nummer, of geeft elke kennisgeving een vast nummer mee.',
      en: 'The system begins with the first number again after a restart, or gives each notice a fixed number.',
    },
    remedy: {
      nl: 'Leid het referentienummer af van de kennisgeving zelf, zoals het zaaknummer met een volgnummer.',
      en: 'Derive the reference from the notice itself, such as the number of the case with a sequence number.',
    },
  },
  'behaviour.sends-again-after-error': {
    ...basics,
    strength: 'SHOULD',
    ground: 'public',
    source: `${vendorManual}: a delivery that failed is offered again`,
    text: {
      nl: 'Wat door een storing van het endpoint niet lukte, wordt opnieuw aangeleverd.',
      en: 'What did not succeed because of a failure of the endpoint is delivered again.',
    },
    cause: {
      nl: 'Het systeem ziet een storing (HTTP 500 zonder Fault, 503, 429, Fault Server) als een definitieve weigering, of probeert nooit opnieuw.',
      en: 'The system takes a failure (HTTP 500 without a Fault, 503, 429, a Fault Server) for a refusal for good, or never tries again.',
    },
    remedy: {
      nl: 'Houd de kennisgeving in de wachtrij en lever later opnieuw aan, of laat een mens dat doen.',
      en: 'Keep the notice in the queue and deliver it later, or have a person do so.',
    },
  },
  'behaviour.sends-again-after-lost-answer': {
    ...basics,
    strength: 'SHOULD',
    ground: 'inferred',
    source: `${vendorManual}: no operation asks what became of a delivery`,
    text: {
      nl: 'Gaat het antwoord verloren, dan wordt dezelfde aanlevering opnieuw gedaan.',
      en: 'Where an answer is lost the same delivery is made again.',
    },
    cause: {
      nl: 'Het systeem neemt aan dat het gelukt is, of zet de kennisgeving stilletjes op mislukt.',
      en: 'The system assumes that it went well, or marks the notice as failed and tells nobody.',
    },
    remedy: {
      nl: 'Lever opnieuw aan wat geen antwoord kreeg; is het al bekend, dan zegt het endpoint dat, en dan zoekt een mens het dossiernummer op.',
      en: 'Deliver again what got no answer; if it is known already the endpoint says so, and a person looks up the dossier number.',
    },
  },
  'behaviour.mends-after-refusal': {
    ...basics,
    strength: 'SHOULD',
    ground: 'public',
    source: `${vendorManual}: a delivery that failed is offered again`,
    text: {
      nl: 'Een geweigerde kennisgeving wordt verbeterd en daarna aangenomen.',
      en: 'A notice that was refused is mended, and accepted then.',
    },
    cause: {
      nl: 'Na een Fault blijft de kennisgeving liggen: niemand ziet de fout, of de wachtrij staat stil.',
      en: 'After a Fault the notice stays where it is: nobody sees the error, or the queue stands still.',
    },
    remedy: {
      nl: 'Toon de tekst van de Fault aan wie de kennisgeving maakte, en lever haar verbeterd opnieuw aan.',
      en: 'Show the text of the Fault to who made the notice, and deliver it again once mended.',
    },
  },
  'behaviour.sends-refused-once': {
    ...basics,
    strength: 'SHOULD',
    ground: 'public',
    source: 'SOAP 1.1, section 4.4.1: a message with a Fault Client should not be sent again without change',
    text: {
      nl: 'Een geweigerd bericht wordt niet onveranderd opnieuw aangeleverd.',
      en: 'A refused message is not delivered again as it was.',
    },
    cause: {
      nl: 'Het systeem ziet elke Fault als een storing die vanzelf overgaat.',
      en: 'The system takes each Fault for a failure that passes.',
    },
    remedy: {
      nl: 'Onderscheid Fault Client (verbeter het bericht) van Fault Server (later opnieuw), en verbeter eerst.',
      en: 'Tell a Fault Client (mend the message) from a Fault Server (later again), and mend first.',
    },
  },
  'behaviour.waits-after-retry-after': {
    ...basics,
    strength: 'SHOULD',
    ground: 'public',
    source: 'RFC 9110, section 10.2.3; RFC 6585, section 4',
    text: {
      nl: 'Vraagt het endpoint met Retry-After te wachten, dan komt dezelfde aanlevering niet eerder.',
      en: 'Where the endpoint asks to wait with Retry-After, the same delivery does not come sooner.',
    },
    cause: {
      nl: 'De client leest de header niet, en houdt een eigen wachttijd aan.',
      en: 'The client does not read the header, and keeps a waiting time of its own.',
    },
    remedy: {
      nl: 'Wacht na 429 of 503 zo lang als Retry-After zegt, in seconden of tot een tijdstip.',
      en: 'After 429 or 503 wait as long as Retry-After says, in seconds or until a moment.',
    },
  },
  'behaviour.spaces-retries': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    text: {
      nl: 'Na een storing zit er minstens een seconde tussen twee pogingen.',
      en: 'After a failure there is a second or more between two tries.',
    },
    cause: {
      nl: 'De client probeert het in een lus opnieuw, zonder te wachten.',
      en: 'The client tries again in a loop, without waiting.',
    },
    remedy: {
      nl: 'Wacht tussen pogingen, en steeds langer.',
      en: 'Wait between tries, and longer each time.',
    },
  },
  'behaviour.waits-for-slow-answer': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    text: {
      nl: 'Het systeem wacht minstens tien seconden op een antwoord.',
      en: 'The system waits ten seconds or more for an answer.',
    },
    cause: {
      nl: 'De time-out van de client is kort, zoals die van een webpagina.',
      en: 'The time-out of the client is short, as that of a web page.',
    },
    remedy: {
      nl: 'Zet de time-out van de client ruim, op een halve minuut of meer: wie afbreekt, weet niet of er een dossier is.',
      en: 'Give the client a generous time-out, half a minute or more: who breaks off does not know whether there is a dossier.',
    },
  },
  'behaviour.stops-after-refused-credentials': {
    ...basics,
    strength: 'SHOULD',
    ground: 'assumed',
    source: '',
    needs: [],
    text: {
      nl: 'Na drie geweigerde aanmeldingen op rij probeert het systeem het niet vanzelf nog eens.',
      en: 'After three refused logins in a row the system does not try again by itself.',
    },
    cause: {
      nl: 'De wachtrij gaat door met een verlopen certificaat of een oud wachtwoord; een account kan daardoor op slot gaan.',
      en: 'The queue goes on with a certificate that has expired or an old password; an account can get locked by that.',
    },
    remedy: {
      nl: 'Zet de wachtrij stil bij 401 en 403, en waarschuw een beheerder.',
      en: 'Halt the queue at 401 and 403, and tell an administrator.',
    },
  },
} as const satisfies Requirements;
