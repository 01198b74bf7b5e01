import { expect, test } from 'vitest';
import { referenceIn } from './reference-in.ts';

const message = '<a>3PASTEST-r1-x-000420000007</a>';

test.each([
  ['UTF-8', Buffer.from(message), '3PASTEST-r1-x-000420000007'],
  ['UTF-16', Buffer.from(message, 'utf16le'), '3PASTEST-r1-x-000420000007'],
  ['none', Buffer.from('<a>3PASTEST-r1-42</a>'), undefined],
  ['nothing', new Uint8Array(), undefined],
])('the reference of a message is found: %s', (_, bytes, reference) => {
  expect(referenceIn(bytes)).toBe(reference);
});
