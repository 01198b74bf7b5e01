import { statSync } from 'node:fs';
import { readWithin } from '#xml/read-within';
import { IdentityError } from './identity-error.ts';
import type { IdentityProblem } from './problems.ts';

/** The bytes of a file, and who may read it. */
export interface FileBytes {
  readonly file: string;
  readonly bytes: Buffer;
  /** Permission bits; undefined on Windows, where they say nothing. */
  readonly mode: number | undefined;
}

/** Reads a file with a certificate or key; throws `IdentityError`. */
export const readBytes = (file: string): FileBytes => {
  const bytes = attempt(file);
  if (isBlank(bytes)) throw new IdentityError('empty', file);
  return { file, bytes, mode: process.platform === 'win32' ? undefined : statSync(file).mode };
};

const attempt = (file: string): Buffer => {
  try {
    return readWithin(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new IdentityError(problemOf(code), file, [code]);
  }
};

const problems: Readonly<Record<string, IdentityProblem>> = { ENOENT: 'missing', ENOTDIR: 'missing', EISDIR: 'folder' };

/**
 * What an error code of the file system means for the user.
 *
 * @internal
 */
export const problemOf = (code: string): IdentityProblem => problems[code] ?? 'unreadable';

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
