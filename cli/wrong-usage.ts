import type { Language } from '#reporters/texts';

/** What commander says of wrong usage, in the language that was asked for; a sentence that is not known stays English. */
export const wrongUsage = (message: string, language: Language): string =>
  language === 'en' ? message : dutch.reduce((text, [english, said]) => text.replace(english, said), message);

/** As commander 14 writes its sentences, and our own options what they take. */
const dutch: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '([^']*)'/, "fout: onbekende optie '$1'"],
  [/^error: unknown command '([^']*)'/, "fout: onbekend commando '$1'"],
  [/^error: missing required argument '([^']*)'/, "fout: het argument '$1' ontbreekt"],
  [/^error: option '([^']*)' argument missing/, "fout: optie '$1' vraagt een waarde"],
  [/^error: required option '([^']*)' not specified/, "fout: optie '$1' is verplicht"],
  [/^error: option '([^']*)' cannot be used with option '([^']*)'/, "fout: optie '$1' gaat niet samen met optie '$2'"],
  [
    /^error: too many arguments(?: for '([^']*)')?\. Expected (\d+) arguments? but got (\d+)\./,
    'fout: te veel argumenten: $3 in plaats van $2.',
  ],
  [/^error: option '([^']*)' argument '([^]*)' is invalid\./, "fout: optie '$1' kan geen '$2' zijn."],
  [/^error: command-argument value '([^]*)' is invalid for argument '([^']*)'\./, "fout: '$2' kan geen '$1' zijn."],
  [/Allowed choices are ([^]*)\.$/, 'Kies uit: $1.'],
  [/Give a whole number from (\d+) to (\d+)\.$/, 'Geef een geheel getal van $1 tot en met $2.'],
  [
    /Give one http or https address without a username, such as https:\/\/host\/path\.$/,
    'Geef één http- of https-adres zonder gebruikersnaam, zoals https://host/pad.',
  ],
  [
    /Give a time such as 90s, 30m or 2h, three weeks at most\.$/,
    'Geef een tijd als 90s, 30m of 2h, ten hoogste drie weken.',
  ],
  [
    /Give one http or https address without a query, such as https:\/\/host\/path\.$/,
    'Geef één http- of https-adres zonder query, zoals https://host/pad.',
  ],
  [/Give at least one name\.$/, 'Geef ten minste één naam.'],
  [/\(Did you mean one of ([^]*)\?\)$/, '(Bedoelt u een van $1?)'],
  [/\(Did you mean ([^]*)\?\)$/, '(Bedoelt u $1?)'],
];
