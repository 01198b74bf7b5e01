import fc from 'fast-check';
import type { Contract } from '#contract/contract';
import { type FacesFile, facesFile } from '#contract/rules/faces-file';
import { didYouMean } from '#contract/texts/nearest';
import { type Face, noFaces, type Faces, type Shape } from '../faces.ts';
import { faceApiOf } from './face-api.ts';
import { type FaceFaults, faceFaultsOf } from './face-faults.ts';
import { guardedFace } from './guarded-face.ts';
import { importBytes } from './import-bytes.ts';

/** Loads `rules.mjs` of a contract, which runs it; throws `ContractError` when it can't be loaded or exports something else. */
export const loadFaces = async (contract: Contract): Promise<Faces> => {
  const file = facesFile(contract);
  if (file === undefined) return noFaces;
  const faults = faceFaultsOf(contract);
  const { default: rules, shape = () => ({}) } = await importModule(file, faults);
  if (!isFunction(rules)) throw faults.fault('the file has no default export that is a function of the api; add one');
  if (!isFunction(shape)) throw faults.fault('shape is no function of the api and a document type; make it one');
  return {
    rules: (circumstances) =>
      facesIn(
        faults.within('the default export', () => rules(faceApiOf(circumstances))),
        circumstances.contract,
      ),
    shape: (circumstances, type) => {
      const given = faults.within(`shape of ${type}`, () => shape(faceApiOf(circumstances), type));
      if (isShape(given)) return given;
      throw faults.fault(`shape of ${type} gives no shape; return { values, present, absent } or some of them`);
    },
  };
};

const isShape = (given: unknown): given is Shape => {
  if (typeof given !== 'object' || given === null) return false;
  const { values = {}, present = [], absent = [] } = given as Readonly<Record<string, unknown>>;
  const areNames = [present, absent].every(
    (one) => Array.isArray(one) && one.every((name) => typeof name === 'string'),
  );
  return (
    areNames && typeof values === 'object' && Object.values(values ?? {}).every((one) => one instanceof fc.Arbitrary)
  );
};

const isFunction = (value: unknown): value is (...given: readonly unknown[]) => unknown => typeof value === 'function';

const importModule = async (file: FacesFile, faults: FaceFaults): Promise<Readonly<Record<string, unknown>>> => {
  try {
    return await importBytes(file);
  } catch (error) {
    throw faults.fault(
      `the file can't be loaded: ${error instanceof Error ? error.message : String(error)}; correct it`,
      {
        cause: error,
      },
    );
  }
};

/** Checks what the default export gave; throws `ContractError` for a rule that the contract does not have, or a face without `apply`. */
const facesIn = (rules: unknown, contract: Contract): Readonly<Record<string, Face>> => {
  const faults = faceFaultsOf(contract);
  if (typeof rules !== 'object' || rules === null || rules instanceof Promise)
    throw faults.fault('the default export gives no faces; return an object with one for each rule id');
  const known = contract.rules.map((rule) => rule.id);
  return Object.fromEntries(
    Object.entries(rules).map(([id, face]: [string, unknown]) => {
      if (!known.includes(id)) {
        const near = didYouMean(id, known) || '; remove them, or add the rule';
        throw faults.fault(`there are faces for '${id}', which is no rule of ${contract.schemas.rules}${near}`, {
          about: id,
        });
      }
      if (!isWhole(face))
        throw faults.fault(`'${id}' has a face without an apply function; give it one`, { about: id });
      return [id, guardedFace(id, face, faults)];
    }),
  );
};

const isWhole = (face: unknown): face is Face => {
  if (typeof face !== 'object' || face === null) return false;
  const violate: unknown = Reflect.get(face, 'violate');
  const near: unknown = Reflect.get(Object(violate) as object, 'near');
  const ways: readonly unknown[] = Object.values(Object(near) as Readonly<Record<string, unknown>>);
  const edits: readonly unknown[] = [Reflect.get(face, 'satisfy'), violate, ...ways];
  return edits.every((edit) => edit === undefined || isFunction(Reflect.get(Object(edit) as object, 'apply')));
};
