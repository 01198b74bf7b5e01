import { expect, test } from 'vitest';
import type { SeenDelivery } from '../streams/behaviour/seen-delivery.ts';
import type { Declaration } from './declaration.ts';
import { followShowing } from './showing.ts';

const declaration: Declaration = {
  ...{ vendor: 'v', product: 'p', version: '1' },
  documentTypes: [
    {
      name: 'Melding',
      notices: ['verleend'],
      media: ['Gemeenteblad'],
      elements: ['Punt'],
      features: ['odd-text', 'long-text'],
    },
    { name: 'Aanvraag', notices: [], media: [], elements: [], features: ['without-medium'] },
  ],
  errors: ['redelivery', 'fault', 'lost-answer', 'slow-answer'],
};

const said: SeenDelivery['said'] = {
  ...{ documentType: 'Melding', reference: 'r1', title: 't', medium: 'Gemeenteblad', publicationDate: '' },
  ...{
    rectifies: false,
    titleLength: 1,
    isOdd: false,
    notices: [],
    likeness: '',
    notice: 'n1',
    wording: 'w',
    elements: [],
  },
};

const seen = (change: Partial<SeenDelivery> = {}, more: Partial<SeenDelivery['said']> = {}): SeenDelivery => ({
  ...{ sender: 'a', from: 0, until: 10, came: 'accepted', leftEarly: false, waitMs: undefined, likeness: 'l1' },
  ...change,
  said: { ...said, ...more },
});

const missing = (...all: readonly SeenDelivery[]): readonly string[] => {
  const showing = followShowing(declaration);
  for (const one of all) showing.add(one);
  const left = showing.result().filter(({ isDone }) => !isDone);
  expect(showing.isComplete()).toBe(left.length === 0);
  return left.map(({ documentType, kind, name }) => [documentType, kind, name].filter(Boolean).join(' '));
};

test('all that is declared is asked, and only what was accepted shows it', () => {
  const all = [
    'Melding delivery',
    'Melding notice verleend',
    'Melding medium Gemeenteblad',
    'Melding element Punt',
    'Melding odd-text',
    'Melding long-text',
  ];
  const errors = ['redelivery', 'fault', 'lost-answer', 'slow-answer'];

  expect(missing(seen({ came: 'refused' }, { elements: ['Punt'] }))).toEqual([
    ...all,
    ...['Aanvraag delivery', 'Aanvraag without-medium'],
    ...errors,
  ]);
  expect(missing(seen({}, { elements: ['Punt'], isOdd: true, titleLength: 200, notices: ['verleend'] }))).toEqual([
    ...['Aanvraag delivery', 'Aanvraag without-medium'],
    ...errors,
  ]);
  expect(missing(seen({}, { documentType: 'Aanvraag', medium: '' }))).toEqual([...all, ...errors]);
});

test('coping with errors shows in what comes after them', () => {
  const shows = (...all: readonly SeenDelivery[]): readonly string[] => {
    const left = missing(...all);
    return declaration.errors.filter((one) => !left.includes(one));
  };

  expect(shows(seen({ came: 'lost' }), seen({ came: 'refused' }))).toEqual(['lost-answer']);
  expect(shows(seen({ came: 'failed' }), seen())).toEqual(['fault']);
  expect(shows(seen({ came: 'failed' }), seen({ likeness: 'l2' }))).toEqual([]);
  expect(shows(seen({ came: 'refused' }), seen({ likeness: 'l2' }))).toEqual(['redelivery']);
  expect(shows(seen({ came: 'refused' }), seen({ likeness: 'l2' }, { reference: 'r2' }))).toEqual([]);
  expect(shows(seen({ until: 6000 }))).toEqual(['slow-answer']);
});
