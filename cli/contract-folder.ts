import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The contract that comes with the suite. */
const own = fileURLToPath(new URL('../contract/2020-01', import.meta.url));

/** The contract folder to use: the option goes before the profile, and both before the suite's own. */
export const contractFolder = (option: string | undefined, profile?: string): string =>
  resolve(option ?? profile ?? own);
