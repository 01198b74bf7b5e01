import { decodeBase64 } from '#judgement/base64';
import { readZip } from '#judgement/zip';
import { sourceText } from '../../check/source-text.ts';

/** Bytes of a content that are shown as text. */
const mostContent = 1024 * 1024;

/** The XML documents in the zip of a message as text. No parser takes part: markup is left out as far as it can be told. */
export const contentsIn = (message: string): readonly string[] => {
  const [, packed] = /Zip>([A-Za-z0-9+/=\s]{40,})</.exec(message) ?? [];
  const bytes = packed === undefined ? undefined : decodeBase64(packed);
  const entries = bytes === undefined ? 'none' : readZip(bytes, mostContent);
  if (typeof entries === 'string') return [];
  return entries.flatMap(({ name, content }) =>
    typeof content === 'string' || !name.endsWith('.xml') ? [] : [clipped(plainText(sourceText(content).text))],
  );
};

const longest = 50_000;

const clipped = (text: string): string => (text.length > longest ? `${text.slice(0, longest).toWellFormed()} …` : text);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plainText = (xml: string): string =>
  xml
    .replace(/<\?[^<>]*>/g, '')
    .replace(/<\/(?:al|titel|li|tussenkop)>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/[ \t]+/g, ' '))
    .filter((line) => line !== '')
    .join('\n');
