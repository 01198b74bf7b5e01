import { basename, resolve } from 'node:path';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import type { Bilingual } from '#contract/texts/bilingual';
import { redactorOf } from '#endpoint/redact';
import { readJournal } from '#evidence/read-journal';
import { quoted } from '#reporters/command-again';
import { number } from '#reporters/number';
import { exitCodes } from '#reporters/outcome';
import { foldRun } from '#reporters/run-result';
import type { Language } from '#reporters/texts';
import { contractFolder } from '../contract-folder.ts';
import { type DemandOptions, demandsIn } from '../demands.ts';
import { takeEmptyFolder } from '../folder/take-folder.ts';
import { demandKnown } from '../known.ts';
import { languageOf } from '../language.ts';
import { toldAtOnce } from '../listen/told-at-once.ts';
import { readVendorFile } from '../listen/vendor-file.ts';
import type { DataOptions } from '../recording/term.ts';
import { declaredTestData } from '../recording/test-data.ts';
import { momentOf } from '../run/clock.ts';
import { reporterNames } from '../run/options.ts';
import { listenToSignals } from '../signals.ts';
import { stayLean } from '../stay-lean.ts';
import { Stopped } from '../stopped.ts';
import { tellAside } from '../tell.ts';
import { createTicker } from '../ticker.ts';
import { UsageError } from '../usage-error.ts';
import type { Held } from './pair.ts';
import { BrokenOff, type Found, recordTraffic } from './record-traffic.ts';
import { sortTraffic } from './sort-traffic.ts';
import { trafficAt } from './traffic-at.ts';
import { besideTexts, nothingToJudge } from './traffic-text.ts';

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

/** Makes a recording of what a system kept of its own traffic, judges it, reports; returns the exit code of the report. */
export const importTraffic = async (paths: readonly string[], options: ImportOptions): Promise<number> => {
  stayLean();
  demandKnown('--reporter', options.reporter, reporterNames);
  const contract = readContract(contractFolder(options.contract));
  const language = languageOf(options.lang);
  const { vendor } = options;
  const declared = vendor === undefined ? undefined : toldAtOnce(() => readVendorFile(vendor, contract));
  const found = foundAt(paths, contract, language);
  const recording = options.recording ?? nameOf(paths[0] ?? '');
  const out = resolve(options.out ?? `3pas-out/${recording}`);
  const { testData: flag, keep, phase } = options;
  const isTestData = await declaredTestData({ flag, declared: declared?.testData, json: options.json, language });
  const lock = takeEmptyFolder(out, 'import');
  const signals = listenToSignals();
  try {
    const asked = options.contract;
    const demandGoingOn = (): void => {
      if (signals.count() > 0) throw new Stopped();
    };
    const told = { contract, asked, declared, recording, phase, isTestData, keep };
    await recordTraffic({ ...told, found, out, language, demandGoingOn });
    const { reportRun } = await import('../report/report-run.ts');
    const { reporter = reporterNames, json = false } = options;
    return await reportRun(
      foldRun(readJournal(out)),
      { from: out, to: out, reporter, json, language, ...demandsIn(options) },
      signals,
    );
  } catch (error) {
    const why = error instanceof Stopped ? notJudged(out) : error instanceof BrokenOff ? error.text : undefined;
    if (why === undefined) throw error;
    tellAside(`3pas: ${why[language]}\n`);
    return exitCodes.incomplete;
  } finally {
    signals.forget();
    lock.release();
  }
};

const notJudged = (out: string): Bilingual => ({
  nl: `de import is gestopt (Ctrl-C): alles is bewaard, en nog niet alles beoordeeld; npx 3pas report ${quoted(out)} beoordeelt het en maakt de rapporten`,
  en: `the import was stopped (Ctrl-C): all is kept, and not all is judged yet; npx 3pas report ${quoted(out)} judges it and makes the reports`,
});

const nameOf = (path: string): string =>
  `import-${basename(resolve(path))
    .replace(/\.[^.]*$/, '')
    .replace(/[^\w.-]+/g, '-')}`;

const foundAt = (paths: readonly string[], contract: Contract, language: Language): Found => {
  const reads = paths.map(trafficAt);
  const all = number(
    reads.reduce((sum, { pairs }) => sum + pairs.length, 0),
    language,
  );
  const ticker = createTicker();
  const { ours, ...beside } = sortTraffic(reads, contract, (count) => {
    ticker.tick(() => readText[language](`${number(count, language)}/${all}`));
  });
  ticker.stop();
  if (ours.length === 0) throw new UsageError(nothingToJudge(paths, beside));
  for (const text of besideTexts(beside)) tellAside(`3pas: ${text[language]}\n`);
  const pairs = dated(ours, language).toSorted((one, other) => one.startedAt - other.startedAt);
  return { pairs, redactor: redactorOf(undefined, beside.secrets.secrets) };
};

/** What has no time was sent before now: no date in it lies in the future that does not do so today. */
const dated = (pairs: readonly Held[], language: Language): readonly Held[] => {
  const now = Date.parse(momentOf(undefined).clock);
  const undated = pairs.filter(({ startedAt }) => startedAt === 0).length;
  if (undated > 0) tellAside(`3pas: ${withoutTime[language](number(undated, language))}\n`);
  return pairs.map((pair) => (pair.startedAt === 0 ? { ...pair, startedAt: now, isUntimed: true } : pair));
};

const readText: Readonly<Record<Language, (count: string) => string>> = {
  nl: (count) => `${count} gelezen`,
  en: (count) => `${count} read`,
};

const withoutTime: Readonly<Record<Language, (count: string) => string>> = {
  nl: (count) => `${count} zonder tijdstip: wat daarin van de dag afhangt, is beoordeeld naar vandaag`,
  en: (count) => `${count} without a time: what depends on the day in them is judged by today`,
};
