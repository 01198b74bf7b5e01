import { join } from 'node:path';

/** The folder in an output folder for what is only there while a command works. */
export const scratchIn = (out: string): string => join(out, '.cache');
