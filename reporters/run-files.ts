import { jsonText } from '#contract/texts/json-text';
import type { RunResult } from './run-result.ts';

/** `results.ndjson`: a line for each verdict. */
export const resultLines = ({ checks }: RunResult): string => checks.map((check) => `${jsonText(check)}\n`).join('');

/** `run.json`: with what a run was asked, what was to be decided, and what of it was not kept or is gone. */
export const runText = ({ started, resumed, planned, lacking, lost, senders }: RunResult): string =>
  `${jsonText({ ...started, rules: undefined, resumed: resumed?.map(({ at, target }) => ({ at, target })), plan: planned && planOf(planned), lacking, lost, senders: senders?.senders }, 2)}\n`;

const planOf = ({ plan, scope, leftOut }: NonNullable<RunResult['planned']>) => ({ checks: plan, scope, leftOut });
