import type { Language } from '#reporters/texts';
import type { DemandOptions } from '../demands.ts';
import type { RulesOptions } from '../rules/options.ts';

/** The options of `3pas run` as they are given. */
export interface RunOptions extends RulesOptions, DemandOptions {
  readonly profile: string;
  /** In place of the address of the profile. */
  readonly url?: string;
  readonly contract?: string;
  readonly seed?: number;
  /** Valid deliveries a document type; undefined where nothing was said. */
  readonly runs?: number | undefined;
  readonly topic?: readonly string[];
  readonly documentType?: readonly string[];
  readonly reporter: readonly string[];
  readonly out?: string;
  /** Folder that keeps what is known of earlier nights, and counts the requests of a day. */
  readonly state?: string;
  readonly night?: boolean;
  readonly turn?: number;
  /** Folder with cases of earlier runs, before that of the profile. */
  readonly corpus?: string;
  readonly runId?: string;
  readonly clock?: string;
  readonly json?: boolean;
  readonly skipDoctor?: boolean;
  /** The folder of a run that goes on. */
  readonly resume?: string;
  /** The profile that was named beside it; undefined where none was. */
  readonly named?: string | undefined;
  readonly lang?: Language;
}

/** Valid deliveries a document type where nothing is said. */
export const usualRuns = 50;

/** What a run can write besides its journal and results. */
export const reporterNames = ['table', 'allure', 'junit'] as const;
