import { attempt } from '#contract/folder/attempt';
import type { Journal } from '#evidence/journal';
import { type ScriptedPlay, createPlays } from '#endpoint/mock/plays';
import type { Declaration } from '#judgement/showing/declaration';
import { type Showing, followShowing } from '#judgement/showing/showing';
import { OutputFailure, openJournal } from '#evidence/journal';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { secretsIn } from '#harness/client/secrets';
import { type JudgedExchange, type RecordingJudge, openRecordingJudge } from '#harness/judge-recording';
import { guardedAnswers } from '#judgement/guarded-answers';
import { foldRun } from '#reporters/run-result';
import { asBlock } from '#contract/texts/visible';
import type { Language } from '#reporters/texts';
import { scrubFor } from '#suites/scrub';
import { demandsIn } from '../demands.ts';
import { takeFolder } from '../folder/take-folder.ts';
import { demandKnown } from '../known.ts';
import { languageOf } from '../language.ts';
import { reporterNames } from '../run/options.ts';
import { shownOf } from '../recording/shown-of.ts';
import { keptUntil } from '../recording/term.ts';
import { declaredTestData } from '../recording/test-data.ts';
import { momentOf } from '../run/clock.ts';
import { saidBy } from '../said-by.ts';
import { type Signals, listenToSignals } from '../signals.ts';
import { stayLean } from '../stay-lean.ts';
import { tell, tellAside, tellInColour } from '../tell.ts';
import { type OpenForward, openForward } from './forward/open-forward.ts';
import { type PlannedForward, planForward } from './forward/plan-forward.ts';
import { certificatesFor } from './certificates.ts';
import { type LiveJudging, liveJudging } from './live-judging.ts';
import { type LevelOf, messageLine } from './message-line.ts';
import { messageJson } from './message-json.ts';
import type { ListenOptions } from './options.ts';
import { openReceiver } from './receiver.ts';
import { guardedExamine } from '../page/detail/guarded-examine.ts';
import { livePage } from '../page/live-page.ts';
import { createJudgedRows } from './judged-rows.ts';
import { type Recorded, readRecording, startOf } from './recording.ts';
import { type ListenSettings, settingsOf } from './settings.ts';
import { type Started, startedJson, startedText } from './started-text.ts';
import { untilEnd } from './until-end.ts';
import { UsageError } from '../usage-error.ts';
import { readAnswersFile } from './answers-file.ts';
import { toldAtOnce } from './told-at-once.ts';
import { readVendorFile } from './vendor-file.ts';

/** The whole of `3pas listen`: receives until it is told to end, judges, reports; returns the exit code. */
export const listen = async (options: ListenOptions): Promise<number> => {
  stayLean();
  const settings = settingsOf(options);
  demandKnown('--reporter', options.reporter, reporterNames);
  const files = filesOf(settings, options);
  const forward = await planForward(options, settings);
  const isTestData = await vouched(files, options);
  const lock = takeFolder(settings.out, 'listen');
  const signals = listenToSignals();
  try {
    await receive({ ...settings, ...files, forward }, { ...options, isTestData }, signals);
    return await reported(settings, options, signals);
  } finally {
    signals.forget();
    lock.release();
  }
};

/** Milliseconds that the judging of one message may take. */
const deadlineMs = 5_000;

/** Bytes of messages that one start keeps: what an endpoint acknowledges is to be there. */
const mostKeptBytes = 64 * 1024 ** 3;

/** What files say that options name, read before a folder is made. */
interface Files {
  readonly declared: Declaration | undefined;
  readonly script: readonly ScriptedPlay[];
}

const filesOf = (settings: ListenSettings, options: ListenOptions): Files =>
  toldAtOnce(() => {
    const declared = attempt(() => declarationOf(settings, options));
    const script = attempt(() => (options.answers === undefined ? [] : readAnswersFile(options.answers)));
    return { declared: declared(), script: script() };
  });

/** Whether somebody says that what comes in is test data. */
interface Vouched {
  readonly isTestData: boolean;
}

const vouched = ({ declared }: Files, { testData: flag, json, lang }: ListenOptions): Promise<boolean> =>
  declaredTestData({ flag, declared: declared?.testData, json, language: languageOf(lang) });

interface Receiving extends ListenSettings, Files {
  readonly forward: PlannedForward | undefined;
}

