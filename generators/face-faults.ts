import { basename, relative } from 'node:path';
import fc from 'fast-check';
import type { Contract } from '#contract/contract';
import { ContractError } from '#contract/contract-error';
import type { Draft } from './draft/draft.ts';
import type { Edit, Face } from './faces.ts';

/** Tells what is wrong in `rules.mjs`: the contract author's code, so that what it throws is no bug of ours. */
export interface FaceFaults {
  /** The error for a sentence; its line is where `cause` was thrown in the file, else where the rule `about` is named. */
  readonly fault: (sentence: string, about?: { readonly cause?: unknown; readonly about?: string }) => ContractError;
  /** Does what the file's code does; throws `ContractError` with its line for what that throws. */
  readonly within: <Result>(what: string, use: () => Result) => Result;
}

/** Faults of the faces of a contract. */
export const faceFaultsOf = ({ directory, faces, files }: Contract): FaceFaults => {
  const file = faces === undefined ? 'rules.mjs' : relative(directory, faces);
  const fault: FaceFaults['fault'] = (sentence, { cause, about } = {}) => {
    const line = lineOfCause(basename(file), cause) || lineOfText(files.get(file), about);
    return new ContractError({ file, line }, sentence, cause);
  };
  return {
    fault,
    within: (what, use) => {
      try {
        return use();
      } catch (error) {
        if (error instanceof ContractError) throw error;
        throw fault(`${what} fails: ${messageOf(error)}; correct it`, { cause: error });
      }
    },
  };
};

/** A face whose code says where it fails, and that it gives what it has to. */
export const guardedFace = (id: string, face: Face, faults: FaceFaults): Face => {
  const { appliesTo, satisfy, violate } = face;
  return {
    ...face,
    ...(appliesTo && { appliesTo: (type: string) => faults.within(`appliesTo of '${id}'`, () => appliesTo(type)) }),
    ...(satisfy && {
      satisfy: guardedEdit(satisfy, { what: `satisfy of '${id}'`, about: id, faults, mayDecline: false }),
    }),
    ...(violate && {
      violate: {
        ...violate,
        ...guardedEdit(violate, { what: `violate of '${id}'`, about: id, faults, mayDecline: true }),
      },
    }),
  };
};

interface Guarding {
  readonly what: string;
  readonly about: string;
  readonly faults: FaceFaults;
  /** It may give undefined: this draft can't be edited so. */
  readonly mayDecline: boolean;
}

const guardedEdit = <Result extends Draft | undefined>(
  { from, apply }: Edit<Result>,
  { what, about, faults, mayDecline }: Guarding,
): Edit<Result> => {
  const drawing = (given: unknown): fc.Arbitrary<unknown> => {
    if (given instanceof fc.Arbitrary) return given;
    throw faults.fault(`from in ${what} is no arbitrary of fast-check, such as fc.integer(); give one`, { about });
  };
  return {
    ...(from !== undefined && {
      from: (type: string) =>
        drawing(typeof from === 'function' ? faults.within(`from in ${what}`, () => from(type)) : from),
    }),
    apply: (draft, value, type) => {
      const edited = faults.within(what, () => apply(draft, value, type));
      if (isDraft(edited) || (mayDecline && edited === undefined)) return edited;
      throw faults.fault(`${what} gives no draft; let apply return what roles.set and the like give`, { about });
    },
  };
};

const isDraft = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'request' in value && 'payloads' in value && 'documentType' in value;

/** The line of the innermost place in a file that an error came through; 0 when there is none. */
const lineOfCause = (name: string, error: unknown): number => {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const at = stack.indexOf(`/${name}:`);
  return at === -1 ? 0 : Number(/^\d+/.exec(stack.slice(at + name.length + 2))?.[0] ?? 0);
};

/** The line on which a text first stands in a file; 0 when it does not. */
const lineOfText = (bytes: Uint8Array | undefined, text = ''): number => {
  const [before, after] = Buffer.from(bytes ?? [])
    .toString('utf8')
    .split(text, 2);
  return text === '' || after === undefined ? 0 : (before ?? '').split('\n').length;
};

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
