import type { FilesBeside, PayloadXml, Role } from '../contract.ts';
import { toGrounding } from '../grounds/grounding.ts';
import type { Table } from '../table.ts';
import type { Place } from '#xml/place';
import { attemptEach } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { type Description, dotted, type KeyPath } from '../description/description.ts';
import { type PayloadEntry, type RoleDetails, type RoleEntry } from '../description/description-shape.ts';
import { didYouMean } from '../texts/nearest.ts';
import { expand, isNCName, type Namespaces } from '../folder/qname.ts';
import { checkPlaced } from '../xpath/placed.ts';
import { isPacked } from './decodings.ts';
import { kindList, kindsIn } from '../description/tables.ts';
import { tellingOf } from './telling.ts';

interface Scope {
  readonly placeOf: Description['placeOf'];
  readonly namespaces: Namespaces;
  readonly tables: ReadonlyMap<string, Table>;
}

/** The roles of `contract.yaml`, their expressions checked; throws `ContractError`. */
export const readRoles = ({ entries, placeOf }: Description, tables: ReadonlyMap<string, Table>): readonly Role[] =>
  rolesAt(entries.roles, ['roles'], { placeOf, namespaces: entries.namespaces, tables });

const rolesAt = (
  entries: Readonly<Record<string, RoleEntry>> | undefined,
  path: KeyPath,
  scope: Scope,
): readonly Role[] => {
  const names = Object.keys(entries ?? {});
  return attemptEach(Object.entries(entries ?? {}), ([name, entry]) => {
    mustStandBeside(entry, [...path, name], { names, scope });
    return toRole(entry, [...path, name], scope);
  });
};

/** What says the name of a file is another role at the same place. */
const mustStandBeside = (
  entry: RoleEntry,
  path: KeyPath,
  { names, scope }: { readonly names: readonly string[]; readonly scope: Scope },
): void => {
  if (typeof entry === 'string') return;
  for (const key of ['fileName', 'mediaType'] as const) {
    const said = entry[key];
    if (said === undefined || (names.includes(said) && said !== path.at(-1))) continue;
    const near = didYouMean(said, names) || '; name a role that stands beside it';
    throw new ContractError(
      scope.placeOf(...path, key),
      `${dotted(path)}.${key} is "${said}", which is no role beside it${near}`,
    );
  }
};

/** What is written for a role that deliveries do not have. */
const none = 'none';
/** The empty node-set of XPath 1.0. */
const nowhere = '/..';

const toRole = (entry: RoleEntry, path: KeyPath, scope: Scope): Role => {
  const isNone = entry === none;
  const details: RoleDetails = isNone ? { at: nowhere } : typeof entry === 'string' ? { at: entry } : entry;
  const name = String(path.at(-1));
  const place = scope.placeOf(...path, ...(typeof entry === 'string' ? [] : ['at']));
  if (!isNCName(name)) throw new ContractError(place, `role "${name}" can't be the name of an element; rename it`);
  checkPlaced(details.at, { prefixes: Object.keys(scope.namespaces), variables: new Map() }, place);
  mustFit(details, path, place);
  return {
    name,
    at: details.at,
    isNone,
    decode: details.decode,
    codes: codesOf(details, path, scope),
    beside: { name: details.fileName, mediaType: details.mediaType },
    kinds: kindsOf(details, path, scope),
    told: tellingOf(details.at, scope.namespaces),
    payload: details.payload === undefined ? undefined : toPayload(details.payload, [...path, 'payload'], scope),
    lists: listsOf(details, path, scope),
    values: valuesOf(details, path, scope),
    roles: rolesAt(details.roles, [...path, 'roles'], scope),
    place,
  };
};

const tableAt = (file: string, path: KeyPath, { placeOf, tables }: Scope): Table => {
  const table = tables.get(file);
  if (table !== undefined) return table;
  const near = didYouMean(file, [...tables.keys()]) || '; name it under tables';
  throw new ContractError(placeOf(...path), `there is no table "${file}"${near}`);
};

