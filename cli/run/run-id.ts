import { UsageError } from '../usage-error.ts';

/** A run id as it was given; throws `UsageError` for one that can't stand in a reference number. */
export const checkedRunId = (said: string): string => {
  if (/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/.test(said)) return said;
  throw new UsageError({
    nl: `--run-id "${said}" komt in referentienummers; geef een tot twintig letters, cijfers of streepjes`,
    en: `--run-id "${said}" stands in reference numbers; give one to twenty letters, digits or hyphens`,
  });
};
