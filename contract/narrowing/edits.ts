import type { ComplexType, SchemaModel, Type } from '#xml/schema/model';
import type { Place } from '#xml/place';
import { allComponents } from '#xml/schema/walk';
import type { Grounding } from '../grounds/ground.ts';
import { allParts, attributeIn, type Editable, type EditableFile, withAttribute } from './editable.ts';

interface Placed {
  readonly file: string;
  readonly element: Editable;
}

/** What is being done to the files of a schema. */
export interface Edits {
  readonly model: SchemaModel;
  readonly originals: ReadonlyMap<string, EditableFile>;
  readonly grounding: Grounding;
  /** Global declarations by what they were. */
  readonly replaced: Map<Editable, Placed>;
  /** Types that are there besides, for one place each. */
  readonly added: Placed[];
  readonly users: ReadonlyMap<Type, Users>;
}

/** How many elements have a type, and how many types are derived from it. */
export interface Users {
  readonly elements: number;
  readonly types: number;
}

/** Nothing done yet. */
export const emptyEdits = (
  model: SchemaModel,
  originals: ReadonlyMap<string, EditableFile>,
  grounding: Grounding,
): Edits => ({ model, originals, grounding, replaced: new Map(), added: [], users: usersIn(model) });

const usersIn = (model: SchemaModel): ReadonlyMap<Type, Users> => {
  const users = new Map<Type, Users>();
  const count = (type: Type, what: keyof Users): void => {
    const own = users.get(type) ?? { elements: 0, types: 0 };
    users.set(type, { ...own, [what]: own[what] + 1 });
  };
  for (const one of allComponents(model)) {
    if (one.kind === 'element') count(one.type, 'elements');
    if (one.kind === 'complex') count(one.base, 'types');
  }
  return users;
};

/** What stands at a place of a file: an element of this name, by its `name` or `ref`. */
export interface Sought {
  readonly tag: 'element' | 'attribute' | 'complexType';
  readonly name: string;
  readonly place: Place;
}

/** The declaration at a place, among some. */
export const partAt = (among: readonly Editable[], { tag, name, place }: Sought): Editable | undefined =>
  among.find((one) => {
    const said = attributeIn(one, 'name') ?? attributeIn(one, 'ref');
    return one.name === tag && one.line === place.line && said?.slice(said.indexOf(':') + 1) === name;
  });

/** A global declaration as it was. */
export const originalOf = ({ originals }: Edits, sought: Sought): Editable | undefined => {
  const root = originals.get(sought.place.file)?.root;
  return root === undefined
    ? undefined
    : partAt(
        root.children.filter((one) => typeof one !== 'string'),
        sought,
      );
};

/** Puts a declaration in the place of a global one. */
export const replace = ({ replaced }: Edits, original: Editable, now: Placed): void => {
  replaced.set(original, now);
};

/** Adds a type under a name of its own, which it gives. */
export const addCopy = ({ added, model }: Edits, { name, place }: ComplexType, copy: Editable): string => {
  const own = name?.name ?? '';
  const known = new Set([
    ...[...model.types.values()].map((type) => type.name?.name),
    ...added.map(({ element }) => attributeIn(element, 'name')),
  ]);
  let [count, fresh] = [1, ''];
  do {
    fresh = `${own}-beschreven-${String(count)}`;
    count += 1;
  } while (known.has(fresh));
  added.push({ file: place.file, element: withAttribute(copy, 'name', fresh) });
  return fresh;
};

/** All that stands in a type, at any depth. */
export const within = (type: Editable): readonly Editable[] => allParts(type).slice(1);
