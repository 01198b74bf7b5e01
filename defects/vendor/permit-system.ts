import { setTimeout as wait } from 'node:timers/promises';
import type { Contract } from '#contract/contract';
import { type Notice, writeNotice } from './notice.ts';
import { type VendorMessage, bytesOf } from './vendor-message.ts';

/** What the permit system does with its queue; a mistake changes one of these. */
export interface Habits {
  /** Changes the first message that it ever sends. */
  readonly spoil: (message: VendorMessage) => VendorMessage;
  readonly password: string;
  /** Milliseconds that it waits for an answer. */
  readonly timeoutMs: number;
  readonly afterTimeout: 'breaks off' | 'leaves it open';
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
  password: 'geheim',
  timeoutMs: 30_000,
  afterTimeout: 'breaks off',
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
  const open: Promise<Outcome>[] = [];
  await deliverAll(queue, habits, { ...delivering, open });
  await Promise.all(open);
};

/** With the requests that were left open. */
type Opened = Delivering & { readonly open: Promise<Outcome>[] };

const deliverAll = async (queue: readonly Notice[], habits: Habits, delivering: Opened): Promise<void> => {
  let isFirst = true;
  for (const [index, queued] of queue.entries()) {
    delivering.onFirst(index);
    let notice: Notice = { ...queued, reference: habits.refer(queued.reference) };
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const right = writeNotice(delivering.contract, notice);
      const message = isFirst ? habits.spoil(right) : right;
      isFirst = false;
      const outcome = await send(message, habits, delivering);
      const next = await nextOf(
        outcome,
        { notice, mended: message === right ? retitled(notice) : { ...notice } },
        habits,
      );
      if (next === 'halt') return;
      if (next === undefined || (outcome.kind === 'accepted' && tries > 1 && next === notice)) break;
      notice = next;
    }
  }
};

/** The notice to try again with; undefined when it is done. */
const nextOf = async (
  outcome: Outcome,
  { notice, mended }: Choices,
  habits: Habits,
): Promise<Notice | 'halt' | undefined> => {
  const again = (isSo: boolean): Notice | undefined => (isSo ? notice : undefined);
  switch (outcome.kind) {
    case 'accepted':
      return again(habits.afterAccepted === 'sends again');
    case 'known':
      return undefined;
    case 'refused':
      return habits.afterRefusal === 'mends' ? mended : again(habits.afterRefusal === 'repeats');
    case 'lost':
      return again(habits.afterLoss === 'sends again');
    case 'locked-out':
      return habits.afterRefusedLogin === 'stops' ? 'halt' : notice;
    case 'failed':
      return again(await pauses(outcome.askedMs, habits));
  }
};

/** Whether it tries again once it has waited. */
const pauses = async (askedMs: number, { afterFailure, pauseMs }: Habits): Promise<boolean> => {
  if (afterFailure === 'stops') return false;
  await wait(pauseMs(askedMs));
  return true;
};

/** What can be tried: the same, or what a person made of it. */
interface Choices {
  readonly notice: Notice;
  readonly mended: Notice;
}

/** What was written as it ought to be is mended by another title. */
const retitled = (notice: Notice): Notice => ({ ...notice, title: `${notice.title} (verbeterd)` });

const send = async (message: VendorMessage, habits: Habits, delivering: Opened): Promise<Outcome> => {
  const all = await Promise.all(Array.from({ length: habits.copies }, () => sendOnce(message, habits, delivering)));
  return all.find(({ kind }) => kind === 'accepted') ?? all[0] ?? { kind: 'lost' };
};

const sendOnce = async (message: VendorMessage, habits: Habits, delivering: Opened): Promise<Outcome> => {
  const { timeoutMs, afterTimeout } = habits;
  if (afterTimeout === 'breaks off')
    return ask(message, habits, { ...delivering, signal: AbortSignal.timeout(timeoutMs) });
  const asked = ask(message, habits, delivering);
  delivering.open.push(asked);
  return Promise.race([asked, wait<Outcome>(timeoutMs, { kind: 'lost' }, { ref: false })]);
};

const ask = async (
  message: VendorMessage,
  { password }: Habits,
  { url, username, signal }: Delivering & { readonly signal?: AbortSignal },
): Promise<Outcome> => {
  try {
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...message.headers, authorization },
      body: new Uint8Array(bytesOf(message)),
      ...(signal && { signal }),
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
