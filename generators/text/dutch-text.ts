import fc from 'fast-check';
import type { Length } from '#documents/schema/text-source';

/** Phrases as they stand in notices of permits: no persons, no firms, no numbers that could be someone's. */
const phrases: readonly string[] = [
  'bouwen',
  'het plaatsen van een dakkapel',
  'het kappen van twee zieke esdoorns',
  'het aanleggen van een in- of uitrit',
  'het verbouwen van een schuur tot woning',
  'het slopen van een bijgebouw',
  'het vervangen van de kozijnen',
  'het plaatsen van zonnepanelen op het dak',
  'het uitbreiden van een bedrijfshal',
  'het dempen van een sloot langs de weg',
  'het organiseren van een rommelmarkt',
  'het wijzigen van de gevel van een rijksmonument',
  'het tijdelijk afwijken van het omgevingsplan',
  'het bouwen van zes appartementen',
  'het plaatsen van een reclamebord',
  'ter hoogte van de brug',
  'nabij het sportpark',
  'achter de dijk',
  'op het perceel aan de noordzijde',
  'wegens bijzondere omstandigheden',
  'de beslistermijn is verlengd',
  'de vergunning is verleend',
  'de aanvraag is ontvangen',
  'de vergunning is geweigerd',
  'de aanvraag is buiten behandeling gesteld',
];

/** Whole sentences of the same kind. */
const sentences: readonly string[] = [
  'De aanvraag is ontvangen.',
  'Het bevoegd gezag heeft besloten de termijn met zes weken te verlengen.',
  'De stukken liggen gedurende zes weken ter inzage.',
  'Tegen een aanvraag kan nog geen bezwaar worden gemaakt.',
  'Belanghebbenden kunnen binnen zes weken bezwaar maken.',
  'Het besluit treedt in werking op de dag na bekendmaking.',
  'De melding voldoet aan de regels van het omgevingsplan.',
  'U kunt de stukken inzien op het gemeentehuis, op afspraak.',
  'Voor deze activiteit geldt de reguliere voorbereidingsprocedure.',
  'Op het ontwerpbesluit kan een zienswijze worden gegeven.',
];

/**
 * Text that breaks systems which get an encoding, an escape or a length wrong; every character is legal in XML 1.0.
 *
 * @internal
 */
export const awkward: Readonly<Record<string, readonly string[]>> = {
  diacritics: [
    'coördinatie',
    'café-restaurant',
    'façade',
    'ruïne',
    'Súdwest-Fryslân',
    'IJsselmuiden',
    'ĳskelder',
    'één',
  ],
  apostrophes: ['’s-Hertogenbosch', "'s-Gravenhage", '’t Harde', "'t Zandt", 'foto’s', 'avondje ‘uit’'],
  markup: [
    'R&D',
    'bouwhoogte < 10 m',
    'oppervlakte > 150 m²',
    'a<b>c',
    '&amp;',
    '&#233;',
    '<![CDATA[',
    ']]>',
    '<!-- -->',
  ],
  quotes: ['"De Hoop"', '„De Zwaan”', '«plan»', 'x="1"'],
  symbols: ['€ 1.250,–', '½', '№ 7', '§ 3.2', '100 %', '±5 °C', 'a/b\\c', '{0}', '${x}', '%20', '…'],
  emoji: ['🌳', '🏗️', '👷🏽‍♀️', '🇳🇱'],
  combining: ['cafe\u0301', 'coo\u0308rdinatie', 'Z\u030C', 'a\u0323\u0302'],
  rightToLeft: ['שלום', 'مرحبا', '\u202Bשלום\u202C'],
  spaces: ['ter\u00A0inzage', '10\u202Fm', 'zes\u2009weken', 'inge\u00ADtrokken', 'a\u200Bb', 'x\u2060y'],
  planes: ['𝔸', '𐍈', '漢字', 'Ω', 'ﬁets', '\uFEFFx', '\u2028x'],
};

/** All of them in one row. */
const awkwardFragments: readonly string[] = Object.values(awkward).flat();

/** Above this a longest text is not worth its time in every run. */
const longestTried = 4000;

/** One line of Dutch text within the bounds: single spaces, none at the ends; the shortest and the longest come up too. */
export const dutchText = (bounds: Length): fc.Arbitrary<string> => textOf(fragment, bounds);

/** The same without anything that breaks systems. */
export const plainText = (bounds: Length): fc.Arbitrary<string> => textOf(plainFragment, bounds);

const textOf = (fragment: fc.Arbitrary<string>, { min, max }: Length): fc.Arbitrary<string> => {
  const usual = fc.array(fragment, { minLength: 1, maxLength: 8 }).map((parts) => fit(parts.join(' '), { min, max }));
  const shortest = fragment.map((part) => fit(part, { min, max: Math.max(min, Math.min(1, max)) }));
  if (max > longestTried) return fc.oneof({ withCrossShrink: true }, weighted(18, usual), weighted(1, shortest));
  const longest = usual.map((text) => fit(text, { min: max, max }));
  return fc.oneof({ withCrossShrink: true }, weighted(18, usual), weighted(1, shortest), weighted(1, longest));
};

/** Nothing but fragments that break systems, within the bounds. */
export const awkwardText = ({ min, max }: Length): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...awkwardFragments), { minLength: 1, maxLength: 12 })
    .map((parts) => fit(parts.join(' '), { min, max }));

const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.WeightedArbitrary<T> => ({ weight, arbitrary });

const plainFragment = fc.oneof(
  { withCrossShrink: true },
  weighted(4, fc.constantFrom(...phrases)),
  weighted(2, fc.constantFrom(...sentences)),
);

const fragment = fc.oneof(
  { withCrossShrink: true },
  weighted(4, fc.constantFrom(...phrases)),
  weighted(2, fc.constantFrom(...sentences)),
  weighted(2, fc.constantFrom(...awkwardFragments)),
);

const filler = 'lang bericht ';

/** Cuts or fills a text to the bounds, by code point. */
export const fit = (text: string, { min, max }: Length): string => {
  if (text.length >= min && text.length <= max && isPlain(text)) return text;
  const cut = Array.from(text).slice(0, Math.min(max, text.length)).join('').trim();
  const missing = min - Array.from(cut).length;
  if (missing <= 0) return cut;
  const padding = (' ' + filler.repeat(Math.ceil(missing / filler.length))).slice(0, missing);
  return `${cut}${padding}`.replace(/^ | $/g, 'n');
};

/** Code units and code points are one and the same. */
const isPlain = (text: string): boolean => !/[\uD800-\uDFFF]/.test(text);
