import { dutchDay } from '../certificate/days.ts';
import type { Sent } from '../case.ts';
import { describeAnswer } from '../judges/describe.ts';
import { type Judgement, conforms, deviates, notApplicable } from '../verdict.ts';
import { deliveredValue } from './delivered-values.ts';
import { eachExchange } from './each-exchange.ts';
import type { Around } from './stream-judge.ts';

const judge = (sent: Sent, { contract, today = dutchDay(new Date(sent.exchange.startedAt)) }: Around): Judgement => {
  const date = deliveredValue(sent, contract, 'publicationDate') ?? '';
  if (sent.answer.kind !== 'accepted' || !/^\d{4}-\d{2}-\d{2}/.test(date) || date.slice(0, 10) <= today) return noDate;
  if (sent.answer.status !== 'published') return conforms;
  const expected = {
    nl: `nog niet gepubliceerd, want dat is voor ${date}`,
    en: `not published yet, since that is for ${date}`,
  };
  return deviates(expected, describeAnswer(sent.answer));
};

const noDate = notApplicable({
  nl: 'er is niets aangenomen met een publicatiedatum in de toekomst',
  en: 'nothing was accepted with a date of publication in the future',
});

/** A dossier for a later day is not published yet. */
export const waitsForDate = eachExchange(judge, noDate);
