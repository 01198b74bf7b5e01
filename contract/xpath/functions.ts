/** What an expression yields; `unknown` for a variable whose value was not given. */
export type XPathType = 'nodes' | 'string' | 'number' | 'boolean' | 'unknown';

/** What an argument must be, so that no engine has to convert: text is a string or nodes. */
export type Argument = 'nodes' | 'text' | 'number' | 'any';

/** One function of the core library. */
export interface CoreFunction {
  readonly type: XPathType;
  /** One for each argument; a call may have fewer than this, down to `least`. */
  readonly takes: readonly Argument[];
  readonly least: number;
  /** Without arguments it looks at the context node. */
  readonly contextual: boolean;
}

const plain = (type: XPathType, ...takes: readonly Argument[]): CoreFunction => ({
  type,
  takes,
  least: takes.length,
  contextual: false,
});

/** Its only argument can be left out. */
const ofContext = (type: XPathType, ...takes: readonly Argument[]): CoreFunction => ({
  type,
  takes,
  least: 0,
  contextual: true,
});

const many: readonly Argument[] = Array.from({ length: 64 }, () => 'text' as const);

/** XPath 1.0, section 4, but `id` and `lang`: the first needs a DTD, the second is not the same in both engines. */
export const coreFunctions: ReadonlyMap<string, CoreFunction> = new Map([
  ['last', ofContext('number')],
  ['position', ofContext('number')],
  ['count', plain('number', 'nodes')],
  ['local-name', ofContext('string', 'nodes')],
  ['namespace-uri', ofContext('string', 'nodes')],
  ['name', ofContext('string', 'nodes')],
  ['string', ofContext('string', 'any')],
  ['concat', { type: 'string', takes: many, least: 2, contextual: false }],
  ['starts-with', plain('boolean', 'text', 'text')],
  ['contains', plain('boolean', 'text', 'text')],
  ['substring-before', plain('string', 'text', 'text')],
  ['substring-after', plain('string', 'text', 'text')],
  ['substring', { type: 'string', takes: ['text', 'number', 'number'], least: 2, contextual: false }],
  ['string-length', ofContext('number', 'text')],
  ['normalize-space', ofContext('string', 'text')],
  ['translate', plain('string', 'text', 'text', 'text')],
  ['boolean', plain('boolean', 'any')],
  ['not', plain('boolean', 'any')],
  ['true', plain('boolean')],
  ['false', plain('boolean')],
  ['number', ofContext('number', 'any')],
  ['sum', plain('number', 'nodes')],
  ['floor', plain('number', 'number')],
  ['ceiling', plain('number', 'number')],
  ['round', plain('number', 'number')],
]);
