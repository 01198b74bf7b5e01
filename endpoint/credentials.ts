import type { Bilingual } from '#contract/texts/bilingual';
import { ConfigurationError } from './configuration-error.ts';

/** Who we are in phase 1; the password is optional there. */
export interface Credentials {
  readonly username: string;
  readonly password: string | undefined;
}

/** How credentials travel: HTTP Basic, a WS-Security UsernameToken in the envelope, or headers of their own. */
export type Carrier = 'basic' | 'wsse' | 'header';

/** Names of the request headers that the carrier `header` uses. */
export interface HeaderNames {
  readonly username: string;
  readonly password: string;
}

export const defaultHeaderNames: HeaderNames = { username: 'x-gebruikersnaam', password: 'x-wachtwoord' };

/** A shorter password can't be told from ordinary text, so it could not be kept out of the records. */
const shortestPassword = 4;

/** Throws `ConfigurationError` when the carrier can't bear these credentials, or we could not keep them secret. */
export const checkCredentials = (credentials: Credentials, carrier: Carrier): void => {
  const problem = problems.find(({ found }) => found(credentials, carrier));
  if (problem !== undefined) throw new ConfigurationError(problem.text);
};

interface Problem {
  readonly found: (credentials: Credentials, carrier: Carrier) => boolean;
  readonly text: Bilingual;
}

const problems: readonly Problem[] = [
  {
    found: ({ username }) => username === '',
    text: {
      nl: 'De gebruikersnaam is leeg. Geef een gebruikersnaam, of laat gebruikersnaam en wachtwoord weg.',
      en: 'The username is empty. Set the username, or leave the credentials out.',
    },
  },
  {
    found: ({ password = '' }) => password !== '' && password.length < shortestPassword,
    text: {
      nl: `Het wachtwoord heeft minder dan ${String(shortestPassword)} tekens. Neem een langer: een zo kort wachtwoord is niet uit de bewaarde bestanden te houden.`,
      en: `The password has fewer than ${String(shortestPassword)} characters. Use a longer one: it could not be kept out of the records.`,
    },
  },
  {
    found: ({ username }, carrier) => carrier === 'basic' && username.includes(':'),
    text: {
      nl: 'De gebruikersnaam heeft een dubbele punt, en die kan niet mee in HTTP Basic (RFC 7617, paragraaf 2). Neem een andere gebruikersnaam of carrier.',
      en: 'The username has a colon, which HTTP Basic can not carry (RFC 7617, section 2). Use another username or carrier.',
    },
  },
  {
    found: (credentials, carrier) => carrier === 'header' && !texts(credentials).every(isHeaderText),
    text: {
      nl: 'Gebruikersnaam of wachtwoord heeft tekens die niet mee kunnen in een header. Gebruik leesbare ASCII-tekens, of een andere carrier.',
      en: 'Username or password has characters that a header can not carry. Use printable ASCII, or another carrier.',
    },
  },
  {
    found: (credentials) => texts(credentials).some((text) => /\p{Cc}/u.test(text)),
    text: {
      nl: 'Gebruikersnaam of wachtwoord heeft een stuurteken. Kijk of er een regeleinde in staat dat er niet hoort.',
      en: 'Username or password has a control character. Check for a stray line break.',
    },
  },
];

const texts = ({ username, password = '' }: Credentials): readonly string[] => [username, password];

const isHeaderText = (text: string): boolean => /^[\x20-\x7e]*$/.test(text) && text.trim() === text;
