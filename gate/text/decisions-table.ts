import type { Bilingual } from '#contract/texts/bilingual';
import { visible } from '#contract/texts/visible';
import { markup } from '#pages/markup';
import { writePage } from '#pages/page';
import { table } from '#pages/table';
import type { Decision, TypeDecision } from '../decision/decision.ts';
import { type Labels, named, outcomeWords } from './decision-text.ts';

type Language = 'nl' | 'en';

/** A package and the decision on it, or why there is none. */
export interface DecidedPackage {
  readonly name: string;
  readonly decided: Decision | Bilingual;
}

const columns = {
  nl: ['pakket', 'leverancier', 'product', 'uitkomst', 'documenttypen', 'eerste reden'],
  en: ['package', 'vendor', 'product', 'outcome', 'document types', 'first reason'],
} as const;

/** Decisions as lines for people, one a package. */
export const decisionsText = (all: readonly DecidedPackage[], language: Language): string =>
  [
    ...all.map((one) =>
      cellsOf(one, new Map(), language)
        .filter((cell) => cell !== '')
        .join(' | '),
    ),
    '',
  ].join('\n');

/** Decisions as CSV with semicolons. */
export const decisionsCsv = (all: readonly DecidedPackage[], language: Language): string =>
  [columns[language], ...all.map((one) => cellsOf(one, new Map(), language))]
    .map((cells) => `${cells.map(field).join(';')}\n`)
    .join('');

/** A spreadsheet takes what begins so for a formula, in full width too. */
const field = (text: string): string => {
  const plain = /^\s*[=+@＝＋＠－-]/u.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** Decisions as a page. */
export const decisionsPage = (all: readonly DecidedPackage[], labels: Labels, language: Language): string => {
  const title = language === 'nl' ? 'Fase-akkoorden' : 'Decisions on phases';
  const content = markup`${table({
    ...{ id: 'decisions', caption: title, narrow: 'stacked' },
    columns: columns[language].map((name) => ({ title: name })),
    groups: [{ rows: all.map((one) => ({ cells: cellsOf(one, labels, language) })) }],
  })}`;
  return writePage({ language, title, content }).text;
};

const ofPublications = ({ publications = [] }: TypeDecision): string =>
  publications.length === 0 ? '' : ` (${publications.map(({ publication }) => named(publication)).join(', ')})`;

const cellsOf = ({ name, decided }: DecidedPackage, labels: Labels, language: Language): readonly string[] => {
  if (!('outcome' in decided))
    return [name, '', '', outcomeWords.onbeslist[language], '', decided[language]].map(visible);
  const { outcome, types, reasons } = decided;
  const [vendor, product, version] = [decided.vendor, decided.product, decided.productVersion].map((one) =>
    named(one ?? ''),
  );
  const granted = types.map(
    (one) =>
      `${labels.get(one.documentType) ?? one.documentType}: ${outcomeWords[one.outcome][language]}${ofPublications(one)}`,
  );
  const kinds = ['altered', 'refused', 'missing'] as const;
  const first = kinds.flatMap((kind) => reasons.filter((one) => one.kind === kind))[0];
  return [
    ...[name, vendor ?? '', [product, version].join(' ').trim(), outcomeWords[outcome][language]],
    ...[granted.join(', '), first?.text[language] ?? ''],
  ].map(visible);
};
