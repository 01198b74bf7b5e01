import { expect, test } from 'vitest';
import type { Exchange } from '#contract/wire/exchange';
import { othersMarked } from './other-senders.ts';
import { exchangeWith } from '../../test/samples/sent.ts';

const from = (sender: string | undefined, peer: string): Exchange =>
  exchangeWith({
    inbound: {
      ...{ connection: 1, peer, target: '/', httpVersion: '1.1', rawHeaders: [], bodyBytes: 0, isCut: false },
      note: sender === undefined ? undefined : { sender },
    },
  });

const inFull = (start: string): string => `${start}${':01'.repeat(30)}`;
const noted = `sha256:abcd${'01'.repeat(6)}`;

interface Case {
  readonly who: string;
  readonly senders: readonly string[];
  readonly sender: string | undefined;
  readonly peer?: string;
}

const isOther = ({ senders, sender, peer = '127.0.0.1' }: Case): boolean =>
  othersMarked(senders)(from(sender, peer)).inbound?.note?.isOther === true;

test.each<Case>([
  { who: 'of whom nothing is said where none are named', senders: [], sender: 'b' },
  { who: 'who is named', senders: ['a', 'b'], sender: 'b' },
  { who: 'whose certificate is named in full', senders: [inFull('AB:CD')], sender: noted },
  { who: 'whose address is named', senders: ['10.0.0.5'], sender: 'b', peer: '::ffff:10.0.0.5' },
  { who: 'of whom nothing is known', senders: ['a'], sender: undefined },
])("a sender $who counts as the vendor's", (one) => {
  expect(isOther(one)).toBe(false);
});

test.each<Case>([
  { who: 'who is not named', senders: ['a'], sender: 'b' },
  { who: 'whose certificate is another', senders: [inFull('AB:CE')], sender: noted },
  { who: 'whose address is another', senders: ['10.0.0.5'], sender: undefined, peer: '10.0.0.6' },
])('a sender $who does not', (one) => {
  expect(isOther(one)).toBe(true);
});
