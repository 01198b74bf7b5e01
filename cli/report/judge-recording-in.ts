import { statSync } from 'node:fs';
import { readContract } from '#contract/reader';
import { openJournal } from '#evidence/journal';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { judgeRecording } from '#harness/judge-recording';
import { guardedAnswers } from '#judgement/guarded-answers';
import type { RunResult } from '#reporters/run-result';
import { contractFolder } from '../contract-folder.ts';
import { momentOf } from '../run/clock.ts';
import { UsageError } from '../usage-error.ts';

/** Milliseconds that one message may take, and that it may wait on a busy machine: here nobody waits for the next. */
const [deadlineMs, patienceMs] = [10_000, 600_000];

/** Whether it is a recording that was not judged, since whoever recorded it was killed; one without its bytes, or with a part of its messages, can't be. */
export const isUnjudged = ({ recording, redacted, ended, unkept }: RunResult): boolean =>
  recording !== undefined && redacted === undefined && ended === undefined && unkept === undefined;

/** Judges a recording in a folder by all that it holds, and journals that; throws `UsageError` without its contract. */
export const judgeRecordingIn = async (folder: string, { started }: RunResult): Promise<void> => {
  const contract = readContract(contractOf(started.asked.contract));
  if (contract.digest !== started.contract.digest)
    throw new UsageError({
      nl: `de opname in ${folder} is nog niet beoordeeld, en haar contract ${started.contract.id} is er niet meer zoals het was; zet de map terug die de opname had`,
      en: `the recording in ${folder} is not judged yet, and its contract ${started.contract.id} is not there any more as it was; put back the folder that the recording had`,
    });
  const answers = guardedAnswers(contract, deadlineMs, patienceMs);
  const journal = openJournal(folder);
  try {
    await judgeRecording(() => readJournal(folder), { ...answers, contract, journal, bytes: openExchanges(folder) });
    journal.append({ type: 'run-ended', at: momentOf(undefined).clock, complete: true, reason: undefined });
  } finally {
    journal.close();
    await answers.close();
  }
};

const contractOf = (asked: string | undefined): string => {
  const folder = contractFolder(asked);
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) return folder;
  throw new UsageError({
    nl: `de contractmap ${folder} van deze opname is er niet, en zij is nog niet beoordeeld; zet die terug`,
    en: `the contract folder ${folder} of this recording is not there, and it is not judged yet; put it back`,
  });
};
