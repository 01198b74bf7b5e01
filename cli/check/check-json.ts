import { jsonText } from '#contract/texts/json-text';
import type { Language } from '#reporters/texts';
import type { Counts } from './counts.ts';
import type { JudgedFile } from './judged-file.ts';

/** What was found as JSON: each file that has findings, and how many there were. */
export const checkJson = (files: readonly JudgedFile[], counts: Counts, language: Language): string =>
  jsonText({
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
        text: one.text[language],
      })),
    })),
  });
