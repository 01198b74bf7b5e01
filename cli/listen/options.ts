import type { Carrier } from '#endpoint/credentials';
import type { Language } from '#reporters/texts';
import type { DataOptions } from '../recording/term.ts';
import type { DemandOptions } from '../demands.ts';

/** The options of `3pas listen` as they are given. */
export interface ListenOptions extends DemandOptions, DataOptions {
  readonly profile: string;
  readonly contract?: string;
  readonly port: number;
  readonly pagePort: number;
  readonly host?: string;
  readonly name?: readonly string[];
  readonly publicUrl?: string;
  readonly recording?: string;
  readonly out?: string;
  readonly carrier?: Carrier;
  readonly username?: readonly string[];
  readonly passwordEnv?: string;
  readonly serverCert?: string;
  readonly serverKey?: string;
  readonly clientCa?: readonly string[];
  readonly forward?: string;
  readonly state?: string;
  readonly vendor?: string;
  readonly answers?: string;
  readonly stopWhenComplete?: boolean;
  readonly for?: number;
  readonly clock?: string;
  readonly reporter?: readonly string[];
  readonly json?: boolean;
  readonly lang?: Language;
}
