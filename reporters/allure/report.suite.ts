import { describe, inject, test } from 'vitest';
import { asText, visible } from '#contract/texts/visible';
import type { CheckEnded } from '#evidence/event';
import { topicOf } from '#judgement/requirements/registry';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { foldRun } from '../run-result.ts';
import type { Language } from '../texts.ts';
import { checkTimes } from './check-times.ts';
import { shownCases } from './shown-cases.ts';
import { tellCheck, tellLeftOut } from './tell-check.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The output folder of the run that is told, and the language of its reasons. */
    readonly told: { readonly folder: string; readonly language: Language };
  }
}

const { folder, language } = inject('told');
const { started, checks } = foldRun(readJournal(folder));
const cases = shownCases(folder, checks);
const times = checkTimes(folder);
const bytesOf = openExchanges(folder);
/** A report that an endpoint floods stays one that a browser opens. */
const room = { left: 8 * 1024 * 1024 };

/** One test for each of these checks; those that were left out for one reason are one test together, or the report would be full of them. */
const registerAll = (own: readonly CheckEnded[]): void => {
  const [leftOut, acted] = [own.filter(isLeftOut), own.filter((event) => !isLeftOut(event))];
  for (const event of acted) registerCheck(event);
  const alike = ({ requirement, verdict, reason }: CheckEnded): string => [requirement, verdict, reason?.en].join('\n');
  for (const group of Map.groupBy(leftOut, alike).values()) registerLeftOut(group);
};

/** A check that sent nothing, for a reason. */
const isLeftOut = ({ verdict, counts }: CheckEnded): boolean =>
  counts.cases === 0 && ['untested', 'not-applicable', 'blocked'].includes(verdict);

const registerCheck = (event: CheckEnded): void => {
  test(titleOf(event), async ({ skip }) => {
    await tellCheck(event, {
      startedAt: times.get(event.check),
      exchanges: cases.get(event.check) ?? [],
      bytesOf,
      room,
      proxy: started.proxy,
    });
    endAs(event, skip);
  });
};

const registerLeftOut = (group: readonly CheckEnded[]): void => {
  const [first] = group;
  if (first === undefined) return;
  const title =
    group.length === 1
      ? titleOf(first)
      : `${first.requirement} (${String(group.length)}): ${visible(first.reason?.[language] ?? '')}`;
  test(title, async ({ skip }) => {
    await tellLeftOut(group);
    endAs(first, skip);
  });
};

const titleOf = ({ requirement, constraint }: CheckEnded): string =>
  visible([requirement, constraint].filter((part) => part !== undefined).join(' '));

/** Ends a test as its check did. */
const endAs = (event: CheckEnded, skip: (reason: string) => void): void => {
  const { verdict, reason, deviation, requirement } = event;
  if (verdict === 'passed') return;
  if (verdict === 'not-applicable' || verdict === 'untested') skip(visible(reason?.[language] ?? ''));
  if (deviation === undefined) throw errorOf(`${verdict}: ${reason?.en ?? ''}`, event);
  const [expected, actual] = [visible(deviation.expected.en), visible(deviation.actual.en)];
  // Allure takes an error for a failure of what is tested when it has these two.
  throw Object.assign(errorOf(`${requirement}: expected ${expected}, got ${actual}`, event), { expected, actual });
};

/** An error whose trace is that of the check: where the report was made says nothing. */
const errorOf = (message: string, { trace }: CheckEnded): Error =>
  Object.assign(new Error(visible(message)), { stack: asText(trace ?? message) });

describe(`fase ${String(started.phase)}`, () => {
  for (const [topic, ofTopic] of Map.groupBy(checks, ({ requirement }) => topicOf(requirement))) {
    describe(topic, () => {
      for (const [documentType, own] of Map.groupBy(ofTopic, (check) => check.documentType ?? 'algemeen')) {
        describe(visible(documentType), () => {
          registerAll(own);
        });
      }
    });
  }
});
