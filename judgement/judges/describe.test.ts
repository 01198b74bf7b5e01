import { expect, test } from 'vitest';
import { describeAnswer } from './describe.ts';

test('what we decided ourselves is told as it was said, wholly in each language', () => {
  const failure = { kind: 'budget', code: 'ACCEPTED', message: '3 dossiers' } as const;
  const said = { nl: 'er zijn 3 dossiers aangenomen', en: '3 dossiers were accepted' };

  expect(describeAnswer({ kind: 'none', failure: { ...failure, said } })).toEqual(said);
  expect(describeAnswer({ kind: 'none', failure }).en).toContain('the number of requests');
});

test('nothing of what the transport says in English stands in the Dutch', () => {
  const failure = { kind: 'refused', code: 'ECONNREFUSED', message: 'Nothing listens there (connect)' } as const;

  expect(describeAnswer({ kind: 'none', failure })).toEqual({
    nl: 'de verbinding is geweigerd: daar luistert niets. Controleer host en poort, en of het endpoint aan staat (ECONNREFUSED)',
    en: 'the connection was refused: Nothing listens there (connect)',
  });
});

test.each([
  ['budget', 'BUDGET'],
  ['aborted', 'ABORT_ERR'],
  ['other', 'AVOIDED_ADDRESS'],
] as const)('what we did ourselves is told without our own code: %s %s', (kind, code) => {
  const { nl, en } = describeAnswer({ kind: 'none', failure: { kind, code, message: 'why' } });

  expect(nl + en).not.toContain(code);
});
