import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { contract } from '../defects/shared.ts';

const example = readFileSync(join(contract.directory, 'examples/Melding.xml'), 'utf8');

let count = 0;

/** A valid delivery, each with a title of its own, since equal ones are duplicates. */
export const honest = (): string => {
  count += 1;
  const title = `[TEST 3PAS] ${String(count)} Blekerijlaan`;
  return example
    .replace(/(?<=<drp:Titel>)[^<]*/, title)
    .replace(/(?<=<drp:InhoudZip>)[^<]*/, zippedText(contentXml('x', { title })));
};

/** An honest delivery with the first match of something replaced; throws where there is none. */
export const altered = (from: string | RegExp, to: string): string => {
  const before = honest();
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`the example has no ${String(from)}`);
  return after;
};

/** An honest delivery around other content. */
export const withContent = (base64: string): string => altered(/(?<=<drp:InhoudZip>)[^<]*/, base64);

interface ContentOptions {
  readonly title?: string;
  /** Stands before the root. */
  readonly before?: string;
}

/** The content XML of a delivery, with a text in its paragraph. */
export const contentXml = (paragraph: string, { title = '[TEST 3PAS]', before = '' }: ContentOptions = {}): string =>
  `${before}<aanlevering><zakelijke-mededeling><kop><titel>${title}</titel></kop><zakelijke-mededeling-tekst><inhoud><al>${paragraph}</al></inhoud></zakelijke-mededeling-tekst></zakelijke-mededeling></aanlevering>`;

/** Base64 of a zip with these files. */
export const zipped = (files: Zippable): string => Buffer.from(zipSync(files)).toString('base64');

/** The same for one content document. */
export const zippedText = (text: string): string => zipped({ 'inhoud.xml': strToU8(text) });
