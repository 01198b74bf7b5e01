import { basename } from 'node:path';
import type { Contract } from '#contract/contract';
import { examplesFolder, wrongExamples } from '#contract/examples/given-examples';
import { freeNames } from '#contract/folder/free-names';
import type { Offer } from '#contract/init/choose-operation';
import type { Seen } from '#contract/init/seen';
import type { FoundDocument } from '#contract/wsdl/found-document';
import { sameName } from '#xml/qname';
import type { XmlElement } from '#xml/tree';
import { saidBy } from '../said-by.ts';
import { UsageError } from '../usage-error.ts';

/** The operation of the first message that was given; throws `UsageError` where one is of none. */
export const shownIn = (offers: readonly Offer[], { requests }: Seen): Offer | undefined => {
  const takes = (offer: Offer, request: XmlElement): boolean =>
    [offer.operation, ...offer.alike].some(({ input }) => {
      const name = input?.parts[0]?.element;
      return name !== undefined && sameName(name, request);
    });
  const found = offers.find((offer) => requests.every((request) => takes(offer, request)));
  const [first] = requests;
  if (first === undefined) return undefined;
  const strange = requests.find((request) => !offers.some((offer) => takes(offer, request)));
  if (found !== undefined) return { ...found, choice: { confidence: 'certain', others: [] } };
  const name = strange?.name ?? first.name;
  throw new UsageError({
    nl: `geen operatie van de WSDL neemt ${name} aan, wat in een van de voorbeelden staat; laat dat voorbeeld weg, of noem met --operation die waar ze bij horen`,
    en: `no operation of the WSDL takes ${name}, which one of the examples holds; leave that example out, or name with --operation those that they belong to`,
  });
};

/** Where messages that were given stand in the folder, beside those that were made. */
export const filesOf = (
  examples: readonly FoundDocument[],
  taken: readonly string[],
): ReadonlyMap<string, FoundDocument> => {
  const names = examples.map(({ name }) => {
    const plain = basename(name)
      .replace(/[^\w.-]+/g, '-')
      .replace(/^[.-]+/, '');
    return `${examplesFolder}${/\.xml$/i.test(plain) ? plain : `${plain || 'voorbeeld'}.xml`}`;
  });
  return new Map(
    freeNames(names, taken).flatMap((file, index) => {
      const example = examples[index];
      return example === undefined ? [] : [[file, example] as const];
    }),
  );
};

/** Throws `UsageError` for a message that is no valid delivery of a contract, by the name that it was given under. */
export const mustBeOfIt = (contract: Contract, given: ReadonlyMap<string, FoundDocument>): void => {
  const [wrong] = wrongExamples(contract);
  if (wrong === undefined) return;
  const name = given.get(wrong.file)?.name ?? wrong.file;
  throw new UsageError(saidBy(wrong.inFolder(wrong.file, name)), { cause: wrong });
};
