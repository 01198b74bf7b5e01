import type { Rejudged } from '#evidence/rejudge';
import type { Unkept } from '#reporters/unkept';

/** What judging a run once more came to. */
export interface JudgedAgain extends Rejudged {
  /** Verdicts that were planned, lines of the journal that can't be read, and whether the run did not come to its end or does not hold all of its messages. */
  readonly missing: {
    readonly verdicts: number;
    readonly lines: number;
    readonly end: boolean;
    readonly unkept?: Unkept | undefined;
  };
  /** What was sent, by the schemas of the contract, with xmllint beside libxml2-wasm. */
  readonly schemas: {
    readonly documents: number;
    readonly valid: number;
    readonly differing: readonly { readonly exchange: string; readonly part: string }[];
  };
}

export type Conclusion = 'borne-out' | 'otherwise' | 'not-whole' | 'unproved';

/** 1 where something comes out otherwise than it was recorded, 3 where what there is does not prove the run. */
export const exitCodes: Readonly<Record<Conclusion, number>> = {
  'borne-out': 0,
  otherwise: 1,
  'not-whole': 3,
  unproved: 3,
};

/** What follows for the run as a whole. Bytes that were not kept in the first place are told, and are no damage. */
export const conclusionOf = ({
  agreeing,
  differing,
  unprovable,
  unfounded,
  missing,
  schemas,
}: JudgedAgain): Conclusion => {
  if (differing.length + unfounded.length + schemas.differing.length > 0) return 'otherwise';
  const isWhole = missing.verdicts + missing.lines + unprovable.damage === 0 && !missing.end;
  if (isWhole && agreeing > 0) return 'borne-out';
  // All that was recorded is there, and of each case the messages were left out.
  return isWhole && unprovable.bytes > 0 ? 'unproved' : 'not-whole';
};
