import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import { passwordNamesOf } from '#contract/wire/password-names';
import { type Redactor, redactorOf } from '#endpoint/redact';
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
import { foldRun } from '#reporters/run-result';
import type { Language } from '#reporters/texts';
import { contractFolder } from '../contract-folder.ts';
import { fileWithin } from '../check/file-within.ts';
import { type DemandOptions, demandsIn } from '../demands.ts';
import { takeEmptyFolder } from '../folder/take-folder.ts';
import { readVendorFile } from '../listen/vendor-file.ts';
import { shownOf } from '../recording/shown-of.ts';
import { type DataOptions, keptUntil } from '../recording/term.ts';
import { declaredTestData } from '../recording/test-data.ts';
import { demandKnown } from '../known.ts';
import { languageOf } from '../language.ts';
import { momentOf } from '../run/clock.ts';
import { reporterNames } from '../run/options.ts';
import { listenToSignals } from '../signals.ts';
import { tellAside } from '../tell.ts';
import { createTicker } from '../ticker.ts';
import { UsageError } from '../usage-error.ts';
import { suiteVersion } from '../version.ts';
import { exchangeOf } from './exchange-of.ts';
import type { Pair, Read } from './pair.ts';
import { readHar } from './read-har.ts';
import { readPairs } from './read-pairs.ts';
import { readSvclog } from './read-svclog.ts';
import { secretsOf } from './secrets-of.ts';
import { withoutSecrets } from './without-secrets.ts';

/** The options of `3pas import` as they are given. */
export interface ImportOptions extends DemandOptions, DataOptions {
  readonly phase: number;
  readonly contract?: string;
  readonly recording?: string;
  readonly vendor?: string;
  readonly out?: string;
  readonly reporter?: readonly string[];
  readonly json?: boolean;
  readonly lang?: Language;
}

/** Milliseconds that judging one message may take. */
const deadlineMs = 15_000;

/** Makes a recording of what a system kept of its own traffic, judges it, reports; returns the exit code of the report. */
export const importTraffic = async (paths: readonly string[], options: ImportOptions): Promise<number> => {
  demandKnown('--reporter', options.reporter, reporterNames);
  const contract = readContract(contractFolder(options.contract));
  const language = languageOf(options.lang);
  const declared = options.vendor === undefined ? undefined : readVendorFile(options.vendor, contract);
  const pairs = pairsAt(paths, language);
  const recording = options.recording ?? nameOf(paths[0] ?? '');
  const out = resolve(options.out ?? `3pas-out/${recording}`);
  const { testData: flag, keep, phase } = options;
  const isTestData = await declaredTestData({ flag, declared: declared?.testData, json: options.json, language });
  const lock = takeEmptyFolder(out, 'import');
  const signals = listenToSignals();
  try {
    const asked = options.contract;
    await record({ contract, asked, declared, pairs, out, recording, phase, language, isTestData, keep });
    const { reportRun } = await import('../report/report-run.ts');
    const { reporter = reporterNames, json = false } = options;
    return await reportRun(
      foldRun(readJournal(out)),
      { from: out, to: out, reporter, json, language, ...demandsIn(options) },
      signals,
    );
  } finally {
    signals.forget();
    lock.release();
  }
};

const nameOf = (path: string): string =>
  `import-${basename(resolve(path))
    .replace(/\.[^.]*$/, '')
    .replace(/[^\w.-]+/g, '-')}`;

const pairsAt = (paths: readonly string[], language: Language): Pair[] => {
  const all = paths.map(readAt);
  const pairs = all.flatMap((one) => one.pairs);
  const others = all.reduce((sum, one) => sum + one.others, 0);
  if (pairs.length === 0)
    throw new UsageError({
      nl: `in ${paths.join(', ')} staat geen SOAP-verzoek; geef een HAR, een .svclog van WCF, of een map met paren als 1-request.xml en 1-response.xml`,
      en: `${paths.join(', ')} holds no SOAP request; give a HAR, a .svclog of WCF, or a folder with pairs such as 1-request.xml and 1-response.xml`,
    });
  if (others > 0) tellAside(`3pas: ${passedOver[language](number(others, language))}\n`);
  return dated(pairs, language).sort((one, other) => one.startedAt - other.startedAt);
};

/** What has no time was sent before now: no date in it lies in the future that does not do so today. */
const dated = (pairs: readonly Pair[], language: Language): Pair[] => {
  const now = Date.parse(momentOf(undefined).clock);
  const undated = pairs.filter(({ startedAt }) => startedAt === 0).length;
  if (undated > 0) tellAside(`3pas: ${withoutTime[language](number(undated, language))}\n`);
  return pairs.map((pair) => (pair.startedAt === 0 ? { ...pair, startedAt: now } : pair));
};

const withoutTime: Readonly<Record<Language, (count: string) => string>> = {
  nl: (count) => `${count} zonder tijdstip: wat daarin van de dag afhangt, is beoordeeld naar vandaag`,
  en: (count) => `${count} without a time: what depends on the day in them is judged by today`,
};

const passedOver: Readonly<Record<Language, (count: string) => string>> = {
  nl: (count) => `${count} overgeslagen: geen SOAP-verzoek, of een bestand zonder paar`,
  en: (count) => `${count} passed over: no SOAP request, or a file without its pair`,
};

