import { ContractError } from '../folder/contract-error.ts';
import type { Plan } from './blueprint.ts';
import { ruleFile } from './carried-rules.ts';
import { duplicateDraftOf, duplicateQuestions } from './duplicate-draft.ts';
import { descriptionFile } from './description-file.ts';

/** The files of a planned folder but for its examples. */
export const folderFiles = (plan: Plan): ReadonlyMap<string, Uint8Array> => {
  const { entries, files } = plan.blueprint.shipped;
  const shipped = (name: string | undefined): Uint8Array => files.get(name ?? '') ?? new Uint8Array();
  const { rules, faces } = entries.schemas;
  return new Map([
    ...plan.files,
    ['contract.yaml', Buffer.from(descriptionFile(plan))],
    ['rules.sch', Buffer.from(ruleFile(shipped(rules), new Set(plan.rules.kept)))],
    ...(plan.rules.hasFaces ? [['rules.mjs', shipped(faces)] as const] : []),
  ]);
};

/** The plan with these rules alone; without faces, which need them all, where one is gone. */
export const withRules = (plan: Plan, kept: readonly string[]): Plan => {
  const gone = plan.rules.kept.filter((id) => !kept.includes(id));
  if (gone.length === 0) return plan;
  return { ...plan, rules: { kept, left: [...plan.rules.left, ...gone], hasFaces: false } };
};

/** Without what tells document types apart nothing is left that a folder could say of them. */
const mustTellApart = ({ blueprint, documentTypes }: Plan, gone: Plan['uses']): void => {
  const told = gone.find(({ use }) => use === 'documentType');
  if (told === undefined || documentTypes.length < 2) return;
  const { place, name } = blueprint.offer.operation;
  throw new ContractError(
    place,
    `${name} can't be taken: no delivery that was made has ${told.at}, which tells its document types apart; see in the schema whether it can be there`,
  );
};

/** The plan of a service whose response refuses by nothing that an acceptance does without. */
export const withoutFailure = (plan: Plan): Plan => {
  const { failure, ...answer } = plan.answer;
  if (failure === undefined) return plan;
  const about = 'service.answer.failure';
  const question = `what tells a response that refuses from one that accepts? Its schema demands a code at ${failure.code} in both; name it as flag with the codes that accept as succeeded, or leave it to Faults`;
  return {
    ...plan,
    answer,
    findings: plan.findings.filter((one) => !one.about.startsWith(about)),
    questions: [...plan.questions.filter((one) => one.about !== about), { about, question }],
  };
};

/** The plan without the uses of roles that no example has. */
export const withoutUses = (plan: Plan, missing: ReadonlySet<string>): Plan => {
  const gone = plan.uses.filter(({ role }) => missing.has(role));
  if (gone.length === 0) return plan;
  mustTellApart(plan, gone);
  const uses = plan.uses.filter((use) => !gone.includes(use));
  const duplicate = duplicateDraftOf(plan.blueprint.shipped.entries, uses);
  const about = new Set(duplicateQuestions(plan.duplicate).map((one) => one.about));
  return {
    ...plan,
    ...{ uses, duplicate },
    questions: [
      ...plan.questions.filter((one) => !about.has(one.about)),
      ...duplicateQuestions(duplicate),
      ...gone.map(({ use, at }) => ({
        about: `uses.${use}`,
        question: `is it at ${at}? No delivery that was made has it`,
      })),
    ],
  };
};
