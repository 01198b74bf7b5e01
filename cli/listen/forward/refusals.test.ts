import { expect, test } from 'vitest';
import { lostText } from './refusals.ts';

test('why an answer was lost is told where it is known', () => {
  expect(lostText('host', 'too-large').en).toContain('its answer is larger than what is handed back');
  expect(lostText('host', 'timeout').en).toContain('no answer came in time');
  expect(lostText('host', 'reset').en).toContain('its answer was lost');
});
