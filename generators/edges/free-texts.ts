import { limitsOf } from '#documents/schema/values/limits';
import { valuesOf } from '#contract/schemas/code-lists';
import { builtinOf } from '#xml/schema/lexical';
import type { Draft } from '../draft/draft.ts';
import type { Generation } from '../generation.ts';
import { stockOf } from '../parents.ts';
import { fit } from '../text/dutch-text.ts';
import { repertoire } from '../text/repertoire.ts';
import { type Misfits, type Replacement, replaced } from './replaced.ts';
import { type TextSite, textSitesIn } from './text-sites.ts';

/** Sites with the same free text, which may have to stay the same, and how long it may be. */
export interface FreeText {
  readonly sites: readonly TextSite[];
  readonly text: string;
  readonly max: number;
}

const free: ReadonlySet<string> = new Set(['string', 'normalizedString', 'token']);

/** The free texts of a draft. */
export const freeTextsIn = (generation: Generation, draft: Draft): readonly FreeText[] => {
  const sites = textSitesIn(generation, draft).filter(
    ({ type, text }) => text !== '' && free.has(builtinOf(type)) && valuesOf(type).length === 0,
  );
  return [...Map.groupBy(sites, ({ text }) => text)].map(([text, own]) => ({
    ...{ text, sites: own },
    max: Math.min(...own.map(({ type }) => limitsOf(type).maxLength)),
  }));
};

/** Longer texts than this are tried by content of many paragraphs. */
const longest = 10_000;

/** Filled with characters that are two units of UTF-16 and four bytes of UTF-8, and one to XML Schema. */
const inPairs = (text: string, max: number): string => {
  const cut = Array.from(text).slice(0, max);
  return cut.join('') + '𝔸'.repeat(max - cut.length);
};

/** Valid drafts of a document type in which each text that has a longest form has it; those with the most kinds of text first. */
export function* longestTexts(generation: Generation, documentType: string): Generator<Draft> {
  const misfits: Misfits = new Set();
  const kinds = (draft: Draft): number =>
    new Set(freeTextsIn(generation, draft).flatMap(({ sites }) => sites.map(({ declaration }) => declaration))).size;
  const inOrder = stockOf(generation, documentType).toSorted((one, other) => kinds(other) - kinds(one));
  for (const draft of inOrder) {
    const bounded = freeTextsIn(generation, draft).filter(({ max }) => max <= longest);
    for (const toLength of [(text: string, max: number) => fit(text, { min: max, max }), inPairs]) {
      const wanted = bounded.map(({ sites, text, max }) => ({ sites, text: toLength(text, max) }));
      yield replaced(generation, draft, { wanted, misfits }).draft;
    }
  }
}

/** Letters in one text at most, and room for fewer is not used. */
const pieces = { most: 200, least: 8 };

/**
 * Valid drafts of a document type that hold each letter of the repertoire together, in the request itself and in its payloads; the
 * turn says with which letter they begin. A place that refused its letters comes after those that did not.
 */
export function* everyLetter(generation: Generation, documentType: string, turn: number): Generator<Draft> {
  const misfits: Misfits = new Set();
  const refusing = new Set<string>();
  const start = turn % repertoire.length;
  const all = [...repertoire.slice(start), ...repertoire.slice(0, start)];
  const left = { request: all, payloads: all };
  for (const draft of stockOf(generation, documentType)) {
    if (left.request.length + left.payloads.length === 0) return;
    const texts = freeTextsIn(generation, draft);
    const inOrder = [
      ...texts.filter((one) => !refusing.has(keyOf(one))),
      ...texts.filter((one) => refusing.has(keyOf(one))),
    ];
    const wanted = halves.flatMap((half) =>
      lettersInRoom(
        inOrder.filter((one) => halfOf(one) === half),
        left[half],
      ),
    );
    const { draft: lettered, texts: taken } = replaced(generation, draft, { wanted, misfits });
    const isTaken = ({ text }: Lettered): boolean => taken.some((one) => one.text === text);
    for (const one of wanted) if (!isTaken(one)) refusing.add(keyOf(one));
    for (const half of halves) {
      const placed = new Set(
        wanted.filter((one) => halfOf(one) === half && isTaken(one)).flatMap(({ letters }) => letters),
      );
      left[half] = left[half].filter((letter) => !placed.has(letter));
    }
    if (taken.length > 0) yield lettered;
  }
}

const halves = ['request', 'payloads'] as const;

const halfOf = ({ sites }: Pick<FreeText, 'sites'>): (typeof halves)[number] =>
  sites.some(({ part }) => part === 'request') ? 'request' : 'payloads';

const keyOf = ({ sites }: Pick<FreeText, 'sites'>): string => sites.map(({ declaration }) => declaration).join();

interface Lettered extends Replacement {
  readonly letters: readonly string[];
}

/** The first letters that are left, shared out over the free texts with room behind them. */
const lettersInRoom = (texts: readonly FreeText[], left: readonly string[]): readonly Lettered[] => {
  let from = 0;
  return texts.flatMap(({ sites, text, max }) => {
    const room = max - Array.from(text).length - 1;
    if (room < pieces.least || from >= left.length) return [];
    const letters = left.slice(from, from + Math.min(room, pieces.most));
    from += letters.length;
    return [{ sites, text: `${text} ${letters.join('')}`, letters }];
  });
};
