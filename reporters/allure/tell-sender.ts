import * as allure from 'allure-js-commons';
import { visible } from '#contract/texts/visible';
import type { SenderFound } from '#evidence/senders-event';
import { brokenBySender, senderVerdict } from '../senders-text.ts';
import type { Strictness } from '../tally.ts';
import type { Language } from '../texts.ts';
import { timesLabel, verdictLabel } from './tell-check.ts';

/** Tells Allure what a recording comes to for one of its senders; throws where that sender does not conform. */
export const tellSender = async (sender: SenderFound, strict: Strictness, language: Language): Promise<void> => {
  const { against } = brokenBySender(sender, strict);
  const text = visible(senderVerdict(sender, strict, language));
  await allure.labels({ name: verdictLabel, value: countedOf(sender, strict) }, { name: timesLabel, value: ' 0' });
  await allure.description(text);
  // Allure takes an error for a failure of what is tested when it has these two.
  if (against.length > 0) throw Object.assign(new Error(text), { stack: '', expected: '', actual: against.join(', ') });
};

/** A sender that does not count is told, and neither passed nor failed. */
const countedOf = (sender: SenderFound, strict: Strictness): 'failed' | 'warning' | 'remark' | 'passed' => {
  if (sender.isOther === true) return 'remark';
  const { against, warnings } = brokenBySender(sender, strict);
  if (against.length > 0) return 'failed';
  return warnings.length > 0 ? 'warning' : 'passed';
};
