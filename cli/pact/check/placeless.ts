import type { Finding } from '#judgement/finding';
import type { FileFinding } from '../../check/judged-file.ts';

/** A finding about no line of a file; `document` tells what of it. */
export const placeless = (finding: Finding, document = ''): FileFinding => ({
  ...finding,
  ...{ document, whole: '', line: 0, column: 0, source: undefined, length: 0 },
  ...{ requirement: undefined, hint: undefined },
  isError: finding.severity === 'error',
});
