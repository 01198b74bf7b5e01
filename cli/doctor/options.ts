import type { Language } from '#reporters/texts';

/** The options of `3pas doctor` as they are given. */
export interface DoctorOptions {
  readonly profile: string;
  readonly contract?: string;
  readonly deliver?: boolean;
  readonly json?: boolean;
  readonly lang?: Language;
}
