import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '#evidence/read-journal';
import { dossierFold } from '#reporters/dossiers';
import { sentFold } from '#reporters/sent-counts';
import { sentOf } from '../resume/unfinished-run.ts';

/** The requests of the run in a folder, those of the doctor and one that was cut off under way included; none where a run did not begin. */
export const requestsIn = (out: string): number => {
  if (!existsSync(join(out, 'journal.ndjson'))) return 0;
  const [sent, dossiers] = [sentFold(), dossierFold()];
  for (const event of readJournal(out)) {
    if (event.type === 'damaged') continue;
    if (event.type === 'exchange') sent.add(event);
    dossiers.add(event);
  }
  return sentOf({ sent: sent.result(), dossiers: dossiers.result() }).requests;
};
