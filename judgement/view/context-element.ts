import type { XmlElement } from '#xml/tree';
import { dayNumber, parseDay, sortable } from '../calendar.ts';
import type { JudgementContext } from '../finding.ts';
import { viewElement } from './view-element.ts';

/** What rules may look at outside the delivery; throws `RangeError` when today is no day. */
export const contextElement = ({ today, oin, mandates }: JudgementContext): XmlElement => {
  const day = parseDay(today);
  if (day === undefined) throw new RangeError(`today is ${JSON.stringify(today)}; give a day as YYYY-MM-DD`);
  return viewElement(
    'context',
    {
      vandaag: today,
      vandaagGetal: sortable(day),
      vandaagDagnummer: dayNumber(day),
      oin,
      machtigingen: mandates === undefined ? 'nee' : 'ja',
    },
    (mandates ?? []).map(({ kind, name }) => viewElement('machtiging', { soort: kind, naam: name })),
  );
};
