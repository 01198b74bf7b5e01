import type { Bilingual } from '#contract/texts/bilingual';
import { type Reason, reason } from './decision.ts';
import type { EarlierDecision, JudgedEvidence } from './judged-evidence.ts';

/** Phases whose decision has to be there before. */
const before: Readonly<Record<number, readonly number[]>> = { 1: [], 2: [], 3: [1, 2], 4: [3] };

/** Whether the phases before were decided for the same vendor and document types, and whether the certificate changed since. */
export const earlierReasons = (judged: JudgedEvidence): readonly Reason[] => [
  ...(before[judged.phase] ?? []).flatMap((phase) => ofPhase(phase, judged)),
  ...changeOf(judged),
];

const ofVendor = ({ earlier, system }: JudgedEvidence): readonly EarlierDecision[] =>
  earlier.filter(({ vendor }) => vendor.trim().toLowerCase() === system?.vendor.trim().toLowerCase());

const ofPhase = (phase: number, judged: JudgedEvidence): readonly Reason[] => {
  const resting = ofVendor(judged).filter(
    (one) => one.phase === phase && one.outcome === 'voldoet' && one.documentTypes.length > 0,
  );
  const granted = new Set(resting.flatMap(({ documentTypes }) => documentTypes));
  const unconfirmed = new Set(resting.flatMap((one) => one.unconfirmed ?? []));
  const notes = [...unconfirmed].map((id) => reason('note', onUnconfirmed(phase, id), { by: 'koop' }));
  const lacking = judged.required.documentTypes.filter(({ name }) => !granted.has(name));
  if (granted.size === 0) return [reason('missing', noDecision(phase), { by: 'koop' })];
  return [...notes, ...lacking.map(({ name }) => reason('missing', notGranted(phase), { documentType: name }))];
};

const changeOf = (judged: JudgedEvidence): readonly Reason[] => {
  const known = new Set(ofVendor(judged).flatMap(({ certificates }) => certificates));
  const isNew = judged.facts.certificates.filter(({ fingerprint }) => !known.has(fingerprint));
  return known.size === 0 ? [] : isNew.map(({ subject }) => reason('warning', changed(subject)));
};

const noDecision = (phase: number): Bilingual => ({
  nl: `er is geen fase-akkoord van fase ${String(phase)} voor deze leverancier (--earlier)`,
  en: `there is no decision on phase ${String(phase)} for this vendor (--earlier)`,
});

const onUnconfirmed = (phase: number, id: string): Bilingual => ({
  nl: `het fase-akkoord van fase ${String(phase)} berust op contract ${id} toen KOOP dat niet bevestigd had`,
  en: `the decision on phase ${String(phase)} rests on contract ${id} while KOOP had not confirmed it`,
});

const notGranted = (phase: number): Bilingual => ({
  nl: `fase ${String(phase)} is voor dit documenttype niet gehaald`,
  en: `phase ${String(phase)} was not passed for this document type`,
});

const changed = (subject: string): Bilingual => ({
  nl: `het clientcertificaat is een ander dan in een eerdere fase: ${subject}`,
  en: `the client certificate is another than in an earlier phase: ${subject}`,
});
