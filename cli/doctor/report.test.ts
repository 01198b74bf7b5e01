import { expect, test } from 'vitest';
import { diagnosisText } from './report.ts';
import type { StepTaken } from './steps.ts';

const said = { nl: 'De toestemming geldt nog niet.', en: 'The permission is not valid yet.' };
const taken = (outcome: StepTaken['outcome']): StepTaken => ({ step: 'configuration', outcome, said });
const last = (outcome: StepTaken['outcome'], language: 'nl' | 'en'): string | undefined =>
  diagnosisText({ steps: [taken(outcome)], cause: undefined, isOwn: false }, language)
    .trimEnd()
    .split('\n')
    .at(-1);

test('all is well only where nothing has a remark', () => {
  expect(last('well', 'en')).toBe('All is well: 3pas run can begin.');
  expect(last('warning', 'en')).toBe('3pas run can begin; first read what stands at ! above.');
  expect(last('not-done', 'en')).toBe('3pas run can begin; what could not be seen: Configuration.');
  expect(last('warning', 'nl')).toBe('3pas run kan beginnen; lees eerst wat hierboven bij ! staat.');
});
