import type { Bilingual } from '#contract/texts/bilingual';
import type {
  Aimed,
  CheckEnded,
  Event,
  ExchangeRecorded,
  Planned,
  RecordingStarted,
  RunEnded,
  RunStarted,
} from '#evidence/event';
import type { PersonalEvent } from '#evidence/personal-event';
import type { ShownEvent } from '#evidence/shown-event';
import { type Verdict, verdicts } from '#judgement/verdict';
import { changedFold } from '#evidence/changed-lines';
import { type Forwarded, forwardedFold, ofForwarding } from '#evidence/forwarded';
import { JournalError } from '#evidence/journal-error';
import type { Redacted } from '#evidence/recording-fact';
import { type RunResumed, withoutAgain } from '#evidence/run-resumed';
import type { SendersEvent } from '#evidence/senders-event';
import type { TypesEvent } from '#evidence/types-event';
import { type Confidential, toldOf } from './confidential.ts';
import { type Dossier, dossierFold } from './dossiers.ts';
import { type Lacking, lackingFold } from './lacking.ts';
import type { Damaged } from '#evidence/journal-feed';
import { type SentCounts, sentFold } from './sent-counts.ts';
import { asRun } from './recording-as-run.ts';
import { stoppedFold } from './stopped-checks.ts';
import { type Unkept, unkeptFold } from './unkept.ts';
import { type Unfounded, verdictsFold } from '#evidence/verdicts';

/** A run, folded from its journal: what reports need of it, whatever the number and size of its exchanges. */
export interface RunResult {
  readonly started: RunStarted;
  /** Of what a vendor's system sent by itself; undefined for a run. */
  readonly recording?: RecordingStarted | undefined;
  /** Undefined where no vendor declared anything. */
  readonly shown?: ShownEvent | undefined;
  /** What in its messages may be about persons. */
  readonly personal?: PersonalEvent | undefined;
  /** The verdict on each sender, where there are several. */
  readonly senders?: SendersEvent | undefined;
  /** The checks of a recording by document type. */
  readonly types?: TypesEvent | undefined;
  /** That whoever made it was killed before it held all of its messages. */
  readonly unkept?: Unkept | undefined;
  /** That its bytes were taken out. */
  readonly redacted?: Redacted | undefined;
  /** Each time that a run that had been cut off went on; undefined for one in one piece. */
  readonly resumed?: readonly RunResumed[] | undefined;
  readonly ended: RunEnded | undefined;
  /** Undefined, as the aim, when the run was stopped before that was known. */
  readonly planned: Planned | undefined;
  readonly aim: Aimed | undefined;
  /** In the order in which they ended, as they may be told; those that were stopped come last, as untested. */
  readonly checks: readonly CheckEnded[];
  /** What is told in confidence only. */
  readonly confidential: readonly Confidential[];
  /** How many checks were stopped. */
  readonly stopped: number;
  readonly sent: SentCounts;
  readonly dossiers: readonly Dossier[];
  /** Of a recording whose messages go on to another endpoint. */
  readonly forwarded?: Forwarded | undefined;
  /** Exchanges of which not all bytes were kept. */
  readonly lacking: Lacking;
  /** Exchanges whose bytes were kept, and are gone or damaged since. */
  readonly lost: Lacking;
  /** Lines of the journal that could not be read. */
  readonly damaged: number;
  /** The numbers of those that no writer left so: they were changed since. */
  readonly changed: readonly number[];
  /** Checks whose recorded verdict does not follow from the facts beside it. */
  readonly unfounded: readonly Unfounded[];
}