const codesIn = (file: string, path: KeyPath, scope: Scope): readonly (readonly [string, string])[] =>
  tableAt(file, [...path, 'codes'], scope).entries.flatMap(({ value, code }) =>
    code === undefined ? [] : [[value, code] as const],
  );

const kindsOf = ({ codes }: RoleDetails, path: KeyPath, scope: Scope): ReadonlyMap<string, string> =>
  new Map(
    typeof codes !== 'string'
      ? []
      : tableAt(codes, [...path, 'codes'], scope).entries.flatMap(({ code, kind }) =>
          code === undefined || kind === undefined ? [] : [[code, kind] as const],
        ),
  );

const valuesOf = ({ values }: RoleDetails, path: KeyPath, scope: Scope): string | undefined => {
  if (values !== undefined) tableAt(values, [...path, 'values'], scope);
  return values;
};

/** Lists by the name that the view gives them: those that are named, or the kinds of a table. */
const listsOf = ({ lists = {} }: RoleDetails, path: KeyPath, scope: Scope): Role['lists'] => {
  if (typeof lists !== 'string') return lists;
  const kinds = kindsIn(tableAt(lists, [...path, 'lists'], scope));
  if (kinds.length === 0)
    throw new ContractError(
      scope.placeOf(...path, 'lists'),
      `${dotted(path)}.lists is the table "${lists}", which has no kinds; add a column kind, or name its list`,
    );
  return Object.fromEntries(kinds.map((kind) => [kind, kindList(lists, kind)]));
};

/** Words by their code. */
const codesOf = ({ codes = {} }: RoleDetails, path: KeyPath, scope: Scope): ReadonlyMap<string, string> => {
  const { placeOf } = scope;
  const words = new Map<string, string>();
  const all = typeof codes === 'string' ? codesIn(codes, path, scope) : Object.entries(codes);
  for (const [word, code] of all) {
    const earlier = words.get(code);
    if (earlier !== undefined && earlier !== word)
      throw new ContractError(
        typeof codes === 'string' ? placeOf(...path, 'codes') : placeOf(...path, 'codes', word),
        `${dotted(path)} has the code "${code}" for "${earlier}" and for "${word}"; give each its own`,
      );
    words.set(code, word);
  }
  return words;
};

const toPayload = (entry: PayloadEntry, path: KeyPath, scope: Scope): PayloadXml => ({
  schema: entry.schema,
  root: expand(entry.root, scope.namespaces, scope.placeOf(...path, 'root')),
  file: entry.file ?? `${String(path.at(-2))}.xml`,
  with: entry.with && filesBeside(entry.with, [...path, 'with'], scope),
  roles: rolesAt(entry.roles, [...path, 'roles'], scope),
});

const filesBeside = (
  { files, ground, source }: NonNullable<PayloadEntry['with']>,
  path: KeyPath,
  { placeOf }: Scope,
): FilesBeside => {
  attemptEach(files, (name, index) => {
    if (plainEnding.test(name) && files.indexOf(name) === index) return;
    throw new ContractError(
      placeOf(...path, 'files', index),
      `${dotted(path)}.files has "${name}", which is no PDF or image, or stands there twice; name each file once, as besluit.pdf, foto.png or foto.jpg`,
    );
  });
  return { names: files, ...toGrounding(ground, source, placeOf(...path, 'ground')) };
};

/** Names of files that can be made without a schema. */
const plainEnding = /^[^/\\:]+\.(?:pdf|png|jpe?g)$/i;

const mustFit = ({ decode, payload }: RoleDetails, path: KeyPath, place: Place): void => {
  const holds = isPacked({ decode });
  if (payload !== undefined && !holds)
    throw new ContractError(
      place,
      `${dotted(path)} has a payload but does not decode one; add decode: zip, xml or file`,
    );
  if (payload?.with !== undefined && decode !== 'zip')
    throw new ContractError(
      place,
      `${dotted(path)} has files beside its document, and only a zip holds several; add decode: zip`,
    );
  if (payload === undefined && decode === 'xml')
    throw new ContractError(place, `${dotted(path)} decodes XML but does not say which; add a payload`);
};
