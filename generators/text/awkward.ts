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
export const awkwardFragments: readonly string[] = Object.values(awkward).flat();
