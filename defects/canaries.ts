import type { Constraint, Contract } from '#contract/contract';
import type { Defect } from '#endpoint/mock/parts';
import type { Complaint } from '#endpoint/server/soap/complaint';
import type { CheckEnded } from '#evidence/event';
import type { RequirementId } from '#judgement/requirements/registry';
import type { Against } from './against.ts';
import { examining } from './seams.ts';

/** What the suite finds of an endpoint that judges without one constraint. */
export type Canary =
  /** The check that violates the constraint fails. */
  | { readonly kind: 'found'; readonly constraint: string; readonly documentType: string }
  /** Whatever broke it broke these as well, and was refused for them. */
  | { readonly kind: 'hidden'; readonly constraint: string; readonly behind: readonly string[] }
  /** No delivery shows it, for this reason. */
  | { readonly kind: 'unseen'; readonly constraint: string; readonly reason: string }
  /** It should have been found, and was not. */
  | { readonly kind: 'missed'; readonly constraint: string; readonly reason: string };

/** Deletes one constraint from what the mock judges by, and looks whether the suite finds that. */
export const canaryOf = async (against: Against, contract: Contract, constraint: Constraint): Promise<Canary> => {
  const { id } = constraint;
  if (isWarning(contract, id))
    return { kind: 'unseen', constraint: id, reason: 'what breaks it is accepted, with a warning' };
  let other: Canary = { kind: 'unseen', constraint: id, reason: 'the contract has no document type' };
  for (const { name } of contract.documentTypes) {
    const others = new Set<string>();
    const [ended] = await against.verdictsAgainst([lacking(constraint, others)], {
      topics: ['rejection'],
      documentTypes: [name],
      runs: 50,
      constraint: id,
      only: ({ requirement, constraints }) => requirement === finderOf(constraint) && constraints.includes(id),
    });
    const canary = ended === undefined ? unplanned(id) : canaryIn(ended, { id, name, others });
    if (canary.kind === 'found' || canary.kind === 'missed') return canary;
    if (other.kind === 'unseen') other = canary;
  }
  return other;
};

const unplanned = (id: string): Canary => ({ kind: 'unseen', constraint: id, reason: 'no check is planned for it' });

const isWarning = ({ rules }: Contract, id: string): boolean =>
  rules.some((rule) => rule.severity === 'warning' && id.endsWith(`#${rule.id}`));

/** The requirement that is there to find that a constraint is not kept. */
const finderOf = ({ kind }: Constraint): RequirementId =>
  kind === 'rule' ? 'rejection.refuses-rule-violation' : 'rejection.refuses-schema-violation';

interface Looked {
  readonly id: string;
  readonly name: string;
  readonly others: ReadonlySet<string>;
}

const canaryIn = (ended: CheckEnded, { id, name, others }: Looked): Canary => {
  const reason = ended.reason?.en ?? 'all violations were refused';
  if (ended.verdict === 'failed') return { kind: 'found', constraint: id, documentType: name };
  if (ended.verdict === 'not-applicable' || ended.verdict === 'left-out')
    return { kind: 'unseen', constraint: id, reason };
  const behind = [...others].sort();
  if (ended.verdict === 'passed' && behind.length > 0) return { kind: 'hidden', constraint: id, behind };
  return { kind: 'missed', constraint: id, reason: `${ended.verdict} in ${name}: ${reason}` };
};

/** Judges without a constraint, and notes what else was wrong where it was broken. */
const lacking = ({ id, kind }: Constraint, others: Set<string>): Defect =>
  examining((examination) => {
    if (examination.kind === 'fault') others.add('soap#request');
    if (examination.kind !== 'delivery') return examination;
    // That content can't be read is told before the rules, and names none.
    const isIt = (one: Complaint): boolean => one.id === id || (kind === 'rule' && one.id === undefined);
    const { complaints } = examination.judgement;
    const left = complaints.filter((one) => !isIt(one));
    if (left.length < complaints.length) for (const one of left) others.add(one.id ?? one.case);
    return { ...examination, judgement: { ...examination.judgement, complaints: left } };
  });
