import { expect, test } from 'vitest';
import { aFailure, aNight, blockedNight } from '../../test/samples/night.ts';
import { compareNight, type Comparison } from '../compare-night.ts';
import type { Night } from '../night.ts';
import { changeText } from './change-text.ts';

/** What is told of the last of some nights, in both languages. */
const toldOf = (...nights: readonly Night[]): readonly string[] => {
  let last: Comparison | undefined;
  for (const night of nights) last = compareNight(last?.memory, night);
  return last?.changes.map(changeText).flatMap(({ nl, en }) => [nl, en]) ?? [];
};

const failing = (day: number, documentType: string): Night => {
  const check = `delivery.accepts-valid/${documentType}`;
  return aNight(day, { outcome: 'failed', failed: [aFailure({ check, documentType })] });
};

test('a cause that moves about', () => {
  expect(toldOf(aNight(0), failing(1, 'Melding'), failing(2, 'BeschikkingAanvraag'))).toEqual([
    'wisselend van plaats: delivery.accepts-valid, BeschikkingAanvraag, Melding, antwoord fault 500',
    'intermittent, in changing places: delivery.accepts-valid, BeschikkingAanvraag, Melding, answer fault 500',
  ]);
});

test('a cause that failed on one night alone, of which nothing says that a seed is why', () => {
  expect(toldOf(aNight(0), failing(1, 'Melding'), aNight(2))).toEqual([
    'wisselend, niet elke nacht te zien: delivery.accepts-valid, Melding, antwoord fault 500',
    'intermittent, not seen every night: delivery.accepts-valid, Melding, answer fault 500',
  ]);
});

test('an endpoint that was away from the first night on', () => {
  expect(toldOf(blockedNight(0), blockedNight(1), blockedNight(2))).toEqual([
    'derde nacht zonder oordeel van de laatste 3 (de verbinding is geweigerd)',
    'third night without a verdict of the last 3 (the connection was refused)',
  ]);
});

test('a requirement that is not there any more, with its finding', () => {
  const cause = { requirement: 'delivery.did-once', kind: 'fault 500' };
  const old = aNight(0, { failed: [aFailure({ cause, check: 'delivery.did-once/Melding' })] });

  expect(toldOf(old, aNight(1))).toEqual([
    'deze versie van 3pas heeft niet meer: delivery.did-once; de bevinding daarop vervalt',
    'this version of 3pas has no longer: delivery.did-once; the finding on that lapses',
  ]);
});

test('what comes and goes', () => {
  const nights = [blockedNight(1), aNight(2), blockedNight(3), aNight(4), blockedNight(5)];

  expect(toldOf(aNight(0), ...nights)[1]).toMatch(
    /^undecided on a third of the last seven nights: connection\.serves-wsdl, .* \(the connection was refused\)$/,
  );
});
