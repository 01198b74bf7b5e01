import { inLines, shortly } from '#contract/texts/visible';
import type { Decision, GateOutcome, Reason, TypeDecision } from '../decision/decision.ts';
import { type Labels, onceEach } from './decision-text.ts';

/** Lines that a letter has at most, so that it is one page; and reasons told of one subject. */
const mostReasons = 4;
const mostLines = 48;
const mostOfName = 100;

/** A letter to the vendor in Dutch: what is in order, what is missing for each document type, and what to do. */
export const letter = (decision: Decision, labels: Labels): string => {
  const { vendor = 'leverancier', product, productVersion, phase, outcome, standing, at } = decision;
  const own = decision.reasons.filter(({ kind, by }) => kind === 'refused' || (kind === 'missing' && by === 'vendor'));
  const good = decision.types.filter(({ documentType }) => !own.some((one) => one.documentType === documentType));
  const lines = [
    `Aan: ${shortly(vendor, mostOfName)}`,
    `Datum: ${at.slice(0, 10)}`,
    `Betreft: aansluiting op DROP 3PAS, fase ${String(phase)}${product === undefined ? '' : `, ${shortly(`${product} ${productVersion ?? ''}`.trimEnd(), mostOfName)}`}`,
    '',
    outcomes[outcome],
    ...(standing === undefined ? [] : [`Let op: ${standing.nl}.`]),
    ...(good.length === 0 || outcome === 'altered'
      ? []
      : ['', `${phase === 4 ? published : delivered} ${good.map((one) => nameOf(one, labels)).join('; ')}.`]),
    ...subjects(own, labels).flatMap(({ title, reasons }) => ['', `${title}:`, ...bullets(reasons)]),
    ...(own.length === 0 ? [] : ['', phase === 4 ? nextPublication : nextSteps]),
    ...(decision.reasons.some(({ kind, by }) => kind === 'missing' && by === 'koop') ? ['', koopFirst] : []),
  ];
  return `${inLines(shortened(lines))}\n`;
};

const outcomes: Readonly<Record<GateOutcome, string>> = {
  voldoet: 'Uw systeem voldoet aan wat deze fase vraagt.',
  'voldoet-niet': 'Uw systeem voldoet nog niet aan wat deze fase vraagt.',
  onbeslist: 'Over uw systeem is nog niet te beslissen: er ontbreekt iets.',
  altered: 'Het pakket is niet het pakket dat u ondertekende. Onderteken het opnieuw, en stuur het nog eens.',
};

const [delivered, published] = ['In orde in wat u aanleverde:', 'Gepubliceerd, volgens uw vastlegging:'];

/** With what can be looked up of it. */
const nameOf = ({ documentType, publications = [] }: TypeDecision, labels: Labels): string => {
  const label = labels.get(documentType) ?? documentType;
  const ids = publications.slice(0, mostReasons).map(({ publication }) => shortly(publication, mostOfName));
  return ids.length === 0 ? label : `${label} (${ids.join(', ')})`;
};

const nextPublication =
  'Wat u kunt doen: leg per documenttype vast welke publicatie van uw systeem gezien is (3pas attest), onderteken het pakket opnieuw en stuur het ons.';

const nextSteps =
  'Wat u kunt doen: verbeter wat hierboven staat, lever opnieuw aan bij het endpoint van deze fase, neem dat op, onderteken het pakket en stuur het ons.';

const koopFirst = 'Daarnaast moet KOOP zelf nog iets doen; daarvoor hoeft u niets te sturen.';

interface Subject {
  readonly title: string;
  readonly reasons: readonly Reason[];
}

/** What is about all of it first, then each document type. */
const subjects = (reasons: readonly Reason[], labels: Labels): readonly Subject[] =>
  [...Map.groupBy(reasons, ({ documentType }) => documentType)]
    .toSorted(([one], [other]) => (one ?? '').localeCompare(other ?? '', 'nl'))
    .map(([type, all]) => ({ title: type === undefined ? 'Algemeen' : (labels.get(type) ?? type), reasons: all }));

const bullets = (reasons: readonly Reason[]): readonly string[] => {
  const texts = onceEach(reasons, 'nl').map(([text]) => `- ${text}`);
  const left = texts.length - mostReasons;
  return left <= 0 ? texts : [...texts.slice(0, mostReasons), `- en nog ${String(left)}`];
};

const shortened = (lines: readonly string[]): readonly string[] =>
  lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines - 1), '… de rest hoort u van ons als dit in orde is.'];
