import { ncName, qName } from '../ncname.ts';
import type { NameTest, Path } from './model.ts';
import { qualifyAt } from './names.ts';
import { SchemaError } from './schema-error.ts';
import type { Source } from './source.ts';

/** Reads the `xpath` of a selector or field: the part of XPath that part 1, 3.11.6 has for it; throws `SchemaError`. */
export const readPaths = (source: Source, xpath: string): readonly Path[] => {
  const tokens = tokensOf(xpath);
  const refuse = (): never => {
    throw new SchemaError('xpath', source.place, `'${xpath}' is no path for an identity constraint`);
  };
  if (tokens === undefined) return refuse();
  return splitAt(tokens, '|').map((part) => readPath(part, source) ?? refuse());
};

const token = new RegExp(String.raw`\s*(//|[/|@*.]|(?:child|attribute)\s*::|${ncName}:\*|${qName}(?!\s*::))`, 'uy');

/** The parts of a path, without white space; undefined where there is something else. */
const tokensOf = (text: string): readonly string[] | undefined => {
  const tokens: string[] = [];
  const trimmed = text.trimEnd();
  const reader = new RegExp(token);
  while (reader.lastIndex < trimmed.length) {
    const [, found] = reader.exec(trimmed) ?? [];
    if (found === undefined) return undefined;
    tokens.push(found.replace(/\s/g, ''));
  }
  return tokens;
};

const splitAt = (tokens: readonly string[], separator: string): readonly (readonly string[])[] => {
  const parts: string[][] = [[]];
  for (const one of tokens)
    if (one === separator) parts.push([]);
    else parts.at(-1)?.push(one);
  return parts;
};

const readPath = (tokens: readonly string[], source: Source): Path | undefined => {
  const deep = tokens[0] === '.' && tokens[1] === '//';
  const steps = splitAt(deep ? tokens.slice(2) : tokens, '/').map((step) => readStep(step, source));
  const known = steps.filter((step) => step !== undefined);
  const last = known.at(-1);
  const attribute = source.tag === 'field' && last?.axis === 'attribute' ? last : undefined;
  const elements = known.filter((step) => step !== attribute);
  if (known.length < steps.length || elements.some(({ axis }) => axis === 'attribute')) return undefined;
  return { deep, steps: elements.flatMap(({ test }) => test ?? []), attribute: attribute?.test };
};

type Step =
  | { readonly axis: 'child' | 'attribute'; readonly test: NameTest }
  | { readonly axis: 'self'; readonly test: undefined };

const readStep = (tokens: readonly string[], source: Source): Step | undefined => {
  const [first, ...more] = tokens;
  if (first === '.' && more.length === 0) return { axis: 'self', test: undefined };
  const axis = first === '@' || first === 'attribute::' ? 'attribute' : 'child';
  const named = axis === 'attribute' || first === 'child::' ? more : tokens;
  const [text] = named;
  const test = text === undefined || named.length > 1 ? undefined : readTest(text, source);
  return test === undefined ? undefined : { axis, test };
};

const isNameTest = new RegExp(`^(?:${qName}|${ncName}:\\*)$`, 'u');

/** A name without a prefix is in no namespace, whatever the default is. */
const readTest = (text: string, source: Source): NameTest | undefined => {
  if (text === '*') return { namespace: undefined, name: undefined };
  if (!isNameTest.test(text)) return undefined;
  const [, local] = text.split(':');
  if (local === undefined) return { namespace: '', name: text };
  const { namespace } = qualifyAt(text, source.scope, source.place);
  return { namespace, name: local === '*' ? undefined : local };
};
