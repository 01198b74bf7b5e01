import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { OutputFailure } from '#evidence/journal';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';

/** A place that nobody may write to, in contrast to one that has no room. */
const unwritable: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR']);

/** Does what writes a file and what it needs of the folder for temporary files; throws `UsageError` or `OutputFailure` where that fails. */
export const toldWriting = async <Value>(write: () => Promise<Value>): Promise<Value> => {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    // A write that fails names no file; whatever is written elsewhere than into such a folder does.
    const at = 'path' in error && typeof error.path === 'string' ? error.path : temporaryFolder();
    const isTemporary = at.startsWith(temporaryFolder());
    if (!('code' in error) || !unwritable.has(error.code))
      throw new OutputFailure(isTemporary ? tmpdir() : dirname(at), error, isTemporary);
    throw new UsageError(
      {
        nl: `${at} is niet te schrijven (${saidBy(error).nl}); geef met --out een ander bestand, of een andere map voor tijdelijke bestanden met TMPDIR`,
        en: `${at} can't be written (${saidBy(error).en}); give another file with --out, or another folder for temporary files with TMPDIR`,
      },
      { cause: error },
    );
  }
};

/** How the names of folders begin that commands make for themselves. */
const temporaryFolder = (): string => join(tmpdir(), '3pas-');
