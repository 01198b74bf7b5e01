import { expect, test } from 'vitest';
import { untilEnd } from './until-end.ts';

const signals = () => {
  let heard = (): void => undefined;
  return {
    to: (next: () => void) => (heard = next),
    count: () => 0,
    forget: () => undefined,
    send: () => {
      heard();
    },
  };
};

test('a receiver ends at a signal, after its time, when it is complete, or by a failure', async () => {
  const one = signals();
  const bySignal = untilEnd(one, undefined);
  one.send();
  await bySignal.reached;

  await untilEnd(signals(), 1).reached;

  const whole = untilEnd(signals(), undefined);
  whole.complete();
  await whole.reached;

  const failing = untilEnd(signals(), undefined);
  failing.fail(new Error('no room'));
  await expect(failing.reached).rejects.toThrow('no room');
});

test('a signal that came before counts', async () => {
  await untilEnd({ ...signals(), count: () => 1 }, undefined).reached;
});
