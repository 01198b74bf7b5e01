import type { CheckEnded } from '#evidence/event';

/**
 * Checks in groups of one cause, the check that tells it best first. Failures of one requirement that went the same way are told once,
 * and so is what was blocked or broken for one reason.
 */
export const byCause = (checks: readonly CheckEnded[]): readonly (readonly CheckEnded[])[] =>
  [...Map.groupBy(checks, causeOf).values()].map(commonestFirst);

const causeOf = ({ check, requirement, level, verdict, reason, deviation }: CheckEnded): string =>
  deviation === undefined
    ? `${verdict} ${gatewayIn(reason?.en) ?? reason?.en ?? check}`
    : `${verdict} ${requirement} ${level} ${wayOf(deviation.expected.en)} ${wayOf(deviation.actual.en)}`;

/** A gateway that answers for an endpoint which is down is one cause, whether it was given up or not yet. */
const gatewayIn = (reason: string | undefined): string | undefined =>
  /\bHTTP 50[234]\b(?!, Fault)/.exec(reason ?? '')?.[0];

/** What happened, without the numbers that differ each time. */
const wayOf = (text: string): string => text.replace(/\w*\d[\w-]*/g, '0');

const commonestFirst = (alike: readonly CheckEnded[]): readonly CheckEnded[] => {
  const [first] = [...Map.groupBy(alike, ({ reason }) => reason?.en).values()].sort(
    (one, other) => other.length - one.length,
  );
  const [best] = first ?? [];
  return best === undefined ? alike : [best, ...alike.filter((one) => one !== best)];
};
