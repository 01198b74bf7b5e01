import { expect, test } from 'vitest';
import { describeAnswer } from './describe.ts';

const none = (code: string, message: string) =>
  describeAnswer({ kind: 'none', failure: { kind: 'budget', code, message } });

test('a cap on dossiers that is reached is told of dossiers, wholly in each language', () => {
  expect(none('ACCEPTED', '3 dossiers were accepted')).toEqual({
    nl: 'zoveel dossiers zijn er aangenomen als het profiel toestaat (limits.accepted)',
    en: 'as many dossiers were accepted as the profile allows (limits.accepted)',
  });
  expect(none('BUDGET', 'x').en).toContain('the number of requests');
});
