import { ContractError } from '#contract/folder/contract-error';
import { ConfigurationError } from '#endpoint/configuration-error';
import { IdentityError } from '#endpoint/identity/identity-error';
import { VariableError } from '#profiles/environment';
import { UnknownProfile } from '#profiles/find';
import { Refusal } from '#profiles/refusal';
import { RootsError } from '../run/identities.ts';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';
import { type Cause, cause } from './causes.ts';
import type { StepName } from './steps.ts';

/** Where a cause was found. */
export interface Placed {
  readonly step: StepName;
  readonly cause: Cause;
}

/** The cause that an error of reading a configuration stands for; undefined for an error that is a bug. */
export const configurationCause = (error: unknown, profile: string): Placed | undefined => {
  const { nl, en } = saidBy(error);
  if (error instanceof UnknownProfile) return at('configuration', cause('profile-unknown', nl, en));
  if (error instanceof Refusal) return refusalCause(error);
  if (error instanceof VariableError) return at('variables', variableCause(error));
  if (error instanceof IdentityError) return at('files', cause('certificate-file', error.text.nl, error.text.en));
  if (error instanceof RootsError) return at('files', cause('roots-file', nl, en));
  if (error instanceof ContractError)
    return at('configuration', cause(error.file === profile ? 'profile-wrong' : 'contract-wrong', nl, en));
  if (error instanceof UsageError) return at('configuration', cause('usage-wrong', nl, en));
  return error instanceof ConfigurationError ? at('files', cause('certificate-file', nl, en)) : undefined;
};

const variableCause = ({ unset, text, file, line }: VariableError): Cause =>
  unset.length === 0
    ? cause('variable-wrong', text.nl, text.en)
    : cause('variables-unset', unset.join(', '), `${file}:${String(line)}`);

const refusalCause = ({ variable, text, way }: Refusal): Placed => {
  const details = [text.nl, text.en, way.nl, way.en];
  return variable === undefined
    ? at('configuration', cause('profile-wrong', ...details))
    : at('variables', cause('variable-wrong', ...details));
};

const at = (step: StepName, found: Cause): Placed => ({ step, cause: found });
