import type { Case } from '#judgement/case';
import type { Purpose } from '#judgement/purpose';
import { caseOf, http, none, type repliesOf, type Reply } from '../replies.ts';

/** Cases of a requirement by what its judge says of them: at least one that keeps it, breaks it, and leaves it undecided. */
export interface JudgedCases {
  readonly conforms: readonly [Case, ...Case[]];
  readonly deviates: readonly [Case, ...Case[]];
  readonly undecided: readonly [Case, ...Case[]];
}

export type Replies = ReturnType<typeof repliesOf>;

/** Cases of a requirement that something valid is accepted, beside a control where the case has one. */
export const accepting = ({ accepted, fault, odd }: Replies, purpose: Purpose, isControlled = false): JudgedCases => {
  const beside = isControlled ? { control: accepted() } : {};
  return {
    conforms: [caseOf({ ...beside, [purpose]: accepted('D2') })],
    deviates: [caseOf({ ...beside, [purpose]: fault() }), caseOf({ ...beside, [purpose]: odd })],
    undecided: [
      caseOf({ ...beside, [purpose]: none('timeout') }),
      caseOf({ ...beside, [purpose]: http(503) }),
      ...(isControlled ? [caseOf({ control: fault(), [purpose]: fault() })] : [caseOf({ [purpose]: http(401) })]),
    ],
  };
};

/** Cases of a requirement that something wrong is refused in any way, beside a control. */
export const refusing = (replies: Replies, purpose: Purpose): JudgedCases =>
  refusingWith(replies, purpose, { right: [replies.fault(), http(400), http(403)], wrong: [] });

/** The same where it is refused in a certain way: refusals of other ways deviate. */
export const refusingWith = (
  { accepted, fault, odd }: Replies,
  purpose: Purpose,
  {
    right: [first, ...right],
    wrong,
  }: { readonly right: readonly [Reply, ...Reply[]]; readonly wrong: readonly Reply[] },
): JudgedCases => {
  const beside = (reply: Reply): Case => caseOf({ control: accepted(), [purpose]: reply });
  return {
    conforms: [beside(first), ...right.map(beside)],
    deviates: [beside(accepted('D2')), beside(odd), ...wrong.map(beside)],
    undecided: [beside(none('timeout')), beside(http(429)), caseOf({ control: fault(), [purpose]: first })],
  };
};
