import type { Bilingual } from '#contract/texts/bilingual';
import { shortly } from '#contract/texts/visible';
import { defaultAge } from '../policy/defaults.ts';
import { type Reason, reason } from './decision.ts';
import type { JudgedEvidence, PublicationSeen } from './judged-evidence.ts';

/** Production is proved by a notice of each declared document type that a person saw published; KOOP looks it up, since the vendor types what was seen. */
export const publicationReasons = (judged: JudgedEvidence): readonly Reason[] => {
  if (judged.phase !== 4) return [];
  const reasons = judged.required.documentTypes.flatMap(({ name }) => reasonsOf(name, judged));
  const isAnyFit = judged.publications.some((one) => unfitness(one, judged) === undefined);
  return [
    ...judged.unreadable.map((text) => reason('missing', text)),
    ...reasons,
    ...(isAnyFit ? [reason('note', lookUp, { by: 'koop' })] : []),
  ];
};

/** The attestations of a document type that can be true, and are of this evidence. */
export const publicationsOf = (judged: JudgedEvidence, documentType: string): readonly PublicationSeen[] =>
  ofType(judged, documentType).filter((one) => unfitness(one, judged) === undefined);

const ofType = ({ publications }: JudgedEvidence, documentType: string): readonly PublicationSeen[] =>
  publications.filter((one) => one.documentType === documentType);

const reasonsOf = (documentType: string, judged: JudgedEvidence): readonly Reason[] => {
  const all = ofType(judged, documentType);
  const isProven = publicationsOf(judged, documentType).length > 0;
  const unfit = all.flatMap((one) => {
    const why = unfitness(one, judged);
    return why === undefined ? [] : [reason(isProven ? 'warning' : 'missing', why, { documentType })];
  });
  return all.length === 0 ? [reason('missing', none, { documentType })] : unfit;
};

/** Milliseconds by which clocks may differ, and of a day. */
const [slack, day] = [5 * 60_000, 24 * 60 * 60_000];

/** Why an attestation proves nothing here; undefined for one that does. */
const unfitness = (
  { publication, seenAt, at, run, profile }: PublicationSeen,
  { facts, integrity, policy, now }: JudgedEvidence,
): Bilingual | undefined => {
  const seen = Date.parse(seenAt);
  const signed = Date.parse(integrity?.signer?.signedAt ?? '');
  const latest = Math.min(now, Number.isNaN(signed) ? now : signed) + slack;
  const oldest = now - (policy?.read.age ?? defaultAge) * day;
  const year = Number(publication.split('-')[1]);
  const years = [oldest, seen + day].map((one) => new Date(one).getUTCFullYear());
  const wrong: readonly (readonly [boolean, Bilingual])[] = [
    [isOfOther({ run, profile }, facts), ofOtherRun(publication, run)],
    [Math.max(seen, Date.parse(at)) > latest, stillToCome(publication, seenAt)],
    [seen > Date.parse(at) + slack, seenLater(publication, seenAt, at)],
    [seen < oldest, tooOld(publication, seenAt)],
    [year < Math.min(...years) || year > Math.max(...years), otherYear(publication, seenAt)],
  ];
  return wrong.find(([is]) => is)?.[1];
};

/** A recording is no run that an attestation could name. */
const isOfOther = (
  { run, profile }: Pick<PublicationSeen, 'run' | 'profile'>,
  facts: JudgedEvidence['facts'],
): boolean => (facts.kind === 'run' ? run !== facts.name || profile !== facts.profile : run !== undefined);

const none: Bilingual = {
  nl: 'er is geen publicatie van dit documenttype vastgelegd (3pas attest --document-type)',
  en: 'no publication of this document type was recorded (3pas attest --document-type)',
};

const lookUp: Bilingual = {
  nl: 'wat er van publicaties staat, legde de leverancier zelf vast: zoek elk nummer op in officielebekendmakingen.nl voordat u beslist',
  en: 'what is said of publications was recorded by the vendor: look each identifier up in officielebekendmakingen.nl before you decide',
};

const ofOtherRun = (publication: string, run: string | undefined): Bilingual => {
  const [nl, en] =
    run === undefined ? ['geen run', 'no run'] : ['een andere run of een ander profiel', 'another run or profile'];
  return {
    nl: `de vastlegging van ${publication} noemt ${nl}; leg de publicatie vast bij deze run (3pas attest --run)`,
    en: `the attestation of ${publication} names ${en}; record the publication with this run (3pas attest --run)`,
  };
};

const stillToCome = (publication: string, seenAt: string): Bilingual => ({
  nl: `${publication} zou gezien zijn op ${shortly(seenAt, 40)}, of vastgelegd, na de ondertekening of op een dag die nog moet komen`,
  en: `${publication} would have been seen at ${shortly(seenAt, 40)}, or recorded, after the signature or on a day that is still to come`,
});

const seenLater = (publication: string, seenAt: string, at: string): Bilingual => ({
  nl: `${publication} zou gezien zijn op ${shortly(seenAt, 40)}, nadat het op ${shortly(at, 40)} was vastgelegd`,
  en: `${publication} would have been seen at ${shortly(seenAt, 40)}, after that was recorded at ${shortly(at, 40)}`,
});

const tooOld = (publication: string, seenAt: string): Bilingual => ({
  nl: `${publication} is gezien op ${shortly(seenAt, 40)}, en dat is langer geleden dan het beleid toestaat`,
  en: `${publication} was seen at ${shortly(seenAt, 40)}, which is longer ago than the policy allows`,
});

const otherYear = (publication: string, seenAt: string): Bilingual => ({
  nl: `${publication} is van een ander jaar dan waarin het gezien is (${shortly(seenAt, 40)})`,
  en: `${publication} is of another year than it was seen in (${shortly(seenAt, 40)})`,
});
