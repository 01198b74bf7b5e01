import { expect, test } from 'vitest';
import { textAnswer } from './text-answer.ts';

const saidTo = (headers: Readonly<Record<string, string>>): string =>
  Buffer.from(textAnswer({ headers })(404, { nl: 'Hier is niets.', en: 'Nothing is here.' }).body).toString();

test.each([
  [{}, 'Hier is niets.\n'],
  [{ 'accept-language': 'nl, en;q=0.8' }, 'Hier is niets.\n'],
  [{ 'accept-language': 'fr' }, 'Hier is niets.\n'],
  [{ 'accept-language': 'en-GB, nl;q=0.8' }, 'Nothing is here.\n'],
])('who sends %j is answered in one language', (headers, text) => {
  expect(saidTo(headers)).toBe(text);
});
