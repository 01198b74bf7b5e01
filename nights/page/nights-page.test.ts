import { expect, test } from 'vitest';
import { aFailure, aNight } from '../../test/samples/night.ts';
import { compareNight } from '../compare-night.ts';
import { nightsPage } from './nights-page.ts';

test('what is told stands on the page with its alarms first', () => {
  const cause = { requirement: 'connection.serves-wsdl', kind: 'fault 500' };
  const other = aFailure({ check: 'connection.serves-wsdl', cause, documentType: undefined });
  const known = compareNight(undefined, aNight(0, { failed: [aFailure()] })).memory;
  const page = nightsPage(compareNight(known, aNight(1, { failed: [other] })), 'en');

  expect(Array.from(page.matchAll(/<li>(.)/g), ([, mark]) => mark)).toEqual(['✗', '·']);
});
