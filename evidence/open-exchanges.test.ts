import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openJournal } from './journal.ts';
import { openExchanges } from './open-exchanges.ts';

test('what a member packs badly is read whole, and what stands beside it as well', () => {
  const folder = mkdtempSync(join(tmpdir(), 'exchanges-'));
  const journal = openJournal(folder);
  const kept = [200_000, 3_000_000, 1000].map((length) => {
    const bytes = createHash('shake256', { outputLength: length }).update('bytes').digest();
    return { bytes, place: journal.keep(bytes, length).place };
  });
  journal.close();
  const bytesOf = openExchanges(folder);

  for (const { bytes, place } of [...kept, ...kept]) expect(place && bytesOf(place)?.equals(bytes)).toBe(true);
});