/** Folds the events of one run, one at a time; throws when they hold no start. Nothing is taken for lost unless `isLost` says so. */
export const foldRun = (
  events: Iterable<Event | Damaged>,
  isLost: (exchange: ExchangeRecorded) => boolean = () => false,
): RunResult => {
  const [sent, dossiers, changed, forwarded] = [sentFold(), dossierFold(), changedFold(), forwardedFold()];
  const unkept = unkeptFold();
  let open = stoppedFold();
  const facts = verdictsFold();
  const [lacking, lost] = [lackingFold(({ lacks }) => lacks !== undefined), lackingFold(isLost)];
  // What went on to an endpoint was counted as it came.
  const foldsOf = ({ check }: ExchangeRecorded) => [...(check === ofForwarding ? [] : [sent]), lacking, lost];
  const checks = endedFold();
  const told = toldFold();
  let damaged = 0;
  for (const event of events) {
    changed.add(event);
    unkept.add(event);
    facts.add(event);
    checks.add(event);
    if (event.type === 'recording-started') open = stoppedFold();
    if (event.type === 'damaged') damaged += 1;
    else open.add(event);
    forwarded.add(event);
    if (event.type === 'exchange') for (const fold of foldsOf(event)) fold.add(event);
    if (event.type !== 'damaged') dossiers.add(event);
    told.add(event);
  }
  const { started: begun, recording, redacted, ...rest } = told.result();
  const started = begun ?? (recording && asRun(recording));
  if (started === undefined) throw new JournalError(withoutStart);
  const stopped = open.result();
  const telling = checks.result().map((check) => toldOf(started.runId, check));
  return {
    ...{ ...noneTold, ...rest, started, recording, redacted, damaged },
    ...{
      changed: changed.result(),
      unfounded: facts.result().unfounded,
      checks: [...telling.map((one) => one.open), ...stopped],
      confidential: telling.flatMap(({ confidential }) => confidential ?? []),
      stopped: stopped.length,
    },
    ...{ forwarded: forwarded.result(), unkept: unkept.result() },
    ...{
      sent: sent.result(),
      dossiers: dossiers.result(),
      lacking: lacking.result(),
      lost: lostOf(lost.result(), redacted),
    },
  };
};

/** The verdicts in the order in which they came, as far as none is made anew. */
const endedFold = () => {
  let checks: CheckEnded[] = [];
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'recording-started') checks = [];
      if (event.type === 'run-resumed') checks = withoutAgain(checks, event);
      if (event.type === 'check-ended') checks.push(event);
    },
    result: (): readonly CheckEnded[] => checks,
  };
};

interface Told {
  readonly started?: RunStarted;
  readonly recording?: RecordingStarted;
  readonly shown?: ShownEvent;
  readonly personal?: PersonalEvent;
  readonly senders?: SendersEvent;
  readonly types?: TypesEvent;
  readonly redacted?: Redacted;
  readonly resumed?: readonly RunResumed[];
  readonly planned?: Planned;
  readonly aim?: Aimed;
  readonly ended?: RunEnded | undefined;
}

/** An earlier start may have handed messages on, or have taken in what nobody vouches for. */
const goneOn = (before: RecordingStarted | undefined, event: RecordingStarted): RecordingStarted => ({
  ...event,
  forwardedTo: event.forwardedTo ?? before?.forwardedTo,
  testData: before?.testData === 'undeclared' ? 'undeclared' : event.testData,
});

const noneTold = { ended: undefined, planned: undefined, aim: undefined };

/** Events of which the last one counts, and what they are called here. */
const toldAs = {
  ...{ shown: 'shown', redacted: 'redacted', types: 'types', senders: 'senders', personal: 'personal' },
  ...{ planned: 'planned', aimed: 'aim', 'run-ended': 'ended' },
} as const;

/** What is told of a run as a whole. */
const toldFold = () => {
  let told: Told = {};
  return {
    add: (event: Event | Damaged): void => {
      if (event.type === 'run-started') told = { started: event, ...told };
      if (event.type === 'recording-started') told = { recording: goneOn(told.recording, event) };
      if (event.type === 'run-resumed') told = { ...told, ended: undefined, resumed: [...(told.resumed ?? []), event] };
      if (event.type in toldAs) told = { ...told, [toldAs[event.type as keyof typeof toldAs]]: event };
    },
    result: (): Told => told,
  };
};

/** What was taken out on purpose is not lost. */
const lostOf = (lost: Lacking, redacted: Redacted | undefined): Lacking =>
  redacted === undefined ? lost : { exchanges: 0, ids: [] };

const withoutStart: Bilingual = {
  nl: 'het journaal bevat geen begin van een run',
  en: 'the journal holds no start of a run',
};

/** How many checks ended with each verdict. */
export const countVerdicts = (checks: readonly CheckEnded[]): Readonly<Record<Verdict, number>> => {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of checks) counts[verdict] += 1;
  return counts;
};
