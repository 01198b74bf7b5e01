import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '#evidence/event';
import { topicOf } from '#judgement/requirements/registry';
import { type Damaged, journalFeed } from '#evidence/read-journal';
import { statusLine } from '../tell.ts';

/** What a run is at, read from its journal while it grows. */
export interface Progress {
  readonly stop: () => void;
}

interface Count {
  checks: number;
  ended: number;
  sent: number;
  failed: number;
  topic: string;
  documentType: string;
}

const interval = { terminal: 200, file: 5000 };

/** Tells where a run is: one line that is rewritten on a terminal, a line every five seconds elsewhere. */
export const tellProgress = (out: string): Progress => {
  const status = statusLine();
  const follow = follower(join(out, 'journal.ndjson'));
  const count: Count = { checks: 0, ended: 0, sent: 0, failed: 0, topic: '', documentType: '' };
  const started = performance.now();
  const tell = (): void => {
    for (const event of follow()) add(count, event);
    status.show(lineOf(count, (performance.now() - started) / 1000));
  };
  const timer = setInterval(tell, status.isTerminal ? interval.terminal : interval.file);
  return {
    stop: () => {
      clearInterval(timer);
      status.clear();
    },
  };
};

const add = (count: Count, event: Event | Damaged): void => {
  if (event.type === 'run-started') count.checks = event.checks;
  if (event.type === 'exchange') count.sent += 1;
  if (event.type === 'check-started') {
    count.topic = topicOf(event.requirement);
    count.documentType = event.documentType ?? '';
  }
  if (event.type !== 'check-ended') return;
  count.ended += 1;
  if (event.verdict === 'failed') count.failed += 1;
};

const lineOf = ({ checks, ended, sent, failed, topic, documentType }: Count, seconds: number): string => {
  const rate = seconds === 0 ? 0 : Math.round(sent / seconds);
  const about = [topic, documentType].filter((part) => part !== '').join(' ');
  return `${String(ended)}/${String(checks)} checks, ${String(sent)} sent (${String(rate)}/s), ${String(failed)} failed  ${about}`;
};

/** Reads what was appended to a file since the last call, as events. */
const follower = (file: string): (() => Generator<Event | Damaged>) => {
  const feed = journalFeed();
  let offset = 0;
  return function* () {
    if (!existsSync(file)) return;
    const handle = openSync(file, 'r');
    try {
      const buffer = Buffer.allocUnsafe(1024 * 1024);
      for (let length = -1; length !== 0; offset += length) {
        length = readSync(handle, buffer, 0, buffer.length, offset);
        yield* feed.add(Buffer.from(buffer.subarray(0, length)));
      }
    } finally {
      closeSync(handle);
    }
  };
};
