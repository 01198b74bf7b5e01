import * as v from 'valibot';
import { grounds } from '../grounds/ground.ts';
import { didYouMean } from '../texts/nearest.ts';

type Received = Pick<v.BaseIssue<unknown>, 'received'>;

const mustBeText = ({ received }: Received): string =>
  `must be a text, not ${received}${/^(?:-?[\d.]+|true|false)$/.test(received) ? '; write it between quotes' : ''}`;

/** Text that says something. */
export const text = v.pipe(
  v.string(mustBeText),
  v.check((value) => value.trim() !== '', 'must not be empty'),
);

/** Text that may say nothing. */
export const possiblyEmpty = v.string(mustBeText);

/** One of a few words. */
export const oneOf = <const Options extends readonly string[]>(
  options: Options,
): v.PicklistSchema<Options, (issue: v.PicklistIssue) => string> =>
  v.picklist(options, ({ input, received }) => {
    const near = typeof input === 'string' ? didYouMean(input, options) : '';
    return `must be one of ${options.join(', ')}, not ${received}${near}`;
  });

/** A whole number above 0. */
export const positive = v.pipe(
  v.number(({ received }: Received) => `must be a number, not ${received}`),
  v.check((value) => Number.isSafeInteger(value) && value > 0, 'must be a whole number above 0'),
);

/** A list with at least one of these. */
export const oneOrMore = <const Item extends v.GenericSchema>(
  item: Item,
): v.SchemaWithPipe<readonly [v.ArraySchema<Item, string>, v.CheckAction<v.InferOutput<Item>[], string>]> =>
  v.pipe(
    v.array(item, 'must be a list'),
    v.check((items) => items.length > 0, 'must not be empty'),
  );

/** A mapping from names of the author's choosing; valibot's own would leave out a name that any object has, in silence. */
export const mapping = <const Value extends v.GenericSchema>(
  value: Value,
): v.GenericSchema<Record<string, v.InferInput<Value>>, Record<string, v.InferOutput<Value>>> =>
  v.lazy((input) => {
    const names = typeof input === 'object' && input !== null ? Object.keys(input) : undefined;
    if (names === undefined) return v.record(v.string(), value, 'must be a mapping');
    if (names.includes('__proto__')) return unnameable;
    return v.object(Object.fromEntries(names.map((name) => [name, value])));
  });

const unnameable = v.never('has the name __proto__, which means something else to JavaScript; choose another');

/** A mapping with these keys and no other; the issue of an unknown key names the nearest known one. */
export const keys = <const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.StrictObjectSchema<Entries, (issue: v.StrictObjectIssue) => string> =>
  v.strictObject(entries, (issue) => aboutKeys(issue, Object.keys(entries)));

/** What the message of an unknown key begins with; such an issue is told before others. */
export const unknownKey = 'unknown key';

const aboutKeys = (issue: v.StrictObjectIssue, known: readonly string[]): string => {
  const key = issue.path?.[0].key;
  if (typeof key !== 'string') return `must be a mapping with the keys ${known.join(', ')}, not ${issue.received}`;
  if (issue.expected !== 'never') return `key "${key}" is missing; add it`;
  return `${unknownKey} "${key}"${didYouMean(key, known) || `; the keys here are ${known.join(', ')}; take one of these, or remove it`}`;
};

/** The keys of a ground. */
export const grounding = { ground: oneOf(grounds), source: v.optional(text) };
