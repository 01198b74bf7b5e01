import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import type { Case } from '#judgement/case';
import { caseJudge } from '#judgement/judge';
import { opinionsHere } from '#judgement/request-opinion';
import { isCertificateRequirement } from '#judgement/requirements/certificate';
import { type RequirementId, requirements } from '#judgement/requirements/registry';
import { isOverRun } from '#judgement/streams/over-run';
import { isOverRecording, streamJudges } from '#judgement/streams/registry';
import type { Judgement } from '#judgement/verdict';
import { allCases } from '../samples/judge-cases/all-cases.ts';
import type { JudgedCases } from '../samples/judge-cases/judged-cases.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const opinionOf = opinionsHere(contract);
const cases: ReadonlyMap<string, JudgedCases> = new Map(Object.entries(allCases(contract)));

/** A requirement of a stream takes the exchanges of a case for the whole stream. */
const judged = (requirement: RequirementId, one: Case): Judgement['kind'] => {
  if (!isOverRun(requirement) && !isOverRecording(requirement)) return caseJudge(contract)(requirement, one).kind;
  const { look, decide } = streamJudges[requirement];
  const marks = one.sent.flatMap((sent, index) => {
    const value = look(sent, { contract, phase: 1, opinionOf });
    return value === undefined ? [] : [{ exchange: String(index), value }];
  });
  return decide(marks).judgement.kind;
};

/** Whatever leaves a requirement undecided counts as one. */
const saidOf = (kind: Judgement['kind']): keyof JudgedCases =>
  kind === 'conforms' || kind === 'deviates' ? kind : 'undecided';

/** What is said of each case, in groups of what is expected to be said. */
const saidOfAll = (id: RequirementId, { conforms, deviates, undecided }: JudgedCases) => {
  const said = (all: readonly Case[]) => all.map((one) => saidOf(judged(id, one)));
  return { conforms: said(conforms), deviates: said(deviates), undecided: said(undecided) };
};

describe('the judge of each requirement', () => {
  const ids = [...requirements.keys()].filter((id) => !isCertificateRequirement(id));

  test.each(ids)('%s: cases that keep it, break it, and leave it undecided are told apart', (id) => {
    const own = cases.get(id);
    if (own === undefined) throw new Error(`${id} has no cases in test/samples/judge-cases/`);

    expect(saidOfAll(id, own)).toEqual({
      conforms: own.conforms.map(() => 'conforms'),
      deviates: own.deviates.map(() => 'deviates'),
      undecided: own.undecided.map(() => 'undecided'),
    });
  });
});
