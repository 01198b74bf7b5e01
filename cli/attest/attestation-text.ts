import { visible } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';
import type { Attestation } from './attestation.ts';

const words = {
  nl: {
    made: (file: string) => `Vastgelegd in ${file}`,
    seen: ({ publication, seenBy, seenAt }: Attestation) => `${publication}, gezien door ${seenBy} op ${seenAt}`,
    none: (file: string) => `Er zijn nog geen verklaringen: ${file} is er niet.`,
    reference: 'referentienummer',
  },
  en: {
    made: (file: string) => `Recorded in ${file}`,
    seen: ({ publication, seenBy, seenAt }: Attestation) => `${publication}, seen by ${seenBy} on ${seenAt}`,
    none: (file: string) => `There are no attestations yet: ${file} is not there.`,
    reference: 'referentienummer',
  },
} as const;

/** What people read of an attestation that was just made. */
export const madeText = (attestation: Attestation, file: string, language: Language): string =>
  `${lineOf(attestation, language)}\n${visible(words[language].made(file))}\n`;

/** What people read of all attestations in a file, one a line. */
export const listText = (all: readonly Attestation[], file: string, language: Language): string =>
  all.length === 0
    ? `${visible(words[language].none(file))}\n`
    : all.map((attestation) => `${lineOf(attestation, language)}\n`).join('');

const lineOf = (attestation: Attestation, language: Language): string => {
  const { documentType, reference, note } = attestation;
  const more = [
    documentType,
    reference === undefined ? undefined : `${words[language].reference} ${reference}`,
    note,
  ].filter((part) => part !== undefined);
  return [words[language].seen(attestation), ...more].map(visible).join('; ');
};
