import { didYouMean } from '../texts/nearest.ts';
import { type Token } from './cursor.ts';
import { type Argument, coreFunctions } from './functions.ts';
import { isOneOf, type ParseState, type Value, valueOf } from './state.ts';

/** XPath 1.0, 3.2: a call of a function of the core library; the cursor stands behind the name. */
export const parseCall = (state: ParseState, name: Token): Value => {
  const { cursor } = state;
  const known = coreFunctions.get(name.text);
  if (known === undefined)
    throw cursor.problem(
      name,
      `${name.text}() is not in the core library of XPath 1.0 that all engines share` +
        didYouMean(name.text, [...coreFunctions.keys()]),
    );
  const given = parseArguments(state);
  if (given.length < known.least || given.length > known.takes.length)
    throw cursor.problem(
      name,
      `${name.text}() can't take ${String(given.length)} argument${given.length === 1 ? '' : 's'}`,
    );
  for (const [index, value] of given.entries()) {
    const wanted = known.takes[index] ?? 'any';
    if (!fits[wanted](value)) throw cursor.problem(name, `${name.text}() is given a ${value.type}: ${remedy[wanted]}`);
  }
  if (known.contextual && given.length === 0 && state.depth === 0) state.contextual = true;
  return valueOf(known.type);
};

const parseArguments = (state: ParseState): readonly Value[] => {
  state.cursor.demand('(');
  if (state.cursor.skip(')') !== undefined) return [];
  const given = [state.nested(state)];
  while (state.cursor.skip(',') !== undefined) given.push(state.nested(state));
  state.cursor.demand(')');
  return given;
};

const fits: Readonly<Record<Argument, (value: Value) => boolean>> = {
  any: () => true,
  nodes: (value) => isOneOf(value, 'nodes'),
  text: (value) => isOneOf(value, 'string', 'nodes'),
  number: (value) => isOneOf(value, 'number'),
};

const remedy: Readonly<Record<Argument, string>> = {
  any: '',
  nodes: 'give it a path',
  text: 'write string(...)',
  number: 'write number(...)',
};
