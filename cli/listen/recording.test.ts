import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecordingStarted } from '#evidence/event';
import type { InboundNote } from '#contract/wire/exchange';
import { likenessOf } from '#endpoint/mock/registry';
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

test('knows again what each sender delivered, as that of this sender', () => {
  const own = settings();
  const received = (number: number, note: InboundNote): unknown => ({
    ...{
      type: 'exchange',
      id: String(number),
      check: 'recording',
      case: 1,
      purpose: 'received',
      method: 'POST',
      url: '',
    },
    ...{
      requestHeaders: {},
      requestBytes: 0,
      responseHeaders: {},
      responseBytes: 0,
      startedAt: 0,
      durationMs: 1,
      answer: 'accepted',
      dossierNumber: '1',
    },
    inbound: {
      ...{ connection: 1, peer: '127.0.0.1', target: '/', httpVersion: '1.1', rawHeaders: [], bodyBytes: 0 },
      ...{ isCut: false, note },
    },
  });
  const events = [
    startOf(own, { at: '2026-11-29T10:00:00Z', target: '' }),
    received(1, { sender: 'a', likeness: 'x' }),
    received(2, { sender: 'b', likeness: 'y' }),
    received(3, { likeness: 'z' }),
  ];
  writeFileSync(join(own.out, 'journal.ndjson'), events.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const { likenesses } = readRecording(own).before;

  expect(likenesses).toEqual([likenessOf('a', 'x'), likenessOf('b', 'y'), likenessOf(undefined, 'z')]);
  expect(likenesses).not.toContain(likenessOf('b', 'x'));
});

test('takes nothing unreadable for a recording', () => {
  const own = settings();
  writeFileSync(join(own.out, 'journal.ndjson'), 'x\0y');

  expect(() => readRecording(own)).toThrow("can't be read");
});
