import { expect, test } from 'vitest';
import { wayIn } from './way-in.ts';

const access = { kind: 'username', headerNames: undefined, username: 'jan', password: 'geheim' } as const;

test.each([
  [
    { ...access, carrier: 'basic' } as const,
    'Stuur de gebruikersnaam en het wachtwoord van dit endpoint mee met HTTP Basic.',
    'Send the username and the password of this endpoint by HTTP Basic.',
  ],
  [
    { ...access, carrier: 'wsse', password: undefined } as const,
    'Stuur de gebruikersnaam van dit endpoint mee in een UsernameToken (PasswordText).',
    'Send the username of this endpoint in a UsernameToken (PasswordText).',
  ],
  [
    { ...access, carrier: 'header', headerNames: { username: 'X-Naam', password: 'X-Woord' } } as const,
    'Stuur de gebruikersnaam en het wachtwoord van dit endpoint mee in de headers X-Naam en X-Woord.',
    'Send the username and the password of this endpoint in the headers X-Naam and X-Woord.',
  ],
])('says what is to be sent, and how: %j', (given, nl, en) => {
  expect(wayIn(given)).toEqual({ nl, en });
});
