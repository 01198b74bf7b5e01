import type { Contract } from '#contract/contract';
import { OpenElement, type OpenNode, type Opener, siblingAfter } from '#xml/document';
import { XmlError } from '#xml/xml-error';
import type { Finding } from '../finding.ts';
import { openMessage } from '../open-message.ts';
import { byteRemarks } from './byte-remarks.ts';
import { characterReader } from './character-remarks.ts';
import { contentReader } from './content-remarks.ts';
import { mediumReader } from './medium-remarks.ts';
import { soapReader } from './soap-remarks.ts';

/** Tells of a message what its schema and rules say nothing of: how it was packed, encoded and addressed. */
export interface RemarkReader {
  /** Nothing of what is no well-formed XML; `isDelivery` where the request was found to be one. */
  readonly read: (message: Uint8Array, open: Opener, isDelivery: boolean) => readonly Finding[];
  readonly dispose: () => void;
}

/** Makes the readers for the messages of a contract. */
export const remarkReader = (contract: Contract): RemarkReader => {
  const [soap, characters] = [soapReader(contract), characterReader()];
  const [content, medium] = [contentReader(contract, characters), mediumReader(contract)];
  return {
    read: (message, open, isDelivery) => {
      const root = rootOf(message, open);
      if (root === undefined) return [];
      const request = requestIn(root);
      const ofDelivery =
        request === undefined || !isDelivery
          ? []
          : [
              ...characters.read({ node: request, inside: undefined }, request),
              ...content.read(request, open),
              ...medium.read(request),
            ];
      return [...byteRemarks(message), ...soap.read(root, request), ...ofDelivery];
    },
    dispose: () => {
      for (const reader of [soap, characters, content, medium]) reader.dispose();
    },
  };
};

const rootOf = (message: Uint8Array, open: Opener): OpenElement | undefined => {
  try {
    const document = openMessage(message, open);
    return document.dtd === null ? document.root : undefined;
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
};

/** The first element in the last child of the envelope, which is the Body where the envelope is in order. */
const requestIn = (root: OpenElement): OpenElement | undefined => childrenOf(childrenOf(root).at(-1))[0];

const childrenOf = (parent: OpenElement | undefined): readonly OpenElement[] => {
  const found: OpenElement[] = [];
  for (let child: OpenNode | null = parent?.firstChild ?? null; child !== null; child = siblingAfter(child))
    if (child instanceof OpenElement) found.push(child);
  return found;
};
