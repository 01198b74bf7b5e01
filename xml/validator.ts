import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlError as LibError,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { type OpenElement, withDocument } from './document.ts';
import { firstMessages } from './first-messages.ts';
import { isPaddedDate } from './padded-date.ts';
import { XmlError, XmlGaveUp, toMessage, type XmlMessage } from './xml-error.ts';

/** A compiled XSD. `validate` takes the whole document, or one element of it as the root of its own document. */
export interface Validator {
  /**
   * What the schema finds wrong; empty when the element is valid. Throws `XmlGaveUp` when the library can't tell. Given a `most`, it
   * stops soon after so many messages, and what stands behind the last of them is no longer in the document.
   */
  readonly validateElement: (element: OpenElement, most?: number) => readonly XmlMessage[];
  /** The same for bytes; throws `XmlError` when they are not well-formed. */
  readonly validate: (bytes: Uint8Array) => readonly XmlMessage[];
  readonly dispose: () => void;
}

/** Compiles the schema document `entry`; includes and imports come from `files` by relative name, never from disk or network. */
export const compileSchema = (files: ReadonlyMap<string, Uint8Array>, entry: string): Validator => {
  const source = files.get(entry);
  if (source === undefined)
    throw new XmlError([{ message: `no such file: ${entry}`, line: 0, file: entry, xpath: undefined }]);
  const validator = withFiles(files, () => compile(source, entry));
  const validateElement = (element: OpenElement, most?: number): readonly XmlMessage[] => {
    const validate = (): void => {
      validator.validate(element);
    };
    return messagesOf(
      most === undefined
        ? validate
        : () => {
            firstMessages(most, validate);
          },
    );
  };
  return {
    validateElement,
    validate: (bytes) =>
      withDocument(bytes, (document) =>
        messagesOf(() => {
          validator.validate(document);
        }),
      ),
    dispose: () => {
      validator.dispose();
    },
  };
};

const compile = (source: Uint8Array, entry: string): XsdValidator => {
  try {
    const document = XmlDocument.fromBuffer(source, { url: entry });
    try {
      return XsdValidator.fromDoc(document);
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (error instanceof XmlLibError) throw XmlError.from(error.details, error);
    throw error;
  }
};

/** libxml2 resolves includes through global input providers, so they are registered for the compilation only. */
const withFiles = <Result>(files: ReadonlyMap<string, Uint8Array>, use: () => Result): Result => {
  const buffers = Object.fromEntries([...files].map(([name, bytes]) => [name, bytes]));
  xmlRegisterInputProvider(new XmlBufferInputProvider(buffers));
  try {
    return use();
  } finally {
    xmlCleanupInputProvider();
  }
};

const messagesOf = (validate: () => void): readonly XmlMessage[] => {
  try {
    validate();
    return [];
  } catch (error) {
    if (error instanceof XmlLibError)
      return error.details
        .filter(({ level }) => level >= errorLevel)
        .map(toMessage)
        .filter((message) => !isPaddedDate(message));
    if (error instanceof LibError) throw XmlGaveUp.because(error);
    throw error;
  }
};

/** Below it are warnings, such as a schemaLocation that is not followed. */
const errorLevel = 2;
