import type { Bilingual } from '#contract/texts/bilingual';
import type { Ground } from '#contract/grounds/ground';
import type { DateWhy } from '#contract/schema-texts/date-text';
import type { GeometryWhy } from '#contract/schema-texts/geometry-text';
import type { MarkupWhy } from '#contract/texts/parser-text';
import type { Delivered } from './delivered.ts';

/** One thing wrong with a delivery, with its place. */
export interface Finding {
  /** Id of the constraint that is broken: a constraint of the contract, or `soap#<statement>` for the envelope. */
  readonly constraint: string;
  /** `warning` is told, and does not make the delivery invalid. */
  readonly severity: 'error' | 'warning';
  readonly ground: Ground;
  /**
   * Where, by local names: `/VoegDossierToeEnPubliceer/Dossier/Onderwerp[2]`, `…/BevoegdGezag/@soort`; in a payload behind `!`:
   * `…/InhoudZip!inhoud.xml/aanlevering/zakelijke-mededeling/kop/titel`. For an envelope that is wrong: `/`.
   */
  readonly path: string;
  /** Line in the document that holds the node, from 1; 0 when unknown. */
  readonly line: number;
  /** Column in it, from 1, where it is known. */
  readonly column?: number;
  readonly text: Bilingual;
  /** The part of the value at its place that it is about, where it is not about all of it. */
  readonly mark?: string;
  /** Where more closely than at its path; a path as well. */
  readonly at?: string;
  /** What kind of mistake it is, where its constraint does not tell: its cause and remedy hang on that. */
  readonly why?: Why;
  /** Of a schema: what the value that is wrong was to be, where more than its form is told. */
  readonly about?: 'date' | 'list';
  /** Of a rule: the constraint that a value it reads breaks already, so that this finding may follow from that one. */
  readonly follows?: string;
  /** Whether a part of what it is about could not be looked at for it. */
  readonly hides?: true;
}

/** Kinds of mistake that have a cause of their own. */
export type Why =
  | MarkupWhy
  | DateWhy
  | GeometryWhy
  | 'closed-line'
  | 'look-alike'
  | 'axes'
  | 'degrees'
  | 'position'
  | 'no-value'
  | 'no-zip'
  | 'escaped'
  | 'unwrapped'
  | 'misplaced'
  | 'code';

/** What the oracle says of one delivery: an invalid one has at least one finding of severity error. */
export type Opinion =
  | {
      readonly verdict: 'valid' | 'invalid';
      readonly findings: readonly Finding[];
      /** Of a request that is a delivery; read where the other side's messages are. */
      readonly delivered?: Delivered | undefined;
      /** What the request in it asks for; undefined where none was found. */
      readonly operation?: 'deliver' | 'alive' | undefined;
      /** Of a message that another system made: what schema and rules say nothing of. */
      readonly remarks?: readonly Finding[] | undefined;
      /** Rules that nobody can judge, at what they look at, and why: they go by a sender that is not known. */
      readonly unseen?: readonly Finding[] | undefined;
      /** Set where no parser was given it, so that nothing but its findings is known of it. */
      readonly isUnread?: true;
    }
  | {
      readonly verdict: 'unjudgeable';
      readonly reason: Bilingual;
      /** Set where there was no time: the same bytes need not come to the same again. */
      readonly late?: true;
    };

/** What rules may look at outside the delivery itself. */
export interface JudgementContext {
  /** Today as the run has it, Europe/Amsterdam, YYYY-MM-DD. */
  readonly today: string;
  /** OIN of the client certificate, where there is one. */
  readonly oin: string | undefined;
  /** Bodies that the OIN may deliver for; undefined when the profile says nothing. */
  readonly mandates: readonly Authority[] | undefined;
}

/** A body that can be the competent authority (bevoegd gezag), by kind and official name. */
export interface Authority {
  readonly kind: string;
  readonly name: string;
}
