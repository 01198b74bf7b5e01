import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Contract } from '#contract/contract';
import { casesInRun } from '#evidence/corpus/cases-in-run';
import type { CorpusCase } from '#evidence/corpus/corpus-case';
import { findingNumbers } from '#evidence/corpus/findings';
import { caseFile, readCase } from '#evidence/corpus/read-case';
import type { RunStarted } from '#evidence/event';
import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { guardedAnswers } from '#judgement/guarded-answers';
import type { RunResult } from '#reporters/run-result';
import { readRun } from '../report/read-run.ts';
import { UsageError } from '../usage-error.ts';

/** A case that is to be sent again, and how the run that found it was asked for. */
export interface CaseAt {
  readonly asked: Pick<RunStarted['asked'], 'profile' | 'url' | 'contract'>;
  /** What a case was found with, wherever that folder is; undefined where the run says it. */
  readonly contract?: CorpusCase['origin']['contract'];
  readonly clock: string;
  readonly load: (contract: Contract) => Promise<CorpusCase>;
}

/** The case at a path: its folder, the file in it, or a finding of a run by its number. Throws `UsageError` for what is neither. */
export const caseAt = (path: string, finding: number | undefined): CaseAt => {
  const folder = basename(path) === caseFile ? dirname(path) : path;
  if (existsSync(join(folder, caseFile))) return ofCorpus(folder, finding);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && existsSync(join(folder, 'journal.ndjson')))
    return ofRun(folder, finding);
  throw new UsageError({
    nl: `${path} is geen geval (een map met ${caseFile}) en geen uitvoermap van een run; geef een van beide`,
    en: `${path} is no case (a folder with ${caseFile}) and no output folder of a run; give one of these`,
  });
};

const ofCorpus = (folder: string, finding: number | undefined): CaseAt => {
  if (finding !== undefined)
    throw new UsageError({
      nl: `--finding ${String(finding)}: ${folder} is zelf een geval; laat --finding weg, of geef de uitvoermap van een run`,
      en: `--finding ${String(finding)}: ${folder} is a case itself; leave --finding out, or give the output folder of a run`,
    });
  const one = readCase(folder);
  const { profile, contract, clock } = one.origin;
  return { asked: { profile, contract: undefined }, contract, clock, load: () => Promise.resolve(one) };
};

const ofRun = (folder: string, finding: number | undefined): CaseAt => {
  const result = readRun(folder);
  const check = findingIn(folder, result, finding);
  const { asked, clock } = result.started;
  return { asked, clock, load: (contract) => loaded(folder, check, contract) };
};

/** The key of the check that a finding is of. */
const findingIn = (folder: string, result: RunResult, finding: number | undefined): string => {
  const { started, recording, checks } = result;
  if (recording !== undefined || started.asked.by === 'pact')
    throw new UsageError({
      nl: `${folder} is geen run van 3pas run; een bericht van een systeem is opnieuw te versturen met 3pas deliver`,
      en: `${folder} is no run of 3pas run; a message of a system can be sent again with 3pas deliver`,
    });
  const numbers = findingNumbers(checks);
  const wanted = finding ?? (numbers.size === 1 ? 1 : undefined);
  const [found] = [...numbers].find(([, number]) => number === wanted) ?? [];
  if (found !== undefined) return found;
  throw new UsageError(numbers.size === 0 ? noFinding(folder) : whichFinding(folder, numbers));
};

const noFinding = (folder: string) => ({
  nl: `in de run in ${folder} voldeed alles wat is beslist; er is niets opnieuw te versturen`,
  en: `the run in ${folder} found nothing wrong; there is nothing to send again`,
});

/** Findings that one sentence lists. */
const mostListed = 10;

const whichFinding = (folder: string, numbers: ReadonlyMap<string, number>) => {
  const listed = [...numbers].slice(0, mostListed).map(([check, number]) => `${String(number)} ${check}`);
  const all = listed.join(', ') + (numbers.size > mostListed ? ', …' : '');
  return {
    nl: `de run in ${folder} heeft ${String(numbers.size)} bevindingen; kies er een met --finding: ${all}`,
    en: `the run in ${folder} has ${String(numbers.size)} findings; choose one with --finding: ${all}`,
  };
};

/** Milliseconds that judging an answer once more may take. */
const deadlineMs = 3000;

const loaded = async (folder: string, check: string, contract: Contract): Promise<CorpusCase> => {
  const answers = guardedAnswers(contract, deadlineMs);
  const making = { ...answers, contract, bytes: openExchanges(folder) };
  try {
    const [one] = await casesInRun(readJournal(folder), making, (failure) => failure.check === check);
    if (one !== undefined) return one;
  } finally {
    await answers.close();
  }
  throw new UsageError({
    nl: `van ${check} in ${folder} is geen geval vastgelegd; draai de suite opnieuw`,
    en: `no case of ${check} was recorded in ${folder}; run the suite again`,
  });
};
