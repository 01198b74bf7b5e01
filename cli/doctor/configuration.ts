import { statSync } from 'node:fs';
import { checkCredentials } from '#endpoint/credentials';
import { ConfigurationError } from '#endpoint/configuration-error';
import { checkProxy } from '#endpoint/proxy/proxy';
import { checkConfidential, parseTarget } from '#endpoint/target';
import type { Bilingual } from '#contract/texts/bilingual';
import { findProfile } from '#profiles/find';
import { mustKnowValues } from '../rehearsal.ts';
import { demandDestination } from '../run/destination.ts';
import { type PlannedRun, planRun } from '../run/plan-run.ts';
import { useToSend } from '../rules/use.ts';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { type Cause, cause } from './causes.ts';
import { type Placed, configurationCause } from './configuration-cause.ts';
import { both } from './explained.ts';
import type { DoctorOptions } from './options.ts';

/** A configuration that can be used, with a remark on where it leads. */
export interface Configuration {
  readonly planned: PlannedRun;
  readonly remark: Bilingual | undefined;
}

/** A configuration that can be used, or what is wrong with it first. */
export type Configured = Configuration | Placed;

/** Reads profile, variables, contract and files as a run does; throws for a bug only. */
export const readConfiguration = async (options: DoctorOptions): Promise<Configured> => {
  try {
    const planned = planRun({ ...options, runs: 1, reporter: [] });
    const problem = problemIn(planned, options);
    if (problem !== undefined) return problem;
    return { planned, remark: await demandDestination(planned.profile) };
  } catch (error) {
    const placed = configurationCause(error, profileFile(options.profile));
    if (placed === undefined) throw error;
    return placed;
  }
};

const profileFile = (profile: string): string => {
  try {
    return findProfile(profile);
  } catch {
    return profile;
  }
};

const problemIn = (planned: PlannedRun, options: DoctorOptions): Placed | undefined => {
  const unfit = addressProblem(planned) ?? credentialsProblem(planned) ?? proxyProblem(planned);
  if (unfit !== undefined) return { step: 'variables', cause: unfit };
  const wrong = deliveryProblem(planned, options) ?? valueProblem(planned);
  return wrong && { step: 'configuration', cause: wrong };
};

const addressProblem = ({ config, profile }: PlannedRun): Cause | undefined =>
  profile.endpoint.kind === 'mock'
    ? undefined
    : caught(ConfigurationError, 'address-unfit', () => {
        const target = parseTarget(config.url);
        if (config.credentials !== undefined) checkConfidential(target);
      });

const credentialsProblem = ({ config: { credentials, carrier } }: PlannedRun): Cause | undefined =>
  credentials &&
  caught(ConfigurationError, 'credentials-unfit', () => {
    checkCredentials(credentials, carrier);
  });

const proxyProblem = ({ config: { proxy } }: PlannedRun): Cause | undefined =>
  proxy &&
  caught(ConfigurationError, 'variable-wrong', () => {
    checkProxy(proxy);
  });

const deliveryProblem = ({ config, contract, profile }: PlannedRun, options: DoctorOptions): Cause | undefined => {
  if (options.deliver !== true) return undefined;
  useToSend(contract, options);
  if (config.phase === 4) return cause('usage-wrong', 'production (phase 4) gets IsAlive only; leave --deliver out');
  // Whose certificate the embedded endpoint gives out is known once it is there.
  if (profile.endpoint.kind === 'mock') return undefined;
  return config.authorities?.length === 0 ? cause('nobody-to-deliver-for') : undefined;
};

/** Bodies and media that are not in the lists of the contract. */
const valueProblem = ({ profile, contract }: PlannedRun): Cause | undefined => {
  if ((profile.authorities ?? []).length === 0 && (profile.media ?? []).length === 0) return undefined;
  return caught(UsageError, 'value-unknown', () => {
    mustKnowValues(contract, profile);
  });
};

const caught = (
  kind: typeof ConfigurationError | typeof UsageError,
  id: 'address-unfit' | 'credentials-unfit' | 'variable-wrong' | 'value-unknown',
  check: () => void,
): Cause | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof kind) {
      const { nl, en } = saidBy(error);
      return cause(id, nl, en);
    }
    throw error;
  }
};

/** A remark on who else can read the key; Windows has no such rights. */
export const keyRemark = ({ profile: { certificate } }: PlannedRun): Bilingual | undefined => {
  if (certificate?.kind !== 'files' || process.platform === 'win32') return undefined;
  const file = certificate.key ?? certificate.file;
  if ((statSync(file).mode & 0o077) === 0) return undefined;
  return both(
    `ook andere gebruikers kunnen bij ${file}; beperk dat met chmod 600`,
    `other users can get at ${file} too; restrict that with chmod 600`,
  );
};
