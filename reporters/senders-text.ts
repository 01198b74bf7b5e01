import type { SenderFound } from '#evidence/senders-event';
import { number } from './number.ts';
import type { RunResult } from './run-result.ts';
import { type Strictness, isBinding } from './tally.ts';
import type { Language } from './texts.ts';

/** The verdict on each sender of a recording that has several, a line each. */
export const sendersText = (
  { senders }: Pick<RunResult, 'senders'>,
  strict: Strictness,
  language: Language,
): readonly string[] =>
  senders === undefined
    ? []
    : [
        ...(senders.senders.length === 0 ? [] : [words[language].title]),
        ...senders.senders.map((one) => `  ${one.sender}: ${senderVerdict(one, strict, language)}`),
        ...(senders.strangers === undefined ? [] : [words[language].strangers(number(senders.strangers, language))]),
        ...(senders.claims ?? []).map(
          ({ username, messages }) => `  ${words[language].claims(username, number(messages, language))}`,
        ),
        '',
      ];

/** The title above the verdicts on senders. */
export const sendersTitle = (language: Language): string => words[language].title;

/** The requirements that one sender breaks: those that decide against it, and the others. */
export const brokenBySender = (
  { failed }: Pick<SenderFound, 'failed'>,
  strict: Strictness,
): Readonly<Record<'against' | 'warnings', readonly string[]>> => {
  const isOfFailure = ({ level }: SenderFound['failed'][number]): boolean =>
    isBinding({ verdict: 'failed', level }, strict);
  const listed = (binding: boolean): readonly string[] => [
    ...new Set(failed.filter((one) => isOfFailure(one) === binding).map(({ requirement }) => requirement)),
  ];
  return { against: listed(true), warnings: listed(false) };
};

/** The verdict on one sender, in a line. */
export const senderVerdict = (sender: SenderFound, strict: Strictness, language: Language): string => {
  const say = words[language];
  const { passed, open, messages, accepted } = sender;
  if (sender.isOther === true)
    return `${say.other}; ${say.received([messages, accepted].map((count) => number(count, language)))}`;
  const { against, warnings } = brokenBySender(sender, strict);
  const unfailed = accepted === 0 ? say.noneAccepted : open > 0 ? say.inPart : say.passed;
  const verdict = against.length > 0 ? say.failed(against) : unfailed;
  return [
    verdict,
    ...(warnings.length === 0 ? [] : [say.warnings(warnings)]),
    say.counts([messages, accepted, passed, open].map((count) => number(count, language))),
  ].join('; ');
};

interface Words {
  readonly title: string;
  readonly passed: string;
  readonly inPart: string;
  readonly noneAccepted: string;
  readonly failed: (requirements: readonly string[]) => string;
  readonly warnings: (requirements: readonly string[]) => string;
  readonly other: string;
  readonly strangers: (count: string) => string;
  readonly claims: (username: string, count: string) => string;
  readonly received: (counts: readonly string[]) => string;
  readonly counts: (counts: readonly string[]) => string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    title: 'Per afzender, naar de eigen berichten:',
    passed: 'voldoet',
    inPart: 'deels getoetst, alles daarvan in orde',
    noneAccepted: 'geen oordeel: geen aanlevering aangenomen',
    failed: (ids) => `voldoet niet: ${ids.join(', ')}`,
    warnings: (ids) => `waarschuwing of opmerking: ${ids.join(', ')}`,
    strangers: (count) => `Zonder bekende afzender, en dus niet in het oordeel: ${count}`,
    claims: (username, count) =>
      `daarvan met gebruikersnaam ${username} en een ander wachtwoord: ${count}; kijk of elk deel van het systeem het wachtwoord heeft dat --password-env geeft. Een naam kan iedereen noemen, dus het telt niet mee.`,
    other: 'een andere afzender dan vendor.yaml noemt, en telt niet mee',
    received: ([messages = '', accepted = '']) => `berichten ${messages}, aangenomen ${accepted}`,
    counts: ([messages = '', accepted = '', passed = '', open = '']) =>
      `berichten ${messages}, aangenomen ${accepted}, controles in orde ${passed}, open ${open}`,
  },
  en: {
    title: 'By sender, from its own messages:',
    passed: 'passed',
    inPart: 'tested in part, all of that in order',
    noneAccepted: 'no verdict: no delivery was accepted',
    failed: (ids) => `failed: ${ids.join(', ')}`,
    warnings: (ids) => `warning or remark: ${ids.join(', ')}`,
    strangers: (count) => `Of no known sender, and so not in the verdict: ${count}`,
    claims: (username, count) =>
      `of those with username ${username} and another password: ${count}; see whether each part of the system has the password that --password-env gives. Anyone can name a username, so it does not count.`,
    other: 'another sender than vendor.yaml names, which does not count',
    received: ([messages = '', accepted = '']) => `messages ${messages}, accepted ${accepted}`,
    counts: ([messages = '', accepted = '', passed = '', open = '']) =>
      `messages ${messages}, accepted ${accepted}, checks in order ${passed}, open ${open}`,
  },
};
