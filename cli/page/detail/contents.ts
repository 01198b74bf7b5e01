import { decodeBase64 } from '#judgement/base64';
import { readZip } from '#judgement/zip';
import { withDocuments } from '#xml/document';
import { toTree } from '#xml/parse';
import { elementsOf, textOf, type XmlElement } from '#xml/tree';
import { XmlError } from '#xml/xml-error';
import { sourceText } from '../../check/source-text.ts';

/** A file in the zip of a message. */
export interface ContentFile {
  readonly name: string;
  readonly bytes: number;
  /** What it says, a line for each paragraph or cell; undefined for what is no XML. */
  readonly text: string | undefined;
}

/** Bytes of a content that are unpacked. */
const mostContent = 1024 * 1024;

/** Texts of a message that could be a zip, and files of all that are shown. */
const most = { payloads: 4, files: 20 };

/** What is packed in a message. */
export const contentsIn = (message: string): readonly ContentFile[] =>
  [...message.matchAll(payload)]
    .slice(0, most.payloads)
    .map(([, packed = '']) => decodeBase64(packed))
    .flatMap((bytes) => {
      const entries = bytes === undefined ? 'none' : readZip(bytes, mostContent);
      return typeof entries === 'string' ? [] : entries;
    })
    .slice(0, most.files)
    .flatMap(({ name, content }) => (typeof content === 'string' ? [] : [fileOf(name, content)]));

const payload = />\s*(UEsD[A-Za-z0-9+/=\s]{36,})</g;

const fileOf = (name: string, content: Uint8Array): ContentFile => ({
  name,
  bytes: content.length,
  text: /^\s*</.test(sourceText(content).text) ? clipped(textIn(content)) : undefined,
});

const longest = 50_000;

const clipped = (text: string): string => (text.length > longest ? `${text.slice(0, longest).toWellFormed()} …` : text);

/** What is not well-formed is read without a parser, as far as it goes. */
const textIn = (content: Uint8Array): string => {
  try {
    return withDocuments((open) => tidy(linesIn(toTree(open(content).root))));
  } catch (error) {
    if (error instanceof XmlError) return tidy([withoutMarkup(sourceText(content).text)]);
    throw error;
  }
};

/** An element that has text of its own is a line, with all that stands in it. */
const linesIn = (element: XmlElement): readonly string[] =>
  element.children.some((child) => typeof child === 'string' && child.trim() !== '')
    ? [textOf(element).replace(/\s+/g, ' ')]
    : elementsOf(element).flatMap(linesIn);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const withoutMarkup = (xml: string): string =>
  xml.replace(/<[^<>]*>/g, ' ').replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');

const tidy = (lines: readonly string[]): string =>
  lines
    .flatMap((line) => line.split('\n'))
    .map((line) => line.trim().replace(/[ \t]+/g, ' '))
    .filter((line) => line !== '')
    .join('\n');
