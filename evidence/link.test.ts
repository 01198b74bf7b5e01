import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { changedFold } from './changed-lines.ts';
import type { Event } from './event.ts';
import { openJournal } from './journal.ts';
import { linking } from './link.ts';
import { readJournal } from './read-journal.ts';

const aFact = (check: number): Event => ({
  type: 'stated',
  check: `delivery.accepts-valid/${String(check)}`,
  as: 'blocked',
  reason: { nl: '', en: '' },
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linked-'));
  const made = folder;
  onTestFinished(() => {
    rmSync(made, { recursive: true });
  });
  const journal = openJournal(folder);
  for (let check = 1; check <= 5; check += 1) journal.append(aFact(check));
});

const file = (): string => join(folder, 'journal.ndjson');
const lines = (): readonly string[] => readFileSync(file(), 'utf8').trimEnd().split('\n');
const changedIn = (changed: readonly string[]): readonly number[] => {
  writeFileSync(file(), changed.map((line) => `${line}\n`).join(''));
  return told();
};
const told = (): readonly number[] => {
  const fold = changedFold();
  for (const event of readJournal(folder)) fold.add(event);
  return fold.result();
};

describe('a journal of linked events', () => {
  test('is whole as it was written, by one writer after another', () => {
    const [first, second] = [openJournal(folder), openJournal(folder)];
    for (const journal of [first, second, first, first, second]) journal.append(aFact(6));

    expect(told()).toEqual([]);
    expect([...readJournal(folder)]).toHaveLength(10);
  });

  test('goes on after what a writer left torn, also when that is longer than one look back', () => {
    const torn = `{"type":"stated","check":"${'x'.repeat(200_000)}`;
    appendFileSync(file(), torn);
    openJournal(folder).append(aFact(6));
    openJournal(folder).append(aFact(7));

    expect(told()).toEqual([]);
  });

  test('shows an event that was changed, taken out, put elsewhere, repeated or written in between', () => {
    const all = lines();
    const link = linking();
    const own = all.map((_, at) => link(JSON.stringify(aFact(at + 20))));
    const at = (index: number): string => all[index] ?? '';

    expect(changedIn(all.with(1, at(1).replace('/2', '/9')))).toEqual([3]);
    expect(changedIn(all.toSpliced(1, 1))).toEqual([2]);
    expect(changedIn(all.toSpliced(0, 1))).toEqual([1]);
    expect(changedIn([...all.slice(2, 4), ...all.slice(0, 2), at(4)])).toEqual([1, 3, 5]);
    expect(changedIn(all.toSpliced(1, 0, at(1)))).toEqual([3]);
    expect(changedIn(all.toSpliced(2, 0, own[2] ?? ''))).toEqual([3, 4]);
    expect(changedIn(all.with(1, at(1).slice(0, 20)))).toEqual([2]);
    expect(changedIn(all.map((line) => line.replace(/,"before":"[^"]*"/, '')))).toEqual([2, 3, 4, 5]);
  });
});
