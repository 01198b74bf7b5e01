import { createHash } from 'node:crypto';
import type { Contract } from '#contract/contract';
import { isContent } from '#contract/roles/key-parts';
import { OpenElement, type OpenNode, siblingAfter } from '#xml/document';
import { type RoleReading, withRoles } from './manners/role-values.ts';
import { type NoticeKind, noticesIn } from './showing/notice-kinds.ts';

/** What a delivery says of itself, read by the roles of its contract; texts are clipped. */
export interface Delivered {
  readonly documentType: string | undefined;
  /** Empty where there is none. */
  readonly reference: string;
  readonly title: string;
  readonly medium: string;
  readonly publicationDate: string;
  readonly rectifies: boolean;
  /** Characters of the whole title, and whether any of them is none of ASCII. */
  readonly titleLength: number;
  readonly isOdd: boolean;
  /** Kinds of notice that the whole title tells. */
  readonly notices: readonly NoticeKind[];
  /** SHA-256 over title and content as unpacked: equal for the same notice, whatever its medium. */
  readonly notice: string;
  /** Equal for deliveries that are the same by the key of the contract; of the same notice and medium where it has none. */
  readonly likeness: string;
  /** SHA-256 over all that it says but its reference: equal for a message that comes again as it was. */
  readonly wording: string;
  /** Local names of the elements of the message, each once. */
  readonly elements: readonly string[];
}

/** Reads a delivery; undefined for a message that is none. */
export const deliveredIn = (contract: Contract, message: Uint8Array): Delivered | undefined =>
  withRoles(contract, message, (reading) => reading && read(contract, reading));

const read = (contract: Contract, reading: RoleReading): Delivered => {
  const text = (use: Parameters<RoleReading['texts']>[0]): string => (reading.texts(use)[0] ?? '').trim();
  const names = contract.documentTypes.map(({ name }) => name);
  const title = text('title');
  const notice = digest([title, ...contentOf(reading)]);
  return {
    documentType: names.length === 1 ? names[0] : names.find((name) => name === text('documentType')),
    reference: clip(text('reference')),
    title: clip(title),
    medium: clip(text('medium')),
    publicationDate: clip(text('publicationDate')),
    rectifies: text('rectifies') !== '',
    titleLength: [...title].length,
    isOdd: /[^\u0000-\u007f]/.test(title),
    notices: noticesIn(title),
    notice,
    likeness: digest(comparedIn(contract, reading) ?? [notice, text('medium')]),
    wording: digest([...contentOf(reading), ...wordsOf(reading, text('reference'))]),
    elements: elementsOf(reading.request),
  };
};

/** What the contract compares; a delivery that is never a duplicate is like itself. */
const comparedIn = ({ duplicate }: Contract, reading: RoleReading): readonly string[] | undefined =>
  duplicate &&
  [...duplicate.key, ...duplicate.unless].map((part) =>
    digest(
      isContent(part)
        ? contentOf(reading)
        : (part.binding ? reading.textsAt(part.binding) : []).map((text) => text.trim()),
    ),
  );

/** In the order of the contract's payloads; a payload that can't be read is no content. */
const contentOf = (reading: RoleReading): readonly string[] => {
  const files = reading.files();
  return files.length === 0 ? [reading.request.content] : files.map((file) => (file ? digest([file.bytes]) : ''));
};

const digest = (parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(typeof part === 'string' ? JSON.stringify(part) : part);
  return hash.digest('hex');
};

/** Each element with its attributes and its text, but for the reference and for what is packed, whose files are compared. */
const wordsOf = ({ request, files }: RoleReading, reference: string): readonly string[] => {
  const found: string[] = [];
  const isUnpacked = files().every((file) => file !== undefined);
  const isLeftOut = (text: string): boolean =>
    text === '' || text === reference || (isUnpacked && text.startsWith(zipInBase64));
  const add = (element: OpenElement): void => {
    found.push(element.name);
    for (const { name, value } of element.attrs) found.push(`${name}=${value}`);
    for (let child: OpenNode | null = element.firstChild; child !== null; child = siblingAfter(child)) {
      if (child instanceof OpenElement) add(child);
      else if (!isLeftOut(child.content.trim())) found.push(child.content.trim());
    }
  };
  add(request);
  return found;
};

/** The first bytes of a zip, `PK` 3 4. */
const zipInBase64 = 'UEsDB';

/** Characters of a text that are kept. */
const longest = 200;

const clip = (text: string): string => (text.length <= longest ? text : text.slice(0, longest).toWellFormed());

/** Names that are kept of one message; a contract declares some dozens. */
const mostNames = 200;

const elementsOf = (request: OpenElement): readonly string[] => {
  const found = new Set<string>();
  const add = (parent: OpenElement): void => {
    for (let child: OpenNode | null = parent.firstChild; child !== null; child = siblingAfter(child)) {
      if (!(child instanceof OpenElement) || found.size >= mostNames) continue;
      found.add(clip(child.name));
      add(child);
    }
  };
  add(request);
  return [...found];
};
