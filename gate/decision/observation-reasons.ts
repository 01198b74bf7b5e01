import type { Bilingual } from '#contract/texts/bilingual';
import { impossibleDates } from '../sample/impossible-dates.ts';
import type { Observations } from '../sample/observations.ts';
import { acceptedOf } from './delivery-reasons.ts';
import { type Reason, reason } from './decision.ts';
import type { JudgedEvidence } from './judged-evidence.ts';

/** Whether a person looked up dossiers of each declared document type, and found them as they have to be. */
export const observationReasons = (judged: JudgedEvidence): readonly Reason[] => {
  const { observations, phase, required } = judged;
  if (phase === 4) return [];
  if (observations === undefined) return [reason('missing', none, { by: 'koop' })];
  const wrong = wrongIn(observations, judged);
  if (wrong !== undefined) return [reason('missing', wrong, { by: 'koop' })];
  return required.documentTypes.flatMap(({ name }) => reasonsOf(name, judged));
};

const wrongIn = (
  observations: Observations,
  { journal, phase, system, facts, now }: JudgedEvidence,
): Bilingual | undefined => {
  const { sample } = observations;
  if (sample.evidence !== journal || sample.phase !== phase) return ofOther;
  if (sample.vendor !== (system?.vendor ?? '')) return ofOtherVendor;
  if (Date.parse(sample.at) + slack < (facts.last ?? 0)) return drawnBefore;
  return impossibleDates(observations, now);
};

/** Milliseconds by which clocks may differ. */
const slack = 5 * 60_000;

const reasonsOf = (documentType: string, judged: JudgedEvidence): readonly Reason[] => {
  const { sample, observations = [] } = judged.observations ?? {};
  const known = new Set(acceptedOf(judged, documentType).map(({ number }) => number));
  const drawn = (sample?.dossiers ?? []).filter((one) => one.documentType === documentType);
  const about = { documentType, by: 'koop' } as const;
  if (drawn.length === 0) return [reason('missing', notDrawn, about)];
  return drawn.flatMap(({ number }) => {
    const seen = observations.filter((one) => one.number === number);
    if (!known.has(number)) return [reason('missing', notAccepted(number), about)];
    if (seen.length !== 1) return [reason('missing', seen.length === 0 ? notSeen(number) : seenTwice(number), about)];
    return seen[0]?.found === 'klopt' ? [] : [reason('missing', differs(number, seen[0]?.remark ?? ''), about)];
  });
};

const none: Bilingual = {
  nl: 'er zijn nog geen waarnemingen: trek een steekproef (3pas gate --sample) en zoek de dossiers op',
  en: 'there are no observations yet: draw a sample (3pas gate --sample) and look the dossiers up',
};

const ofOther: Bilingual = {
  nl: 'de waarnemingen horen bij een ander pakket of een andere fase',
  en: 'the observations are of another package or another phase',
};

const ofOtherVendor: Bilingual = {
  nl: 'de steekproef noemt een andere leverancier dan het pakket',
  en: 'the sample names another vendor than the package',
};

const drawnBefore: Bilingual = {
  nl: 'de steekproef is getrokken voordat het laatste bericht er was',
  en: 'the sample was drawn before the last message was there',
};

const notDrawn: Bilingual = {
  nl: 'de steekproef bevat geen dossier van dit documenttype',
  en: 'the sample holds no dossier of this document type',
};

const notAccepted = (number: string): Bilingual => ({
  nl: `dossier ${number} van de steekproef staat niet onder de aangenomen aanleveringen`,
  en: `dossier ${number} of the sample is not among the accepted deliveries`,
});

const notSeen = (number: string): Bilingual => ({
  nl: `dossier ${number} van de steekproef is niet bekeken`,
  en: `dossier ${number} of the sample was not looked at`,
});

const seenTwice = (number: string): Bilingual => ({
  nl: `van dossier ${number} is meer dan één waarneming`,
  en: `there is more than one observation of dossier ${number}`,
});

const differs = (number: string, remark: string): Bilingual => ({
  nl: `dossier ${number} wijkt af${remark === '' ? '' : `: ${remark}`}; beslis bij wie de oorzaak ligt`,
  en: `dossier ${number} differs${remark === '' ? '' : `: ${remark}`}; decide whose the cause is`,
});
