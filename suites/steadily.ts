import type { Exchange } from '#contract/wire/exchange';
import type { CaseActor } from '#harness/case';
import { type Spare, createSpare } from '#harness/spare';
import type { Origin, Sent, Tried } from '#judgement/case';
import { isSettled, mayBeChance } from '#judgement/chance';
import { describeAnswer } from '#judgement/judges/describe';
import type { Purpose } from '#judgement/purpose';

/** Most times that a delivery is tried again. */
const mostAgain = 2;

/** Tries again that were all in vain, after which no refusal is taken for chance any more. */
const mostInVain = 10;

/** What tries again have come to in a run. */
export interface Chances {
  /** Whether another try may help, and there is room for it. */
  readonly take: () => boolean;
  readonly note: (last: Sent) => void;
}

/** Counts over a whole run: an endpoint that refuses always is not asked thrice each time. */
export const createChances = (spare: Spare = createSpare()): Chances => {
  let [helped, vain] = [0, 0];
  return {
    take: () => (helped > 0 || vain < mostInVain) && spare.take(1),
    note: ({ purpose, answer, tried = [] }) => {
      if (tried.length === 0) return;
      if (isSettled(purpose, answer)) helped += 1;
      else vain += tried.length;
    },
  };
};

/** A delivery that may be sent several times, each time anew. */
export interface Steadily {
  readonly purpose: Purpose;
  readonly origin?: Origin | undefined;
  /** Makes it under a new number, and sends it. */
  readonly send: () => Promise<Exchange>;
}

/** Sends a delivery, and twice more at most where chance may have spoiled it; what was tried before is recorded, and is none of the case. */
export const sendSteadily = async (
  chances: Chances,
  actor: Pick<CaseActor, 'attempt'>,
  { purpose, origin, send }: Steadily,
): Promise<Sent> => {
  const tried: Tried[] = [];
  for (;;) {
    const sent = await actor.attempt({
      ...{ purpose, origin, send, tried: [...tried] },
      isSetAside: (answer) => tried.length < mostAgain && mayBeChance(purpose, answer) && chances.take(),
    });
    if (sent.purpose === purpose) {
      chances.note(sent);
      return sent;
    }
    tried.push(asTried(sent));
  }
};

const asTried = ({ answer, recorded }: Sent): Tried => ({
  exchange: recorded?.id ?? '',
  came: describeAnswer(answer),
  ...(answer.kind === 'none' && answer.failure.reused === true ? { isExcused: true } : {}),
});
