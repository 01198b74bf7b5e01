import type { Bilingual } from '#contract/texts/bilingual';
import { defaultHeaderNames } from '../credentials.ts';
import type { Access, UsernameAccess } from '../server/authenticate.ts';

/** What a message has to bear to get in, and how: never the username or password themselves. */
export const wayIn = (access: Access): Bilingual =>
  access.kind === 'username'
    ? withName(access)
    : { nl: 'Bied een clientcertificaat aan dat toegang geeft.', en: 'Offer a client certificate that has access.' };

const withName = ({ carrier, headerNames = defaultHeaderNames, password }: UsernameAccess): Bilingual => {
  const ways: Readonly<Record<typeof carrier, Bilingual>> = {
    basic: { nl: 'met HTTP Basic', en: 'by HTTP Basic' },
    wsse: { nl: 'in een UsernameToken (PasswordText)', en: 'in a UsernameToken (PasswordText)' },
    header: namedHeaders(
      password === undefined ? [headerNames.username] : [headerNames.username, headerNames.password],
    ),
  };
  const { nl, en } = ways[carrier];
  return password === undefined
    ? { nl: `Stuur de gebruikersnaam van dit endpoint mee ${nl}.`, en: `Send the username of this endpoint ${en}.` }
    : {
        nl: `Stuur de gebruikersnaam en het wachtwoord van dit endpoint mee ${nl}.`,
        en: `Send the username and the password of this endpoint ${en}.`,
      };
};

const namedHeaders = (names: readonly string[]): Bilingual => ({
  nl: `in ${names.length === 1 ? 'de header' : 'de headers'} ${names.join(' en ')}`,
  en: `in the ${names.length === 1 ? 'header' : 'headers'} ${names.join(' and ')}`,
});
