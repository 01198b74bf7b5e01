import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dutchDay } from '#judgement/certificate/days';
import { readJournal } from '#evidence/read-journal';
import { dossierFold } from '#reporters/dossiers';
import { sentFold } from '#reporters/sent-counts';
import { sentOf } from '../resume/unfinished-run.ts';

/** The requests of the run in a folder by their day in the Netherlands, from one day on, those of the doctor and one that was cut off under way included; none where a run did not begin. */
export const requestsIn = (out: string, from: string): ReadonlyMap<string, number> => {
  if (!existsSync(join(out, 'journal.ndjson'))) return new Map();
  const [all, dossiers] = [sentFold(), dossierFold()];
  const days = new Map([[from, sentFold()]]);
  for (const event of readJournal(out)) {
    if (event.type === 'damaged') continue;
    if (event.type === 'exchange') {
      all.add(event);
      const day = dutchDay(new Date(event.startedAt));
      if (!days.has(day)) days.set(day, sentFold());
      days.get(day)?.add(event);
    }
    dossiers.add(event);
  }
  const cutOff = sentOf({ sent: all.result(), dossiers: dossiers.result() }).requests - all.result().requests;
  const counts = [...days].filter(([day]) => day >= from).map(([day, sent]) => [day, sent.result().requests] as const);
  return new Map(counts.map(([day, requests]) => [day, requests + (day === from ? cutOff : 0)]));
};
