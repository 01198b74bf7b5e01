import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Contract } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import { passwordNamesOf } from '#contract/wire/password-names';
import type { Redactor } from '#endpoint/redact';
import { journalVersion, type RecordingStarted } from '#evidence/event';
import { type Journal, openJournal } from '#evidence/journal';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { recordExchange } from '#evidence/record-exchange';
import { type JudgedExchange, judgeRecording } from '#harness/judge-recording';
import { deliveredType } from '#judgement/delivered-type';
import { type GuardedAnswers, guardedAnswers } from '#judgement/guarded-answers';
import type { Declaration } from '#judgement/showing/declaration';
import { followShowing } from '#judgement/showing/showing';
import { isTame } from '#judgement/tame';
import { number } from '#reporters/number';
import type { Language } from '#reporters/texts';
import { shownOf } from '../recording/shown-of.ts';
import { keptUntil } from '../recording/term.ts';
import { momentOf } from '../run/clock.ts';
import { Stopped } from '../stopped.ts';
import { createTicker } from '../ticker.ts';
import { suiteVersion } from '../version.ts';
import { exchangeOf } from './exchange-of.ts';
import type { Held } from './pair.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Milliseconds that judging one message may take, and that it may wait for its turn on a machine that is busy: nobody waits for it. */
const [deadlineMs, patienceMs] = [15_000, 600_000];

/** The pairs to judge in the order in which they were sent, and the search for the secrets of all: what one bears, any answer may say. */
export interface Found {
  readonly pairs: readonly Held[];
  readonly redactor: Redactor;
}

/** The recording that is made of traffic. */
export interface Recording {
  readonly contract: Contract;
  /** Its folder as it was asked for. */
  readonly asked: string | undefined;
  /** What the vendor says that its system can do; undefined where it says nothing. */
  readonly declared: Declaration | undefined;
  readonly found: Found;
  /** Throws `Stopped` once a person said so. */
  readonly demandGoingOn: () => void;
  readonly out: string;
  readonly recording: string;
  readonly phase: number;
  readonly language: Language;
  readonly isTestData: boolean;
  readonly keep: number;
}

/** Keeps the traffic and judges it; throws `BrokenOff` where a person stopped it with nothing kept, and `Stopped` where all is kept and not all judged. */
export const recordTraffic = async (making: Recording): Promise<void> => {
  const answers = guardedAnswers(making.contract, deadlineMs, patienceMs);
  try {
    await keep(making, answers);
    await judge(making, answers);
  } finally {
    await answers.close();
  }
};

/** A recording that does not hold all of the traffic must not pass for it: where it is broken off nothing stays. */
const keep = async (making: Recording, answers: GuardedAnswers): Promise<void> => {
  const { out } = making;
  const journal = openJournal(out, { room: mostKeptBytes });
  let isWhole = false;
  try {
    journal.append(startOf(making));
    await keepAll(making, journal, answers);
    isWhole = true;
  } catch (error) {
    throw error instanceof Stopped ? new BrokenOff(nothingKept(out), { cause: error }) : error;
  } finally {
    journal.close();
    if (!isWhole)
      for (const name of ['journal.ndjson', 'exchanges']) rmSync(join(out, name), { recursive: true, force: true });
  }
};

const judge = async (making: Recording, answers: GuardedAnswers): Promise<void> => {
  const { contract, declared, out, language, demandGoingOn } = making;
  const showing = declared && followShowing(declared);
  const ticker = createTicker();
  const all = number(making.found.pairs.length, language);
  let judged = 0;
  // Where the first one put which bytes need not be held any more.
  const journal = openJournal(out);
  try {
    const heard = ({ seen }: JudgedExchange): void => {
      judged += 1;
      ticker.tick(() => texts.judged[language](`${number(judged, language)}/${all}`));
      if (seen !== undefined) showing?.add(seen);
      demandGoingOn();
    };
    await judgeRecording(() => readJournal(out), { ...answers, contract, bytes: openExchanges(out), journal, heard });
    if (declared !== undefined && showing !== undefined) journal.append(shownOf(declared, showing));
    journal.append({ type: 'run-ended', at: momentOf(undefined).clock, complete: true, reason: undefined });
  } finally {
    ticker.stop();
    journal.close();
  }
};

const texts: Readonly<Record<'kept' | 'judged', Readonly<Record<Language, (count: string) => string>>>> = {
  kept: { nl: (count) => `${count} bewaard`, en: (count) => `${count} kept` },
  judged: { nl: (count) => `${count} beoordeeld`, en: (count) => `${count} judged` },
};

/** Bytes of messages that are kept. */
const mostKeptBytes = 64 * 1024 ** 3;

const startOf = ({
  contract: { id, digest, confirmed },
  asked,
  recording,
  phase,
  isTestData,
  keep,
  found: { pairs },
}: Recording): RecordingStarted => ({
  ...{ type: 'recording-started', version: journalVersion, at: momentOf(undefined).clock, recording },
  ...{ suite: suiteVersion, contract: { id, digest, confirmed }, phase, asked: { contract: asked } },
  ...{ recordedBy: 'system', messages: pairs.length },
  testData: isTestData ? 'declared' : 'undeclared',
  keepUntil: keptUntil(momentOf(undefined).clock, keep),
});

const keepAll = async (
  { contract, found: { pairs, redactor }, language, demandGoingOn }: Recording,
  journal: Journal,
  { read }: GuardedAnswers,
): Promise<void> => {
  const ticker = createTicker();
  const passwordNames = passwordNamesOf(contract.service);
  const all = number(pairs.length, language);
  for (const [index, held] of pairs.entries()) {
    if (index % turn === 0) await setImmediate();
    demandGoingOn();
    ticker.tick(() => texts.kept[language](`${number(index, language)}/${all}`));
    const pair = { ...held.load(), startedAt: held.startedAt, isUntimed: held.isUntimed };
    const exchange = withoutSecrets(exchangeOf(pair, index + 1, passwordNames), redactor);
    const answer = await read(exchange);
    const { body } = exchange.request;
    const documentType = isTame(body) ? deliveredType(contract, body) : undefined;
    const one = { purpose: 'received', exchange, answer } as const;
    const { id } = recordExchange(
      journal,
      { key: 'recording', documentType, most: mostOfExchange },
      { case: index + 1, one },
    );
    // How an exchange ended whose answer was not kept is not known, and nothing is held against the system for it.
    if (pair.response === undefined && pair.isLost !== true) continue;
    journal.append({
      ...{ type: 'exchange-ended', exchange: id, fate: 'answered' },
      ...{ reason: '', durationMs: exchange.durationMs },
    });
  }
  ticker.stop();
};

/** Messages after which a signal is heard. */
const turn = 100;

/** Bytes of one exchange that are kept. */
const mostOfExchange = 64 * 1024 ** 2;

/** An import that a person stopped before all was kept. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
  readonly text: Bilingual;

  constructor(text: Bilingual, options: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}

const nothingKept = (out: string): Bilingual => ({
  nl: `de import is gestopt (Ctrl-C) voordat alles bewaard was; in ${out} is niets achtergebleven, en hetzelfde commando begint opnieuw`,
  en: `the import was stopped (Ctrl-C) before all was kept; nothing was left in ${out}, and the same command begins anew`,
});
