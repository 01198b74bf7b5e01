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

const firstG4Month = '2025-11';

/** A certificate may last three years; under G1 nothing outlives the root, which the milestones of the calendar follow from. */
export const periodAllowed: CertificateJudge = ({ leaf, chain: { hierarchy } }) => {
  if (hierarchy === 'G1') return g1Period(leaf);
  if (hierarchy === 'G4') return g4Period(leaf);
  return notApplicable('van deze hiërarchie is geen kalender bekend', 'no calendar is known of this hierarchy');
};

const longestYears = 3;

/** Technisch Overleg Digikoppeling, 2026-03-10 and 2026-06-18; what reaches past the root is another requirement's. */
const g1Period = (leaf: CertificateFacts): ReturnType<CertificateJudge> => {
  const [month, end] = [dutchMonth(leaf.notBefore), dutchDay(endOfG1)];
  if (leaf.notBefore > endOfG1)
    return breaks(`uitgegeven in ${month}, na het einde van G1`, `issued in ${month}, after the end of G1`);
  if (!lastsAtMost(leaf, longestYears)) return breaks(...tooLong(leaf, longestYears));
  return holds(
    `uitgegeven in ${month}: ten hoogste ${String(longestYears)} jaar, en niet tot na ${end}`,
    `issued in ${month}: ${String(longestYears)} years at most, and not beyond ${end}`,
  );
};

const g4Period = (leaf: CertificateFacts): ReturnType<CertificateJudge> => {
  const month = dutchMonth(leaf.notBefore);
  if (!lastsAtMost(leaf, longestYears)) return breaks(...tooLong(leaf, longestYears));
  return month < firstG4Month
    ? unknown(
        `uitgegeven in ${month}; van G4 is pas vanaf ${firstG4Month} bekend wat mocht`,
        `issued in ${month}; of G4 it is known from ${firstG4Month} only what was allowed`,
      )
    : holds(...allowed(month, longestYears));
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

/** Days before the end of G1 from which the next certificate can't be of G1 any more. */
const lastYearDays = 365;

/** G1 ends; of G4 and of KOOP's own no end was announced. */
export const hierarchyLasts: CertificateJudge = ({ chain: { hierarchy }, now }) => {
  if (hierarchy === 'unknown')
    return notApplicable('de hiërarchie is niet herkend', 'the hierarchy was not recognised');
  if (hierarchy !== 'G1') return holds('geen einde aangekondigd', 'no end was announced');
  const days = Math.max(0, daysBetween(now, endOfG1));
  const left = String(days);
  return (days > lastYearDays ? holds : warns)(
    `G1 eindigt in november 2028 (nog ${left} dagen); het volgende certificaat is van G4`,
    `G1 ends in November 2028 (${left} days left); the next certificate is one of G4`,
  );
};
