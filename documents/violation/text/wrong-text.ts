import fc from 'fast-check';
import type { Facet, SchemaModel, SimpleType } from '#xml/schema/model';
import { GenerationError } from '../../schema/generation-error.ts';
import { builtinsOf } from '../../schema/values/atomic.ts';
import { facetsOf } from '../../schema/values/check.ts';
import { holdsNames } from '../../schema/values/holds-names.ts';
import { prefixesIn } from '../../schema/values/names-in-text.ts';
import { prefixTableOf } from '../../schema/values/prefix-table.ts';
import type { Values } from '../../schema/values/simple-values.ts';
import { isAlone, lexicalId, type Faults, type FindFaults, type Used } from './faults.ts';
import { lexicalMisses, rangeMisses } from './lexical-misses.ts';
import { spoiled } from './mutations.ts';
import { negations } from './negate.ts';

/** A text that breaks a constraint. */
export interface WrongText {
  readonly text: string;
  readonly operator: string;
  readonly implied: readonly string[];
}

/** The means to make wrong texts. */
export interface TextTools {
  readonly model: SchemaModel;
  readonly values: Values;
  readonly faults: FindFaults;
}

interface Source {
  readonly operator: string;
  readonly texts: fc.Arbitrary<string>;
  /** Some of the texts, to see whether the source is any good. */
  readonly samples: () => readonly string[];
}

const source = (operator: string, texts: fc.Arbitrary<string>): Source => ({
  operator,
  texts,
  samples: () => sampled(texts),
});

const sampled = <Value>(values: fc.Arbitrary<Value>): readonly Value[] =>
  fc.sample(values, { seed: 20200101, numRuns: 24 });

/** Good texts, each spoiled in all ways: the same samples do for each of them. */
const mutated = (texts: fc.Arbitrary<string>): readonly Source[] => {
  let good: readonly (readonly [string, number])[] | undefined;
  return spoiled(texts).map(({ operator, texts: spoilt, spoil }) => ({
    operator,
    texts: spoilt,
    samples: () => {
      good ??= sampled(fc.tuple(texts, fc.nat({ max: 0xffff })));
      return good.map(([text, at]) => spoil(text, at));
    },
  }));
};

/** Texts that break one constraint of a type, and as few others as can be; undefined when none is found. */
export const wrongTexts = (used: Used, constraint: string, tools: TextTools): fc.Arbitrary<WrongText> | undefined => {
  const judge = (text: string): Faults =>
    tools.faults(used, text, holdsNames(used.type) ? prefixesIn(prefixTableOf(tools.model), text) : {});
  const tried = sourcesOf(used, constraint, tools).map((source) => tryOut(source, constraint, judge));
  const exact = tried.filter(({ alone }) => alone.length > 0);
  const chosen = exact.length > 0 ? exact : tried.filter(({ hits }) => hits.length > 0);
  const arbitraries = chosen.map(({ source: { operator, texts }, alone, hits }) => {
    const pool = alone.length > 0 ? alone : hits;
    const isRight = (faults: Faults): boolean =>
      alone.length > 0 ? isAlone(faults, constraint) : faults.sure.includes(constraint);
    return texts.map((text): WrongText => {
      const own = isRight(judge(text)) ? text : (pool[text.length % pool.length] ?? text);
      const { sure, possible } = judge(own);
      return { text: own, operator, implied: [...sure, ...possible].filter((id) => id !== constraint) };
    });
  });
  return arbitraries.length === 0 ? undefined : fc.oneof(...arbitraries);
};

interface Tried {
  readonly source: Source;
  /** Texts that break the constraint and nothing else. */
  readonly alone: readonly string[];
  readonly hits: readonly string[];
}

const tryOut = (source: Source, constraint: string, judge: (text: string) => Faults): Tried => {
  const texts = [...new Set(source.samples())];
  const judged = texts.map((text) => [text, judge(text)] as const);
  const shortest = (wanted: (faults: Faults) => boolean): readonly string[] =>
    judged.flatMap(([text, faults]) => (wanted(faults) ? [text] : [])).sort((one, other) => one.length - other.length);
  return {
    source,
    alone: shortest((faults) => isAlone(faults, constraint)),
    hits: shortest((faults) => faults.sure.includes(constraint)),
  };
};

const sourcesOf = (used: Used, constraint: string, tools: TextTools): readonly Source[] => {
  const { type } = used;
  const facet = facetsOf(type).find((one) => one.id === constraint);
  const valid = orNothing(() => tools.values.of(type));
  const mutants = valid === undefined ? [] : mutated(valid);
  if (facet !== undefined) return [...beyond(type, facet, tools), ...mutants];
  const inItem =
    type.item === undefined || valid === undefined ? [] : itemSources(used, constraint, { ...tools, valid });
  if (inItem.length > 0 || lexicalId(used) !== constraint) return inItem;
  return [...lexicalSources(type), ...mutants];
};

/** Values that a type without the facet, or with its opposite, would have. */
const beyond = (type: SimpleType, facet: Facet, { values }: TextTools): readonly Source[] =>
  negations(type, facet).flatMap((other): readonly Source[] => {
    const texts = orNothing(() => values.of(other));
    return texts === undefined ? [] : [source(`beyond-${facet.kind}`, texts)];
  });

const orNothing = <Result>(make: () => Result): Result | undefined => {
  try {
    return make();
  } catch (error) {
    if (error instanceof GenerationError) return undefined;
    throw error;
  }
};

/** A good list with one wrong item. */
const itemSources = (
  used: Used,
  constraint: string,
  tools: TextTools & { readonly valid: fc.Arbitrary<string> },
): readonly Source[] => {
  const { item } = used.type;
  if (item === undefined) return [];
  const words = wrongTexts({ type: item, lexical: lexicalId(used), filled: false }, constraint, tools);
  if (words === undefined) return [];
  const word = words.map(({ text }) => text.replace(/[ \t\n\r]+/g, '_')).map((text) => (text === '' ? '?' : text));
  const lists = fc.tuple(tools.valid, word, fc.nat(9)).map(([list, wrong, at]) => {
    const items = list.split(' ').filter((one) => one !== '');
    return items.toSpliced(at % Math.max(items.length, 1), 1, wrong).join(' ');
  });
  return [source('item-spoiled', lists)];
};

const lexicalSources = (type: SimpleType): readonly Source[] => {
  const builtins = type.variety === 'atomic' ? builtinsOf(type) : [];
  const table = builtins.find((name) => lexicalMisses[name === 'double' ? 'float' : name] !== undefined);
  const misses = Object.entries(lexicalMisses[table === 'double' ? 'float' : (table ?? '')] ?? {});
  const range = builtins.flatMap((name) => rangeMisses[name] ?? []);
  return [
    ...misses.map(([operator, texts]) => source(operator, fc.constantFrom(...texts))),
    ...(range.length === 0 ? [] : [source('out-of-range', fc.constantFrom(...range))]),
  ];
};
