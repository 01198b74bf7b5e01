import { jsonText } from '#contract/texts/json-text';
import type { Language } from '#reporters/texts';
import { type Checked, type Counts, notJudgedIn } from './counts.ts';
import type { FileFinding } from './judged-file.ts';

/** What was found as JSON: each file that has findings, and how many there were. */
export const checkJson = (checked: Checked, counts: Counts, language: Language): string => {
  const { files, strange } = checked;
  return jsonText({
    outcome: counts.invalid > 0 ? 'findings' : 'valid',
    counts,
    files: files.map(({ name, kind, findings }) => ({
      name,
      kind,
      findings: findings.map((one) => ({
        file: `${name}${one.document}`,
        line: one.line,
        column: one.column,
        severity: one.isError ? 'error' : 'warning',
        requirement: one.requirement,
        constraint: one.constraint,
        ground: one.ground,
        path: one.path,
        follows: one.follows,
        text: one.text[language],
        ...explained(one, language),
      })),
    })),
    notJudged: notJudgedIn(checked).map(({ text, ...one }) => ({ ...one, reason: text[language] })),
    passedOver: strange.map(({ name, why }) => ({ name, reason: why[language] })),
  });
};

const explained = ({ hint }: FileFinding, language: Language) =>
  hint === undefined ? {} : { cause: hint.cause[language], remedy: hint.remedy[language] };
