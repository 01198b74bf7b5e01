import type { RunStarted } from '#evidence/event';
import type { Bilingual } from '#contract/texts/bilingual';
import type { RequirementId } from '#judgement/requirements/registry';
import type { Shown } from '#judgement/showing/showing';
import type { Verdict } from '#judgement/verdict';

/** The name and contents of the system that evidence is about, as its vendor declared them. */
export interface DeclaredSystem {
  readonly vendor: string;
  readonly product: string;
  readonly version: string;
  readonly documentTypes: readonly string[];
}

/** A client certificate that exchanges were made with. */
export interface CertificateSeen {
  readonly subject: string;
  readonly oin: string | undefined;
  /** SHA-256 over its DER, hexadecimal. */
  readonly fingerprint: string;
  /** ISO 8601. */
  readonly notAfter: string;
}

/** A value of a delivery that a person can look up, with its name. */
export interface ShownValue {
  readonly name: string;
  readonly value: string;
}

/** A delivery that an endpoint accepted. */
export interface AcceptedThere {
  readonly documentType: string | undefined;
  readonly host: string;
  readonly number: string;
  /** Its reference and title, where they are known. */
  readonly marks: readonly string[];
  /** What else of it can be looked up; undefined where nobody asked for that. */
  readonly shown?: readonly ShownValue[] | undefined;
  /** The client certificate that the endpoint saw, else the one that our receiver saw; undefined where none is known. */
  readonly certificate: CertificateSeen | undefined;
  /** SHA-256 of the certificate that the endpoint showed, hexadecimal; undefined where nobody recorded it. */
  readonly server: string | undefined;
}

/** The messages of one document type, or of none, and the verdicts by these alone. */
export interface TypeFacts {
  /** Undefined for what is no delivery of a known type. */
  readonly documentType: string | undefined;
  readonly received: number;
  /** Accepted by whoever answered: our own receiver, or the endpoint. */
  readonly accepted: number;
  readonly isUnprovable: boolean;
  readonly verdicts: Readonly<Partial<Record<RequirementId, Verdict>>>;
}

/** A verdict over the whole of a run or recording. */
export interface WholeVerdict {
  readonly requirement: RequirementId;
  /** Of a run, which judges its targets one by one. */
  readonly documentType: string | undefined;
  readonly verdict: Verdict;
  readonly actual: Bilingual | undefined;
}

/** The part of a run or recording that a gate needs. */
export interface GateFacts {
  readonly kind: 'run' | 'recording';
  /** How a recording was made; undefined for a run. */
  readonly recordedBy: 'receiver' | 'system' | 'delivery' | undefined;
  /** Who asked the endpoint in place of a run. */
  readonly by?: RunStarted['asked']['by'];
  /** The profile of a run. */
  readonly profile?: string;
  readonly name: string;
  readonly suite: string;
  readonly contract: { readonly id: string; readonly digest: string; readonly confirmed: boolean };
  readonly phase: number;
  /** Hosts of the endpoints that messages went to; none where our own receiver answered. */
  readonly hosts: readonly string[];
  /** The proxy or intermediary (broker) that exchanges went through, where that is told. */
  readonly via: string | undefined;
  /** Milliseconds since the epoch, of the first and the last exchange. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly isRealClock: boolean;
  readonly isEnded: boolean;
  /** When a run that had been cut off went on, ISO 8601; none for a run in one piece. */
  readonly resumed: readonly string[];
  readonly isRedacted: boolean;
  /** Flags or a filter took part of a run away. */
  readonly isFiltered: boolean;
  readonly system: DeclaredSystem | undefined;
  readonly certificates: readonly CertificateSeen[];
  readonly whole: readonly WholeVerdict[];
  readonly types: readonly TypeFacts[];
  readonly acceptedThere: readonly AcceptedThere[];
  /** Declared abilities that were not shown. */
  readonly toShow: readonly Shown[];
  /** Lines of the journal that can't be read, or that do not follow the one before. */
  readonly damaged: number;
  /** Names of checks and writers with a gap or a duplicate in their numbers. */
  readonly gaps: readonly string[];
  /** Checks whose recorded verdict does not follow from the facts beside it, or that ended twice. */
  readonly unfounded: readonly string[];
  /** Judgements that the recorded bytes can't prove again. */
  readonly unprovable: number;
}
