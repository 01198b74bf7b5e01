import type { Contract } from '#contract/contract';
import { countOf } from '../count-of.ts';
import { decodeBase64 } from '../base64.ts';
import { markupValues } from '../manners/markup-values.ts';
import { textReadings } from '../manners/text-readings.ts';
import { readZip } from '../zip.ts';
import { type PersonalKind, personalIn } from './in-text.ts';

/** What in a message may be about a person, and where: the names of element and attribute. The text itself is not told. */
export interface PersonalPlace {
  readonly kind: PersonalKind;
  readonly at: string;
}

/** Looks through a message and what is packed in it, without a parser that could be kept busy; each kind once for each place. */
export const personalInMessage = (contract: Contract, message: Uint8Array): readonly PersonalPlace[] => {
  const references = (contract.wireNames.reference ?? []).flatMap(({ elements }) => elements.slice(-1));
  const found = new Map<string, PersonalPlace>();
  for (const { at, name, text } of textsIn(message, mostDepth)) {
    const isNumber = numbers.test(name) || references.includes(name);
    for (const kind of personalIn(text))
      if (!isNumber || kind === 'mail' || kind === 'iban') found.set(`${kind} ${at}`, { kind, at });
  }
  return [...found.values()];
};

/** Digits there are no number of a person: of organisations, cases and places. */
const numbers =
  /oin$|rsin|referen|kenmerk|identifica|dossiernummer|zaaknummer|rectific|rectifeert|postcode|imro|coord|^pos(?:list)?$|geometr|wkt|punt$|lijn$|vlak$/i;

interface Text {
  /** Names of the element around it and of itself. */
  readonly at: string;
  readonly name: string;
  readonly text: string;
}

/** A zip in a zip is no content. */
const mostDepth = 2;

/** Tags and characters of one document that are looked through, many times those of a notice: a hostile one takes no more time. */
const most = { tags: 20_000, characters: 300_000 };

const textsIn = (bytes: Uint8Array, depth: number): readonly Text[] =>
  textReadings(bytes).flatMap((text) => [
    ...ownTexts(text),
    ...(depth === 0 ? [] : payloadsIn(text).flatMap((one) => textsIn(one, depth - 1))),
  ]);

const ownTexts = (text: string): readonly Text[] => {
  if (countOf(text, '<', most.tags) === most.tags) return [];
  let left = most.characters;
  return markupValues(text).flatMap(({ elements, attribute, own }) => {
    if (own.trim() === '' || packed.test(own) || attribute?.startsWith('xmlns') === true) return [];
    left -= own.length;
    if (left < 0) return [];
    const names = attribute === undefined ? elements : [...elements, `@${attribute}`];
    return [{ at: names.slice(-2).join('/'), name: attribute ?? elements.at(-1) ?? '', text: own }];
  });
};

/** A text that is nothing but base64, and too long for a word. */
const packed = /^\s*(?:[A-Za-z0-9+/=]\s*){100,}$/;

const payload = />\s*([A-Za-z0-9+/][A-Za-z0-9+/=\s]{98,})</g;

/** Bytes that a payload comes to at most. */
const mostBytes = 16 * 1024 * 1024;

/** What is XML of it: what else is packed, such as a PDF, is not looked through. */
const payloadsIn = (text: string): readonly Uint8Array[] =>
  Array.from(text.matchAll(payload), ([, base64 = '']) => base64)
    .flatMap((base64) => decodeBase64(base64) ?? [])
    .flatMap((bytes) => {
      const entries = readZip(bytes, mostBytes);
      if (typeof entries === 'string') return [bytes];
      return entries.flatMap(({ content }) => (typeof content === 'string' ? [] : [content]));
    })
    .filter(isMarkup);

const isMarkup = (bytes: Uint8Array): boolean =>
  textReadings(bytes.subarray(0, 200)).some((text) => /^[\s\uFEFF]*</.test(text));
