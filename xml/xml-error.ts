import type { Excess } from './markup.ts';

/** One message of libxml2 with its place. */
export interface XmlMessage {
  readonly message: string;
  /** Line from 1; 0 when libxml2 names none. */
  readonly line: number;
  /** Column from 1, where the parser gives it. */
  readonly column?: number;
  readonly file: string | undefined;
  /** Path of the node in the instance, where there is one. */
  readonly xpath: string | undefined;
}

/** Bytes that are not well-formed XML, or a schema that does not compile. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly messages: readonly XmlMessage[];

  constructor(messages: readonly XmlMessage[], cause?: unknown) {
    const first = messages.find((one) => one.line > 0) ?? messages[0];
    super(first === undefined ? 'unreadable XML' : placed(first), { cause });
    this.messages = messages;
  }

  static from(details: readonly LibraryDetail[], cause: unknown): XmlError {
    return new XmlError(details.map(toMessage), cause);
  }
}

/** Behind its line, where there is one. */
const placed = ({ line, message }: XmlMessage): string => (line > 0 ? `line ${String(line)}: ${message}` : message);

/** The library's own limits or a fault in it: what the document is can't be said. */
export class XmlGaveUp extends XmlError {
  /** What there was too much of, where no parser was even given it. */
  readonly excess: Excess | undefined;

  constructor(messages: readonly XmlMessage[], cause?: unknown, excess?: Excess) {
    super(messages, cause);
    this.excess = excess;
  }

  static of(excess: Excess): XmlGaveUp {
    const message = `more ${excess} than any delivery has`;
    return new XmlGaveUp([{ message, line: 0, file: undefined, xpath: undefined }], undefined, excess);
  }

  static because(cause: Error): XmlGaveUp {
    return new XmlGaveUp([{ message: cause.message, line: 0, file: undefined, xpath: undefined }], cause);
  }
}

/** Whether a message of the parser is about its limits rather than about the document. */
export const isLimit = ({ message }: LibraryDetail): boolean => limits.test(message);

const limits =
  /XML_PARSE_HUGE|Resource limit|Name too long|Maximum entity (?:amplification|nesting)|out of memory|Memory allocation|internal error/i;

interface LibraryDetail {
  readonly message: string;
  readonly line: number;
  readonly col: number;
  readonly file?: string;
  readonly xpath?: string;
}

/** A message of the library as ours, without its trailing line break. */
export const toMessage = (detail: LibraryDetail): XmlMessage => ({
  message: detail.message.trim(),
  line: detail.line,
  ...(detail.col > 0 ? { column: detail.col } : {}),
  file: detail.file,
  xpath: detail.xpath,
});
