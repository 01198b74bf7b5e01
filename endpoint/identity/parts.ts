import type { IdentityProblem, IdentityWarning } from './problems.ts';

/** A document in DER, with the file it stands in and what opens it. */
export interface DerSource {
  readonly file: string;
  readonly der: Buffer;
  readonly passphrase: string | undefined;
}

/** A private key as it stands in a file. */
export interface KeySource {
  readonly file: string;
  readonly form: 'pem' | 'pkcs8' | 'pkcs1' | 'sec1';
  /** PEM as text, anything else as DER. */
  readonly content: string | Buffer;
  readonly encrypted: boolean;
}

/** What was found in one file. */
export interface FileParts {
  readonly certificates: readonly Buffer[];
  readonly keys: readonly KeySource[];
  /** Things that are neither, as the problem they would be if nothing else were there. */
  readonly others: readonly IdentityProblem[];
  readonly warnings: readonly IdentityWarning[];
}

const nothing: FileParts = { certificates: [], keys: [], others: [], warnings: [] };

/** Parts of which only some are given. */
export const partsOf = (some: Partial<FileParts>): FileParts => ({ ...nothing, ...some });

/** The parts of several pieces as one. */
export const joined = (all: readonly FileParts[]): FileParts => ({
  certificates: all.flatMap(({ certificates }) => certificates),
  keys: all.flatMap(({ keys }) => keys),
  others: all.flatMap(({ others }) => others),
  warnings: all.flatMap(({ warnings }) => warnings),
});
