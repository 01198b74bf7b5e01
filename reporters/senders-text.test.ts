import { expect, test } from 'vitest';
import { sendersText } from './senders-text.ts';

const counts = { messages: 2, accepted: 1, passed: 30, open: 0 };
const failed = [
  { requirement: 'request.quotes-action', level: 'MUST' },
  { requirement: 'message.is-utf-8', level: 'SHOULD' },
] as const;
const senders = {
  type: 'senders',
  senders: [
    { ...counts, sender: 'a', failed },
    { ...counts, sender: 'b', open: 3, failed: [] },
    { ...counts, sender: 'c', failed: failed.slice(1) },
    { ...counts, sender: 'd', isOther: true, failed: [] },
  ],
} as const;

test('each sender has a line with its verdict', () => {
  expect(sendersText({ senders }, 'must', 'nl')).toEqual([
    'Per afzender, naar de eigen berichten:',
    '  a: voldoet niet: request.quotes-action; waarschuwing of opmerking: message.is-utf-8; berichten 2, aangenomen 1, controles in orde 30, open 0',
    '  b: deels getoetst, alles daarvan in orde; berichten 2, aangenomen 1, controles in orde 30, open 3',
    '  c: voldoet; waarschuwing of opmerking: message.is-utf-8; berichten 2, aangenomen 1, controles in orde 30, open 0',
    '  d: een andere afzender dan vendor.yaml noemt, en telt niet mee; berichten 2, aangenomen 1',
    '',
  ]);
  expect(sendersText({ senders }, 'should', 'en').at(3)).toContain('c: failed: message.is-utf-8; messages 2');
  expect(sendersText({ senders: { type: 'senders', senders: [], strangers: 3 } }, 'must', 'en')).toEqual([
    'Of no known sender, and so not in the verdict: 3',
    '',
  ]);
  expect(sendersText({ senders: undefined }, 'must', 'nl')).toEqual([]);
});
