import type { Bilingual } from '#contract/texts/bilingual';
import { inLines } from '#contract/texts/visible';
import type { CheckEnded } from '#evidence/event';
import { remedyOf } from '#reporters/remedy';
import type { HeldReplay } from './hold-replay.ts';

/** What is told of a replay. */
interface Shown extends HeldReplay {
  /** As it may be told to anyone; undefined where the phase has no such check. */
  readonly check: CheckEnded | undefined;
  readonly target: string;
  /** The file with what is told in confidence. */
  readonly confidential: string | undefined;
  readonly out: string;
}

/** What a replay came to, in lines: the outcome first. */
export const replayText = (shown: Shown, language: keyof Bilingual): string => {
  const words = texts[language];
  const { one, outcome, check, out, isMock, confidential } = shown;
  const about = [one.documentType, one.constraint].filter((part) => part !== undefined).join(' ');
  const requests = check?.counts.exchanges ?? 0;
  return inLines([
    `${words[outcome]}: ${one.requirement} ${about}`.trimEnd(),
    ...seenIn(shown, language),
    requests === 0 ? words.unsent : `${words.exchanges(requests)}: ${words[mannerOf(one.replay, isMock)]}`,
    ...(confidential === undefined ? [] : [`${words.confidential}: ${confidential}`]),
    `${words.out}: ${out}`,
  ]);
};

/** What a failure shows and what to do about it, or what kept the case from being decided. */
const seenIn = ({ one, outcome, check, reason, target }: Shown, language: keyof Bilingual): readonly string[] => {
  const words = texts[language];
  if (outcome === 'fixed') return [];
  if (check?.deviation === undefined) return [`    ${(check?.reason ?? reason)?.[language] ?? ''}`];
  const { expected, actual } = check.deviation;
  return [
    `    ${words.expected}: ${expected[language]}`,
    `    ${words.actual}: ${actual[language]}`,
    `    ${remedyOf(one.requirement, { target })?.[language] ?? ''}`,
  ];
};

/** The same for a program. */
export const replayJson = ({ one, outcome, check, reason, out, confidential }: Shown) => ({
  outcome,
  requirement: one.requirement,
  documentType: one.documentType,
  constraint: one.constraint,
  deviation: check?.deviation,
  reason: check?.reason ?? reason,
  exchanges: check?.counts.exchanges ?? 0,
  confidential,
  out,
});

const mannerOf = (replay: HeldReplay['one']['replay'], isMock: boolean): 'acted' | 'verbatim' | 'renewed' =>
  replay === 'check' ? 'acted' : isMock ? 'verbatim' : 'renewed';

const texts = {
  nl: {
    fixed: 'HERSTELD',
    failed: 'VOLDOET NIET',
    blocked: 'GEBLOKKEERD',
    expected: 'verwacht',
    actual: 'gekregen',
    unsent: 'Er is niets verstuurd.',
    exchanges: (count: number) => `${String(count)} ${count === 1 ? 'uitwisseling' : 'uitwisselingen'}`,
    acted: 'de hele controle opnieuw, want wat fout is, zit in de verbinding en niet in de bytes',
    verbatim: 'byte voor byte als toen',
    renewed: 'als toen, met nieuwe nummers en waar nodig verschoven datums',
    confidential: 'Vertrouwelijk',
    out: 'Uitvoer',
  },
  en: {
    fixed: 'FIXED',
    failed: 'FAILED',
    blocked: 'BLOCKED',
    expected: 'expected',
    actual: 'got',
    unsent: 'Nothing was sent.',
    exchanges: (count: number) => `${String(count)} ${count === 1 ? 'exchange' : 'exchanges'}`,
    acted: 'the whole check again, since what is wrong stands in the connection and in no bytes',
    verbatim: 'byte for byte as they were',
    renewed: 'as they were, under new numbers and with later dates where that is needed',
    confidential: 'Confidential',
    out: 'Output',
  },
} as const;
