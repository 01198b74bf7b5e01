import type { Command } from 'commander';
import { whole } from '../options.ts';

/** What is asked about the data of a recording, as it is given. */
export interface DataOptions {
  readonly testData?: boolean;
  readonly keep: number;
}

/** Days that a recording is kept unless said. */
const usualDays = 90;

/** A command with the options about the data of a recording. */
export const withDataOptions = (command: Command): Command =>
  command
    .option('--test-data', 'declares that the traffic holds test data only (see docs/personal-data.md)')
    .option('--no-test-data', 'says that it does not, without being asked')
    .option(
      '--keep <days>',
      'days that the recording is kept; 3pas prune removes it after that',
      whole(1, 3650),
      usualDays,
    );

/** The moment after which a recording is to be removed, ISO 8601. */
export const keptUntil = (clock: string, days: number): string =>
  new Date(Date.parse(clock) + days * 24 * 60 * 60 * 1000).toISOString();
