import { createHash } from 'node:crypto';
import type { Contract } from '#contract/contract';
import { type Answer, refusalIn } from '#judgement/answer';
import type { Sent } from '#judgement/case';
import { newAndValid } from '#judgement/chance';
import type { Purpose } from '#judgement/purpose';
import { isOverRun } from '#judgement/streams/over-run';
import type { Deviation } from '#judgement/verdict';
import type { Target } from '../event.ts';

/** A failure, as far as its cause goes. */
interface Failure extends Pick<Target, 'requirement' | 'constraint'> {
  readonly deviation: Deviation;
  readonly sent: readonly Pick<Sent, 'purpose' | 'answer'>[];
}

/**
 * The cause of a failure, as a digest: requirement, constraint, and which kinds of answer its case came to. Document type, values and
 * seed are left out, so that the same fault of an endpoint is the same cause wherever it is met; under another contract it is another.
 */
export const causeOf = ({ digest }: Pick<Contract, 'digest'>, failure: Failure): string => {
  const { requirement, constraint = '', deviation } = failure;
  // Which exchanges of a run show it first is chance.
  const shown = isOverRun(requirement) ? [deviation.expected.en] : kindsOf(failure);
  return createHash('sha256')
    .update(JSON.stringify([digest, requirement, constraint, shown]))
    .digest('hex')
    .slice(0, 16);
};

const kindsOf = ({ sent }: Failure): readonly string[] => [
  ...new Set(
    sent.flatMap(({ purpose, answer }) => (beside.has(purpose) ? [] : [`${purpose} ${kindOf(purpose, answer)}`])),
  ),
];

/** What is sent beside what a case is about. */
const beside: ReadonlySet<Purpose> = new Set<Purpose>(['control', 'filler', 'tried', 'reachable']);

const kindOf = (purpose: Purpose, answer: Answer): string => {
  if (answer.kind === 'none') return answer.failure.kind;
  const refusal = isToBeAccepted.has(purpose) ? refusalIn(answer) : undefined;
  const said = refusal === undefined ? [] : [refusal.code, refusal.element.replace(/\[\d+\]/g, '')];
  return [answer.kind, String(answer.http), ...said].join(' ');
};

const isToBeAccepted: ReadonlySet<Purpose> = new Set<Purpose>([...newAndValid, 'warning', 'mended', 'sibling']);
