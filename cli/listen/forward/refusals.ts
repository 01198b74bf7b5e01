import type { Bilingual } from '#contract/texts/bilingual';
import { receiverActor } from '#contract/wire/receiver-actor';
import type { WireFailure } from '#contract/wire/exchange';
import type { SoapFault } from '#endpoint/server/soap/soap-fault';

/** A Fault of the receiver itself: why a message did not go on. To send it again changes nothing. */
export const withheld = (host: string, why: Bilingual): SoapFault => fault('Client', { host, why });

/** A Fault of the receiver itself: a message did not arrive, and may be sent again. */
export const unreached = (host: string, why: Bilingual): SoapFault => fault('Server', { host, why });

const fault = (
  code: SoapFault['code'],
  { host, why }: { readonly host: string; readonly why: Bilingual },
): SoapFault => ({
  code,
  text: {
    nl: `De ontvanger (3pas listen) antwoordt dit, niet het endpoint: het bericht is niet aangekomen bij ${host}. ${why.nl}`,
    en: `The receiver (3pas listen) answers this, not the endpoint: the message did not arrive at ${host}. ${why.en}`,
  },
  complaints: [],
  actor: receiverActor,
});

/** What is answered, as text, where an answer was lost. */
export const lostText = (host: string, kind: WireFailure['kind']): Bilingual => ({
  nl: `De ontvanger (3pas listen) antwoordt dit, niet het endpoint: het bericht ging naar ${host}, en ${(lost[kind] ?? lostOtherwise).nl}. Misschien is er een dossier; de ontvanger stuurt het bericht niet nog eens.`,
  en: `The receiver (3pas listen) answers this, not the endpoint: the message went to ${host}, and ${(lost[kind] ?? lostOtherwise).en}. There may be a dossier; the receiver does not send the message again.`,
});

const lostOtherwise: Bilingual = { nl: 'het antwoord is verloren gegaan', en: 'its answer was lost' };

const lost: Readonly<Partial<Record<WireFailure['kind'], Bilingual>>> = {
  timeout: { nl: 'er kwam op tijd geen antwoord', en: 'no answer came in time' },
  'too-large': {
    nl: 'het antwoord is groter dan wat wordt doorgegeven',
    en: 'its answer is larger than what is handed back',
  },
};

/** Why a message stays here, apart from what it says. */
export const reasons = {
  forbidden: ({ nl, en }: Bilingual): Bilingual => ({
    nl: `Het bericht mag niet weg: ${nl}. Pas het bericht aan, of het profiel waarmee wordt doorgestuurd.`,
    en: `The message must not leave: ${en}. Change the message, or the profile that it goes on by.`,
  }),
  accepted: (most: number | undefined): Bilingual => ({
    nl: `Het profiel staat ${String(most ?? 0)} aangenomen aanleveringen toe (limits.accepted), en die zijn er. Begin een nieuwe opname, of verhoog de grens in overleg met KOOP.`,
    en: `The profile allows ${String(most ?? 0)} accepted deliveries (limits.accepted), and there are that many. Start another recording, or raise the limit in agreement with KOOP.`,
  }),
  requests: (most: number | undefined): Bilingual => ({
    nl: `Het profiel staat ${String(most ?? 0)} verzoeken toe (limits.requests), en die zijn verstuurd. Begin een nieuwe opname, of verhoog de grens in overleg met KOOP.`,
    en: `The profile allows ${String(most ?? 0)} requests (limits.requests), and they were sent. Start another recording, or raise the limit in agreement with KOOP.`,
  }),
  perDay: {
    nl: 'De verzoeken van vandaag zijn op, of niet te tellen (limits.perDay in het profiel). Lever later opnieuw aan.',
    en: "The requests of today are used up, or can't be counted (limits.perDay in the profile). Deliver again later.",
  },
  tooLarge: (most: number): Bilingual => ({
    nl: `Het is groter dan ${String(most)} bytes. Maak de inhoud kleiner.`,
    en: `It is larger than ${String(most)} bytes. Make the content smaller.`,
  }),
  crowded: (most: number): Bilingual => ({
    nl: `Het heeft ${String(most)} tags of meer, en daarin is niet na te gaan wat het noemt. Maak het kleiner.`,
    en: `It has ${String(most)} tags or more, in which nobody can see what it names. Make it smaller.`,
  }),
  placeholder: {
    nl: 'Er staat een plaatsaanduiding in voor de gebruikersnaam of het wachtwoord van het profiel. Haal die weg.',
    en: 'It holds a placeholder for the username or password of the profile. Take that out.',
  },
  ending: {
    nl: 'De ontvanger stopt. Lever later opnieuw aan.',
    en: 'The receiver is ending. Deliver again later.',
  },
  gone: {
    nl: 'De afzender wachtte niet op zijn beurt.',
    en: 'The sender did not wait for its turn.',
  },
  unreachable: (kind: WireFailure['kind']): Bilingual => {
    const { nl, en } = causes[kind] ?? { nl: '', en: '' };
    return {
      nl: `Het endpoint is niet te bereiken${nl}. Er is geen dossier; 3pas doctor zoekt de oorzaak.`,
      en: `The endpoint can't be reached${en}. There is no dossier; 3pas doctor looks for the cause.`,
    };
  },
} as const;

/** What is known of it in the language of the reader; the error itself is kept with the exchange. */
const causes: Readonly<Partial<Record<WireFailure['kind'], Bilingual>>> = {
  dns: { nl: ': de hostnaam is niet bekend', en: ': the host name is not known' },
  refused: { nl: ': op dat adres luistert niets', en: ': nothing listens there' },
  unreachable: { nl: ': het netwerk geeft geen route naar de host', en: ': the network gives no route to the host' },
  proxy: { nl: ': de proxy liet niets door', en: ': the proxy let nothing through' },
  tls: { nl: ': er kwam geen TLS-verbinding tot stand', en: ': no TLS connection came about' },
};
