import type { Bilingual } from '#contract/texts/bilingual';
import { inLines, shortly } from '#contract/texts/visible';
import type { Decision, GateOutcome, Reason, TypeDecision } from '../decision/decision.ts';

type Language = 'nl' | 'en';

/** Labels of document types by their name. */
export type Labels = ReadonlyMap<string, string>;

/** A decision as people read it, what was judged first. */
export const decisionText = (decision: Decision, labels: Labels, language: Language): string => {
  const said = words[language];
  const { judged, standing, outcome, phase, product, productVersion, policy, types, evidence, contract } = decision;
  return inLines([
    judged[language],
    ...(standing === undefined ? [] : [standing[language]]),
    said.outcome(outcomeWords[outcome][language], phase),
    '',
    ...(product === undefined ? [] : [said.product(named(product), named(productVersion ?? ''))]),
    said.evidence(named(evidence)),
    said.contract(contract.id, contract.digest),
    ...(outcome === 'altered' && policy === undefined
      ? []
      : [policy === undefined ? said.noPolicy : said.policy(policy.date, policy.digest)]),
    ...(types.length === 0 ? [] : ['', ...types.map((one) => typeLine(one, labels, language))]),
    ...sections.flatMap(({ title, holds }) =>
      sectionText(title[language], decision.reasons.filter(holds), { labels, language }),
    ),
    '',
  ]);
};

/** A name of others, which can be long. */
export const named = (name: string): string => shortly(name, 100);

/** The words for what a gate comes to. */
export const outcomeWords: Readonly<Record<GateOutcome, Bilingual>> = {
  voldoet: { nl: 'voldoet', en: 'passes' },
  'voldoet-niet': { nl: 'voldoet niet', en: 'does not pass' },
  onbeslist: { nl: 'onbeslist', en: 'undecided' },
  altered: { nl: 'gewijzigd: dit is geen bewijs', en: 'altered: this is no evidence' },
};

const words = {
  nl: {
    outcome: (outcome: string, phase: number) => `Uitkomst voor fase ${String(phase)}: ${outcome}`,
    product: (product: string, version: string) => `Product: ${product} ${version}`.trimEnd(),
    evidence: (name: string) => `Bewijs: ${name}`,
    contract: (id: string, digest: string) => `Contract: ${id} (SHA-256 ${digest.slice(0, 12)}…)`,
    policy: (date: string, digest: string) => `Beleid van ${date} (SHA-256 ${digest.slice(0, 12)}…)`,
    noPolicy: 'Beleid: geen; de standaard van elke eis geldt',
    more: (count: number) => `- en nog ${String(count)}`,
    type: (label: string, outcome: string, { accepted, least }: TypeDecision) =>
      `${label}: ${outcome} (${String(accepted)} aangenomen door het endpoint, ${String(least)} nodig)`,
    published: (label: string, outcome: string, seen: readonly SeenText[]) =>
      `${label}: ${outcome} (${seen.map(([id, by, at]) => `${id}, gezien door ${by} op ${at}`).join('; ') || 'geen publicatie'})`,
  },
  en: {
    outcome: (outcome: string, phase: number) => `Outcome for phase ${String(phase)}: ${outcome}`,
    product: (product: string, version: string) => `Product: ${product} ${version}`.trimEnd(),
    evidence: (name: string) => `Evidence: ${name}`,
    contract: (id: string, digest: string) => `Contract: ${id} (SHA-256 ${digest.slice(0, 12)}…)`,
    policy: (date: string, digest: string) => `Policy of ${date} (SHA-256 ${digest.slice(0, 12)}…)`,
    noPolicy: 'Policy: none; the default of each requirement holds',
    more: (count: number) => `- and ${String(count)} more`,
    type: (label: string, outcome: string, { accepted, least }: TypeDecision) =>
      `${label}: ${outcome} (${String(accepted)} accepted by the endpoint, ${String(least)} needed)`,
    published: (label: string, outcome: string, seen: readonly SeenText[]) =>
      `${label}: ${outcome} (${seen.map(([id, by, at]) => `${id}, seen by ${by} at ${at}`).join('; ') || 'no publication'})`,
  },
} as const;

/** The identifier of a publication, who saw it, and when. */
type SeenText = readonly [publication: string, seenBy: string, seenAt: string];

/** Publications that are told of one document type. */
const mostPublications = 5;

const typeLine = (one: TypeDecision, labels: Labels, language: Language): string => {
  const [label, outcome] = [labels.get(one.documentType) ?? one.documentType, outcomeWords[one.outcome][language]];
  if (one.publications === undefined) return words[language].type(label, outcome, one);
  const seen = one.publications.slice(0, mostPublications);
  return words[language].published(
    ...([label, outcome] as const),
    seen.map(({ publication, seenBy, seenAt }) => [named(publication), named(seenBy), named(seenAt)]),
  );
};

interface Section {
  readonly title: Bilingual;
  readonly holds: (one: Reason) => boolean;
}

const sections: readonly Section[] = [
  {
    title: { nl: 'Gewijzigd', en: 'Altered' },
    holds: ({ kind }) => kind === 'altered',
  },
  {
    title: { nl: 'Niet in orde, te verbeteren door de leverancier', en: 'Not in order, for the vendor to mend' },
    holds: ({ kind }) => kind === 'refused',
  },
  {
    title: { nl: 'Ontbreekt, te leveren door de leverancier', en: 'Missing, for the vendor to supply' },
    holds: ({ kind, by }) => kind === 'missing' && by === 'vendor',
  },
  {
    title: { nl: 'Ontbreekt, te doen door KOOP', en: 'Missing, for KOOP to do' },
    holds: ({ kind, by }) => kind === 'missing' && by === 'koop',
  },
  {
    title: { nl: 'Afwijkingen met akkoord', en: 'Waivers' },
    holds: ({ kind }) => kind === 'waived',
  },
  { title: { nl: 'Waarschuwingen', en: 'Warnings' }, holds: ({ kind }) => kind === 'warning' },
  { title: { nl: 'Bevindingen voor KOOP', en: 'Findings for KOOP' }, holds: ({ kind }) => kind === 'koop' },
  { title: { nl: 'Ter informatie', en: 'For information' }, holds: ({ kind }) => kind === 'note' },
];

/** Reasons of one kind that are told; evidence that was made up can have as many as its maker likes. */
const mostLines = 500;

const sectionText = (
  title: string,
  reasons: readonly Reason[],
  { labels, language }: { readonly labels: Labels; readonly language: Language },
): readonly string[] => {
  if (reasons.length === 0) return [];
  const lines = onceEach(reasons, language).map(([text, types]) => `- ${text}${ofTypes(types, labels)}`);
  const left = lines.length - mostLines;
  return ['', title, ...lines.slice(0, mostLines), ...(left > 0 ? [words[language].more(left)] : [])];
};

/** One text with all document types that it is about. */
export const onceEach = (
  reasons: readonly Reason[],
  language: Language,
): readonly (readonly [text: string, types: readonly (string | undefined)[]])[] =>
  [...Map.groupBy(reasons, ({ text }) => text[language])].map(([text, all]) => [
    text,
    [...new Set(all.map(({ documentType }) => documentType))],
  ]);

const ofTypes = (types: readonly (string | undefined)[], labels: Labels): string => {
  const named = types.flatMap((type) => (type === undefined ? [] : [labels.get(type) ?? type]));
  return named.length === 0 ? '' : ` [${named.join('; ')}]`;
};
