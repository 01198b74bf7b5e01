import type { Bilingual } from '#contract/texts/bilingual';
import { type Reason, reason } from './decision.ts';
import type { JudgedEvidence } from './judged-evidence.ts';

/** Signs that evidence was changed: after any of them nothing in it proves anything. */
export const integrityReasons = ({ facts, integrity, again, isRequiredSame }: JudgedEvidence): readonly Reason[] => {
  const { damaged, gaps, unfounded } = facts;
  const texts: readonly (Bilingual | undefined)[] = [
    ...(integrity?.problems ?? []),
    damaged === 0 ? undefined : broken(damaged),
    gaps.length === 0 ? undefined : gap(gaps),
    unfounded.length === 0 ? undefined : notFounded(unfounded),
    again?.isSame === true && again.differing.length > 0 ? otherwise(again.differing) : undefined,
    isRequiredSame === false ? edited : undefined,
  ];
  return texts.flatMap((text) => (text === undefined ? [] : [reason('altered', text)]));
};

const some = (names: readonly string[]): string =>
  [...names.slice(0, 3), ...(names.length > 3 ? ['…'] : [])].join(', ');

const broken = (lines: number): Bilingual => ({
  nl: `${String(lines)} regels van het journaal zijn beschadigd of sluiten niet aan op de regel ervoor`,
  en: `${String(lines)} lines of the journal are damaged, or do not follow the line before`,
});

const gap = (names: readonly string[]): Bilingual => ({
  nl: `in de nummering ontbreekt iets, of staat iets dubbel: ${some(names)}`,
  en: `something is missing from the numbers, or is there twice: ${some(names)}`,
});

const notFounded = (checks: readonly string[]): Bilingual => ({
  nl: `oordelen volgen niet uit wat ernaast is vastgelegd, of staan er dubbel: ${some(checks)}`,
  en: `verdicts do not follow from what was recorded beside them, or are there twice: ${some(checks)}`,
});

const otherwise = (checks: readonly string[]): Bilingual => ({
  nl: `dezelfde versie van de suite oordeelt met dezelfde berichten anders: ${some(checks)}`,
  en: `the same version of the suite judges the same messages otherwise: ${some(checks)}`,
});

const edited: Bilingual = {
  nl: 'de lijst van wat de fase vraagt (required.json) is niet de lijst die uit fase, contract en documenttypen volgt',
  en: 'the list of what the phase demands (required.json) is not the one that follows from phase, contract and document types',
};
