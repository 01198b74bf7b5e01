import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openJournal } from '#evidence/journal';
import { anExchange } from '../../test/samples/run.ts';
import { requestsIn } from './requests-in.ts';

const noon = Date.parse('2027-01-02T12:00:00Z');

test('requests are those of their day, one that was cut off under way too, and none that never left', () => {
  const out = mkdtempSync(join(tmpdir(), '3pas-'));
  const journal = openJournal(out);
  for (const reference of ['seen', 'cut-off'])
    journal.append({ type: 'leaving', at: 1, reference, documentType: 'Melding' });
  journal.append(anExchange({ reference: 'seen', startedAt: noon }));
  journal.append(anExchange({ startedAt: noon - 86_400_000 }));
  journal.append(anExchange({ startedAt: noon + 86_400_000 }));
  journal.append(
    anExchange({ startedAt: noon, failure: { kind: 'budget', code: 'BUDGET', message: 'used up', unsent: true } }),
  );
  journal.close();

  expect([...requestsIn(out, '2027-01-02')]).toEqual([
    ['2027-01-02', 2],
    ['2027-01-03', 1],
  ]);
  expect([...requestsIn(join(out, 'none'), '2027-01-02')]).toEqual([]);
});
