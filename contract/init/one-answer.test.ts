import { expect, test } from 'vitest';
import { oneAnswer } from './one-answer.ts';

const statuses = { published: 'p', scheduled: 's', prepared: 'k' };
const draft = (name: string) => ({
  unread: [],
  dossierNumber: `${name}/Nummer`,
  findings: [
    { about: 'service.answer.dossierNumber', at: `${name}/Nummer`, confidence: 'likely', others: [] } as const,
  ],
  status: `${name}/Status`,
  statuses,
  failure: { flag: `${name}/Ok`, failed: 'false', succeeded: 'true', code: 'Fout/Code', text: 'Fout/Tekst' },
});

test('answers that say the same at other places are one, with all the ways to it', () => {
  expect(oneAnswer([draft('A'), draft('B')])).toEqual({
    unread: [],
    dossierNumber: 'A/Nummer|B/Nummer',
    findings: [{ about: 'service.answer.dossierNumber', at: 'A/Nummer|B/Nummer', confidence: 'likely', others: [] }],
    status: 'A/Status|B/Status',
    statuses,
    failure: { flag: 'A/Ok|B/Ok', failed: 'false', succeeded: 'true', code: 'Fout/Code', text: 'Fout/Tekst' },
  });
  expect(oneAnswer([draft('A')])).toEqual(draft('A'));
});

test.each([
  [{ statuses: { ...statuses, published: 'x' } }],
  [{ failure: { ...draft('B').failure, failed: 'nee' } }],
  [{ failure: { code: 'Fout/Code', text: 'Fout/Tekst' } }],
])('answers that say other things are not: %j', (other) => {
  expect(oneAnswer([draft('A'), { ...draft('B'), ...other }])).toBeUndefined();
});
