import { boundTo } from '#contract/roles/bindings';
import type { Contract } from '#contract/contract';
import { dayNumber, parseDay } from './judgement/calendar-day.ts';
import type { Summary } from './judgement/summary.ts';

/** What becomes of an accepted dossier: prepared without a medium, scheduled for a day ahead, else published. */
export const publicationStatus =
  (contract: Contract) =>
  ({ medium, publicationDate }: Summary, today: string): string => {
    const { outcome } = contract.service.answer;
    if (outcome === undefined) return '';
    const { prepared, scheduled, published } = outcome.statuses;
    if (boundTo(contract, 'medium') !== undefined && (medium ?? '') === '') return prepared;
    return numberOf(publicationDate ?? '') > numberOf(today) ? scheduled : published;
  };

/** NaN, which is after nothing, when there is no day. */
const numberOf = (text: string): number => {
  const day = parseDay(text);
  return day === undefined ? NaN : dayNumber(day);
};
