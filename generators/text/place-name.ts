import fc from 'fast-check';

const first = [
  'Koren',
  'Linden',
  'Water',
  'Molen',
  'Zand',
  'Kerk',
  'Brug',
  'Ooievaars',
  'Weide',
  'Haven',
  'Elzen',
  'Rozen',
];
const last = ['straat', 'laan', 'weg', 'pad', 'kade', 'plein', 'dreef', 'singel', 'hof'];
const special = [
  '’t Zwarte Schaap',
  "'s-Heerenlaan",
  'Nieuwe-Dwarsplein',
  'Laan van ’s-Gravenmade',
  'St. Jansplein-Oost',
  'Dwarsweg-Zuid',
  'Rûnom',
  '1e Dwarsstraat',
  'Oude & Nieuwe Dijk',
];
const places = [
  'Oosterveld',
  'Nieuwkerke',
  '’s-Gravenmade',
  'Sint Annaland',
  'Bergen (NH)',
  'Súdwâld',
  'Beneden-Leende',
  'Waterhuizen',
  'De Hoef',
  'Ee',
];

/** A street that could stand in any town; some with characters that need care. */
export const streetName = (): fc.Arbitrary<string> =>
  fc.oneof(
    { withCrossShrink: true },
    {
      weight: 4,
      arbitrary: fc.tuple(fc.constantFrom(...first), fc.constantFrom(...last)).map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.constantFrom(...special) },
  );

/** A town that could be anywhere. */
export const placeName = (): fc.Arbitrary<string> => fc.constantFrom(...places);

const letter = fc.constantFrom('B', 'C', 'E', 'G', 'H', 'J', 'K', 'L', 'M');

/** A postcode without a space: four digits, two letters, none of the three combinations that are not given out. */
export const postcode = (): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: 1000, max: 9999 }), letter, letter).map((parts) => parts.join(''));
