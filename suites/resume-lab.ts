import { openExchanges } from '#evidence/open-exchanges';
import { readJournal } from '#evidence/read-journal';
import { recordedCasesFold, reopenSent } from '#evidence/recorded-cases';
import { soFarFold } from '#evidence/so-far';
import type { RunBefore } from '#harness/run-config';
import type { LabOfRun, OpenLab } from './lab-and-bench.ts';

/** Numbers of deliveries that a check has in each part of a run: more than it sends. */
const numbersOfPart = 1_000_000;

/** Times that a run can be resumed: each takes numbers of its own, of seven digits. */
export const mostTimes = 9;

/** Has the checks of a run go on where an earlier part of it was cut off: what all exchanges decide is told of those that are on disk. */
export const resumeLab = async (open: OpenLab, { time }: RunBefore): Promise<LabOfRun> => {
  const { lab, bench, answers } = open;
  const { out, phase } = lab.config;
  const [fold, cases] = [soFarFold(), recordedCasesFold()];
  for (const event of readJournal(out)) for (const one of [fold, cases]) one.add(event);
  const before = fold.result();
  const again = { phase, bytes: openExchanges(out), read: answers.read };
  for (const event of cases.exchanges()) {
    const { id, request, response, lacks = false } = event;
    const one = await reopenSent(event, again);
    await bench.note({ ...one, recorded: { id, request, response, lacks } }, event.documentType);
  }
  for (const documentType of before.acceptedTypes) lab.acceptedTypes.add(documentType);
  return {
    ...open,
    bench: { ...bench, before: (key) => before.open.get(key), firstNumber: time * numbersOfPart },
    isLeft: ({ key }) => !before.ended.has(key),
  };
};
