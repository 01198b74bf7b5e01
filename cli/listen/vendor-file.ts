import * as v from 'valibot';
import type { Contract } from '#contract/contract';
import { type KeyPath, readShaped } from '#contract/description/description';
import { keys, oneOf, text } from '#contract/description/description-values';
import { attemptEach } from '#contract/folder/attempt';
import { ContractError } from '#contract/folder/contract-error';
import { didYouMean } from '#contract/texts/nearest';
import { type Declaration, deliveryFeatures, errorFeatures } from '#judgement/showing/declaration';
import { noticeKinds } from '#judgement/showing/notice-kinds';
import { readable } from './readable.ts';

const listOf = <const Item extends v.GenericSchema>(item: Item) => v.optional(v.array(item, 'must be a list'), []);

const shape = keys({
  vendor: text,
  product: text,
  version: text,
  documentTypes: v.record(
    text,
    v.nullable(
      keys({
        notices: listOf(oneOf(noticeKinds)),
        media: listOf(text),
        elements: listOf(text),
        features: listOf(oneOf(deliveryFeatures)),
      }),
    ),
  ),
  errors: listOf(oneOf(errorFeatures)),
  senders: v.optional(v.array(text, 'must be a list')),
  testData: v.optional(v.boolean('must be true or false')),
});

/** A name in a vendor's file that the contract has to have. */
interface Named {
  readonly path: KeyPath;
  readonly name: string;
  readonly names: readonly string[];
}

/** Reads what a vendor declares; throws `ContractError` with file, line and key. */
export const readVendorFile = (file: string, contract: Contract): Declaration => {
  const { entries, placeOf } = readShaped(shape, file, readable('--vendor', file));
  const { documentTypes, ...rest } = entries;
  const types = contract.documentTypes.map(({ name }) => name);
  if (Object.keys(documentTypes).length === 0)
    throw new ContractError(
      placeOf('documentTypes'),
      'documentTypes must not be empty: it says what is to be shown; name a type',
    );
  const elements = elementsOf(contract);
  const known = ({ path, name, names }: Named): void => {
    if (names.includes(name)) return;
    throw new ContractError(
      placeOf(...path),
      `${path.filter((step) => typeof step === 'string').join('.')}: the contract has no ${name}${didYouMean(name, names)}; correct it`,
    );
  };
  const named = Object.entries(documentTypes).flatMap(([name, declared]) => [
    { path: ['documentTypes', name], name, names: types },
    ...(declared?.elements ?? []).map((element, index) => ({
      path: ['documentTypes', name, 'elements', index],
      name: element,
      names: elements,
    })),
  ]);
  attemptEach(named, known);
  const empty = { notices: [], media: [], elements: [], features: [] };
  return {
    ...rest,
    documentTypes: Object.entries(documentTypes).map(([name, declared]) => ({ name, ...empty, ...declared })),
  };
};

/** The names that declarations of the message are made of. */
const elementsOf = ({ constraints, schemas }: Contract): readonly string[] => [
  ...new Set(
    constraints
      .filter(({ id }) => id.startsWith(`${schemas.message}#`) || !id.includes(schemas.rules))
      .flatMap(({ id }) => id.slice(id.indexOf('#') + 1).split('/')),
  ),
];
