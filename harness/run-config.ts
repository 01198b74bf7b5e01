import type { Contract } from '#contract/contract';
import type { Bilingual } from '#contract/texts/bilingual';
import type { CertificateFault, Hierarchy } from '#contract/wire/certificate-faults';
import type { RunStarted } from '#evidence/event';
import type { Sends } from '#judgement/requirements/requirement';
import type { Authority } from '#judgement/finding';

/** How a username travels: HTTP Basic, a WS-Security UsernameToken, or headers of the endpoint's own. */
export type CredentialCarrier = 'basic' | 'wsse' | 'header';

/** Everything a run needs to know, handed to the suites as plain data; secrets are in `credentials`, `proxy` and `tls` alone. */
export interface RunConfig {
  /** Folder that the run writes to, absolute. */
  readonly out: string;
  readonly suite: string;
  readonly runId: string;
  readonly seed: number;
  /** Valid deliveries for each document type in each property that delivers. */
  readonly runs: number;
  /** Those that were asked for, where the limits of the profile allow fewer. */
  readonly runsAsked?: number | undefined;
  /** That it was asked for as a night, whether or not these have turns. */
  readonly isNight?: true | undefined;
  /** That it is one of many nights, each with a part of all that is permitted; undefined for a run by itself. */
  readonly night?: NightTurn | undefined;
  /** Keys of checks that do not fit the limits today, and in how many runs on consecutive days all of them do; undefined where some never do. */
  readonly unaffordable?: Unaffordable | undefined;
  /** Requests that limits leave for tries again and smaller cases of a failure; undefined where nothing is limited. */
  readonly spare?: number | undefined;
  /** The moment the run takes for now, ISO 8601. */
  readonly clock: string;
  /** The same as a date in Europe/Amsterdam, YYYY-MM-DD. */
  readonly today: string;
  /** SHA-256 of the `rules.mjs` of the contract that may run beside what is secret; undefined: none may. */
  readonly rules?: string | undefined;
  readonly profile: string;
  /** Profile and contract folder as they were asked for, and what was said of the contract's `rules.mjs`. */
  readonly asked: RunStarted['asked'];
  readonly phase: number;
  readonly url: string;
  /** Origin on this machine that requests go through, which carries TLS and the certificate; undefined where the run does. */
  readonly via?: string | undefined;
  /** Where deliveries may leave for: what is named as production, and hosts that are for tests whatever their name. */
  readonly guard: { readonly production: readonly string[]; readonly testHosts: readonly string[] };
  /** Address of the embedded endpoint's control pages, when it is the target. */
  readonly mockControl: string | undefined;
  readonly credentials: { readonly username: string; readonly password: string | undefined } | undefined;
  /** What the endpoint is reached through; undefined for the direct way. */
  readonly proxy?: RunProxy | undefined;
  /** Undefined over plain HTTP, and for an https endpoint that asks for no certificate of ours. */
  readonly tls: RunTls | undefined;
  readonly carrier: CredentialCarrier;
  readonly headerNames: { readonly username: string; readonly password: string } | undefined;
  readonly limits: RunLimits;
  /** Bodies that deliveries may name; undefined means every body of the contract. */
  readonly authorities: readonly Authority[] | undefined;
  /** Media that may be asked for; undefined means every medium of the contract. */
  readonly media: readonly string[] | undefined;
  /** The OIN of the certificate; undefined where there is none. */
  readonly oin: string | undefined;
  /** Bodies that the OIN may deliver for; undefined where the profile says nothing of it. */
  readonly mandates: readonly Authority[] | undefined;
  /** What may be sent besides valid deliveries, and BOPA deliveries; undefined means everything. */
  readonly permitted: readonly Permission[] | undefined;
  /** That the profile's permission covers nothing today, so that less is tested than it asks for. */
  readonly lapsed?: Bilingual | undefined;
  /** What it would have covered. */
  readonly lapsedFor?: readonly Permission[] | undefined;
  readonly topics: readonly string[];
  readonly documentTypes: readonly string[];
  readonly language: 'nl' | 'en';
  /** Why nothing is acted: what was found to stand in the way before the first check. */
  readonly blocked?: Bilingual | undefined;
  /** What this run left before it was cut off; undefined for one that begins. */
  readonly before?: RunBefore | undefined;
  /** Folders of cases of earlier runs, which are replayed first, and the requests that may go to tries again of them. */
  readonly replays?: { readonly folders: readonly string[]; readonly spare: number } | undefined;
  /** That run id or clock were given: another run may have delivered the same bytes before. */
  readonly mayRepeat?: boolean;
}

/** What a run that is resumed left before. */
export interface RunBefore {
  /** How many times it was resumed, this time included. */
  readonly time: number;
  /** Dossiers that it made, or may have made. */
  readonly accepted: number;
  /** Keys of checks that offered wrong credentials, or may have. */
  readonly offered: readonly string[];
}

/** Checks that do not fit, with the limits that they were reckoned with; a run has less once it has sent something. */
export interface Unaffordable {
  readonly keys: readonly string[];
  readonly days: number | undefined;
  readonly limits: RunLimits;
}

/** Which part has its turn, and the limits of the profile by which parts are made: those of one night can be less. */
export interface NightTurn {
  readonly turn: number;
  readonly limits: RunLimits;
}

/** A forward proxy: its URL without credentials, the credentials, and the key or variable that names it. */
export interface RunProxy {
  readonly url: string;
  readonly credentials: RunConfig['credentials'];
  readonly from: string;
}

/** A certificate with its chain, and its key; PEM. The key is a secret, as credentials are. */
export interface RunIdentity {
  readonly cert: string;
  readonly key: string;
}

/** What a run connects with under TLS. */
export interface RunTls {
  /** Roots that the server's certificate may chain to, besides the usual ones; PEM. */
  readonly ca: readonly string[];
  readonly identity: RunIdentity | undefined;
  /** Certificates that are wrong in a known way. */
  readonly wrong: Readonly<Partial<Record<CertificateFault, RunIdentity>>>;
  /** Certificates of each hierarchy, where they are at hand: at the embedded endpoint. */
  readonly of: Readonly<Partial<Record<Hierarchy, RunIdentity>>>;
}

/** What a permission (toestemming) of KOOP's can be for. */
export type Permission = Exclude<Sends, 'nothing' | 'alive' | 'valid'> | 'bopa';

export interface RunLimits {
  readonly requestsPerSecond: number | undefined;
  readonly requests: number | undefined;
  /** Where `requests` is what others left today: how many a day allows (`limits.perDay` of the profile). */
  readonly ofDay?: number | undefined;
  /** Accepted dossiers after which nothing more is delivered. */
  readonly accepted: number | undefined;
  readonly connections: number;
  readonly timeoutMs: number;
  readonly shrinks: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly run: RunConfig;
    /** As the command read it, which takes a while. */
    readonly contract: Contract;
  }
}
