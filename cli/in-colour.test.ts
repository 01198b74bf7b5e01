import { Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inColour } from './in-colour.ts';

const pipe = new Writable();
const terminal = Object.assign(new Writable(), {
  isTTY: true,
  getColorDepth: (env?: object) => WriteStream.prototype.getColorDepth(env),
});
const text =
  'FAILED: 1 of 2 checks\n✓ 1/1  ✗ 0/1  △ 1/2\nwarning: delivery.is-steady\n    got: a Fault, FAILED: twice\n';

beforeEach(() => {
  for (const name of ['NO_COLOR', 'NODE_DISABLE_COLORS', 'FORCE_COLOR', 'CI']) vi.stubEnv(name, undefined);
  vi.stubEnv('TERM', 'xterm-256color');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a text in colour', () => {
  test('on a terminal marks the outcome and each mark, and nothing that others wrote', () => {
    expect(inColour(text, terminal).replaceAll('\u001b', '')).toBe(
      '[1m[31mFAILED[39m[22m: 1 of 2 checks\n[32m✓[39m 1/1  [31m✗[39m 0/1  [33m△[39m 1/2\n[33mwarning[39m: delivery.is-steady\n    got: a Fault, FAILED: twice\n',
    );
  });

  test('is plain in a pipe, and where NO_COLOR is set', () => {
    expect(inColour(text, pipe)).toBe(text);
    vi.stubEnv('NO_COLOR', '1');
    expect(inColour(text, terminal)).toBe(text);
  });

  test('is there in a pipe where FORCE_COLOR asks for it', () => {
    vi.stubEnv('FORCE_COLOR', '1');
    expect(inColour(text, pipe)).not.toBe(text);
  });
});
