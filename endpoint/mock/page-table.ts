import { breakable, link, status } from '#pages/controls';
import { type Content, markup, type Html } from '#pages/markup';
import { type Row, table } from '#pages/table';
import { isClipped } from './clipped.ts';
import { type PageLanguage, pageWords } from './page-words.ts';
import type { ReceivedDelivery } from './registry.ts';

const kinds = ['whole', 'whole', 'room', 'room', 'room', 'room', 'room', 'room'] as const;

/** A row for each message. */
export const receivedTable = (shown: readonly ReceivedDelivery[], language: PageLanguage): Html => {
  const { columns, order } = pageWords[language];
  return table({
    id: 'received',
    caption: order,
    columns: columns.map((one, index) => ({ title: one, kind: kinds[index] })),
    groups: [{ rows: shown.map((one) => row(one, language)) }],
    narrow: 'stacked',
  });
};

const row = (one: ReceivedDelivery, language: PageLanguage): Row => ({
  cells: [
    one.id,
    moment(one.at),
    outcome(one, language),
    breakable(one.documentType ?? ''),
    one.reference,
    one.title,
    one.medium,
    one.stored ? links(one) : '',
  ],
});

/** A date and a time, each on a line. */
const moment = (at: string): Html => {
  const [date = '', time = ''] = at.split('T');
  return markup`<time datetime="${at}">${date}<br>${time.replace('Z', '')}</time>`;
};

const outcome = (one: ReceivedDelivery, language: PageLanguage): Content => {
  const words = pageWords[language];
  const isAccepted = one.outcome === 'accepted';
  const about = isAccepted ? [one.dossierNumber, one.status] : [String(one.httpStatus), one.code, one.text];
  const warned = one.warnings.length === 0 ? '' : markup`<br>${words.warnings}: ${one.warnings.join(', ')}`;
  const said = about.filter((part) => part !== undefined).join(' · ');
  return [status(isAccepted ? 'good' : 'bad', words[one.outcome]), markup`<br>`, said, warned];
};

const links = ({ id, files }: ReceivedDelivery): Content => {
  const base = `ontvangen/${String(id)}`;
  const content = files.map(({ name }) =>
    isClipped(name)
      ? markup`<br>${name}`
      : markup`<br>${link(`${base}/inhoud/${encodeURIComponent(name.toWellFormed())}`, name)}`,
  );
  return [link(`${base}/request.xml`, 'request.xml'), ...content];
};
