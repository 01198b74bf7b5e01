import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { Bilingual, Contract } from '#contract/contract';
import type { Draft } from './draft/draft.ts';
import type { FaceApi } from './face-api.ts';

/** An edit of a draft: what it draws, and what it does with what was drawn. */
interface Edit<Result> {
  readonly from?: fc.Arbitrary<unknown> | ((documentType: string) => fc.Arbitrary<unknown>);
  readonly apply: (draft: Draft, value: unknown, documentType: string) => Result;
}

/** What an edit draws for a document type. */
export const drawnFor = ({ from }: Pick<Edit<unknown>, 'from'>, documentType: string): fc.Arbitrary<unknown> => {
  if (from === undefined) return fc.constant(undefined);
  return typeof from === 'function' ? from(documentType) : from;
};

/** How to keep one rule when generating, and how to break only it. */
export interface Face {
  /** True, or the reason why the rule can't be broken in a document type. */
  readonly appliesTo?: (documentType: string) => true | string | Bilingual;
  readonly satisfy?: Edit<Draft>;
  readonly violate?: Edit<Draft | undefined> & {
    /** Roles that the parent must have. */
    readonly needs?: readonly string[];
    /** Roles that the parent must not have. */
    readonly without?: readonly string[];
    /** Ids of rules that are broken along with it, always or at times. */
    readonly implies?: readonly string[];
  };
}

/** How the base of a delivery is shaped before the rules are satisfied. */
export interface Shape {
  /** Texts of roles. */
  readonly values?: Readonly<Record<string, fc.Arbitrary<string>>>;
  /** Roles that are always there, and roles that never are. */
  readonly present?: readonly string[];
  readonly absent?: readonly string[];
}

/** The contract author's own code, `rules.mjs`; empty for a contract without one. */
export interface Faces {
  readonly rules: (api: FaceApi) => Readonly<Record<string, Face>>;
  readonly shape: (api: FaceApi, documentType: string) => Shape;
}

/** A `rules.mjs` that is not what it has to be. */
class FacesError extends Error {
  override readonly name = 'FacesError';
}

/** Loads `rules.mjs` of a contract; throws `FacesError` when it can't be loaded or exports something else. */
export const loadFaces = async (contract: Contract): Promise<Faces> => {
  if (contract.faces === undefined) return noFaces;
  const module = await importModule(contract.faces);
  const { default: rules, shape = noFaces.shape } = module;
  if (typeof rules !== 'function' || typeof shape !== 'function') {
    throw new FacesError(
      `${contract.faces}: export a default function of the api, and 'shape' as a function if at all`,
    );
  }
  return { rules: rules as Faces['rules'], shape: shape as Faces['shape'] };
};

const noFaces: Faces = { rules: () => ({}), shape: () => ({}) };

const importModule = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
  try {
    return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new FacesError(`${file} can't be loaded: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};

/** The faces of the rules of a contract; throws `FacesError` for a rule that it does not have, or a face without `apply`. */
export const rulesOf = (faces: Faces, contract: Contract, api: FaceApi): ReadonlyMap<string, Face> => {
  const rules = Object.entries(faces.rules(api));
  const known = new Set(contract.rules.map((rule) => rule.id));
  for (const [id, face] of rules) {
    if (!known.has(id))
      throw new FacesError(`rules.mjs has faces for '${id}', which is no rule of ${contract.schemas.rules}`);
    if (!isWhole(face)) throw new FacesError(`rules.mjs: '${id}' has a face without an apply function`);
  }
  return new Map(rules);
};

const isWhole = ({ satisfy, violate }: Face): boolean =>
  [satisfy, violate].every((edit) => edit === undefined || typeof edit.apply === 'function');
