import { parseTree } from '#xml/parse';
import { type XmlElement } from '#xml/tree';
import { XmlError } from '#xml/xml-error';
import { xmlProblem } from '../texts/xml-problem.ts';
import { ContractError } from './contract-error.ts';

/** Parses one XML file of the folder; throws `ContractError` with the line when it is not well-formed. */
export const parseFile = (file: string, bytes: Uint8Array): XmlElement => {
  try {
    return parseTree(bytes);
  } catch (error) {
    if (error instanceof XmlError) throw notWellFormed(file, bytes, error);
    throw error;
  }
};

/** That a file is no well-formed XML, where, why and what to do. */
export const notWellFormed = (file: string, bytes: Uint8Array, error: XmlError): ContractError => {
  const { line, text } = xmlProblem(bytes, error);
  const { nl, en } = { nl: asPart(text.nl), en: asPart(text.en) };
  return new ContractError(
    { file, line },
    { nl: `dit is geen welgevormde XML: ${nl}`, en: `this is not well-formed XML: ${en}` },
    error,
  );
};

/** Sentences of ours as the end of one; names that they begin with keep their capitals. */
const asPart = (sentences: string): string =>
  sentences
    .replace(/\.$/, '')
    .replace(/\. (\p{Lu})(?=\p{Ll})/gu, (_, letter: string) => `; ${letter.toLowerCase()}`)
    .replace(opening, (word) => word.toLowerCase());

const opening = /^(?:Een|De|Het|Hier|Tussen|Na|Er|In|Bytes?|Commentaar|An?|The|Here|There|Something|Comments?) /;

/** The same for a file that other libraries read too, as UTF-8. */
export const parseUtf8File = (file: string, bytes: Uint8Array): XmlElement => {
  if (bytes.includes(0)) throw new ContractError({ file, line: 1 }, 'the file is not UTF-8; save it as UTF-8');
  return parseFile(file, bytes);
};

/** What libxml2 found in a file of the folder, as one sentence. */
export const fromXml = (file: string, error: XmlError, what: string): ContractError => {
  const first = error.messages.find((one) => one.line > 0) ?? error.messages[0];
  const place = { file: first?.file ?? file, line: first?.line ?? 0 };
  return new ContractError(place, `${what}: ${oneLine(first?.message ?? error.message)}; correct it`, error);
};

/** A message of a library as part of a sentence: on one line, without its full stop. */
export const oneLine = (message: string): string => message.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
