import { UsageError } from './usage-error.ts';

/** The password in the variable that `--password-env` names; throws `UsageError` where there is none. */
export const passwordIn = (variable: string | undefined): string | undefined => {
  if (variable === undefined) return undefined;
  const password = process.env[variable];
  if (password !== undefined) return password;
  throw new UsageError({
    nl: `--password-env "${variable}" is geen omgevingsvariabele met een waarde; geef de naam van een variabele met het wachtwoord`,
    en: `--password-env "${variable}" is not set in the environment; give the name of a variable, and set it to the password`,
  });
};
