import type { Contract } from '#contract/contract';
import type { Ending } from '#evidence/ending';
import { dutchDay, yearsLater } from '#judgement/certificate/days';
import { certificatesIn } from '#judgement/certificate/pem';
import { titleOf } from '#judgement/certificate/facts';
import { readCertificate } from '#judgement/certificate/read-certificate';
import type { PlannedRun } from './plan-run.ts';

/** What a run rests on that holds until a day: the permission, the client certificate with its chain, value lists and the calendar. */
export const endsOf = ({ contract, config, profile }: PlannedRun): readonly Ending[] => [
  ...(profile.permission === undefined
    ? []
    : [{ kind: 'permission' as const, name: profile.permission.by, until: profile.permission.until }]),
  ...certificatesOf(config),
  ...listsOf(contract, config.today),
  ...calendarOf(contract),
];

/** Of the embedded endpoint they are made anew each time. */
const certificatesOf = ({ tls, mockControl }: PlannedRun['config']): readonly Ending[] =>
  mockControl === undefined
    ? certificatesIn(tls?.identity?.cert ?? '').map((der): Ending => {
        const { subject, notAfter } = readCertificate(der);
        const name = titleOf(subject);
        return { kind: 'certificate', name, until: dutchDay(new Date(notAfter)) };
      })
    : [];

/** The next day on which values of a list end, and when it has not been looked at for a year. */
const listsOf = ({ tables }: Contract, today: string): readonly Ending[] =>
  [...tables].flatMap(([name, { entries, of }]): readonly Ending[] => {
    const [next] = entries.flatMap(({ end }) => (end !== undefined && end >= today ? [end] : [])).sort();
    return [
      ...(next === undefined ? [] : [{ kind: 'values' as const, name, until: next }]),
      ...(of === undefined ? [] : [{ kind: 'list' as const, name, until: aYearAfter(of) }]),
    ];
  });

const aYearAfter = (day: string): string =>
  yearsLater(new Date(`${day}T00:00:00Z`), 1)
    .toISOString()
    .slice(0, 10);

/** A year that was not looked up holds no days of decree. */
const calendarOf = ({ decreeDays, id }: Contract): readonly Ending[] => {
  const last = Object.keys(decreeDays).sort().at(-1);
  return last === undefined ? [] : [{ kind: 'calendar', name: id, until: `${last}-12-31` }];
};
