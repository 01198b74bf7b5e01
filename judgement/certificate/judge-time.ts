import { daysBetween, dutchDay, dutchMonth, yearsLater } from './days.ts';
import type { CertificateFacts } from './facts.ts';
import { type CertificateJudge, breaks, holds, notApplicable, unknown, warns } from './opinion.ts';

/** The moment has to be within the validity, both ends included (RFC 5280, section 4.1.2.5). */
export const withinValidity: CertificateJudge = ({ leaf: { notBefore, notAfter }, now }) => {
  const [from, to] = [dutchDay(notBefore), dutchDay(notAfter)];
  if (now < notBefore) return breaks(`gaat pas in op ${from}`, `begins on ${from} only`);
  if (now > notAfter) return breaks(`verlopen op ${to}`, `expired on ${to}`);
  return holds(`geldig van ${from} tot en met ${to}`, `valid from ${from} to ${to}`);
};

/** Warns from sixty days before the end, and more urgently from thirty. */
export const notNearItsEnd: CertificateJudge = ({ leaf: { notAfter }, now }) => {
  const [left, day] = [daysBetween(now, notAfter), dutchDay(notAfter)];
  if (now > notAfter) return notApplicable('het certificaat is al verlopen', 'the certificate has expired already');
  if (left >= 60) return holds(`nog ${String(left)} dagen`, `${String(left)} days left`);
  return left < 30
    ? warns(
        `nog ${String(left)} dagen, tot ${day}: minder dan 30, vervang het nu`,
        `${String(left)} days left, until ${day}: fewer than 30, replace it now`,
      )
    : warns(
        `nog ${String(left)} dagen, tot ${day}: minder dan 60, vraag nu een nieuw certificaat aan`,
        `${String(left)} days left, until ${day}: fewer than 60, order a new certificate now`,
      );
};

interface Period {
  /** The month (YYYY-MM) from which it counts; which day of that month is not published. */
  readonly from: string;
  /** Most years that a certificate may last. */
  readonly years: number;
}

/** Technisch Overleg Digikoppeling, 2026-03-10 and 2026-06-18. */
const g1Periods: readonly Period[] = [
  { from: '0000-00', years: 3 },
  { from: '2025-11', years: 2 },
  { from: '2026-11', years: 1 },
  { from: '2027-11', years: 0 },
];

const firstG4Month = '2025-11';

/** A certificate may last as long as the month of its issue allowed; in a month of change both periods may have been. */
export const periodAllowed: CertificateJudge = ({ leaf, chain: { hierarchy } }) => {
  if (hierarchy === 'G1') return g1Period(leaf);
  if (hierarchy === 'G4') return g4Period(leaf);
  return notApplicable('van deze hiërarchie is geen kalender bekend', 'no calendar is known of this hierarchy');
};

const g1Period = (leaf: CertificateFacts): ReturnType<CertificateJudge> => {
  const month = dutchMonth(leaf.notBefore);
  const at = g1Periods.findLastIndex((one) => one.from <= month);
  const { from, years } = g1Periods[at] ?? { from: '', years: 0 };
  const before = from === month ? (g1Periods[at - 1]?.years ?? years) : years;
  if (lastsAtMost(leaf, years)) return holds(...allowed(month, years));
  if (lastsAtMost(leaf, before))
    return unknown(
      `in ${month} ging de langste duur onder G1 van ${String(before)} naar ${String(years)} jaar; op welke dag is niet gepubliceerd`,
      `in ${month} the longest period under G1 went from ${String(before)} to ${String(years)} years; the day was not published`,
    );
  return years === 0
    ? breaks(
        `uitgegeven in ${month}; onder G1 wordt dan niets meer uitgegeven`,
        `issued in ${month}; none is issued under G1 then`,
      )
    : breaks(...tooLong(leaf, years));
};

const g4Period = (leaf: CertificateFacts): ReturnType<CertificateJudge> => {
  const month = dutchMonth(leaf.notBefore);
  if (!lastsAtMost(leaf, 3)) return breaks(...tooLong(leaf, 3));
  return month < firstG4Month
    ? unknown(
        `uitgegeven in ${month}; van G4 is pas vanaf ${firstG4Month} bekend wat mocht`,
        `issued in ${month}; of G4 it is known from ${firstG4Month} only what was allowed`,
      )
    : holds(...allowed(month, 3));
};

const allowed = (month: string, years: number): [string, string] => [
  `uitgegeven in ${month}: ten hoogste ${String(years)} jaar`,
  `issued in ${month}: ${String(years)} years at most`,
];

const tooLong = ({ notBefore, notAfter }: CertificateFacts, years: number): [string, string] => {
  const [from, to] = [dutchDay(notBefore), dutchDay(notAfter)];
  return [
    `van ${from} tot ${to}, langer dan de ${String(years)} jaar die toen mocht`,
    `from ${from} to ${to}, longer than the ${String(years)} years allowed then`,
  ];
};

/** A day more is let pass: an issuer may let a certificate end with the day. */
const lastsAtMost = ({ notBefore, notAfter }: CertificateFacts, years: number): boolean =>
  years > 0 && daysBetween(yearsLater(notBefore, years), notAfter) < 1;

/** The end of Private Root CA - G1, and so of all under it. */
const endOfG1 = new Date('2028-11-13T23:00:00Z');

/** Nothing under G1 outlives its root. */
export const endsBeforeG1: CertificateJudge = ({ leaf: { notAfter }, chain: { hierarchy } }) => {
  if (hierarchy !== 'G1') return notApplicable('het is geen G1-certificaat', 'it is no G1 certificate');
  const day = dutchDay(notAfter);
  return notAfter <= endOfG1
    ? holds(`eindigt op ${day}`, `ends on ${day}`)
    : breaks(`eindigt op ${day}, na de root`, `ends on ${day}, after the root`);
};

/** G1 ends; of G4 and of KOOP's own no end was announced. */
export const hierarchyLasts: CertificateJudge = ({ chain: { hierarchy }, now }) => {
  if (hierarchy === 'unknown')
    return notApplicable('de hiërarchie is niet herkend', 'the hierarchy was not recognised');
  if (hierarchy !== 'G1') return holds('geen einde aangekondigd', 'no end was announced');
  const left = String(Math.max(0, daysBetween(now, endOfG1)));
  return warns(
    `G1 eindigt in november 2028 (nog ${left} dagen) en wordt vanaf november 2027 niet meer uitgegeven`,
    `G1 ends in November 2028 (${left} days left), and none is issued from November 2027`,
  );
};
