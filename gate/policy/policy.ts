import type { RequirementId } from '#judgement/requirements/registry';

/** How a failure counts. */
export type Weight = 'counts' | 'warns' | 'ignored';

/** What a policy says of one requirement. */
export interface Weighed {
  readonly weight: Weight;
  /** Deliveries that have to show it. */
  readonly deliveries: number;
}

/** A vendor that is known, with the certificate that it signs packages with. */
export interface KnownVendor {
  readonly name: string;
  /** SHA-256 of the certificate, hexadecimal, in lower case. */
  readonly fingerprint: string;
  /** Of its organisation; undefined where the policy does not tell. */
  readonly oin: string | undefined;
  /** OIN of the broker that may connect with a certificate of its own; undefined where none may. */
  readonly broker: string | undefined;
}

/** An endpoint of a phase. */
export interface KnownTarget {
  readonly phase: number;
  readonly host: string;
  /** SHA-256 of the certificates that it shows, hexadecimal; none where the policy does not tell. */
  readonly certificates: readonly string[];
}

/** A deviation that somebody agreed to. */
export interface Waiver {
  readonly requirement: RequirementId;
  /** Undefined for all. */
  readonly documentType: string | undefined;
  readonly reason: string;
  readonly owner: string;
  /** YYYY-MM-DD. */
  readonly lastDay: string;
}

/** What KOOP demands, as a table that a person keeps. */
export interface GatePolicy {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly keeper: string;
  /** Greatest age of evidence in days. */
  readonly age: number;
  /** File with the roots of signing certificates, beside the policy. */
  readonly roots: string | undefined;
  /** SHA-256 of contract folders that may be judged by. */
  readonly contracts: readonly string[];
  readonly targets: readonly KnownTarget[];
  readonly vendors: readonly KnownVendor[];
  readonly requirements: Readonly<Partial<Record<RequirementId, Weighed>>>;
  /** Least accepted deliveries by document type, in place of the default. */
  readonly accepted: Readonly<Record<string, number>>;
  readonly waivers: readonly Waiver[];
}
