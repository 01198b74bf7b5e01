import type { Bilingual } from '#contract/texts/bilingual';
import type { Answer } from '#judgement/answer';
import { describeAnswer } from '#judgement/judges/describe';
import { mayBeDossier } from '#judgement/may-be-dossier';

/** Milliseconds that an answer gets, and those that the endpoint asks to wait with a next delivery. */
export interface Waiting {
  readonly patienceMs: number;
  readonly waitMs?: number | undefined;
}

/** What an answer means for who delivered, in sentences: what became of the delivery, and what to do. */
export const answerText = (answer: Answer, { patienceMs, waitMs }: Waiting): Bilingual => {
  const became = isLate(answer) ? late(secondsIn(patienceMs)) : becameOf(answer);
  const isToWait = waitMs !== undefined && answer.kind !== 'accepted' && !mayBeDossier(answer);
  const next = isToWait ? laterThan(secondsIn(waitMs)) : nextOf(answer);
  return { nl: `${became.nl} ${next.nl}`, en: `${became.en} ${next.en}` };
};

const isLate = (answer: Answer): boolean =>
  answer.kind === 'none' && answer.failure.kind === 'timeout' && answer.failure.said === undefined;

const secondsIn = (milliseconds: number): number => Math.ceil(milliseconds / 1000);

const late = (seconds: number): Bilingual => ({
  nl: `Geen antwoord: binnen ${String(seconds)} s kwam er geen heel antwoord (limits.timeoutMs in het profiel).`,
  en: `No answer: no whole answer came within ${String(seconds)} s (limits.timeoutMs in the profile).`,
});

const laterThan = (seconds: number): Bilingual => ({
  nl: `Het endpoint vraagt ${String(seconds)} s te wachten (Retry-After); lever daarna opnieuw aan.`,
  en: `The endpoint asks to wait ${String(seconds)} s (Retry-After); deliver again after that.`,
});

const becameOf = (answer: Answer): Bilingual => {
  const { nl, en } = withoutEnd(describeAnswer(answer));
  switch (answer.kind) {
    case 'accepted':
      return {
        nl: `Aangenomen: dossier ${answer.dossierNumber}${statuses[answer.status].nl}.`,
        en: `Accepted: dossier ${answer.dossierNumber}${statuses[answer.status].en}.`,
      };
    case 'fault':
    case 'refused':
      return answer.dossierNumber === ''
        ? { nl: `Geweigerd: ${nl}.`, en: `Refused: ${en}.` }
        : { nl: `Een weigering met een dossiernummer: ${nl}.`, en: `A refusal with a dossier number: ${en}.` };
    case 'http-error':
      return { nl: `Niet aangenomen: ${nl}.`, en: `Not accepted: ${en}.` };
    case 'alive':
    case 'unexpected':
      return { nl: `Een ander antwoord dan verwacht: ${nl}.`, en: `Another answer than expected: ${en}.` };
    case 'none':
      return { nl: `Geen antwoord: ${nl}.`, en: `No answer: ${en}.` };
  }
};

/** A sentence of the other side ends by itself. */
const withoutEnd = ({ nl, en }: Bilingual): Bilingual => ({ nl: nl.replace(/\.$/, ''), en: en.replace(/\.$/, '') });

const statuses: Readonly<Record<Extract<Answer, { kind: 'accepted' }>['status'], Bilingual>> = {
  published: { nl: ', gepubliceerd', en: ', published' },
  scheduled: { nl: ', ingepland voor publicatie', en: ', scheduled for publication' },
  prepared: {
    nl: ', klaargezet: een medewerker kan het in DROP publiceren',
    en: ', prepared (klaargezet): a person can publish it in DROP',
  },
  unknown: { nl: ', met een status die het contract niet kent', en: ', with a status that the contract does not know' },
};

const nextOf = (answer: Answer): Bilingual => {
  if (answer.kind === 'accepted')
    return { nl: 'Lever dit dossier niet nog eens aan.', en: 'Do not deliver this dossier again.' };
  if (mayBeDossier(answer))
    return {
      nl: 'Of er een dossier is, is niet te zien: zoek het op in DROP, of vraag het na, voor u opnieuw aanlevert.',
      en: 'Whether there is a dossier can not be seen: look it up in DROP, or ask, before you deliver again.',
    };
  if (answer.kind === 'http-error') return httpText(answer.http);
  if (answer.kind === 'fault' && /^Server(?:\.|$)/.test(answer.fault.code)) return failed;
  if (answer.kind === 'unexpected' && answer.http >= 300 && answer.http < 400) return elsewhere;
  if (answer.kind === 'none')
    return {
      nl: 'Er is niets aangekomen; 3pas doctor zoekt de oorzaak.',
      en: 'Nothing arrived; 3pas doctor looks for the cause.',
    };
  return {
    nl: 'Er is geen dossier gemaakt: verbeter de aanlevering en lever haar opnieuw aan.',
    en: 'No dossier was made: correct the delivery and deliver it again.',
  };
};

/** The endpoint could not handle it, whatever was delivered. */
const failed: Bilingual = {
  nl: 'Het endpoint kon het bericht niet verwerken, en zegt niet dat er iets mis mee is: lever het later ongewijzigd opnieuw aan, en meld het als het blijft.',
  en: 'The endpoint could not handle the message, and does not say that anything is wrong with it: deliver it again later as it is, and report it if that goes on.',
};

const elsewhere: Bilingual = {
  nl: 'Het endpoint verwijst naar een ander adres, en een aanlevering gaat daar niet vanzelf heen: controleer de URL in het profiel.',
  en: 'The endpoint refers to another address, and no delivery goes there by itself: check the URL in the profile.',
};

const httpText = (status: number): Bilingual => httpTexts[status] ?? otherHttp;

const otherHttp: Bilingual = {
  nl: 'Er is geen dossier gemaakt; 3pas doctor zoekt de oorzaak.',
  en: 'No dossier was made; 3pas doctor looks for the cause.',
};

const access: Bilingual = {
  nl: 'De gebruikersnaam, het wachtwoord of het certificaat geeft geen toegang; controleer die in het profiel.',
  en: 'The username, password or certificate gives no access; check it in the profile.',
};

const httpTexts: Readonly<Record<number, Bilingual>> = {
  500: failed,
  401: access,
  403: access,
  404: {
    nl: 'Op dit adres staat geen dienst; controleer de URL in het profiel.',
    en: 'No service is at this address; check the URL in the profile.',
  },
  413: {
    nl: 'Het bericht is te groot; maak de inhoud kleiner.',
    en: 'The message is too large; make the content smaller.',
  },
  415: {
    nl: 'Het endpoint neemt deze codering of Content-Type niet aan.',
    en: 'The endpoint does not take this encoding or Content-Type.',
  },
  429: {
    nl: 'Het endpoint vraagt te wachten; lever later opnieuw aan.',
    en: 'The endpoint asks to wait; deliver again later.',
  },
  503: {
    nl: 'Het endpoint is overbelast; lever later opnieuw aan.',
    en: 'The endpoint is overloaded; deliver again later.',
  },
};
