import { type SchemaModel, type SimpleType } from '#xml/schema/model';
import type { Table } from '../table.ts';
import type { Place } from '#xml/place';
import { ContractError } from '../folder/contract-error.ts';
import { type Description } from '../description/description.ts';
import { type Files } from '../folder/file-names.ts';
import { didYouMean } from '../texts/nearest.ts';
import { kindList, kindsIn } from '../description/tables.ts';
import { type Schemas } from './schemas.ts';

/** Values by code list, keyed `codelists.xsd#Gemeente`. */
export type CodeLists = ReadonlyMap<string, readonly string[]>;

/** A simple type by the same key, with its values. */
export interface NamedType {
  readonly values: readonly string[];
  /** The type to blame when there are no values: the type itself, or a member of the union that it is. */
  readonly bare: { readonly id: string; readonly place: Place };
}

/** Every named simple type of a model, by `<file>#<name>`. */
export const namedTypesOf = (models: readonly SchemaModel[]): ReadonlyMap<string, NamedType> =>
  new Map(
    models
      .flatMap((model) => [...model.types.values()])
      .flatMap((type) => (type.kind === 'simple' ? [[type.id, namedType(type)] as const] : [])),
  );

/** Every table by its file, and what it has of each kind. */
export const namedTables = (tables: ReadonlyMap<string, Table>): ReadonlyMap<string, NamedType> =>
  new Map(
    [...tables].flatMap(([file, { entries, place }]) => {
      const named = (id: string, rows: typeof entries): readonly [string, NamedType] => [
        id,
        { values: [...new Set(rows.map(({ value }) => value))], bare: { id, place } },
      ];
      const kinds = kindsIn({ entries });
      return [
        named(file, entries),
        ...kinds.map((kind) =>
          named(
            kindList(file, kind),
            entries.filter((entry) => entry.kind === kind),
          ),
        ),
      ];
    }),
  );

const namedType = (type: SimpleType): NamedType => ({ values: valuesOf(type), bare: bareOf(type) });

const bareOf = (type: SimpleType): SimpleType => {
  const member = type.variety === 'union' ? type.members.find((one) => valuesOf(one).length === 0) : undefined;
  return member === undefined ? type : bareOf(member);
};

/** The values that an enumerated type allows; none when it allows anything else as well. */
export const valuesOf = (type: SimpleType): readonly string[] => {
  const own = type.facets.find((facet) => facet.kind === 'enumeration');
  if (own !== undefined) return own.values.map((value) => value.text);
  if (type.variety !== 'union' || type.members.length === 0) return type.base === undefined ? [] : valuesOf(type.base);
  const members = type.members.map(valuesOf);
  return members.every((values) => values.length > 0) ? [...new Set(members.flat())] : [];
};

/** The types that have values; throws `ContractError` when a list that the contract counts on has none. */
export const readCodeLists = (description: Description, types: ReadonlyMap<string, NamedType>): CodeLists => {
  for (const [index, key] of (description.entries.codeLists ?? []).entries())
    codeList(key, types, description.placeOf('codeLists', index));
  return new Map([...types].flatMap(([key, { values }]) => (values.length > 0 ? [[key, values] as const] : [])));
};

/** The values of one list; throws `ContractError` when there is no such type, or it is empty. */
export const codeList = (key: string, types: ReadonlyMap<string, NamedType>, place: Place): readonly string[] => {
  const type = types.get(key);
  if (type === undefined) {
    const near = didYouMean(key, [...types.keys()]) || '; name it as file#Type';
    throw new ContractError(place, `there is no code list "${key}"${near}`);
  }
  if (type.values.length === 0)
    throw new ContractError(type.bare.place, `code list "${type.bare.id}" is empty; add its values as enumerations`);
  return type.values;
};

/** Models of the schemas that the lists named under `codeLists` stand in, so that a list needs no element that uses it. */
export const listModels = (description: Description, schemas: Schemas, files: Files): readonly SchemaModel[] =>
  (description.entries.codeLists ?? []).flatMap((key, index) => {
    const [file = ''] = key.split('#');
    return files.has(file) ? [schemas.at(file, description.placeOf('codeLists', index)).model] : [];
  });
