import { isClipped } from './clipped.ts';
import { escaped, link } from './page-html.ts';
import { type PageLanguage, pageWords } from './page-words.ts';
import type { ReceivedDelivery } from './registry.ts';

/** Classes of the columns: what stays on a line, and what needs room. */
const classes = ['whole', 'whole', 'wide', '', '', 'wide', 'room', 'room'];

/** A row for each message. */
export const pageTable = (shown: readonly ReceivedDelivery[], language: PageLanguage): string => {
  const heads = pageWords[language].columns.map((one, index) => `<th class="${classes[index] ?? ''}">${one}</th>`);
  return `<table><thead><tr>${heads.join('')}</tr></thead>
<tbody>${shown.map((one) => row(one, language)).join('\n')}</tbody></table>`;
};

const row = (one: ReceivedDelivery, language: PageLanguage): string => {
  const cells = [
    String(one.id),
    escaped(one.at).replace('T', '<br>'),
    outcome(one, language),
    ...[one.documentType, one.reference, one.title, one.medium].map((value) => escaped(value ?? '')),
    one.stored ? links(one) : '',
  ];
  const columns = cells.map((cell, index) => `<td class="${classes[index] ?? ''}">${cell}</td>`);
  return `<tr class="${one.outcome}">${columns.join('')}</tr>`;
};

const outcome = (one: ReceivedDelivery, language: PageLanguage): string => {
  const text = pageWords[language];
  const about =
    one.outcome === 'accepted' ? [one.dossierNumber, one.status] : [String(one.httpStatus), one.code, one.text];
  const warned = one.warnings.length === 0 ? '' : `<br>${text.warnings}: ${one.warnings.map(escaped).join(', ')}`;
  return `${text[one.outcome]}<br>${about.map((part) => escaped(part ?? '')).join(' · ')}${warned}`;
};

const links = ({ id, files }: ReceivedDelivery): string => {
  const base = `ontvangen/${String(id)}`;
  const content = files.map(({ name }) =>
    isClipped(name) ? escaped(name) : link(`${base}/inhoud/${encodeURIComponent(name.toWellFormed())}`, name),
  );
  return [link(`${base}/request.xml`, 'request.xml'), ...content].join('<br>');
};
