import { compile } from 'xspattern';
import type { ConstraintKind } from '#xml/schema/constraints';
import type { XmlMessage } from '#xml/xml-error';
import { compareDurations, parseDuration } from '../schema/values/duration.ts';

/** A message of libxml2 about a valid document that is known to be wrong. */
interface KnownError {
  readonly says: { readonly test: (message: string) => boolean };
  /** Other messages of libxml2 that follow from it. */
  readonly brings: RegExp;
  readonly reason: string;
}

const notOfType = / is not a valid value of the (?:local |atomic |list |union )/;

const patternAlarm = /\[facet 'pattern'\] The value '([^]*)' is not accepted by the pattern '([^]*)'\.$/;

/** Values that libxml2 says a pattern does not match, and that an independent reader of patterns accepts: two against one. */
const outvoted = {
  test: (message: string): boolean => {
    const [, value, pattern] = patternAlarm.exec(message) ?? [];
    return value !== undefined && pattern !== undefined && takes(pattern, value);
  },
};

const takes = (pattern: string, value: string): boolean => {
  try {
    return compile(pattern, { language: 'xsd' })(value);
  } catch {
    // It does not know all of the language either.
    return false;
  }
};

const boundAlarm = /\[facet '(m\w+)'\] The value '([^']*)' (?:is|must be) [^']*'([^']*)'\)?\.$/;

/** Durations that keep a bound at each of the four moments that decide their order. */
const boundKept = {
  test: (message: string): boolean => {
    const [, facet = '', value = '', bound = ''] = boundAlarm.exec(message) ?? [];
    const [one, other] = [parseDuration(value.trim()), parseDuration(bound.trim())];
    const order = one && other && compareDurations(one, other);
    return order !== undefined && (keeps[facet]?.(order) ?? false);
  },
};

const keeps: Readonly<Record<string, (order: number) => boolean>> = {
  minInclusive: (order) => order >= 0,
  minExclusive: (order) => order > 0,
  maxInclusive: (order) => order <= 0,
  maxExclusive: (order) => order < 0,
};

const falseAlarms: readonly KnownError[] = [
  {
    says: /No precomputed value/,
    brings: /Not all fields of key identity-constraint/,
    reason: 'it has no value for an empty list in the field of a key',
  },
  {
    says: /: '(?:\s[^]*|[^]*\s)' is not a valid value of the atomic type 'xs:(?:date|dateTime|time|duration|g\w+)'\.$/,
    brings: notOfType,
    reason: 'it does not collapse the white space around a date',
  },
  {
    says: boundKept,
    brings: notOfType,
    reason: 'it leaves out the hours of a duration that it compares with months (part 2, 3.2.6.2)',
  },
  {
    says: /\[facet 'pattern'\] The value '[^]*[^\0-\x7f][^]*' is not accepted by the pattern '[^]*\\[pPwWiIcCdD]/,
    brings: notOfType,
    reason: 'its categories lack characters that Unicode has in them (part 2, F.1.1)',
  },
  {
    says: /\[facet 'pattern'\] [^]*-\[[^\]]*-\[/,
    brings: notOfType,
    reason: 'it knows one level of subtraction only (part 2, F.1)',
  },
  {
    says: outvoted,
    brings: notOfType,
    reason:
      'another reader of patterns takes it too: it loses its way where parts that repeat or may be left out meet (part 2, F)',
  },
];

/** Why an error that libxml2 reports on a valid document is wrong; undefined where it is not explained yet. */
export const explainedAlarm = (messages: readonly XmlMessage[]): string | undefined => {
  const known = messages.flatMap(({ message }) => falseAlarms.filter(({ says }) => says.test(message)));
  const isExplained = ({ message }: XmlMessage): boolean =>
    known.some(({ says, brings }) => says.test(message) || brings.test(message));
  return messages.every(isExplained) ? known[0]?.reason : undefined;
};

const unseen: Partial<Readonly<Record<ConstraintKind, string>>> = {
  fixed: 'it does not look at a value that the use of a global attribute fixes (part 1, 3.5.4)',
  key: 'it does not follow every selector of a key (part 1, 3.11.4)',
  unique: 'it does not follow every selector of an identity constraint (part 1, 3.11.4)',
  keyref: 'it does not follow every selector of an identity constraint (part 1, 3.11.4)',
  id: 'it does not look whether an ID comes twice in elements (part 1, 3.15.4)',
  idref: 'it does not look whether an IDREF refers to an ID (part 1, 3.15.4)',
};

/** Why libxml2 may not see that a constraint of this kind is broken, where that is known. */
export const blindSpot = (kind: ConstraintKind): string | undefined => unseen[kind];
