import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '#evidence/event';
import { topicOf } from '#judgement/requirements/registry';
import { type Damaged, journalFeed } from '#evidence/journal-feed';
import type { Language } from '#reporters/texts';
import { statusLine } from '../tell.ts';

/** What a run is at, read from its journal while it grows. */
export interface Progress {
  readonly stop: () => void;
}

interface Count {
  checks: number;
  /** By their keys, and whether they failed. */
  ended: Map<string, boolean>;
  sent: number;
  topic: string;
  documentType: string;
}

const interval = { terminal: 200, file: 5000 };

/** Tells where a run is: one line that is rewritten on a terminal, a line every five seconds elsewhere. */
export const tellProgress = (out: string, language: Language): Progress => {
  const status = statusLine();
  const follow = follower(join(out, 'journal.ndjson'));
  const count: Count = { checks: 0, ended: new Map(), sent: 0, topic: '', documentType: '' };
  const started = performance.now();
  const tell = (): void => {
    for (const event of follow()) add(count, event);
    status.show(words[language](count, (performance.now() - started) / 1000));
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
  if (event.type === 'planned') count.checks = event.scope;
  if (event.type === 'exchange') count.sent += 1;
  if (event.type === 'run-resumed') {
    count.sent = 0;
    for (const key of event.again) count.ended.delete(key);
  }
  if (event.type === 'check-started') {
    count.topic = topicOf(event.requirement);
    count.documentType = event.documentType ?? '';
  }
  if (event.type !== 'check-ended' || event.verdict === 'not-applicable' || event.verdict === 'left-out') return;
  count.ended.set(event.check, event.verdict === 'failed');
};

const words: Readonly<Record<Language, (count: Count, seconds: number) => string>> = {
  nl: (count, seconds) =>
    `${String(count.ended.size)}/${String(count.checks)} controles, ${String(count.sent)} verstuurd (${rateOf(count, seconds)}/s), ${failedOf(count)} voldoen niet  ${aboutOf(count)}`,
  en: (count, seconds) =>
    `${String(count.ended.size)}/${String(count.checks)} checks, ${String(count.sent)} sent (${rateOf(count, seconds)}/s), ${failedOf(count)} failed  ${aboutOf(count)}`,
};

const failedOf = ({ ended }: Count): string => String([...ended.values()].filter(Boolean).length);

const rateOf = ({ sent }: Count, seconds: number): string => String(seconds === 0 ? 0 : Math.round(sent / seconds));

const aboutOf = ({ topic, documentType }: Count): string =>
  [topic, documentType].filter((part) => part !== '').join(' ');

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
