import { isClipped } from '#endpoint/mock/clipped';
import type { MockServer } from '#endpoint/mock/server';
import type { ReceivedDelivery } from '#endpoint/mock/registry';
import { dayInAmsterdam } from '#endpoint/mock/today';
import type { Language } from '#reporters/texts';
import { type Broken, mostRows, type PageRow, type PageRows } from '../page/page-row.ts';

type Registry = Pick<MockServer['registry'], 'list' | 'stored'>;

/** How messages of a mock are read. */
interface Reading {
  readonly registry: Registry;
  /** YYYY-MM-DD; undefined for the day on which each came. */
  readonly today: string | undefined;
}

/** What a mock keeps as its page shows it; a reset hides what came so far, and the mock keeps it. */
export const receivedRows = (reading: Reading): PageRows => {
  const { registry } = reading;
  let hidden = 0;
  return {
    all: () =>
      registry
        .list(({ id }) => id > hidden)
        .slice(-mostRows)
        .map((one) => rowOf(one, reading)),
    find: (number) => {
      const [found] = registry.list(({ id }) => id === number && id > hidden);
      return found === undefined ? undefined : rowOf(found, reading);
    },
    reset: () => {
      hidden = registry.list().at(-1)?.id ?? hidden;
    },
  };
};

const rowOf = (one: ReceivedDelivery, { registry, today }: Reading): PageRow => ({
  number: one.id,
  at: Date.parse(one.at),
  sender: one.sender,
  came: one.outcome === 'accepted' ? 'accepted' : 'other',
  kindIn: (language) => one.documentType ?? words[language].unknown,
  outcomeIn: (language) => outcomeText(one, language),
  broken: brokenIn(one),
  isJudged: false,
  said: { reference: one.reference, title: one.title, medium: one.medium },
  open: () => {
    const stored = registry.stored(one.id);
    if (stored === undefined) return undefined;
    const context = { today: today ?? dayInAmsterdam(Date.parse(one.at)), oin: undefined, mandates: undefined };
    return { request: { head: '', body: stored.request, context }, response: undefined };
  },
  files: one.stored ? filesOf(one) : [],
});

const brokenIn = ({ outcome, code, warnings }: ReceivedDelivery): readonly Broken[] => [
  ...(outcome === 'refused' ? [{ id: code ?? '', level: 'MUST' as const }] : []),
  ...warnings.map((id) => ({ id, level: 'SHOULD' as const })),
];

const outcomeText = (
  { outcome, dossierNumber, status, httpStatus, code, text }: ReceivedDelivery,
  language: Language,
): string =>
  outcome === 'accepted'
    ? [words[language].accepted, dossierNumber, status].join(' ')
    : `${words[language].refused}: HTTP ${String(httpStatus)} ${[code, text].filter(Boolean).join(' ')}`;

/** What the mock serves for download; a name that was clipped is no name of a file. */
const filesOf = ({ id, files }: ReceivedDelivery): PageRow['files'] => {
  const base = `ontvangen/${String(id)}`;
  return [
    { href: `${base}/request.xml`, name: 'request.xml' },
    ...files
      .filter(({ name }) => !isClipped(name))
      .map(({ name }) => ({ href: `${base}/inhoud/${encodeURIComponent(name.toWellFormed())}`, name })),
  ];
};

const words: Readonly<Record<Language, Readonly<Record<'accepted' | 'refused' | 'unknown', string>>>> = {
  nl: { accepted: 'aangenomen', refused: 'geweigerd', unknown: 'onbekend' },
  en: { accepted: 'accepted', refused: 'refused', unknown: 'unknown' },
};
