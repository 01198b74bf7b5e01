import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { guardedAnswers } from '#judgement/guarded-answers';
import { clientOf, closing, listen } from '../../test/samples/peer.ts';
import { aRunConfig } from '../../test/samples/run-config.ts';
import { asMessage } from '../check/as-message.ts';
import { recordedDelivery } from './recorded-delivery.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const message = readFileSync(join(contract.directory, 'examples/Melding.xml'));

const eventsIn = (out: string) => [...readJournal(out)];

/** Delivers to a peer that never answers, and tells what was on disk when it got the delivery, and in the end. */
const unanswered = async (whenReceived: (stop: AbortController) => void) => {
  const out = mkdtempSync(join(tmpdir(), 'delivered-'));
  const stop = new AbortController();
  let first: ReturnType<typeof eventsIn> = [];
  const { url } = await listen((socket) => {
    socket.once('data', () => {
      first = eventsIn(out);
      whenReceived(stop);
    });
  });
  const file = asMessage(contract, 'envelope', message);
  if (file === undefined) throw new Error('this is none of a delivery');
  const answers = guardedAnswers(contract, 5000);
  closing.push(answers.close);
  const config = aRunConfig({ out, url, mockControl: undefined });
  const sending = { contract, file, answers, config, client: clientOf({ url }), signal: stop.signal };
  const { answer } = await recordedDelivery(sending);
  return { out, answer, first, last: eventsIn(out) };
};

test('a delivery is on disk before it leaves, whole', async () => {
  const { out, first } = await unanswered(() => undefined);

  const [started, leaving] = first;
  expect(started?.type).toBe('recording-started');
  expect(leaving).toMatchObject({ type: 'leaving', reference: '3PASTEST-voorbeeld-000000000006' });
  if (leaving?.type !== 'leaving' || leaving.request === undefined) throw new Error('the bytes are not kept');
  expect(openExchanges(out)(leaving.request)?.equals(message)).toBe(true);
});

test.each([
  ['in time', () => undefined, 'timeout'],
  [
    'before a person stopped waiting',
    (stop: AbortController) => {
      stop.abort();
    },
    'aborted',
  ],
])('one that got no answer %s may have made a dossier, and is judged', async (_, whenReceived, kind) => {
  const { answer, last } = await unanswered(whenReceived);

  expect(answer).toMatchObject({ kind: 'none', failure: { kind } });
  expect(last).toContainEqual(expect.objectContaining({ type: 'exchange', mayBeDossier: true }));
  expect(last.at(-1)).toMatchObject({ type: 'run-ended', complete: true });
});
