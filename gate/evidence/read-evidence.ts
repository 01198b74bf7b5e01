import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '#contract/contract';
import type { Event } from '#evidence/event';
import { openExchanges } from '#evidence/open-exchanges';
import type { Damaged } from '#evidence/journal-feed';
import { readJournal } from '#evidence/read-journal';
import { rejudge } from '#evidence/rejudge';
import type { GuardedAnswers } from '#judgement/guarded-answers';
import type { JudgedAgain } from '../decision/judged-evidence.ts';
import { gateFacts } from '../facts/facts.ts';
import type { GateFacts } from '../facts/gate-facts.ts';
import { unprovable } from '../facts/unprovable.ts';
import { certificateReader, pemsIn } from './certificate-seen.ts';
import { type Judge, type RecordingAgain, judgeRecordingAgain } from './judge-again.ts';

/** The facts of evidence in a folder, with its verdicts made once more. */
export interface ReadEvidence {
  readonly facts: GateFacts;
  readonly again: JudgedAgain | undefined;
  /** SHA-256 of the journal. */
  readonly journal: string;
}

/** Reads a run or recording and judges it again by a contract; undefined for a folder whose journal has no start. */
export const readEvidence = async (folder: string, judge: Judge): Promise<ReadEvidence | undefined> => {
  const { contract, suite, answers } = judge;
  const certificateOf = certificateReader(pemsIn(openExchanges(folder)));
  const recorded = gateFacts(readJournal(folder), { certificateOf });
  if (recorded === undefined) return undefined;
  const journal = await digestOf(join(folder, 'journal.ndjson'));
  const isSame = recorded.contract.digest === contract.digest && recorded.suite === suite;
  if (recorded.kind === 'run')
    return { facts: recorded, journal, again: isSame ? await runAgain(folder, contract, answers) : undefined };
  const judged = await judgeRecordingAgain(folder, judge);
  if (recorded.isRedacted || judged.lost > 0) {
    const by = isSame ? contract.digest : recorded.contract.digest;
    return { facts: unprovable(recorded), journal, again: { contract: by, differing: [], isSame } };
  }
  const again = gateFacts(replaced(folder, judged), { ...judged, certificateOf }) ?? recorded;
  const facts = heldAgainst(recorded, isSame ? again : { ...again, unfounded: [] });
  return { facts, journal, again: { contract: contract.digest, differing: differing(recorded, facts), isSame } };
};

/** What was recorded is held against what its bytes say; by another contract it need not agree. */
const heldAgainst = (recorded: GateFacts, again: GateFacts): GateFacts => ({
  ...again,
  gaps: recorded.gaps,
  unfounded: [...new Set([...recorded.unfounded, ...again.unfounded])],
});

const ofVerdicts: ReadonlySet<string> = new Set([
  ...['types', 'senders', 'personal', 'check-started', 'shared', 'judged', 'stated', 'check-ended'],
]);

/** The events of a journal, with the verdicts that its bytes come to. */
const replaced = function* (folder: string, { verdicts }: RecordingAgain): Generator<Event | Damaged> {
  for (const event of readJournal(folder)) if (!ofVerdicts.has(event.type)) yield event;
  yield* verdicts;
};

const differing = (recorded: GateFacts, again: GateFacts): readonly string[] => [
  ...again.whole.flatMap(({ requirement, verdict }) => {
    const before = recorded.whole.find((one) => one.requirement === requirement)?.verdict;
    return before === verdict ? [] : [requirement];
  }),
  ...again.types.flatMap(({ documentType, verdicts }) => {
    const before = recorded.types.find((one) => one.documentType === documentType)?.verdicts ?? {};
    return Object.entries(verdicts).flatMap(([requirement, verdict]) =>
      before[requirement as keyof typeof before] === verdict ? [] : [`${requirement}/${documentType ?? ''}`],
    );
  }),
];

const runAgain = async (folder: string, contract: Contract, answers: GuardedAnswers): Promise<JudgedAgain> => {
  const found = await rejudge(readJournal(folder), { ...answers, bytes: openExchanges(folder) });
  const names = [...found.differing, ...found.unfounded].map(({ check }) => check);
  return { contract: contract.digest, differing: names, isSame: true };
};

const digestOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};
