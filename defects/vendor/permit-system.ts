import { setTimeout as wait } from 'node:timers/promises';
import type { Contract } from '#contract/contract';
import { type Message, type Notice, writeNotice } from './notice.ts';

/** What the permit system does with its queue; a mistake changes one of these. */
export interface Habits {
  /** Changes the first message that it ever sends. */
  readonly spoil: (message: Message) => Message;
  /** The same, of the notice before it is written. */
  readonly misspell: (notice: Notice) => Notice;
  readonly password: string;
  /** Milliseconds that it waits for an answer. */
  readonly timeoutMs: number;
  /** Milliseconds before it tries again after a failure, by what Retry-After asks. */
  readonly pauseMs: (asked: number) => number;
  /** How often it sends each message at once. */
  readonly copies: number;
  readonly afterAccepted: 'keeps the number' | 'sends again';
  readonly afterRefusal: 'mends' | 'stops' | 'repeats';
  readonly afterFailure: 'sends again' | 'stops';
  readonly afterLoss: 'sends again' | 'stops';
  readonly afterRefusedLogin: 'stops' | 'knocks on';
  /** Changes the reference of each notice. */
  readonly refer: (reference: string) => string;
}

/** Of a system that does all as it ought to. */
export const goodHabits: Habits = {
  spoil: (message) => message,
  misspell: (notice) => notice,
  password: 'geheim',
  timeoutMs: 30_000,
  pauseMs: (asked) => Math.max(asked, 1_050),
  copies: 1,
  afterAccepted: 'keeps the number',
  afterRefusal: 'mends',
  afterFailure: 'sends again',
  afterLoss: 'sends again',
  afterRefusedLogin: 'stops',
  refer: (reference) => reference,
};

/** Where a permit system delivers, and what it tells of it. */
export interface Delivering {
  readonly contract: Contract;
  readonly url: string;
  readonly username: string;
  /** Called before the first try of a notice, with its place in the queue from 0. */
  readonly onFirst: (index: number) => void;
}

/** What came back, as far as the system understands it. */
type Outcome =
  | { readonly kind: 'accepted' | 'refused' | 'known' | 'lost' | 'locked-out' }
  | { readonly kind: 'failed'; readonly askedMs: number };

/** Most tries of one notice. */
const mostTries = 6;

/** Delivers a queue of notices, one after another, as its habits are. */
export const deliverQueue = async (queue: readonly Notice[], habits: Habits, delivering: Delivering): Promise<void> => {
  let isFirst = true;
  for (const [index, queued] of queue.entries()) {
    delivering.onFirst(index);
    let notice: Notice = { ...queued, reference: habits.refer(queued.reference) };
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const message = isFirst ? firstOf(notice, habits, delivering) : writeNotice(delivering.contract, notice);
      isFirst = false;
      const outcome = await send(message, habits, delivering);
      const next = await nextOf(outcome, notice, habits);
      if (next === 'halt') return;
      if (next === undefined || (outcome.kind === 'accepted' && tries > 1 && next === notice)) break;
      notice = next;
    }
  }
};

const firstOf = (notice: Notice, { misspell, spoil }: Habits, { contract }: Delivering): Message =>
  spoil(writeNotice(contract, misspell(notice)));

/** The notice to try again with; undefined when it is done. */
const nextOf = async (outcome: Outcome, notice: Notice, habits: Habits): Promise<Notice | 'halt' | undefined> => {
  switch (outcome.kind) {
    case 'accepted':
      return habits.afterAccepted === 'sends again' ? notice : undefined;
    case 'known':
      return undefined;
    case 'refused':
      if (habits.afterRefusal === 'mends') return mended(notice);
      return habits.afterRefusal === 'repeats' ? notice : undefined;
    case 'lost':
      return habits.afterLoss === 'sends again' ? notice : undefined;
    case 'locked-out':
      return habits.afterRefusedLogin === 'stops' ? 'halt' : notice;
    case 'failed':
      if (habits.afterFailure === 'stops') return undefined;
      await wait(habits.pauseMs(outcome.askedMs));
      return notice;
  }
};

/** A person looks at it, and mends it. */
const mended = (notice: Notice): Notice => {
  const title = `${notice.title} (verbeterd)`;
  return { ...notice, title, heading: title };
};

const send = async (message: Message, habits: Habits, delivering: Delivering): Promise<Outcome> => {
  const all = await Promise.all(Array.from({ length: habits.copies }, () => sendOnce(message, habits, delivering)));
  return all.find(({ kind }) => kind === 'accepted') ?? all[0] ?? { kind: 'lost' };
};

const sendOnce = async (
  { headers, body }: Message,
  { timeoutMs, password }: Habits,
  { url, username }: Delivering,
): Promise<Outcome> => {
  try {
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, authorization },
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return outcomeOf(response, await response.text());
  } catch {
    return { kind: 'lost' };
  }
};

const outcomeOf = ({ ok, status, headers }: Response, text: string): Outcome => {
  if (ok) return { kind: 'accepted' };
  if (status === 401 || status === 403) return { kind: 'locked-out' };
  if (text.includes('dossier-dubbel')) return { kind: 'known' };
  const isOfServer = /<faultcode>[^<]*Server/.test(text) || !text.includes('faultcode');
  if (status >= 500 && isOfServer) return { kind: 'failed', askedMs: Number(headers.get('retry-after') ?? 0) * 1000 };
  return { kind: 'refused' };
};
