import { parseFile } from '../folder/parse-file.ts';
import { attributeOf, elementsOf, textOf, type XmlElement } from '#xml/tree';
import type { PlaceStep, SchemaPlace } from './places.ts';

/** A message that came with the WSDL. */
export interface GivenExample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the messages that came with a WSDL show of places in them. */
export interface Seen {
  readonly count: number;
  /** The elements that the messages are. */
  readonly requests: readonly XmlElement[];
  /** In how many of them a place is there. */
  readonly timesAt: (place: Pick<SchemaPlace, 'steps'>) => number;
  /** What stands there, each text once. */
  readonly textsAt: (place: Pick<SchemaPlace, 'steps'>) => readonly string[];
}

/** Reads messages; throws `ContractError` for one that is no well-formed XML. */
export const seenIn = (examples: readonly GivenExample[]): Seen => {
  const requests = examples.map(({ name, bytes }) => requestIn(parseFile(name, bytes)));
  const at = ({ steps }: Pick<SchemaPlace, 'steps'>): readonly (readonly string[])[] =>
    requests.map((request) => textsBelow(request, steps));
  return {
    count: requests.length,
    requests,
    timesAt: (place) => at(place).filter((texts) => texts.length > 0).length,
    textsAt: (place) => [...new Set(at(place).flat())],
  };
};

/** How much likelier a place is for what it shows: as often as not absent says nothing. */
export const likelier = ({ count, timesAt }: Seen, place: Pick<SchemaPlace, 'steps'>): number => {
  if (count === 0) return 0;
  const times = timesAt(place);
  return times === 0 ? -0.15 : times === count ? 0.06 : 0;
};

const requestIn = (root: XmlElement): XmlElement => {
  const body = root.name === 'Envelope' ? elementsOf(root).find(({ name }) => name === 'Body') : undefined;
  return (body && elementsOf(body)[0]) ?? root;
};

const textsBelow = (from: XmlElement, [step, ...rest]: readonly PlaceStep[]): readonly string[] => {
  if (step === undefined) return [textOf(from).trim()];
  const { name, namespace } = step.name;
  if (step.isAttribute) {
    const value = attributeOf(from, name, namespace);
    return value === undefined ? [] : [value.trim()];
  }
  return elementsOf(from)
    .filter((one) => one.name === name && one.namespace === namespace)
    .flatMap((one) => textsBelow(one, rest));
};
