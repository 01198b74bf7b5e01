import type { AnswerDraft } from './answer-drafts.ts';
import type { FailureDraft } from './failure-draft.ts';

/** One draft for the answers of several operations, each path with all the ways it has in them; undefined where they say different things. */
export const oneAnswer = ([first, ...others]: readonly AnswerDraft[]): AnswerDraft | undefined => {
  if (first === undefined || others.some((one) => said(one) !== said(first))) return undefined;
  const all = [first, ...others];
  const status = joined(all.map((one) => one.status));
  const failures = all.flatMap(({ failure }) => failure ?? []);
  return {
    ...first,
    dossierNumber: joined(all.map((one) => one.dossierNumber)) ?? first.dossierNumber,
    findings: first.findings.map((finding) => ({
      ...finding,
      at: joined(all.map(({ findings }) => findings.find(({ about }) => about === finding.about)?.at)) ?? finding.at,
    })),
    ...(status === undefined ? {} : { status }),
    ...(first.failure === undefined ? {} : { failure: oneFailure(first.failure, failures) }),
  };
};

/** What it says but for where: which paths there are, and values. */
const said = ({ status, statuses, failure }: AnswerDraft): string =>
  JSON.stringify([
    ...[status === undefined, statuses, failure?.flag === undefined, failure?.failed, failure?.succeeded],
    ...[failure === undefined, failure?.element === undefined],
  ]);

const oneFailure = (first: FailureDraft, all: readonly FailureDraft[]): FailureDraft => {
  const [flag, element] = [joined(all.map((one) => one.flag)), joined(all.map((one) => one.element))];
  return {
    ...first,
    code: joined(all.map(({ code }) => code)) ?? first.code,
    text: joined(all.map(({ text }) => text)) ?? first.text,
    ...(flag === undefined ? {} : { flag }),
    ...(element === undefined ? {} : { element }),
  };
};

const joined = (paths: readonly (string | undefined)[]): string | undefined => {
  const all = new Set(paths.filter((one) => one !== undefined));
  return all.size === 0 ? undefined : [...all].join('|');
};
