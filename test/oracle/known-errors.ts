import type { Case } from './cases.ts';
import type { Verdict } from '#documents/judge/xerces';

/** Where a validator is known to be wrong, with why we say so. */
export interface KnownError {
  readonly validator: 'libxml2' | 'Xerces';
  /** What its clauses' titles hold. */
  readonly clause: RegExp;
  /** The case: valid, or the kind of constraint that is broken. */
  readonly when: RegExp;
  readonly says: RegExp;
  readonly reason: string;
}

/** Found by comparison; in each the other validator and the standard agree with the engine. */
export const knownErrors: readonly KnownError[] = [
  {
    validator: 'libxml2',
    clause: /a fixed name in the default namespace/,
    when: /^valid$/,
    says: /does not match the fixed value constraint/,
    reason: 'it compares a fixed name by its text, whatever its prefix means (part 1, 3.3.4)',
  },
  {
    validator: 'libxml2',
    clause: /5\.2 a strict wildcard where nothing is declared/,
    when: /^valid$/,
    says: /demanded by the strict wildcard/,
    reason: 'a strict wildcard takes an element that names its type with xsi:type (part 1, 5.2)',
  },
  {
    validator: 'Xerces',
    clause: /members of a substitution group in another order/,
    when: /./,
    says: /RecurseLax/,
    reason: 'the members of a substitution group have no order (part 1, 3.9.6)',
  },
  {
    validator: 'libxml2',
    clause: /3\.5\.2 a use fixes|3\.5\.6 \(2\) a use that fixes/,
    when: /fixed$/,
    says: /^valid/,
    reason: 'it does not look at a value that an attribute use fixes (part 1, 3.5.4) for a global attribute',
  },
  {
    validator: 'libxml2',
    clause: /3\.11/,
    when: /key$/,
    says: /^valid/,
    reason: 'it does not follow a selector of several steps to all that it selects (part 1, 3.11.4 clause 1)',
  },
  {
    validator: 'libxml2',
    clause: /3\.11.*list/,
    when: /^valid$/,
    says: /No precomputed value/,
    reason: 'it has no value for an empty list in a field',
  },
  {
    validator: 'libxml2',
    clause: /3\.3\.(8|9|10) |ID and IDREF/,
    when: /#id$|#idref$/,
    says: /^valid/,
    reason: 'it does not look whether an ID comes twice in elements, nor whether an IDREF has one (part 1, 3.15.4)',
  },
  {
    validator: 'libxml2',
    clause: /3\.3\.1[12] /,
    when: /^valid$/,
    says: /is not a valid value of the (?:local )?(?:atomic|list) type/,
    reason: 'it does not find the unparsed entities that the document declares (part 1, 3.15.4)',
  },
  {
    validator: 'libxml2',
    clause: /an attribute group by two ways/,
    when: /./,
    says: /^refused .*Duplicate attribute use 'b'/,
    reason: 'it takes an attribute that a group brings by two ways for two (part 1, 3.4.2)',
  },
  {
    validator: 'libxml2',
    clause: /NOTATION/,
    when: /./,
    says: /^refused .*NOTATION/,
    reason: 'it takes no enumeration of xs:NOTATION, which part 2, 3.2.19 asks for',
  },
  {
    validator: 'libxml2',
    clause: /F\.1 a subtraction of a subtraction/,
    when: /^valid$/,
    says: /facet 'pattern'/,
    reason: 'it knows one level of subtraction only',
  },
  {
    validator: 'libxml2',
    clause: /3\.11\.5 keyref to a key of an element below/,
    when: /^valid$/,
    says: /No match found for key-sequence/,
    reason:
      'of several elements that share a key it forgets other keys too, where part 1, 3.11.5 drops the shared one alone',
  },
  {
    validator: 'Xerces',
    clause: /3\.11\.5 keyref to a key of an element below/,
    when: /^valid$|keyref$/,
    says: /identity-constraint\.4\.3|^valid/,
    reason: 'of several elements with one key it remembers the last, where part 1, 3.11.5 takes the keys of all',
  },
];

/** The known error that a verdict is; undefined for a difference that nobody has explained. */
export const knownErrorOf = (
  validator: KnownError['validator'],
  clause: string,
  { breaks, verdict }: Pick<Case, 'breaks'> & { readonly verdict: Verdict },
): KnownError | undefined =>
  knownErrors.find(
    (known) =>
      known.validator === validator &&
      known.clause.test(clause) &&
      known.when.test(breaks?.constraint ?? 'valid') &&
      known.says.test(`${verdict.kind} ${verdict.message}`),
  );
