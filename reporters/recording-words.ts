import type { Bilingual } from '#contract/texts/bilingual';
import type { RecordingStarted } from '#evidence/event';
import { quoted } from './command-again.ts';
import type { Outcome } from './outcome.ts';
import type { RunResult } from './run-result.ts';

/** The command that goes on with a recording; undefined for one that nothing listened for. */
export const listenAgain = (
  { profile, asked, recording, target, forwardedTo }: RecordingStarted,
  out: string,
): string | undefined =>
  profile === undefined || target === undefined
    ? undefined
    : [
        `npx 3pas listen --profile ${quoted(profile)}`,
        ...(asked?.contract === undefined ? [] : [`--contract ${quoted(asked.contract)}`]),
        ...(forwardedTo === undefined ? [] : [`--forward ${quoted(forwardedTo.asked)}`]),
        ...(out.endsWith(`3pas-out/${recording}`) ? [`--recording ${quoted(recording)}`] : [`--out ${quoted(out)}`]),
      ].join(' ');

/** That no message came so far that there is anything to judge. */
export const nothingCame = ({ recordedBy }: RecordingStarted): Bilingual =>
  recordedBy === 'delivery'
    ? { nl: 'op de aanlevering kwam geen SOAP-antwoord', en: 'no SOAP answer came to the delivery' }
    : { nl: 'er kwam geen bericht dat een SOAP-antwoord kreeg', en: 'no message came that got a SOAP answer' };

/** Why nothing of what came was taken; undefined where nothing came. */
export const nothingTaken = ({ checks }: RunResult): Bilingual | undefined => {
  const taken = checks.find(({ requirement }) => requirement === 'request.is-taken');
  return taken?.verdict === 'blocked' ? taken.reason : undefined;
};

/** That what came lacks what there is to judge. */
export const nothingJudged: Bilingual = {
  nl: 'geen enkel bericht was te beoordelen',
  en: 'not one message could be judged',
};

/** How many checks what came does not decide. */
export const unseenText = (count: number): Bilingual => ({
  nl: `${String(count)} ${count === 1 ? 'bleef' : 'bleven'} open: wat kwam, beslist ${count === 1 ? 'die' : 'ze'} niet`,
  en: `${String(count)} stayed open: what came does not decide ${count === 1 ? 'it' : 'them'}`,
});

/** What to do after a recording, by its outcome. */
export const nextOfRecording = (
  { recordedBy }: RecordingStarted,
  { outcome, isRefused }: { readonly outcome: Outcome; readonly isRefused: boolean },
): Bilingual => {
  if (outcome === 'unreached' && isRefused) return refusedAccess;
  return recordedBy === 'system' && outcome === 'undecided'
    ? unkept
    : recordedBy !== undefined && outcome === 'unreached'
      ? unanswered[recordedBy]
      : (next[outcome] ?? others);
};

const refusedAccess: Bilingual = {
  nl: 'Volgende stap: geef uw systeem de gebruikersnaam en het wachtwoord, of het certificaat, die bij dit adres horen, en lever opnieuw aan.',
  en: 'Next: give your system the username and password, or the certificate, that belong to this address, and deliver again.',
};

/** Where nothing of ours listened. */
const unanswered: Readonly<Record<NonNullable<RecordingStarted['recordedBy']>, Bilingual>> = {
  delivery: {
    nl: 'Volgende stap: zoek in DROP op het referentienummer, en lever pas opnieuw aan als er geen dossier is; 3pas doctor zoekt waarom er geen antwoord kwam.',
    en: 'Next: look in DROP for the reference number, and deliver again only if there is no dossier; 3pas doctor looks for why no answer came.',
  },
  system: {
    nl: 'Volgende stap: laat ook de antwoorden bewaren, en importeer opnieuw.',
    en: 'Next: have the answers kept too, and import again.',
  },
};

const unkept: Bilingual = {
  nl: 'Volgende stap: laat de tool hele berichten bewaren, en importeer opnieuw.',
  en: 'Next: have the tool keep whole messages, and import again.',
};

const report: Bilingual = {
  nl: 'Volgende stap: open het rapport; elke bevinding toont de berichten waar zij uit blijkt.',
  en: 'Next: open the report; each finding shows the messages that prove it.',
};

const others: Bilingual = {
  nl: 'Volgende stap: neem de oorzaak hierboven weg, en lever nog eens aan.',
  en: 'Next: take the cause above away, and deliver again.',
};

const next: Readonly<Partial<Record<Outcome, Bilingual>>> = {
  passed: report,
  failed: report,
  'in-part': {
    nl: 'Volgende stap: laat uw systeem ook doen wat hierboven open bleef, of bekijk het rapport.',
    en: 'Next: have your system do what stayed open above as well, or look at the report.',
  },
  unreached: {
    nl: 'Volgende stap: lever aan op het adres dat bij de start genoemd werd; wat daar geweigerd is, staat in het rapport.',
    en: 'Next: deliver to the address that was told at the start; what was refused there is in the report.',
  },
};
