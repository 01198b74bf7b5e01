import type { MockParts } from './parts.ts';
import { memoryBounds, type ReceivedDelivery } from './registry.ts';

type Language = 'nl' | 'en';

const words = {
  nl: {
    title: 'Ontvangen berichten',
    other: 'English',
    none: 'Er is nog niets ontvangen.',
    columns: ['Nr.', 'Tijd', 'Uitkomst', 'Documenttype', 'Referentienummer', 'Titel', 'Medium', 'Bestanden'],
    accepted: 'aanvaard',
    refused: 'geweigerd',
    warnings: 'waarschuwingen',
    shown: (shown: number, all: number) => `De laatste ${String(shown)} van ${String(all)} berichten.`,
    kept: (entries: number, mebibytes: number) =>
      `Bewaard worden ten hoogste ${String(entries)} regels en ${String(mebibytes)} MiB aan berichten; de oudste vallen af.`,
  },
  en: {
    title: 'Received messages',
    other: 'Nederlands',
    none: 'Nothing has been received yet.',
    columns: ['No.', 'Time', 'Outcome', 'Document type', 'Reference', 'Title', 'Medium', 'Files'],
    accepted: 'accepted',
    refused: 'refused',
    warnings: 'warnings',
    shown: (shown: number, all: number) => `The last ${String(shown)} of ${String(all)} messages.`,
    kept: (entries: number, mebibytes: number) =>
      `At most ${String(entries)} lines and ${String(mebibytes)} MiB of messages are kept; the oldest make way.`,
  },
};

const mostShown = 200;
const mebibyte = 1024 * 1024;

/** The page for people: newest message first, everything from the other side escaped. */
export const writePage = (parts: MockParts, language: Language): string => {
  const { contract, registry } = parts;
  const text = words[language];
  const all = registry.list();
  const shown = all.slice(-mostShown).toReversed();
  const table = `<table><thead><tr>${text.columns.map((one) => `<th>${one}</th>`).join('')}</tr></thead>
<tbody>${shown.map((one) => row(one, language)).join('\n')}</tbody></table>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${text.title}</title><style>${style}</style></head>
<body><h1>${text.title}</h1>
<p>${escaped(contract.title)} ${wsdlLink(parts)}· <a href="ontvangen">JSON</a> ·
<a href="?lang=${language === 'nl' ? 'en' : 'nl'}">${text.other}</a></p>
${shown.length === 0 ? `<p>${text.none}</p>` : `<p>${text.shown(shown.length, registry.counts().received)}</p>${table}`}
<p>${text.kept(memoryBounds.entries, memoryBounds.bytes / mebibyte)}</p></body></html>
`;
};

/** Who needs a certificate to see the WSDL can't follow a link from here. */
const wsdlLink = ({ access, description }: MockParts): string =>
  access.kind === 'username' ? `· <a href="${escaped(description.path)}?wsdl">WSDL</a> ` : '';

const style =
  'body{font:16px/1.4 sans-serif;margin:2rem}table{border-collapse:collapse}th,td{border:1px solid #888;' +
  'padding:.3rem .5rem;text-align:left;vertical-align:top}td{overflow-wrap:anywhere}.refused{background:#fde8e8}';

const row = (one: ReceivedDelivery, language: Language): string => {
  const cells = [
    String(one.id),
    escaped(one.at),
    outcome(one, language),
    ...[one.documentType, one.reference, one.title, one.medium].map((value) => escaped(value ?? '')),
    one.stored ? links(one) : '',
  ];
  return `<tr class="${one.outcome}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
};

const outcome = (one: ReceivedDelivery, language: Language): string => {
  const text = words[language];
  const about =
    one.outcome === 'accepted' ? [one.dossierNumber, one.status] : [String(one.httpStatus), one.code, one.text];
  const warned = one.warnings.length === 0 ? '' : `<br>${text.warnings}: ${one.warnings.map(escaped).join(', ')}`;
  return `${text[one.outcome]}<br>${about.map((part) => escaped(part ?? '')).join(' · ')}${warned}`;
};

const links = ({ id, files }: ReceivedDelivery): string => {
  const base = `ontvangen/${String(id)}`;
  const content = files.map(({ name }) => link(`${base}/inhoud/${encodeURIComponent(name)}`, name));
  return [link(`${base}/request.xml`, 'request.xml'), ...content].join('<br>');
};

const link = (href: string, text: string): string => `<a href="${escaped(href)}">${escaped(text)}</a>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it; control characters, which a page may not hold, are replaced. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '').replace(/(?![\t\n])\p{Cc}/gu, '\uFFFD');
