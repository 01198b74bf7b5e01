import type { Bilingual } from '../texts/bilingual.ts';
import { ContractError } from './contract-error.ts';

/** Gives what was read of a folder; throws where that was broken. */
export type Part<Read> = () => Read;

/** What can't be told of a folder for an error that was gathered. */
class Unfinished extends Error {
  override readonly name = 'Unfinished';
}

/** Errors of the folder that is read by `gather`; else there are none, since the first one ends the reading. */
let gathered: ContractError[] | undefined;

/** What could not be looked at for these errors, in both languages. */
let left: Bilingual[] = [];

/** Reads a part of a folder; while errors are gathered, one that is broken keeps no other from being read that does without it. What is named is told where it could not be looked at. */
export const attempt = <Read>(read: () => Read, what?: Bilingual): Part<Read> => {
  if (gathered === undefined) {
    const part = read();
    return () => part;
  }
  const before = gathered.length;
  try {
    const part = read();
    if (gathered.length === before) return () => part;
  } catch (error) {
    if (error instanceof ContractError) gathered.push(error);
    else if (!(error instanceof Unfinished)) throw error;
    else if (what !== undefined) left.push(what);
  }
  return () => {
    throw new Unfinished('a part of the folder is broken');
  };
};

/** A part, or what goes in its place while errors are gathered and it is broken. */
export const orElse = <Read>(part: Part<Read>, other: Part<Read>): Part<Read> => {
  if (gathered === undefined) return part;
  return () => {
    try {
      return part();
    } catch (error) {
      if (error instanceof Unfinished) return other();
      throw error;
    }
  };
};

/** An object of parts; while errors are gathered, one that is broken hinders only who asks for it. */
export const together = <Read extends object>(parts: { readonly [Key in keyof Read]: Part<Read[Key]> }): Read => {
  const whole = {} as Read;
  for (const key of Object.keys(parts) as (keyof Read)[])
    Object.defineProperty(
      whole,
      key,
      gathered === undefined
        ? { value: parts[key](), enumerable: true, writable: true, configurable: true }
        : { get: parts[key], enumerable: true, configurable: true },
    );
  return whole;
};

/** A part as a whole, and what of it is sound. */
export interface Salvaged<Read> {
  readonly whole: Part<Read>;
  readonly sound: Part<Read>;
}

/** Reads a part; while errors are gathered, what came of it in spite of them is there for who only looks for more errors. */
export const salvage = <Read>(read: () => Read): Salvaged<Read> => {
  let kept: { readonly part: Read } | undefined;
  const whole = attempt(() => {
    const part = read();
    kept = { part };
    return part;
  });
  return { whole, sound: () => (kept === undefined ? whole() : kept.part) };
};

/** As `attemptEach`; while errors are gathered, what is sound of each goes on, and what is broken is left out. */
export const attemptSome = <One, Read>(all: readonly One[], read: (one: One) => Read): readonly Read[] =>
  all
    .map((one) => salvage(() => read(one)))
    .flatMap(({ sound }) =>
      orElse<readonly Read[]>(
        () => [sound()],
        () => [],
      )(),
    );

/** Reads parts of one kind, each whatever became of the others. */
export const attemptEach = <One, Read>(all: readonly One[], read: (one: One, index: number) => Read): readonly Read[] =>
  all.map((one, index) => attempt(() => read(one, index))).map((part) => part());

/** What came of a folder, or all that is broken in it as far as it can be seen. */
export type Gathered<Read> =
  | { readonly read: Read; readonly errors: readonly [] }
  | {
      readonly read: undefined;
      readonly errors: readonly ContractError[];
      /** What could not be looked at for these. */
      readonly left: readonly Bilingual[];
    };

/** Reads a folder, and goes on after an error with what does without the broken part. */
export const gather = <Read>(read: () => Read): Gathered<Read> => {
  const errors: ContractError[] = [];
  gathered = errors;
  left = [];
  try {
    const part = attempt(read);
    if (errors.length === 0) return { read: part(), errors: [] };
    // A file that several parts need is read for each of them.
    const apart = new Map(errors.toReversed().map((error) => [error.message, error]));
    return { read: undefined, errors: errors.filter((error) => apart.get(error.message) === error), left };
  } finally {
    gathered = undefined;
  }
};
