import { ConfigurationError } from '../configuration-error.ts';
import { type Credentials, checkCredentials } from '../credentials.ts';

/** A forward proxy, and who we are there. */
export interface Proxy {
  /** `http://host:port` or `https://host:port`, without credentials. */
  readonly url: string;
  readonly credentials: Credentials | undefined;
  /** The key or the environment variable that names it, for messages. */
  readonly from: string;
}

/** Throws `ConfigurationError` when Basic can't carry the credentials, or we could not keep them secret. */
export const checkProxy = ({ credentials, from }: Proxy): void => {
  if (credentials === undefined) return;
  try {
    checkCredentials(credentials, 'basic');
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const { nl, en } = error.text ?? { nl: error.message, en: error.message };
    throw new ConfigurationError(
      {
        nl: `De gebruikersnaam en het wachtwoord voor de proxy van ${from}: ${nl}`,
        en: `The credentials for the proxy of ${from}: ${en}`,
      },
      { cause: error },
    );
  }
};
