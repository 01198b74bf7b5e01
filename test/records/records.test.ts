import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeptBytes } from '#contract/wire/kept-bytes';
import { journalVersion } from '#evidence/event';
import { openJournal } from '#evidence/journal';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { foldRun } from '#reporters/run-result';
import { aCheck, aRun } from '../samples/run.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'records-'));
const all = Number.POSITIVE_INFINITY;
const none = Buffer.alloc(0);
const nowhere: KeptBytes = { pack: 0, member: 0, at: 0, bytes: 0, sha256: '' };

/** Keeps texts in a folder and tells where they are. */
const keepAll = (folder: string, contents: readonly Uint8Array[]): readonly KeptBytes[] => {
  const journal = openJournal(folder);
  const places = contents.flatMap((one) => journal.keep(one, all).place ?? []);
  journal.append(aCheck());
  return places;
};

describe('bytes that a run keeps', () => {
  test('come back as they were, whatever they are and in any order', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 100 }),
      fc.nat({ max: 400_000 }).map((length) => Buffer.alloc(length + 1, 'herhaling ')),
      fc.nat({ max: 200_000 }).map((length) => randomBytes(length + 1)),
    );
    const property = fc.property(fc.array(bytes, { minLength: 1, maxLength: 12 }), (contents) => {
      const folder = newFolder();
      const places = keepAll(folder, contents);
      const read = openExchanges(folder);
      const back = places.toReversed().map((place) => read(place));
      expect(back.map((one, index) => one?.equals(contents.at(-1 - index) ?? none))).toEqual(contents.map(() => true));
    });

    fc.assert(property, { seed: 10, numRuns: 30 });
  });

  test('lie in one file for each process, which gunzip can read', () => {
    const folder = newFolder();
    const large = Array.from({ length: 40 }, (_, index) => Buffer.alloc(20_000, `bericht ${String(index)} `));

    keepAll(folder, large);
    const other = openJournal(folder);
    other.keep(Buffer.from('van een ander proces'), all);
    other.close();

    expect(readdirSync(join(folder, 'exchanges')).sort()).toEqual(['1.gz', '2.gz']);
    const pack = readFileSync(join(folder, 'exchanges/1.gz'));
    const closed = pack.subarray(0, pack.lastIndexOf(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])));
    expect(gunzipSync(closed).equals(Buffer.concat(large.slice(0, 28)))).toBe(true);
    const shell = `gunzip -c ${join(folder, 'exchanges/1.gz')} 2>/dev/null | wc -c`;
    expect(Number(execFileSync('sh', ['-c', shell], { encoding: 'utf8' }))).toBe(800_000);
    expect(gunzipSync(readFileSync(join(folder, 'exchanges/2.gz'))).toString()).toBe('van een ander proces');
  });

  test('are stored once when they are the same', () => {
    const folder = newFolder();
    const answer = randomBytes(50_000);

    const [first, again] = keepAll(folder, [answer, Buffer.from(answer)]);

    expect(again).toEqual(first);
    expect(readFileSync(join(folder, 'exchanges/1.gz')).length).toBeLessThan(60_000);
  });

  test('are cut to what there is room for, and told to lack', () => {
    const journal = openJournal(newFolder());

    expect(journal.keep(Buffer.alloc(0), all)).toEqual({ place: undefined, lacks: false });
    expect(journal.keep(Buffer.from('kort'), 4)).toMatchObject({ place: { bytes: 4 }, lacks: false });
    expect(journal.keep(Buffer.from('langer'), 4)).toMatchObject({ place: { bytes: 4 }, lacks: true });
    expect(journal.keep(Buffer.from('anders'), 0)).toEqual({ place: undefined, lacks: true });
  });

  test('are no more than there is room for in a run, where only what is known already is found', () => {
    const journal = openJournal(newFolder(), { room: 2500 });
    const kept = [1, 2, 3, 1].map((value) => journal.keep(Buffer.alloc(1000, value), all));

    expect(kept.map(({ lacks }) => lacks)).toEqual([false, false, true, false]);
    expect(kept[3]).toEqual(kept[0]);
  });

  test('are searched for secrets before they are written, as is each line', () => {
    const folder = newFolder();
    const hide = (text: string): string => text.replaceAll('geheim', '***');
    const scrub = {
      line: (event: unknown) => hide(JSON.stringify(event)),
      bytes: (bytes: Uint8Array) => Buffer.from(hide(Buffer.from(bytes).toString())),
    };
    const journal = openJournal(folder, { scrub });

    const { place, lacks } = journal.keep(Buffer.from('<a>geheim</a>'), all);
    journal.append(aCheck({ check: 'geheim' }));

    expect({ lacks, kept: openExchanges(folder)(place ?? nowhere)?.toString() }).toEqual({
      lacks: false,
      kept: '<a>***</a>',
    });
    expect([...readJournal(folder)]).toMatchObject([{ check: '***' }]);
  });

  test('that were changed on disk are not given back', () => {
    const folder = newFolder();
    const [place = nowhere] = keepAll(folder, [randomBytes(1000)]);
    const file = join(folder, 'exchanges/1.gz');
    const bytes = readFileSync(file);
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    writeFileSync(file, bytes);

    expect(openExchanges(folder)(place)).toBeUndefined();
  });

  test('that were written before a kill are read though the pack ends in the middle', () => {
    const folder = newFolder();
    const [first = nowhere, second = nowhere] = keepAll(folder, [randomBytes(1000), randomBytes(1000)]);
    const file = join(folder, 'exchanges/1.gz');
    truncateSync(file, readFileSync(file).length - 20);

    expect(openExchanges(folder)(first)).toHaveLength(1000);
    expect(openExchanges(folder)(second)).toBeUndefined();
  });
});

describe('a journal', () => {
  const { started } = aRun([]);

  test('is read up to a line that was cut off, and past one that another process wrote behind it', () => {
    const folder = newFolder();
    const journal = openJournal(folder);
    journal.append(started);
    appendFileSync(join(folder, 'journal.ndjson'), '{"type":"exchange","check":"{\\"type\\":\\"');
    journal.append(aCheck());
    journal.append(aCheck());
    appendFileSync(join(folder, 'journal.ndjson'), '{"type":"check-en');

    const { checks, damaged } = foldRun(readJournal(folder));

    expect({ checks: checks.length, damaged }).toEqual({ checks: 2, damaged: 2 });
  });

  test('of another version is refused in a sentence', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'journal.ndjson'), `${JSON.stringify({ ...started, version: 1 })}\n`);

    expect(() => foldRun(readJournal(folder))).toThrow(
      `the journal has version 1, this suite reads version ${String(journalVersion)}; use the version of 3pas that made the run`,
    );
  });

  test('is read whatever bytes its lines are split at', () => {
    const folder = newFolder();
    const journal = openJournal(folder);
    const texts = Array.from({ length: 300 }, (_, index) => 'é€😀'.repeat(index));
    for (const check of texts) journal.append(aCheck({ check }));

    const read = [...readJournal(folder)].map((event) => (event.type === 'check-ended' ? event.check : event.type));

    expect(read).toEqual(texts);
  });
});
