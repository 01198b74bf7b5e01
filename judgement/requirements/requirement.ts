import type { Bilingual } from '#contract/texts/bilingual';
import type { Grounding } from '#contract/grounds/ground';
import type { Use } from '#contract/use';

export type Phase = 1 | 2 | 3 | 4;

/** What varies over the targets of a requirement: one verdict a run, a document type, or a constraint of a document type. */
export type Scope = 'run' | 'document-type' | 'schema-constraint' | 'rule' | 'warning';

/** What a check sends, `nothing` where a vendor's system does; anything but `alive` and `valid` needs a permission (toestemming) at an endpoint that is not ours. */
export type Sends =
  | 'nothing'
  | 'alive'
  | 'valid'
  | 'violations'
  | 'variants'
  | 'attacks'
  | 'wrong-credentials'
  | 'wrong-password'
  | 'wrong-certificates';

/** What a contract must have: a use that is bound, the connection test, a status in answers, refusals that say what is wrong, and about what, zipped content, what makes a duplicate, and that another case, medium or document type makes none. */
export type Need =
  | Use
  | 'alive'
  | 'status'
  | 'faultDetail'
  | 'faultElement'
  | 'zip'
  | 'duplicate'
  | 'caseApart'
  | 'mediumApart'
  | 'typeApart';

/** Who can see it: a run against the mock, a run against another endpoint, a receiver that a vendor's system delivers to, or a person. */
export type Vantage = 'mock' | 'endpoint' | 'receiver' | 'human';

/** Whose behaviour is judged, and where it can be seen. At a receiver the endpoint is our own, so that only vendors are judged there. */
export type Binding =
  | { readonly role: 'endpoint'; readonly seenAt: readonly Exclude<Vantage, 'receiver'>[] }
  | { readonly role: 'vendor'; readonly seenAt: readonly Vantage[] };

/** One sentence that one verdict can decide. */
export type Requirement = Stated & Binding;

interface Stated extends Grounding {
  /** How strongly the source says it; the ground may bind less. */
  readonly strength: 'MUST' | 'SHOULD' | 'MAY';
  readonly phases: readonly Phase[];
  readonly scope: Scope;
  readonly sends: Sends;
  /** Set where who breaks it is open to attack: what shows that is told in confidence. */
  readonly security?: true;
  /** Without these it says nothing about a contract. */
  readonly needs?: readonly Need[];
  readonly text: Bilingual;
  /** What usually lies behind a failure. */
  readonly cause: Bilingual;
  readonly remedy: Bilingual;
}

/** Whether runs can show it. */
export const isSeenInRuns = ({ seenAt }: Requirement): boolean =>
  seenAt.some((vantage) => vantage === 'mock' || vantage === 'endpoint');

/** Whether recordings of a vendor's system can show it. */
export const isSeenInRecordings = ({ seenAt }: Requirement): boolean =>
  seenAt.some((vantage) => vantage === 'receiver');

/** Requirements of one topic by id. */
export type Requirements = Readonly<Record<string, Requirement>>;

export const allPhases: readonly Phase[] = [1, 2, 3, 4];
/** The phases in which dossiers are delivered by this suite: production gets IsAlive and nothing else. */
export const deliveryPhases: readonly Phase[] = [1, 2, 3];
