import { type BaseIssue, getDotPath } from 'valibot';
import type { Bilingual } from './bilingual.ts';
import { shortly } from './visible.ts';

/** Why a text is no record at all. */
export const noJson: Bilingual = { nl: 'het is geen JSON', en: 'it is no JSON' };

/** Characters of a name of others. */
const most = 100;

/** Where a record is not as it has to be. */
export const problemOf = (issue: BaseIssue<unknown>): Bilingual => {
  const at = shortly(getDotPath(issue) ?? '', most);
  if (at === '' || at === 'type') return { nl: 'het is een ander soort bestand', en: 'it is another kind of file' };
  if (at === 'version') return { nl: 'het is van een andere versie van 3pas', en: 'it is of another version of 3pas' };
  if (issue.received === 'undefined') return { nl: `${at} ontbreekt`, en: `${at} is missing` };
  if (issue.expected === 'never') return { nl: `${at} hoort er niet in`, en: `${at} does not belong in it` };
  return {
    nl: `${at} is leeg of heeft een waarde die daar niet kan`,
    en: `${at} is empty or has a value that can't be there`,
  };
};

/** A text as it is without the byte order mark that editors put before it. */
export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');
