export type PageLanguage = 'nl' | 'en';

/** The texts of the page of received messages. */
export const pageWords = {
  nl: {
    title: 'Ontvangen berichten',
    other: 'English',
    none: 'Er is nog niets ontvangen.',
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
