import type { Language } from '#reporters/texts';
import type { RulesOptions } from '../rules/options.ts';

/** The options of `3pas doctor` as they are given. */
export interface DoctorOptions extends RulesOptions {
  readonly profile: string;
  readonly url?: string;
  readonly contract?: string;
  readonly deliver?: boolean;
  readonly state?: string;
  readonly json?: boolean;
  readonly lang?: Language;
}
