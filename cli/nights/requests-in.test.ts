import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openJournal } from '#evidence/journal';
import { anExchange } from '../../test/samples/run.ts';
import { requestsIn } from './requests-in.ts';

test('a request that was cut off under way was made, and one that never left was not', () => {
  const out = mkdtempSync(join(tmpdir(), '3pas-'));
  const journal = openJournal(out);
  for (const reference of ['seen', 'cut-off'])
    journal.append({ type: 'leaving', at: 1, reference, documentType: 'Melding' });
  journal.append(anExchange({ reference: 'seen' }));
  journal.append(anExchange({ failure: { kind: 'budget', code: 'BUDGET', message: 'used up', unsent: true } }));
  journal.close();

  expect(requestsIn(out)).toBe(2);
  expect(requestsIn(join(out, 'none'))).toBe(0);
});