const receive = async (settings: Receiving, options: ListenOptions & Vouched, signals: Signals): Promise<void> => {
  const { contract, out, phase, declared, script, forward } = settings;
  const recorded = readRecording(settings);
  const plays = createPlays(script, deliveriesIn(recorded));
  const certificates = phase === 1 ? undefined : await certificatesFor(settings, options);
  const [answers, examining] = [guardedAnswers(contract, deadlineMs), guardedExamine({ contract, phase }, deadlineMs)];
  const bytesOf = openExchanges(out);
  const judge = openRecordingJudge({ ...answers, contract, phase, bytes: bytesOf });
  const scrub = forward && scrubFor(secretsIn(forward.planned.config));
  const journal = openJournal(out, { room: mostKeptBytes, scrub });
  const end = untilEnd(signals, options.for);
  const levelOf = levelsOf(judge);
  const [rows, showing] = [createJudgedRows({ bytesOf, levelOf, contract }), declared && followShowing(declared)];
  const teller = tellerOf(levelOf, recorded.exchanges.length, options);
  const live = liveJudging(judge, {
    judged: (one) => {
      teller(one);
      rows.add(one);
      if (one.seen !== undefined) showing?.add(one.seen);
      if (options.stopWhenComplete === true && showing?.isComplete() === true) end.complete();
    },
    failed: end.fail,
  });
  for (const event of recorded.exchanges) live.add(event);
  const looking = { rows, plays, examine: examining.examine };
  let way: OpenForward | undefined;
  try {
    way = await openForward(forward, { journal, answers, used: recorded.forwarded });
    void way?.ended.then(end.fail);
    const server = await openReceiver({
      ...{ settings, certificates, journal, recorded, plays, heard: live.add, declared },
      failed: failureOf(end.fail, languageOf(options.lang)),
      forwarder: way?.forwarder,
      ports: { service: options.port, page: options.pagePort },
      page: livePage({ ...looking, shown: showing?.result, waiting: live.waiting, root: certificates?.root }),
    });
    try {
      const { url, controlUrl: pageUrl } = server;
      const before = recorded.exchanges.length;
      begin(journal, { settings, url, pageUrl, certificates, before, forwardedTo: way?.to }, options);
      await end.reached;
    } finally {
      await way?.settle(signals);
      await server.close();
    }
    await conclude({ live, judge, journal, signals, shown: shownBy(journal, declared, showing) });
  } finally {
    await way?.close();
    live.abandon();
    await live.settled();
    await Promise.all([answers.close(), examining.close()]);
  }
};

const begin = (journal: Journal, started: Started, options: ListenOptions & Vouched): void => {
  const { json, lang } = options;
  const { settings, url: target, forwardedTo } = started;
  const at = momentOf(undefined).clock;
  const testData = options.isTestData ? 'declared' : 'undeclared';
  journal.append(startOf(settings, { at, target, forwardedTo, testData, keepUntil: keptUntil(at, options.keep) }));
  tell(json === true ? `${startedJson(started)}\n` : startedText(started, languageOf(lang)));
};

const declarationOf = (
  { contract }: ListenSettings,
  { vendor, stopWhenComplete }: ListenOptions,
): Declaration | undefined => {
  if (vendor !== undefined) return readVendorFile(vendor, contract);
  if (stopWhenComplete !== true) return undefined;
  throw new UsageError({
    nl: '--stop-when-complete vraagt --vendor: dat bestand zegt wat er getoond moet worden',
    en: '--stop-when-complete needs --vendor: that file says what is to be shown',
  });
};

/** A script counts on where it was. */
const deliveriesIn = ({ exchanges }: Recorded): number =>
  exchanges.filter(({ documentType }) => documentType !== undefined).length;

const shownBy = (journal: Journal, declared: Declaration | undefined, showing: Showing | undefined) => (): void => {
  if (declared !== undefined && showing !== undefined) journal.append(shownOf(declared, showing));
};

/** A disk that is full ends the receiver; any other mistake is told, and the next message may fare better. */
const failureOf =
  (fail: (error: unknown) => void, language: Language) =>
  (error: unknown): void => {
    if (error instanceof OutputFailure) fail(error);
    else tellAside(`3pas: ${asBlock(saidBy(error)[language])}\n`);
  };

const levelsOf = ({ plan }: RecordingJudge): LevelOf => {
  const levels = new Map(plan.map(({ requirement, level }) => [requirement, level] as const));
  return (requirement) => levels.get(requirement) ?? 'REPORT';
};

/** Tells of each message that comes; those of before are judged again in silence. */
const tellerOf = (
  levelOf: LevelOf,
  before: number,
  { json = false, lang }: ListenOptions,
): ((one: JudgedExchange) => void) => {
  const language: Language = languageOf(lang);
  let silent = before;
  return (one) => {
    silent -= 1;
    if (silent >= 0) return;
    if (json) tell(`${messageJson(one, levelOf)}\n`);
    else tellInColour(messageLine(one, levelOf, language));
  };
};

interface Concluding {
  readonly live: LiveJudging;
  readonly judge: RecordingJudge;
  readonly journal: Journal;
  readonly signals: Signals;
  /** Journals what was shown. */
  readonly shown: () => void;
}

/** A second Ctrl-C leaves what is not judged yet to `3pas report`. */
const conclude = async ({ live, judge, journal, signals, shown }: Concluding): Promise<void> => {
  const impatient = new Promise<'impatient'>((resolve) => {
    signals.to(() => {
      resolve('impatient');
    });
  });
  const came = await Promise.race([live.settled(), impatient]);
  if (came !== 'impatient') {
    judge.end(journal);
    shown();
    journal.append({ type: 'run-ended', at: momentOf(undefined).clock, complete: true, reason: undefined });
  }
  journal.close();
};

const reported = async (
  { out }: ListenSettings,
  { reporter = reporterNames, json = false, lang, ...options }: ListenOptions,
  signals: Signals,
): Promise<number> => {
  const { reportRun } = await import('../report/report-run.ts');
  const language = languageOf(lang);
  return reportRun(
    foldRun(readJournal(out)),
    { from: out, to: out, reporter, json, language, ...demandsIn(options) },
    signals,
  );
};
