import { compile } from 'xspattern';
import type { Facet, SimpleType, Type } from '#xml/schema/model';
import { patternExample } from '../texts/pattern-example.ts';

/**
 * As many codes as are wanted, each as a text type takes it and no two alike where the type has as many; undefined where
 * it takes all that are wanted, or where none can be made by it.
 */
export const codesBy = (type: Type, wanted: readonly string[]): readonly string[] | undefined => {
  const simple = type.kind === 'simple' ? type : type.simple;
  const facets = facetsOf(simple);
  const fits = (text: string): boolean => facets.every((facet) => isKept(facet, text));
  if (wanted.every(fits)) return undefined;
  const made = [...new Set([...patterned(facets), ...counted(facets)].filter(fits))];
  return made.length === 0 ? undefined : wanted.map((_, index) => made[index % made.length] ?? '');
};

const facetsOf = (type: SimpleType | undefined): readonly Facet[] =>
  type === undefined ? [] : [...type.facets, ...facetsOf(type.base)];

/** The texts of all values of the facets of a kind. */
const valuesOf = (facets: readonly Facet[], kind: Facet['kind']): readonly string[] =>
  facets.filter((facet) => facet.kind === kind).flatMap(({ values }) => values.map(({ text }) => text));

const isKept = ({ kind, values }: Facet, text: string): boolean => {
  const length = [...text].length;
  if (kind === 'length') return values.every((value) => length === Number(value.text));
  if (kind === 'minLength') return values.every((value) => length >= Number(value.text));
  if (kind === 'maxLength') return values.every((value) => length <= Number(value.text));
  return kind !== 'pattern' || values.some((value) => isOfPattern(value.text, text));
};

/** Without going back, however a pattern is made. What is no pattern keeps nothing out here; reading the folder tells. */
const isOfPattern = (pattern: string, text: string): boolean => {
  try {
    return compile(pattern, { language: 'xsd' })(text);
  } catch {
    return true;
  }
};

/** Examples of the patterns, counted on in their last digits, or else in their last letter. */
const patterned = (facets: readonly Facet[]): readonly string[] =>
  valuesOf(facets, 'pattern')
    .flatMap((pattern) => branchesOf(pattern))
    .flatMap((pattern) => patternExample(pattern) ?? [])
    .flatMap((example) => [...steps.map((count) => countedOn(example, count)), example]);

/** A choice at the outside of a pattern comes to each of its branches. */
const branchesOf = (pattern: string): readonly string[] => {
  const bare = /^\(([^()]*)\)$/.exec(pattern)?.[1] ?? pattern;
  return /[()[\]\\]/.test(bare.replace(/\[[^\]]*\]/g, '')) ? [pattern] : bare.split('|');
};

/** Codes that are tried. */
const steps = Array.from({ length: 26 }, (_, index) => index + 1);

const countedOn = (example: string, count: number): string => {
  const [, before = '', digits = '', after = ''] = /^(.*?)(\d+)(\D*)$/su.exec(example) ?? [];
  if (digits !== '') return before + String(count).padStart(digits.length, '0').slice(-digits.length) + after;
  const letter = String.fromCodePoint((/[a-z]$/.test(example) ? 0x60 : 0x40) + count);
  return example.slice(0, -1) + letter;
};

/** A letter and a number, and a number alone, as long as a code may be. */
const counted = (facets: readonly Facet[]): readonly string[] => {
  const numbers = (kind: Facet['kind']): readonly number[] => valuesOf(facets, kind).map(Number);
  const exact = numbers('length');
  const most = Math.min(usualLength, ...exact, ...numbers('maxLength'));
  const length = Math.max(most, ...exact, ...numbers('minLength'));
  const digits = (count: number, room: number): string => String(count).padStart(room, '0').slice(-room);
  if (length < 1) return [];
  const lettered = length === 1 ? [] : steps.map((count) => `F${digits(count, length - 1)}`);
  return [...lettered, ...steps.map((count) => digits(count, length))];
};

const usualLength = 4;
