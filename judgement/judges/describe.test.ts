import { expect, test } from 'vitest';
import { describeAnswer } from './describe.ts';

test('what we decided ourselves is told as it was said, wholly in each language', () => {
  const failure = { kind: 'budget', code: 'ACCEPTED', message: '3 dossiers' } as const;
  const said = { nl: 'er zijn 3 dossiers aangenomen', en: '3 dossiers were accepted' };

  expect(describeAnswer({ kind: 'none', failure: { ...failure, said } })).toEqual(said);
  expect(describeAnswer({ kind: 'none', failure }).en).toContain('the number of requests');
});
