import type { Language } from '#pages/page';
import type { MockCounts } from './registry.ts';

export type PageLanguage = Language;

/** The texts of the page of received messages. */
export const pageWords = {
  nl: {
    title: 'Ontvangen berichten',
    other: 'English',
    none: 'Er is nog niets ontvangen.',
    noneSuch: 'Geen bericht voldoet aan de zoekvraag.',
    counts: ({ received, accepted, refused }: MockCounts) =>
      `${String(received)} ontvangen: ${String(accepted)} aanvaard, ${String(refused)} geweigerd.`,
    search: 'Tekst in een kolom',
    outcome: 'Uitkomst',
    show: 'Toon',
    order: 'Nieuwste bericht eerst',
    columns: ['Nr.', 'Tijd (UTC)', 'Uitkomst', 'Documenttype', 'Referentienummer', 'Titel', 'Medium', 'Bestanden'],
    all: 'alle',
    accepted: 'aanvaard',
    refused: 'geweigerd',
    warnings: 'waarschuwingen',
    page: (page: number, pages: number) => `Pagina ${String(page)} van ${String(pages)}`,
    newest: 'nieuwste',
    newer: 'nieuwere',
    older: 'oudere',
    oldest: 'oudste',
    kept: (entries: number, mebibytes: number) =>
      `Bewaard worden ten hoogste ${String(entries)} regels en ${String(mebibytes)} MiB aan berichten; de oudste vallen af, geweigerde eerst. Lange teksten zijn hier ingekort; in request.xml staan ze geheel.`,
  },
  en: {
    title: 'Received messages',
    other: 'Nederlands',
    none: 'Nothing has been received yet.',
    noneSuch: 'No message fits the search.',
    counts: ({ received, accepted, refused }: MockCounts) =>
      `${String(received)} received: ${String(accepted)} accepted, ${String(refused)} refused.`,
    search: 'Text in a column',
    outcome: 'Outcome',
    show: 'Show',
    order: 'Newest message first',
    columns: ['No.', 'Time (UTC)', 'Outcome', 'Document type', 'Reference', 'Title', 'Medium', 'Files'],
    all: 'all',
    accepted: 'accepted',
    refused: 'refused',
    warnings: 'warnings',
    page: (page: number, pages: number) => `Page ${String(page)} of ${String(pages)}`,
    newest: 'newest',
    newer: 'newer',
    older: 'older',
    oldest: 'oldest',
    kept: (entries: number, mebibytes: number) =>
      `At most ${String(entries)} lines and ${String(mebibytes)} MiB of messages are kept; the oldest make way, refused ones first. Long texts are clipped here; request.xml has them whole.`,
  },
};
