import type { PersonalKind } from '#judgement/personal/in-text';
import { number } from './number.ts';
import type { RunResult } from './run-result.ts';
import type { Language } from './texts.ts';

/** What is to be known of the data in a recording: whether it is test data, what may be about persons, and how long it is kept. */
export const personalText = (
  { recording, personal, redacted }: Pick<RunResult, 'recording' | 'personal' | 'redacted'>,
  language: Language,
): readonly string[] => {
  const say = words[language];
  const found = (personal?.found ?? []).map(({ kind, messages, at, exchanges }) =>
    say.found(say.kinds[kind], messages, [at, exchanges].flatMap((all) => all.join(', ') || []).join('; ')),
  );
  return [
    ...(recording?.testData === 'undeclared' ? [say.undeclared] : []),
    ...found,
    ...(redacted === undefined ? [] : [say.redacted(redacted.at.slice(0, 10))]),
    ...(recording?.keepUntil === undefined || redacted !== undefined
      ? []
      : [say.kept(recording.keepUntil.slice(0, 10))]),
  ];
};

interface Words {
  readonly undeclared: string;
  readonly kinds: Readonly<Record<PersonalKind, string>>;
  readonly found: (kind: string, messages: number, where: string) => string;
  readonly redacted: (day: string) => string;
  readonly kept: (day: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    undeclared: 'Let op: niemand heeft verklaard dat deze opname testgegevens bevat (--test-data).',
    kinds: {
      bsn: 'negen cijfers die de elfproef doorstaan (zoals een BSN)',
      mail: 'een e-mailadres',
      phone: 'een telefoonnummer',
      iban: 'een IBAN met kloppende controlecijfers',
    },
    found: (kind, messages, where) =>
      `Let op: ${kind} in ${number(messages, 'nl')} ${messages === 1 ? 'bericht' : 'berichten'} (${where}).`,
    redacted: (day) =>
      `Opgeschoond op ${day} (3pas prune): de bytes zijn weg, en wat daarop rust is niet opnieuw te bewijzen.`,
    kept: (day) => `Bewaren tot ${day}; daarna haalt 3pas prune de opname weg.`,
  },
  en: {
    undeclared: 'Mind: nobody declared that this recording holds test data (--test-data).',
    kinds: {
      bsn: 'nine digits that pass the eleven-test (as a citizen service number does)',
      mail: 'a mail address',
      phone: 'a telephone number',
      iban: 'an IBAN with right check digits',
    },
    found: (kind, messages, where) =>
      `Mind: ${kind} in ${number(messages, 'en')} ${messages === 1 ? 'message' : 'messages'} (${where}).`,
    redacted: (day) =>
      `Redacted on ${day} (3pas prune): the bytes are gone, and what rests on them is not provable again.`,
    kept: (day) => `To be kept until ${day}; after that 3pas prune removes the recording.`,
  },
};
