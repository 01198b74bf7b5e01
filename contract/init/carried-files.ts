import { readSchema } from '#xml/schema/read';
import { detailsOf, type RoleEntry } from '../description/description-shape.ts';
import type { Files } from '../folder/file-names.ts';
import type { Shipped } from './blueprint.ts';

type Tables = NonNullable<Shipped['entries']['tables']>;

/** What of the shipped folder the roles lean on. */
export interface CarriedFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly codeLists: readonly string[];
  /** Tables with their grounds. */
  readonly tables: Tables;
  readonly namespaces: Readonly<Record<string, string>>;
}

/** The schemas of payloads and the lists that the roles name, where the folder has no file of that name itself. */
export const carriedFiles = (
  roles: Readonly<Record<string, RoleEntry>>,
  shipped: Shipped,
  own: Files,
): CarriedFiles => {
  const all = Object.values(roles).flatMap(withInner);
  const tables = [...new Set(all.flatMap(({ lists }) => (typeof lists === 'string' ? [lists] : [])))];
  const lists = [
    ...new Set(all.flatMap(({ lists: own }) => (typeof own === 'string' ? [] : Object.values(own ?? {})))),
  ];
  const schemas = [
    ...all.flatMap(({ payload }) => payload?.schema ?? []),
    ...lists.map((key) => key.split('#')[0] ?? ''),
  ];
  const names = [
    ...[...new Set(schemas)].flatMap((name) => (own.has(name) ? [] : readSchema(shipped.files, name).files)),
    ...tables,
  ];
  return {
    files: new Map(names.map((name) => [name, shipped.files.get(name) ?? new Uint8Array()])),
    codeLists: lists,
    tables: Object.fromEntries(Object.entries(shipped.entries.tables ?? {}).filter(([file]) => tables.includes(file))),
    namespaces: payloadNamespaces(all, shipped),
  };
};

const withInner = (entry: RoleEntry): readonly ReturnType<typeof detailsOf>[] => {
  const role = detailsOf(entry);
  return [
    role,
    ...Object.values(role.roles ?? {}).flatMap(withInner),
    ...Object.values(role.payload?.roles ?? {}).flatMap(withInner),
  ];
};

/** Prefixes of the shipped description that roles in payloads use. */
const payloadNamespaces = (
  roles: readonly ReturnType<typeof detailsOf>[],
  { entries }: Shipped,
): CarriedFiles['namespaces'] => {
  const used = roles.flatMap(({ payload }) =>
    [...JSON.stringify(payload ?? {}).matchAll(/([\w.-]+):[\w*]/g)].map(([, prefix]) => prefix),
  );
  return Object.fromEntries(Object.entries(entries.namespaces).filter(([prefix]) => used.includes(prefix)));
};

/** The files that payloads of the shipped contract lean on, which keep their names. */
export const payloadFiles = ({ entries, files }: Shipped): readonly string[] => {
  const schemas = Object.values(entries.roles)
    .flatMap(withInner)
    .flatMap(({ payload }) => payload?.schema ?? []);
  return [...new Set([...schemas.flatMap((name) => readSchema(files, name).files)])];
};
