import { join } from 'node:path';
import type { Contract } from '#contract/contract';
import type { MessageExaminer } from '#endpoint/mock/guarded-examiner';
import { createPlays } from '#endpoint/mock/plays';
import { createMockServer } from '#endpoint/mock/server';
import { openJournal } from '#evidence/journal';
import { openExchanges } from '#evidence/open-exchanges';
import { inboundRecorder } from '#evidence/record-inbound';
import type { RecordedSent } from '#evidence/recorded-cases';
import { openRecordingJudge } from '#harness/judge-recording';
import { readAnswer } from '#judgement/answer';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import type { RequirementId } from '#judgement/requirements/registry';
import type { Mistake } from './mistake.ts';
import { queueOf } from './notice.ts';
import { deliverQueue, goodHabits } from './permit-system.ts';

/** What all rehearsals share, and where their recordings go. */
export interface Rehearsing {
  readonly contract: Contract;
  readonly answers: GuardedAnswers;
  readonly examiner: Pick<MessageExaminer, 'examine'>;
  readonly folder: string;
}

/** What is played at the first tries of each notice of the queue. */
const usualPlays: NonNullable<Mistake['plays']> = [
  [],
  [{ answer: 'refusal', seconds: 1 }],
  [{ answer: 'fault', seconds: 1 }],
  [{ answer: 'lost-answer', seconds: 1 }],
  [{ answer: 'retry-after', seconds: 1 }],
];

/** The requirements that a permit system breaks as it delivers its queue to a receiver, with a mistake or without any. */
export const brokenBy = async (
  name: string,
  { habits = {}, plays: first = usualPlays }: Partial<Pick<Mistake, 'habits' | 'plays'>>,
  { contract, answers, examiner, folder }: Rehearsing,
): Promise<readonly RequirementId[]> => {
  const out = join(folder, name);
  const journal = openJournal(out);
  const judge = openRecordingJudge({ ...answers, contract, phase: 1, bytes: openExchanges(out) });
  const ended: RecordedSent[] = [];
  const read = (exchange: Parameters<typeof readAnswer>[1]) => readAnswer(contract, exchange);
  const record = inboundRecorder(journal, { read, ended: (event) => void ended.push(event) });
  const plays = createPlays();
  const username = 'proefaansluiting';
  const server = await createMockServer({
    ...{ contract, username, password: goodHabits.password, plays, recording: { record } },
    examiner: { ...examiner, close: () => Promise.resolve() },
  });
  const play = (index: number): void => {
    for (const one of first[index] ?? []) plays.next(one);
  };
  await deliverQueue(
    queueOf(contract, first.length),
    { ...goodHabits, ...habits },
    { contract, url: server.url, username, onFirst: play },
  );
  await server.close();
  for (const event of ended) await judge.take(event);
  journal.close();
  return judge.plan
    .filter((check) => judge.judge(check).judgement.kind === 'deviates')
    .map(({ requirement }) => requirement);
};
