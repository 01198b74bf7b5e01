import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openExchanges } from '#evidence/open-exchanges';
import { shownCases } from '#reporters/allure/shown-cases';
import { confidentialFile, confidentialFolder } from '#reporters/confidential';
import { confidentialText } from '#reporters/confidential-text';
import { replayCommands } from '#reporters/replay-command';
import type { RunResult } from '#reporters/run-result';
import type { Language } from '#reporters/texts';
import { writeWhole } from './write-whole.ts';

/** From which folder to which, and in which language. */
interface Writing {
  readonly from: string;
  readonly to: string;
  readonly language: Language;
}

/** Writes what is told in confidence where its owner alone can read it, and returns the path; what an earlier report left is taken away where there is nothing. */
export const writeConfidential = (result: RunResult, { from, to, language }: Writing): string | undefined => {
  const folder = join(to, confidentialFolder);
  const path = join(folder, confidentialFile);
  const { confidential } = result;
  if (confidential.length === 0) {
    rmSync(path, { force: true });
    return undefined;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const cases = shownCases(
    from,
    confidential.map(({ check }) => check),
  );
  const evidence = {
    exchangesOf: (check: string) => cases.get(check) ?? [],
    bytesOf: openExchanges(from),
    again: replayCommands(result, from),
  };
  writeWhole(path, confidentialText(result, language, evidence), 0o600);
  return path;
};
