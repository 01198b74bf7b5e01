import { expect, test } from 'vitest';
import { mockFailure } from './mock-failure.ts';

test.each([
  [
    {
      code: null,
      signal: 'SIGABRT',
      said: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    },
    'The process of the embedded endpoint ended by itself (SIGABRT): it ran out of memory. See what was sent to it last, and start it again. FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
  ],
  [
    { code: null, signal: 'SIGKILL', said: '' },
    'The process of the embedded endpoint ended by itself (SIGKILL): it was killed, by a person or by a system that ran out of memory. Start it again.',
  ],
  [
    { code: 7, signal: null, said: 'last words' },
    'The process of the embedded endpoint ended by itself (exit code 7). last words',
  ],
] as const)('%o', (end, message) => {
  expect(mockFailure(end).message).toBe(message);
});
