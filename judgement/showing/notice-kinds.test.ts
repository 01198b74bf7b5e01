import { expect, test } from 'vitest';
import { noticesIn } from './notice-kinds.ts';

test.each([
  ['Aanvraag omgevingsvergunning, Kerkstraat 1', ['aanvraag']],
  ['Gemeente Woerden - Verlengen beslistermijn aanvraag omgevingsvergunning', ['aanvraag', 'verlengd']],
  ['Omgevingsvergunning verleend: plaatsen van een mast', ['verleend']],
  ['Verleende omgevingsvergunning van rechtswege', ['verleend', 'van-rechtswege']],
  ['GEWEIGERDE evenementenvergunning', ['geweigerd']],
  ['Ontwerpbesluit milieu', ['ontwerp']],
  ['Aanvraag buiten behandeling gesteld', ['aanvraag', 'buiten-behandeling']],
  ['Ingetrokken aanvraag, Dorpsplein 3', ['aanvraag', 'ingetrokken']],
  ['Melding brandveilig gebruik geaccepteerd', ['geaccepteerd']],
  ['Ontwerpers kiezen', []],
])('%s', (title, kinds) => {
  expect(noticesIn(title)).toEqual(kinds);
});
