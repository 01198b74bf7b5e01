import { UsageError } from '../usage-error.ts';

/** The password that comes with the username of the embedded endpoint, for everyone to read. */
export const usualPassword = 'proefwachtwoord';

/** The password that is asked for: the usual one, one of a variable, or none in particular. */
export type PasswordAsked =
  | { readonly kind: 'usual'; readonly password: typeof usualPassword }
  | { readonly kind: 'own'; readonly password: string; readonly variable: string }
  | { readonly kind: 'any'; readonly password: undefined };

interface PasswordOptions {
  readonly passwordEnv?: string;
  readonly anyPassword?: boolean;
}

/** Reads which password the options ask for; throws `UsageError` for a variable without a value. */
export const passwordAsked = ({ passwordEnv: variable, anyPassword = false }: PasswordOptions): PasswordAsked => {
  if (anyPassword) return { kind: 'any', password: undefined };
  if (variable === undefined) return { kind: 'usual', password: usualPassword };
  const password = process.env[variable];
  if (password !== undefined && password !== '') return { kind: 'own', password, variable };
  throw new UsageError({
    nl: `--password-env ${variable}: die omgevingsvariabele heeft geen waarde; geef haar een, of laat de optie weg`,
    en: `--password-env ${variable}: that environment variable is not set; set it, or leave the option out`,
  });
};
