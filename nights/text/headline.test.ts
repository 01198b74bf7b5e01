import { expect, test } from 'vitest';
import { aFailure, aNight } from '../../test/samples/night.ts';
import { compareNight, type Comparison } from '../compare-night.ts';
import { headline } from './headline.ts';

test('counts what is open, and what was not seen again and is not ended', () => {
  const failing = (day: number) => aNight(day, { outcome: 'failed', failed: [aFailure()] });
  const nights = [failing(0), failing(1), aNight(2)];

  let last: Comparison | undefined;
  const said = nights.map((night) => headline((last = compareNight(last?.memory, night))).nl);

  expect(said.slice(1)).toEqual([
    'Onveranderd: mock-poc, 2 controles in orde, 1 bekende bevinding, vergeleken met de nacht van 2027-01-01',
    'Veranderd, niet verslechterd: mock-poc, 3 controles in orde, 1 niet meer gezien, nacht 3 sinds 2027-01-01',
  ]);
});
