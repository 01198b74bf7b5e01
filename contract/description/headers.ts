import type { HeaderBlock, HeaderFill } from '../contract.ts';
import { ContractError } from '../folder/contract-error.ts';
import { expand } from '../folder/qname.ts';
import { checkPlaced } from '../xpath/placed.ts';
import { type Description } from './description.ts';

type Entry = NonNullable<Description['entries']['service']['headers']>[number]['fill'][number];

/** The header blocks that `contract.yaml` has messages bear, and what stands in them; throws `ContractError`. */
export const readHeaders = (description: Description): readonly HeaderBlock[] => {
  const { entries, placeOf } = description;
  return (entries.service.headers ?? []).map(({ element, fill }, index) => ({
    element: expand(element, entries.namespaces, placeOf('service', 'headers', index, 'element')),
    fills: fill.map((one, position) => fillOf(description, one, [index, position])),
    place: placeOf('service', 'headers', index),
  }));
};

const fillOf = (
  description: Description,
  { at, from, text }: Entry,
  position: readonly [number, number],
): HeaderFill => {
  const { entries, placeOf } = description;
  const [block, index] = position;
  const place = placeOf('service', 'headers', block, 'fill', index);
  const scope = { prefixes: Object.keys(entries.namespaces), variables: new Map<string, never>() };
  checkPlaced(at, scope, place);
  if (from !== undefined && text === undefined) return { at, from, text: undefined, place };
  if (from === undefined && text !== undefined) return { at, from: undefined, text, place };
  throw new ContractError(
    place,
    `service.headers[${String(block + 1)}].fill[${String(index + 1)}] has ${from === undefined ? 'neither from nor text' : 'both from and text'}; give one of them`,
  );
};
