import { MatchersV3 } from '@pact-foundation/pact';
import type { Facet, SimpleType } from '#xml/schema/model';

/** A rule of Pact for one value. */
export type Matcher = ReturnType<typeof MatchersV3.like<unknown>>;

/** Longer lists are left to the schema: a pact is read by people too. */
const mostAlternatives = 20;

/** What Pact asks of a text of a simple type: one of a list, a kind of value, or a length and a form. */
export const matchersOf = (type: SimpleType, example: string): readonly Matcher[] => {
  const steps = stepsOf(type);
  const listed = valuesOf(steps, 'enumeration').at(0);
  if (listed !== undefined && listed.length <= mostAlternatives) return [oneOf(listed, example)];
  const kind = steps.find(({ builtin, name }) => builtin && name !== undefined && byKind.has(name.name))?.name?.name;
  const ofKind = kind === undefined ? undefined : byKind.get(kind);
  return ofKind === undefined ? textMatchers(steps, example) : [ofKind(example)];
};

/** Asks one of these texts. */
export const oneOf = (texts: readonly string[], example: string): Matcher =>
  MatchersV3.regex(`^(${texts.map(escaped).join('|')})$`, example);

/** The type and what it is derived from, itself first. */
const stepsOf = (type: SimpleType): readonly SimpleType[] =>
  type.base === undefined ? [type] : [type, ...stepsOf(type.base)];

/** Values of a facet at each step that has it, the narrowest first. */
const valuesOf = (steps: readonly SimpleType[], kind: Facet['kind']): readonly (readonly string[])[] =>
  steps.flatMap(({ facets }) =>
    facets.filter((one) => one.kind === kind).map(({ values }) => values.map(({ text }) => text)),
  );

const byKind: ReadonlyMap<string, (example: string) => Matcher> = new Map<string, (example: string) => Matcher>([
  ['integer', (example) => MatchersV3.integer(Number(example))],
  ['decimal', (example) => MatchersV3.number(Number(example))],
  ['float', (example) => MatchersV3.number(Number(example))],
  ['double', (example) => MatchersV3.number(Number(example))],
  ['boolean', (example) => MatchersV3.boolean(example === 'true')],
  ['date', (example) => MatchersV3.regex(String.raw`^\d{4}-\d{2}-\d{2}$`, example)],
  ['base64Binary', (example) => MatchersV3.regex(String.raw`^[A-Za-z0-9+/=\s]+$`, example)],
]);

const textMatchers = (steps: readonly SimpleType[], example: string): readonly Matcher[] => {
  const [min = isListed(steps) ? '1' : '0'] = valuesOf(steps, 'minLength')[0] ?? [];
  const [max = ''] = valuesOf(steps, 'maxLength')[0] ?? [];
  const forms = valuesOf(steps, 'pattern').filter((alternatives) => alternatives.every(isPlainPattern));
  const patterns = [
    ...(min === '0' && max === '' ? [] : [String.raw`^[\s\S]{${min},${max}}$`]),
    ...forms.map((alternatives) => `^(${alternatives.join('|')})$`),
  ];
  return patterns.length === 0
    ? [MatchersV3.like(example)]
    : patterns.map((pattern) => MatchersV3.regex(pattern, example));
};

const isListed = (steps: readonly SimpleType[]): boolean => valuesOf(steps, 'enumeration').length > 0;

/** Whether a pattern of XSD means the same where it is taken for a regular expression of another kind. */
const isPlainPattern = (pattern: string): boolean =>
  !/\\[^dnrst.*+?()[\]{}|\\-]|\[[^\]]*-\[|(?<!\[)\^|\$/.test(pattern);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
