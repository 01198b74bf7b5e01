import fc from 'fast-check';
import type { SchemaConstraint } from '#xml/schema/constraints';
import type { IdentityConstraint } from '#xml/schema/model';
import { accepts } from '#xml/schema/read-children';
import { leaveOut, textAt, write, type ValuePlace } from '../../schema/ties/places.ts';
import { brokenTies } from '../../schema/ties/broken-ties.ts';
import { targetsOf } from '../../schema/ties/targets.ts';
import {
  identitiesAt,
  keyOfText,
  rowsOf,
  scopeOf,
  strictKey,
  wholeKey,
  type Kit,
  type Row,
} from '../../schema/ties/table.ts';
import { indicesOf, remove, rootOf, treeOf, workAt, type Work } from '../../schema/ties/work.ts';
import { kitOf, type Change, type Operator } from '../operation.ts';
import type { Site } from '../sites.ts';

/** Repeats a key, leaves a field of it out, or refers to a key that is not there (part 1, 3.11.4). */
export const identityBroken: Operator = (tools, site, constraint) => {
  if (!kinds.has(constraint.kind)) return [];
  const kit = kitOf(tools);
  const attempts = attemptsFor(constraint.kind);
  const changes = attempts.flatMap(([operator, attempt]) => {
    const rows = openAt(kit, site, constraint)?.rows.length ?? 0;
    return Array.from({ length: Math.min(rows, mostRows) }, (_, index) => index).flatMap((index) =>
      changeOf(kit, { site, constraint, operator, attempt, index }),
    );
  });
  const alone = changes.filter(({ implied }) => implied?.length === 0);
  const used = alone.length > 0 ? alone : changes;
  return used.length === 0 ? [] : [fc.constantFrom(...used)];
};

const kinds: ReadonlySet<string> = new Set(['key', 'unique', 'keyref']);

/** Rows past these are not tried. */
const mostRows = 6;

interface Open {
  readonly work: Work;
  readonly identity: IdentityConstraint;
  readonly rows: readonly Row[];
}

/** A fresh copy of the whole document to spoil, since spoiling is done in place. */
const openAt = (kit: Kit, site: Site, { id }: SchemaConstraint): Open | undefined => {
  const work = workAt(kit.model, rootSite(site).node, site.indices);
  const identity = work && identitiesAt(work).find((one) => one.id === id);
  return work && identity && { work, identity, rows: rowsOf(kit, work, identity) };
};

const rootSite = (site: Site): Site => (site.parent === undefined ? site : rootSite(site.parent));

/** Spoils a row in place and returns the element that was edited; undefined where it can't. */
type Attempt = (kit: Kit, open: Open, row: Row) => Work | undefined;

interface Trial {
  readonly site: Site;
  readonly constraint: SchemaConstraint;
  readonly operator: string;
  readonly attempt: Attempt;
  readonly index: number;
}

const changeOf = (kit: Kit, { site, constraint, operator, attempt, index }: Trial): readonly Change[] => {
  const open = openAt(kit, site, constraint);
  const row = open?.rows[index];
  const edited = open && row && attempt(kit, open, row);
  if (open === undefined || edited === undefined) return [];
  const broken = brokenTies(kit, rootOf(open.work));
  if (!broken.includes(constraint.id)) return [];
  const below = indicesOf(edited).slice(site.indices.length);
  return [
    { operator, element: treeOf(kit.model, open.work), below, implied: broken.filter((id) => id !== constraint.id) },
  ];
};

const attemptsFor = (kind: SchemaConstraint['kind']): readonly (readonly [operator: string, attempt: Attempt])[] => {
  if (kind === 'keyref') return [['reference-dangling', dangling]];
  const repeated = [['key-repeated', repeatKey] as const, ['element-repeated', repeatElement] as const];
  return kind === 'key' ? [...repeated, ['key-field-dropped', dropField]] : repeated;
};

/** Writes the key of another row. */
const repeatKey: Attempt = (kit, { rows }, row) => {
  const whole = wholeKey(row.keys);
  const other = rows.find(
    ({ node, keys }) => node !== row.node && wholeKey(keys) !== undefined && wholeKey(keys) !== whole,
  );
  if (other === undefined || whole === undefined) return undefined;
  const writes = row.places.flatMap((_, index): readonly (readonly [ValuePlace, string])[] => {
    const [place, from] = [filled(row, index), filled(other, index)];
    const text = from && textAt(from);
    if (place === undefined || text === undefined || place.value?.kind === 'fixed') return [];
    return kit.values.check(place.type, text, scopeOf(kit, text)) === 'yes' ? [[place, text]] : [];
  });
  for (const [place, text] of writes) write(place, text);
  return row.node;
};

/** Of the places of a field the one that has a value. */
const filled = ({ places }: Row, index: number): ValuePlace | undefined =>
  places[index]?.find((place) => textAt(place) !== undefined);

/** Puts a copy of the element behind it. */
const repeatElement: Attempt = ({ model }, _, { node, keys }) => {
  const { parent } = node;
  const type = parent?.declared?.type;
  if (parent === undefined || type?.kind !== 'complex' || wholeKey(keys) === undefined) return undefined;
  const more = parent.children.toSpliced(parent.children.indexOf(node), 0, node);
  if (
    !accepts(
      type.particle,
      more.filter((child) => typeof child !== 'string'),
      model,
    )
  )
    return undefined;
  parent.children.splice(0, parent.children.length, ...more);
  return node;
};

const dropField: Attempt = ({ model }, _, { node, places }) => {
  for (const place of places.flat()) {
    if (textAt(place) === undefined) continue;
    if (place.attribute === undefined ? place.owner !== node && remove(model, place.owner) : leaveOut(place))
      return node;
  }
  return undefined;
};

/** Writes a value that no key has. */
const dangling: Attempt = (kit, { work, identity }, row) => {
  if (strictKey(row.keys) === undefined) return undefined;
  const known = new Set(targetsOf(kit, work, identity).map(({ keys }) => strictKey(keys)));
  for (const [index] of row.places.entries()) {
    const place = filled(row, index);
    if (place === undefined || place.value?.kind === 'fixed') continue;
    const text = kit.pool
      .some(place.type)
      .find((one) => !known.has(strictKey(row.keys.with(index, keyOfText(kit, place.type, one)))));
    if (text === undefined) continue;
    write(place, text);
    return place.owner;
  }
  return undefined;
};
