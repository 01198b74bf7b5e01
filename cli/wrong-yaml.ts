import type { Bilingual } from '#contract/texts/bilingual';
import { yamlProblems } from '#contract/folder/yaml-problem';

/** What is said of a YAML file that was written wrong, in Dutch; a sentence that is not known stays English. */
export const wrongYaml = (sentence: string): string =>
  dutch.reduce(
    (text, [english, said]) => text.replace(english, said),
    Object.values(yamlProblems).reduce(inDutch, sentence),
  );

const inDutch = (sentence: string, { nl, en }: Bilingual): string => sentence.replace(en, () => nl);

/** As `contract/description` and the shapes of our files write their sentences, a line each. */
const dutch: readonly (readonly [RegExp, string])[] = [
  [/\bunknown key ("[^"]*")/g, 'onbekende sleutel $1'],
  [
    /; the keys here are (.*); take one of these, or remove it$/gm,
    '; de sleutels hier zijn $1; neem een van deze, of haal die weg',
  ],
  [/\bkey ("[^"]*")((?: in \S+)?) is missing; add it$/gm, 'sleutel $1$2 ontbreekt; voeg die toe'],
  [
    /\bkey ("[^"]*") stands here for the second time; remove one$/gm,
    'sleutel $1 staat hier voor de tweede keer; haal er een weg',
  ],
  [/, did you mean ("[^"]*")\?/g, ', bedoelt u $1?'],
  [/\bthe file must\b/g, 'het bestand must'],
  [
    /\bmust be a text, not (.*?); write it between quotes$/gm,
    'moet een tekst zijn, en is $1; zet het tussen aanhalingstekens',
  ],
  [/\bmust be a text, not (.*?)(?=; correct it$|$)/gm, 'moet een tekst zijn, en is $1'],
  [/\bmust be a text, or a mapping (\{.*?\})/g, 'moet een tekst zijn, of $1'],
  [
    /\bmust not be empty: it says what is to be shown; name a type$/gm,
    'mag niet leeg zijn: het zegt wat er getoond moet worden; noem een documenttype',
  ],
  [/\bmust not be empty\b/g, 'mag niet leeg zijn'],
  [/\bis not in the contract\b/g, 'staat niet in het contract'],
  [/\bmust be one of (.*), not ("[^"]*"|[^ ,;]+)/g, 'moet een van $1 zijn, en is $2'],
  [/\bmust be a number, not ([^;]+)/g, 'moet een getal zijn, en is $1'],
  [/\bmust be a number\b/g, 'moet een getal zijn'],
  [/\bmust be a whole number above 0\b/g, 'moet een geheel getal boven 0 zijn'],
  [/\bmust be a whole number, 0 or more\b/g, 'moet een geheel getal van 0 of meer zijn'],
  [/\bmust be a whole number\b/g, 'moet een geheel getal zijn'],
  [/\bmust be at most (\d+)/g, 'moet ten hoogste $1 zijn'],
  [/\bmust be a list of (\{[^}]*\})/g, 'moet een lijst zijn van $1'],
  [/\bmust be a list of hosts\b/g, 'moet een lijst van hosts zijn'],
  [/\bmust be a list of files\b/g, 'moet een lijst van bestanden zijn'],
  [/\bmust be a list of dates\b/g, 'moet een lijst van datums zijn'],
  [/\bmust be a list\b/g, 'moet een lijst zijn'],
  [/\bmust be a mapping with the keys (.*), not ([^ ,;]+)/g, 'moet uit sleutels en waarden bestaan ($1), en is $2'],
  [/\bmust be a mapping\b/g, 'moet uit sleutels en waarden bestaan'],
  [/\bmust be true or false\b/g, 'moet true of false zijn'],
  [/\bmust be true\b/g, 'moet true zijn'],
  [/\bmust be a date, YYYY-MM-DD/g, 'moet een datum zijn, als JJJJ-MM-DD'],
  [/\bmust be 1, 2, 3 or 4\b/g, 'moet 1, 2, 3 of 4 zijn'],
  [/\bmust be an OIN, 20 digits in quotes\b/g, 'moet een OIN zijn, 20 cijfers tussen aanhalingstekens'],
  [
    /\bmust say which delivery, or every so many; one of the two/g,
    'moet zeggen welke aanlevering (delivery), of om de hoeveel (every); een van beide',
  ],
  [/\bthis is not YAML(.*?): (.*); correct the line$/gm, 'dit is geen YAML$1: $2; verbeter de regel'],
  [/\(column (\d+)\): /g, '(kolom $1): '],
  [/\bthe file is not UTF-8; save it as UTF-8$/gm, 'het bestand is geen UTF-8; sla het op als UTF-8'],
  [
    /\bthe file is nested deeper than (\d+) here; take it apart$/gm,
    'het bestand gaat hier dieper dan $1; haal het uit elkaar',
  ],
  [/\balias (\*\S+) has no anchor before it; add (&\S+)$/gm, 'alias $1 heeft geen anker ervoor; voeg $2 toe'],
  [
    /\bmust be the name of a file in the folder of the case, of letters, digits, -, _ and \./g,
    'moet de naam zijn van een bestand in de map van het geval, met letters, cijfers, -, _ en .',
  ],
  [/\bmust be a digest in hexadecimal digits/g, 'moet een digest in hexadecimale cijfers zijn'],
  [/\bmust be a moment, such as/g, 'moet een tijdstip zijn, zoals'],
  [/\bmust be the value of a header/g, 'moet de waarde van een header zijn'],
  [
    /\bmust be a requirement of this suite; 3pas requirements lists them/g,
    'moet een eis van deze suite zijn; 3pas requirements noemt ze',
  ],
  [/\bmust be the name of a run/g, 'moet de naam van een run zijn'],
  [/\bmust be (\d+), the version that this 3pas reads/g, 'moet $1 zijn, de versie die deze 3pas leest'],
  [/\bmust hold (\d+) requests at most/g, 'mag ten hoogste $1 verzoeken bevatten'],
  [/\bmust be the name of a header/g, 'moet de naam van een header zijn'],
  [/\bmust not be a header that HTTP itself uses/g, 'mag geen header zijn die HTTP zelf gebruikt'],
  [
    /\bmust be (\{ file: .*?\}), or (.*) or (\{ mock: g4 \}) at the embedded endpoint/g,
    'moet $1 zijn, of bij het ingebouwde endpoint $2 of $3',
  ],
  [/\bmust be (\{ mock: true \}) or (\{.*?\})/g, 'moet $1 of $2 zijn'],
  [/\bmust be none, or (\{.*\})/g, 'moet none zijn, of $1'],
  [/\bis no URL\b/g, 'is geen URL'],
  [/; correct it$/gm, '; verbeter dat'],
];