const readAt = (path: string): Read => {
  if (isFolder(path)) return readPairs(path);
  const bytes = wholeAt(path);
  const read = readHar(path, bytes) ?? readSvclog(path, bytes);
  if (read !== undefined) return read;
  throw new UsageError({
    nl: `${path} is geen HAR en geen .svclog van WCF; geef een van die twee, of een map met paren als 1-request.xml en 1-response.xml`,
    en: `${path} is no HAR and no .svclog of WCF; give one of those, or a folder with pairs such as 1-request.xml and 1-response.xml`,
  });
};

/** JSON and text of more than this do not fit in a string. */
const mostRead = 512 * 1024 ** 2 - 1024;

const wholeAt = (path: string): Uint8Array => {
  try {
    return fileWithin(path, mostRead, {
      nl: `${path} is groter dan 512 MiB; laat de tool het verkeer in delen opslaan, en geef die samen`,
      en: `${path} is larger than 512 MiB; have the tool save the traffic in parts, and give those together`,
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw unreadable(path, error);
  }
};

const unreadable = (path: string, cause: unknown): UsageError =>
  new UsageError(
    {
      nl: `${path} is er niet, of is niet te lezen; geef een ander pad`,
      en: `${path} is not there, or can't be read; give another path`,
    },
    { cause },
  );

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
};

interface Recording {
  readonly contract: Contract;
  /** Its folder as it was asked for. */
  readonly asked: string | undefined;
  /** What the vendor says that its system can do; undefined where it says nothing. */
  readonly declared: Declaration | undefined;
  /** Those that are not kept yet: what is kept is read from disk again. */
  readonly pairs: Pair[];
  readonly out: string;
  readonly recording: string;
  readonly phase: number;
  readonly language: Language;
  readonly isTestData: boolean;
  readonly keep: number;
}

const record = async (making: Recording): Promise<void> => {
  const { contract, declared, out, pairs, language } = making;
  const showing = declared && followShowing(declared);
  const ticker = createTicker();
  const all = number(pairs.length, language);
  let judged = 0;
  const answers = guardedAnswers(contract, deadlineMs);
  const journal = openJournal(out, { room: mostKeptBytes });
  try {
    journal.append(startOf(making));
    await keep(making, journal, answers);
    const bytes = openExchanges(out);
    const heard = ({ seen }: JudgedExchange): void => {
      judged += 1;
      ticker.tick(() => judgedText[language](`${number(judged, language)}/${all}`));
      if (seen !== undefined) showing?.add(seen);
    };
    await judgeRecording(readJournal(out), { ...answers, contract, bytes, journal, heard });
    if (declared !== undefined && showing !== undefined) journal.append(shownOf(declared, showing));
    journal.append({ type: 'run-ended', at: momentOf(undefined).clock, complete: true, reason: undefined });
  } finally {
    ticker.stop();
    journal.close();
    await answers.close();
  }
};

const judgedText: Readonly<Record<Language, (count: string) => string>> = {
  nl: (count) => `${count} beoordeeld`,
  en: (count) => `${count} judged`,
};

const keptText: Readonly<Record<Language, (count: string) => string>> = {
  nl: (count) => `${count} bewaard`,
  en: (count) => `${count} kept`,
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
}: Recording): RecordingStarted => ({
  ...{ type: 'recording-started', version: journalVersion, at: momentOf(undefined).clock, recording },
  ...{ suite: suiteVersion, contract: { id, digest, confirmed }, phase, asked: { contract: asked } },
  recordedBy: 'system',
  testData: isTestData ? 'declared' : 'undeclared',
  keepUntil: keptUntil(momentOf(undefined).clock, keep),
});

const keep = async (
  { contract, pairs, language }: Recording,
  journal: Journal,
  { read }: GuardedAnswers,
): Promise<void> => {
  const ticker = createTicker();
  const passwordNames = passwordNamesOf(contract.service.headers);
  const redactor = redactorFor(pairs, passwordNames, language);
  const all = number(pairs.length, language);
  let index = 0;
  // From the end, since what is taken off the front of a long array moves the rest.
  pairs.reverse();
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    index += 1;
    ticker.tick(() => keptText[language](`${number(index, language)}/${all}`));
    const exchange = withoutSecrets(exchangeOf(pair, index, passwordNames), redactor);
    const answer = await read(exchange);
    const { body } = exchange.request;
    const documentType = isTame(body) ? deliveredType(contract, body) : undefined;
    const one = { purpose: 'received', exchange, answer } as const;
    const { id } = recordExchange(
      journal,
      { key: 'recording', documentType, most: mostOfExchange },
      { case: index, one },
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

/** One search for the secrets of all requests: what one of them bears, any answer may say. */
const redactorFor = (pairs: readonly Pair[], passwordNames: readonly string[], language: Language): Redactor => {
  const { secrets, isCut } = secretsOf(pairs, passwordNames);
  if (isCut) tellAside(`3pas: ${tooMany[language]}\n`);
  return redactorOf(undefined, secrets);
};

const tooMany: Readonly<Record<Language, string>> = {
  nl: 'dit verkeer heeft meer tokens en cookies dan er gezocht worden; van de laatste blijft staan wat een antwoord ervan herhaalt. Importeer het in delen',
  en: 'this traffic has more tokens and cookies than are searched for; of the last ones, what an answer repeats stays. Import it in parts',
};

/** Bytes of one exchange that are kept. */
const mostOfExchange = 64 * 1024 ** 2;
