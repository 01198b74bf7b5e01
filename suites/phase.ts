import { describe, inject, test } from 'vitest';
import { type PlannedCheck, planPhase, select } from '#harness/plan';
import { topicOf } from '#judgement/requirements/registry';
import { type Run, actCheck } from './act-check.ts';
import { openLab } from './open-lab.ts';
import { tellAllure } from './allure.ts';
import type { Contents } from './topics.ts';

/** Registers one test for each planned check of a phase; the connection is tried first, the rest side by side. */
export const phaseSuite = async (phase: number, contents: Contents): Promise<void> => {
  const config = inject('run');
  const { lab, bench } = await openLab(config);
  const plan = select(planPhase(lab.contract, phase, config.mockControl !== undefined), config);
  const [first, rest] = [plan.filter(isConnection), plan.filter((check) => !isConnection(check))];
  const name = `fase ${String(phase)}`;
  describe(name, () => {
    register(first, { lab, bench, contents });
  });
  describe.concurrent(name, () => {
    register(rest, { lab, bench, contents });
  });
};

const isConnection = ({ requirement }: PlannedCheck): boolean => topicOf(requirement) === 'connection';

const register = (plan: readonly PlannedCheck[], run: Run): void => {
  for (const [topic, checks] of Map.groupBy(plan, ({ requirement }) => topicOf(requirement))) {
    describe(topic, () => {
      for (const [documentType, own] of Map.groupBy(checks, (check) => check.documentType ?? 'algemeen')) {
        describe(documentType, () => {
          for (const check of own) registerCheck(check, run);
        });
      }
    });
  }
};

const registerCheck = (check: PlannedCheck, run: Run): void => {
  const title = [check.requirement, check.constraint].filter((part) => part !== undefined).join(' ');
  test(title, { timeout: 0 }, async ({ skip }) => {
    const ended = await actCheck(run, check);
    await tellAllure(run.lab, ended);
    const { verdict, reason } = ended.event;
    if (verdict === 'not-applicable' || verdict === 'untested') skip(reason?.[run.lab.config.language]);
    if (ended.error !== undefined) throw ended.error;
  });
};
