import { type Explain, both } from './explained.ts';

const sentence = (way: string): string => `${way.charAt(0).toUpperCase()}${way.slice(1)}.`;

/** What can be wrong before anything is sent; the details are the sentences of who found it. */
export const configurationTexts = {
  'profile-unknown': (nl = '', en = nl) => ({
    cause: both(`Het profiel is er niet: ${nl}`, `The profile is not there: ${en}`),
    remedy: both(
      'Kies een profiel uit `3pas profiles`, of geef het pad van een bestand.',
      'Choose one of `3pas profiles`, or give the path of a file.',
    ),
  }),
  'profile-wrong': (
    ...[nl = '', en = nl, wayNl = 'verbeter de regel die genoemd wordt', wayEn = 'correct the line that is named']
  ) => ({
    cause: both(`Het profiel klopt niet: ${nl}`, `The profile is wrong: ${en}`),
    remedy: both(sentence(wayNl), sentence(wayEn)),
  }),
  'contract-wrong': (nl = '', en = nl) => ({
    cause: both(`De contractmap klopt niet: ${nl}`, `The contract folder is wrong: ${en}`),
    remedy: both(
      'Wijs met --contract of in het profiel de juiste map aan; `3pas contract lint MAP` controleert haar.',
      'Name the right folder with --contract or in the profile; `3pas contract lint FOLDER` checks it.',
    ),
  }),
  'value-unknown': (nl = '', en = nl) => ({
    cause: both(
      `Het profiel noemt een waarde die het contract niet kent: ${nl}`,
      `The profile names a value that the contract does not know: ${en}`,
    ),
    remedy: both('Schrijf de waarde precies zoals in codelists.xsd.', 'Spell it as the contract (codelists.xsd) does.'),
  }),
  'usage-wrong': (nl = '', en = nl) => ({
    cause: both(`De aanroep klopt niet: ${nl}`, `The command is wrong: ${en}`),
    remedy: both('Zie `3pas doctor --help`.', 'See `3pas doctor --help`.'),
  }),
  'nobody-to-deliver-for': () => ({
    cause: both(
      'Het profiel noemt geen bevoegd gezag (bevoegdGezag) waarvoor mag worden aangeleverd.',
      'The profile names no competent authority (bevoegdGezag) to deliver for.',
    ),
    remedy: both(
      'Vul bevoegdGezag in het profiel, binnen de machtigingen; of laat --deliver weg.',
      'Fill bevoegdGezag of the profile, within the mandates (machtigingen); or leave --deliver out.',
    ),
  }),
  'variables-unset': (names = '', place = '') => ({
    cause: both(
      `Het profiel (${place}) heeft omgevingsvariabelen nodig die niet zijn gezet of leeg zijn: ${names}.`,
      `The profile (${place}) needs environment variables that are not set or empty: ${names}.`,
    ),
    remedy: both(
      'Zet ze in de omgeving waarin 3pas start (export NAAM=…, in PowerShell $env:NAAM = "…"); in het profiel staat waarvoor ze zijn.',
      'Set them in the environment that 3pas starts in (export NAME=…, in PowerShell $env:NAME = "…"); the profile says what they are for.',
    ),
  }),
  'variable-wrong': (
    ...[
      nl = '',
      en = nl,
      wayNl = 'verbeter de variabele, ook op spaties, aanhalingstekens en regeleinden',
      wayEn = 'correct the variable, also for spaces, quotes and line ends',
    ]
  ) => ({
    cause: both(
      `Een omgevingsvariabele heeft een verkeerde waarde: ${nl}`,
      `An environment variable has a wrong value: ${en}`,
    ),
    remedy: both(sentence(wayNl), sentence(wayEn)),
  }),
  'address-unfit': (nl = '', en = nl) => ({
    cause: both(`Het adres van het endpoint is ongeldig: ${nl}`, `The address of the endpoint can’t be used: ${en}`),
    remedy: both(
      'Neem het adres over zoals KOOP het gaf: https://host/pad, zonder gebruikersnaam.',
      'Take the address as KOOP gave it: https://host/path, without a username.',
    ),
  }),
  'credentials-unfit': (nl = '', en = nl) => ({
    cause: both(`Gebruikersnaam of wachtwoord is onbruikbaar: ${nl}`, `Username or password can’t be used: ${en}`),
    remedy: both(
      'Verbeter de omgevingsvariabele, of kies een andere `credentials.carrier` in het profiel.',
      'Correct the environment variable, or choose another `credentials.carrier` in the profile.',
    ),
  }),
  'certificate-file': (nl = '', en = '') => ({
    cause: both(nl, en),
    remedy: both(
      'Bekijk de bestanden met `3pas certificate inspect`, en verbeter het profiel of zijn variabelen.',
      'Look at the files with `3pas certificate inspect`, and correct the profile or its variables.',
    ),
  }),
  'roots-file': (nl = '', en = nl) => ({
    cause: both(
      `Het bestand met de roots van de server klopt niet: ${nl}`,
      `The file with the roots of the server is wrong: ${en}`,
    ),
    remedy: both(
      'Geef het rootcertificaat waaronder het servercertificaat valt, in PEM.',
      'Give the root certificate that the certificate of the server is under, in PEM.',
    ),
  }),
} as const satisfies Readonly<Record<string, Explain>>;
