import * as v from 'valibot';
import type { Contract } from '#contract/contract';
import { readShaped } from '#contract/description/description';
import { keys, oneOf, text } from '#contract/description/description-values';
import { didYouMean } from '#contract/texts/nearest';
import { type Declaration, deliveryFeatures, errorFeatures } from '#judgement/showing/declaration';
import { noticeKinds } from '#judgement/showing/notice-kinds';
import { readable } from './readable.ts';

const listOf = <const Item extends v.GenericSchema>(item: Item) => v.optional(v.array(item, 'must be a list'), []);

/** The form of the file, whose names are those that the contract has. */
const shapeFor = (contract: Contract) => {
  const type = nameAmong(contract.documentTypes.map(({ name }) => name));
  const element = nameAmong(elementsOf(contract));
  return keys({
    vendor: text,
    product: text,
    version: text,
    documentTypes: v.pipe(
      v.record(
        type,
        v.nullable(
          keys({
            notices: listOf(oneOf(noticeKinds)),
            media: listOf(text),
            elements: listOf(element),
            features: listOf(oneOf(deliveryFeatures)),
          }),
        ),
      ),
      v.check((types) => Object.keys(types).length > 0, 'must not be empty: it says what is to be shown; name a type'),
    ),
    errors: listOf(oneOf(errorFeatures)),
    senders: v.optional(v.array(text, 'must be a list')),
    testData: v.optional(v.boolean('must be true or false')),
  });
};

/** A name that the contract has to have. */
const nameAmong = (names: readonly string[]) =>
  v.pipe(
    text,
    v.check(
      (name) => names.includes(name),
      ({ input }) => `is not in the contract${didYouMean(input, names)}; correct it`,
    ),
  );

/** Reads what a vendor declares; throws `ContractError` with file, line and key. */
export const readVendorFile = (file: string, contract: Contract): Declaration => {
  const { entries } = readShaped(shapeFor(contract), file, readable('--vendor', file));
  const { documentTypes, ...rest } = entries;
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
