import { expect, test } from 'vitest';
import { createAdmission } from './admission.ts';
import type { Clock } from './clock.ts';
import { type Together, rateLimit } from './rate.ts';

/** A clock that jumps to the end of each wait. */
const jumpingClock = (): Clock & { readonly at: () => number } => {
  let time = 1000;
  const wakings: number[] = [];
  return {
    at: () => time,
    now: () => time,
    sleep: async (milliseconds, signal) => {
      const waking = time + milliseconds;
      wakings.push(waking);
      await Promise.resolve();
      signal?.throwIfAborted();
      time = Math.max(time, waking);
    },
  };
};

test('spaces requests evenly, in the order in which they ask', async () => {
  const clock = jumpingClock();
  const { turn } = rateLimit(2, clock);
  const times: number[] = [];

  for (let index = 0; index < 4; index += 1) {
    await turn();
    times.push(clock.at());
  }

  expect(times).toEqual([1000, 1500, 2000, 2500]);
});

test('spaces requests that ask at once', async () => {
  const clock = jumpingClock();
  const waits: number[] = [];
  const { turn } = rateLimit(10, {
    now: clock.now,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });

  await Promise.all(Array.from({ length: 4 }, () => turn()));

  expect(waits).toEqual([100, 200, 300]);
});

test('those that leave together leave at one moment, as far from the others as their number asks', async () => {
  const clock = jumpingClock();
  const { turn } = rateLimit(5, clock);
  const times: number[] = [];
  const leave = async (together?: Together): Promise<void> => {
    await turn(undefined, together);
    times.push(clock.at() - 1000);
  };
  const pair = { size: 2 };

  await leave();
  await Promise.all([leave(pair), leave(pair)]);
  await leave();
  await leave(pair);

  expect(times).toEqual([0, 400, 400, 800, 1000]);
});

test('does not save up turns that were not used', async () => {
  let time = 0;
  const waits: number[] = [];
  const { turn } = rateLimit(1, {
    now: () => time,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });

  await turn();
  time = 60_000;
  await turn();
  await turn();

  expect(waits).toEqual([1000]);
});

test('what is held waits its turn again, spaced as ever', async () => {
  const clock = jumpingClock();
  const { turn, hold } = rateLimit(10, clock);
  const times: number[] = [];
  const leave = async (): Promise<void> => {
    await turn();
    times.push(clock.at());
  };

  await leave();
  const waiting = leave();
  const longer = [hold(5000), hold(3000), hold(6000)];
  await waiting;
  await leave();

  expect(longer).toEqual([5000, 0, 1000]);
  expect(times.map((time) => time - 1000)).toEqual([0, 6000, 6100]);
});

test('the budget holds for requests that ask at once', async () => {
  const { admit } = createAdmission({ budget: 3 }, jumpingClock());

  const failures = await Promise.all(Array.from({ length: 5 }, () => admit(undefined)));

  expect(failures.map((failure) => failure?.kind)).toEqual([undefined, undefined, undefined, 'budget', 'budget']);
});

test('a request that the budget holds back is told as was asked', async () => {
  const spent = { nl: 'de dag is op', en: 'the day is used up' };

  expect(await createAdmission({ budget: 0, spent }, jumpingClock()).admit(undefined)).toMatchObject({
    message: spent.en,
    said: spent,
  });
});

test('a request that is stopped while it waits gives its place in the budget back', async () => {
  const clock = jumpingClock();
  const { admit } = createAdmission({ budget: 2, ratePerSecond: 1 }, clock);
  const stopped = AbortSignal.abort();

  await admit(undefined);
  const waited = await admit(stopped);
  const next = await admit(undefined);

  expect([waited?.kind, next?.kind]).toEqual(['aborted', undefined]);
});
