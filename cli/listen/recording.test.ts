import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecordingStarted } from '#evidence/event';
import { readRecording, startOf } from './recording.ts';
import { settingsOf } from './settings.ts';

const settings = () => {
  const out = mkdtempSync(join(tmpdir(), 'recording-'));
  return settingsOf({ profile: 'mock-poc', port: 0, pagePort: 0, keep: 90, out });
};

/** Reads a recording that began so. */
const goOn = (change: Partial<RecordingStarted>) => {
  const own = settings();
  const started = { ...startOf(own, { at: '2026-11-29T10:00:00Z', target: '' }), ...change };
  writeFileSync(join(own.out, 'journal.ndjson'), `${JSON.stringify(started)}\n`);
  return readRecording(own);
};

test('goes on with what was received, and with nothing that others recorded', () => {
  expect(goOn({}).exchanges).toEqual([]);
  expect(() => goOn({ recordedBy: 'system' })).toThrow('is of 3pas import');
  expect(() => goOn({ recordedBy: 'delivery' })).toThrow('is of 3pas deliver');
  expect(() => goOn({ phase: 2 })).toThrow('is of phase 2');
});

test('takes nothing unreadable for a recording', () => {
  const own = settings();
  writeFileSync(join(own.out, 'journal.ndjson'), 'x\0y');

  expect(() => readRecording(own)).toThrow("can't be read");
});
