import { describe, inject, test } from 'vitest';
import { asText, visible } from '#contract/texts/visible';
import type { CheckEnded } from '#evidence/event';
import { requirements, topicOf } from '#judgement/requirements/registry';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { replayCommands } from '../replay-command.ts';
import { foldRun } from '../run-result.ts';
import { sendersTitle } from '../senders-text.ts';
import { type Strictness, countedAs, isInPlan } from '../tally.ts';
import { type Language, texts } from '../texts.ts';
import { checkTimes } from './check-times.ts';
import { shownCases } from './shown-cases.ts';
import { tellCheck } from './tell-check.ts';
import { tellSender } from './tell-sender.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The output folder of the run that is told, the language of its reasons, and what counts as a failure. */
    readonly told: { readonly folder: string; readonly language: Language; readonly strict: Strictness };
  }
}

const { folder, language, strict } = inject('told');
const result = foldRun(readJournal(folder));
const { started, checks } = result;
const again = replayCommands(result, folder);
const cases = shownCases(folder, checks);
const times = checkTimes(folder);
const bytesOf = openExchanges(folder);
const { general } = texts[language];
/** A report that an endpoint floods stays one that a browser opens. */
const room = { left: 8 * 1024 * 1024 };

const registerCheck = (event: CheckEnded): void => {
  test(titleOf(event), async ({ skip }) => {
    await tellCheck(event, {
      counted: countedAs(event, strict),
      startedAt: times.get(event.check),
      exchanges: cases.get(event.check) ?? [],
      bytesOf,
      room,
      proxy: started.proxy,
      target: started.target,
      again: again(event.check),
    });
    endAs(event, skip);
  });
};

/** The sentence that is decided, and of which constraint. */
const titleOf = ({ requirement, constraint }: CheckEnded): string =>
  visible(
    [requirements.get(requirement)?.text[language] ?? requirement, constraint]
      .filter((part) => part !== undefined)
      .join(' – '),
  );

/** Ends a test as its check did. */
const endAs = (event: CheckEnded, skip: (reason: string) => void): void => {
  const { verdict, reason, deviation, trace } = event;
  if (verdict === 'passed') return;
  if (verdict === 'left-out') skip(visible(reason?.[language] ?? ''));
  if (deviation === undefined) throw errorOf(`${verdict}: ${reason?.[language] ?? ''}`, trace);
  const [expected, actual] = [visible(deviation.expected[language]), visible(deviation.actual[language])];
  // Allure takes an error for a failure of what is tested when it has these two.
  throw Object.assign(errorOf(said[language](expected, actual), undefined), { expected, actual });
};

const said: Readonly<Record<Language, (expected: string, actual: string) => string>> = {
  nl: (expected, actual) => `verwacht: ${expected}; gekregen: ${actual}`,
  en: (expected, actual) => `expected: ${expected}; got: ${actual}`,
};

/** An error with the trace of a mistake of ours, if any: where the report was made says nothing. */
const errorOf = (message: string, trace: string | undefined): Error =>
  Object.assign(new Error(visible(message)), { stack: asText(trace ?? '') });

for (const [documentType, ofType] of Map.groupBy(checks.filter(isInPlan), (check) => check.documentType ?? general)) {
  describe(visible(documentType), () => {
    for (const [topic, own] of Map.groupBy(ofType, ({ requirement }) => topicOf(requirement))) {
      describe(topic, () => {
        for (const event of own) registerCheck(event);
      });
    }
  });
}

if (result.senders !== undefined && result.senders.senders.length > 0)
  describe(sendersTitle(language).replace(/:$/, ''), () => {
    for (const sender of result.senders?.senders ?? [])
      test(visible(sender.sender), () => tellSender(sender, strict, language));
  });
