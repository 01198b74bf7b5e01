import { expect, test } from 'vitest';
import { journalFeed } from './journal-feed.ts';

test('a line longer than any event is damaged, and the next one is read', () => {
  const feed = journalFeed();
  const piece = Buffer.alloc(1024 * 1024, 'a');
  const events = Array.from({ length: 17 }, () => [...feed.add(piece)]).flat();
  const aim = { constraints: [], documentTypes: [], never: [] };
  events.push(...feed.add(Buffer.from(`\n${JSON.stringify({ type: 'aimed', ...aim })}\n`)), ...feed.end());

  expect(events).toEqual([
    { type: 'damaged', line: 1, isFollowed: false, isWhole: false },
    { type: 'aimed', ...aim },
  ]);
});
