import { resolve } from 'node:path';
import { readContract } from '#contract/reader';
import { againstDefects } from '#defects/against';
import { configOf } from '#defects/config-of';
import type { Place } from '#defects/place';
import type { Selected } from '#defects/seeded-defect';
import { systemClock } from '#endpoint/clock';
import type { Defect } from '#endpoint/mock/parts';
import type { Event } from '#evidence/event';
import type { Journal } from '#evidence/journal';
import type { Night } from '#nights/night';
import { nightOf } from '#nights/night-of';
import { aRun } from '../samples/run.ts';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const { act, mockFor } = await againstDefects(contract, systemClock.now);

const only =
  (...requirements: readonly string[]): NonNullable<Selected['only']> =>
  ({ requirement }) =>
    requirements.includes(requirement);

/** What is run each night, and what now and then, since it sends a whole value list. */
const some: Selected = {
  topics: ['connection', 'delivery', 'rejection'],
  only: only(
    ...['connection.answers-is-alive', 'connection.serves-wsdl', 'delivery.accepts-valid', 'delivery.is-steady'],
    'rejection.refuses-damaged-zip',
  ),
};
const lists: Selected = { topics: ['delivery'], runs: 25, only: only('delivery.accepts-listed-values') };

/** Runs some checks against a mock with these defects, and folds what they left as `3pas compare` does. */
export const nightAgainst = async (defects: readonly Defect[], seed: number, withLists = false): Promise<Night> => {
  const mock = await mockFor(defects, some);
  const place = { url: mock.url, mockControl: mock.controlUrl, tls: undefined };
  try {
    return await nightAt(place, [some, ...(withLists ? [lists] : [])], seed);
  } finally {
    await mock.close();
  }
};

/** The same where nothing answers. */
export const nightWithoutEndpoint = (): Promise<Night> =>
  nightAt({ url: 'http://127.0.0.1:9/', mockControl: undefined, tls: undefined }, [some], 1);

const nightAt = async (place: Place, parts: readonly Selected[], seed: number): Promise<Night> => {
  const events: Event[] = [];
  for (const part of parts) await act(configOf({ ...part, seed }, place), part, journalInto(events));
  const { started, planned, ended } = aRun(events.filter((event) => event.type === 'check-ended'));
  const night = nightOf([started, planned, ...events, ended].filter((event) => event !== undefined));
  if (night === undefined) throw new Error('a run is no recording');
  return night;
};

/** Keeps no bytes: events are all that is asked for. */
const journalInto = (events: Event[]): Journal => ({
  append: (event) => void events.push(event),
  keep: () => ({ place: undefined, lacks: false }),
  nextId: () => '',
  close: () => undefined,
});
