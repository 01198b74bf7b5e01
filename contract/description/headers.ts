import type { Fill, FilledElement } from '../contract.ts';
import type { Place } from '#xml/place';
import type { QName } from '#xml/qname';
import { ContractError } from '../folder/contract-error.ts';
import { expand } from '../folder/qname.ts';
import { checkPlaced } from '../xpath/placed.ts';
import { type Description } from './description.ts';

type Entries = Description['entries']['service'];
type Entry = NonNullable<Entries['headers']>[number]['fill'][number];

/** The header blocks that `contract.yaml` has messages bear, and what stands in them; throws `ContractError`. */
export const readHeaders = (description: Description): readonly FilledElement[] => {
  const { entries, placeOf } = description;
  return (entries.service.headers ?? []).map(({ element, fill }, index) => ({
    element: expand(element, entries.namespaces, placeOf('service', 'headers', index, 'element')),
    fills: fill.map((one, position) => {
      mustBeXPath(one.at, description, placeOf('service', 'headers', index, 'fill', position));
      const key = `service.headers[${String(index + 1)}].fill[${String(position + 1)}]`;
      return fillOf(one, key, placeOf('service', 'headers', index, 'fill', position));
    }),
    place: placeOf('service', 'headers', index),
  }));
};

/** What `contract.yaml` has the request of the connection test bear; throws `ContractError`. */
export const aliveFilled = (
  element: QName,
  { fill = [] }: NonNullable<Entries['alive']>,
  description: Description,
): FilledElement => ({
  element,
  fills: fill.map((one, index) => {
    const place = description.placeOf('service', 'alive', 'fill', index);
    mustBeXPath(one.at, description, place);
    return fillOf(one, `service.alive.fill[${String(index + 1)}]`, place);
  }),
  place: description.placeOf('service', 'alive', 'request'),
});

const mustBeXPath = (at: string, { entries }: Description, place: Place): void => {
  checkPlaced(at, { prefixes: Object.keys(entries.namespaces), variables: new Map<string, never>() }, place);
};

const fillOf = ({ at, from, text }: Entry, key: string, place: Place): Fill => {
  if (from !== undefined && text === undefined) return { at, from, text: undefined, place };
  if (from === undefined && text !== undefined) return { at, from: undefined, text, place };
  throw new ContractError(
    place,
    `${key} has ${from === undefined ? 'neither from nor text' : 'both from and text'}; give one of them`,
  );
};
