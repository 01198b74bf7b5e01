import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Event, RecordingStarted } from '#evidence/event';
import { journalVersion } from '#evidence/event';
import type { Damaged } from '#evidence/journal-feed';
import { readJournal } from '#evidence/read-journal';
import { type Forwarded, forwardedFold } from '#evidence/forwarded';
import { type RecordedSent, recordedCasesFold } from '#evidence/recorded-cases';
import { likenessOf } from '#endpoint/mock/registry';
import { isLock } from '../folder/lock-folder.ts';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { suiteVersion } from '../version.ts';
import type { ListenSettings } from './settings.ts';

/** What a recording holds from before; nothing at its first start. */
export interface Recorded {
  readonly exchanges: readonly RecordedSent[];
  /** What the receiver has to know again, so that it answers as if it had not been away. */
  readonly before: { readonly numbers: number; readonly likenesses: readonly string[] };
  readonly forwarded: Forwarded;
}

type Settings = Pick<ListenSettings, 'out' | 'contract' | 'phase' | 'recording' | 'asked'>;

/** Reads what a recording of this name holds; throws `UsageError` for a folder that holds something else, or a recording of another contract or phase. */
export const readRecording = (settings: Settings): Recorded => {
  const { out } = settings;
  if (!existsSync(join(out, 'journal.ndjson'))) {
    demandEmpty(out);
    return { exchanges: [], before: { numbers: 0, likenesses: [] }, forwarded: forwardedFold().result() };
  }
  const { started, exchanges, forwarded, isRedacted } = gathered(eventsIn(out));
  demandSame(receivedHere(started, out), settings);
  if (isRedacted) throw redacted(out);
  // Where an answer was withheld nobody saw the number.
  const accepted = exchanges.filter(
    ({ dossierNumber, inbound }) => dossierNumber !== undefined || inbound?.note?.likeness !== undefined,
  );
  return {
    exchanges,
    before: { numbers: accepted.length, likenesses: accepted.flatMap(likenessIn) },
    forwarded,
  };
};

const likenessIn = ({ inbound }: RecordedSent): readonly string[] => {
  const likeness = likenessOf(inbound?.note?.sender, inbound?.note?.likeness);
  return likeness === undefined ? [] : [likeness];
};

type Saying = Pick<RecordingStarted, 'at' | 'target' | 'forwardedTo' | 'testData' | 'keepUntil'>;

/** The event that a recording starts with, and goes on with. */
export const startOf = (
  { recording, contract, phase, asked }: Settings,
  { at, target, forwardedTo, testData, keepUntil }: Saying,
): RecordingStarted => ({
  ...{ type: 'recording-started', version: journalVersion, at, recording, suite: suiteVersion, phase },
  contract: { id: contract.id, digest: contract.digest, confirmed: contract.confirmed },
  ...{ profile: asked.profile, asked: { contract: asked.contract }, target, forwardedTo },
  ...{ testData, keepUntil },
});

const eventsIn = (out: string): readonly (Event | Damaged)[] => {
  try {
    return [...readJournal(out)];
  } catch (error) {
    const why = saidBy(error);
    throw new UsageError({
      nl: `met de opname in ${out} is niet verder te gaan (${why.nl}); kies een andere naam met --recording`,
      en: `the recording in ${out} can't go on (${why.en}); choose another name with --recording`,
    });
  }
};

const gathered = (events: readonly (Event | Damaged)[]) => {
  const [fold, forwarded] = [recordedCasesFold(), forwardedFold()];
  let started: RecordingStarted | undefined;
  let isRedacted = false;
  for (const event of events) {
    fold.add(event);
    forwarded.add(event);
    if (event.type === 'recording-started') started = event;
    if (event.type === 'redacted') isRedacted = true;
  }
  return { started, isRedacted, exchanges: fold.exchanges(), forwarded: forwarded.result() };
};

/** What was recorded by others must not pass for what was received here. */
const receivedHere = (started: RecordingStarted | undefined, out: string): RecordingStarted => {
  if (started === undefined)
    throw new UsageError({
      nl: `${out} bevat geen opname: journal.ndjson is van een run, of niet te lezen; kies een andere naam met --recording`,
      en: `${out} holds no recording: its journal.ndjson is of a run, or can't be read; choose another name with --recording`,
    });
  if (started.recordedBy === undefined) return started;
  const by = { system: '3pas import', delivery: '3pas deliver' }[started.recordedBy];
  throw new UsageError({
    nl: `de opname in ${out} is van ${by}, en daar ontvangt niets bij; kies een andere naam met --recording`,
    en: `the recording in ${out} is of ${by}, and nothing is received into that; choose another name with --recording`,
  });
};

const demandSame = (started: RecordingStarted, { out, contract, phase }: Settings): void => {
  if (started.contract.digest === contract.digest && started.phase === phase) return;
  throw new UsageError({
    nl: `de opname in ${out} is van fase ${String(started.phase)} en contract ${started.contract.id} (SHA-256 ${started.contract.digest.slice(0, 12)}…), en niet van fase ${String(phase)} en ${contract.id} (${contract.digest.slice(0, 12)}…); kies een andere naam met --recording`,
    en: `the recording in ${out} is of phase ${String(started.phase)} and contract ${started.contract.id} (SHA-256 ${started.contract.digest.slice(0, 12)}…), and not of phase ${String(phase)} and ${contract.id} (${contract.digest.slice(0, 12)}…); choose another name with --recording`,
  });
};

const redacted = (out: string): UsageError =>
  new UsageError({
    nl: `de opname in ${out} is opgeschoond (3pas prune --redact), en gaat niet verder; kies een andere naam met --recording`,
    en: `the recording in ${out} was redacted (3pas prune --redact), and does not go on; choose another name with --recording`,
  });

/** Certificates may be there of a start that was broken off. */
const demandEmpty = (out: string): void => {
  const other = readdirSync(out).find((name) => !isLock(name) && !/^certificates(\.part)?$/.test(name));
  if (other === undefined) return;
  throw new UsageError({
    nl: `de map ${out} bevat iets anders (${other}) en geen opname; kies een andere naam met --recording, of een andere map met --out`,
    en: `the folder ${out} holds something else (${other}) and no recording; choose another name with --recording, or another folder with --out`,
  });
};
