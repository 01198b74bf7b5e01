import { basename, relative } from 'node:path';
import type { Contract } from '#contract/contract';
import { ContractError } from '#contract/folder/contract-error';

/** Tells what is wrong in `rules.mjs`: the contract author's code, so that what it throws is no bug of ours. */
export interface FaceFaults {
  /** The error for a sentence; its line is where `cause` was thrown in the file, else where the rule `about` is named. */
  readonly fault: (sentence: string, about?: { readonly cause?: unknown; readonly about?: string }) => ContractError;
  /** Runs the file's code; throws `ContractError` with the line for whatever it throws. */
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

/** The line of the innermost place in a file that an error came through; 0 when there is none. */
const lineOfCause = (name: string, error: unknown): number => {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const at = stack.indexOf(`/${name}?`);
  return at === -1 ? 0 : Number(/^[\da-f]+:(\d+)/.exec(stack.slice(at + name.length + 2))?.[1] ?? 0);
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
