import { allUses, type Use } from '#contract/use';

/** What a field of a drawn contract holds: what a use is for, or any text. */
export type Part = Use | 'text';

/** Every part, wholes before what is said of them. */
export const parts: readonly Part[] = [...allUses, 'text'];

/** Where a field stands, as it was drawn. */
export interface Placing {
  readonly isAttribute: boolean;
  /** How many elements stand around it that hold nothing else. */
  readonly depth: number;
  /** Whether the elements around it have a role of their own. */
  readonly hasOuterRole: boolean;
  /** Whether it stands in the content rather than in the message. */
  readonly isInside: boolean;
}

/** A place in a delivery of a drawn contract. */
export interface Field {
  readonly part: Part;
  readonly in: 'message' | 'content';
  /** Local names of elements, from below the request or the root of the content. */
  readonly path: readonly string[];
  /** The attribute of the last of them that it is; undefined for the element itself. */
  readonly attribute: string | undefined;
  /** Roles on the way to it, each with the number of steps that it takes. */
  readonly roles: readonly RoleStep[];
}

interface RoleStep {
  readonly name: string;
  readonly steps: number;
}

interface Drawn {
  readonly placings: readonly Placing[];
  /** Two names of each part that differ from all others, for the outermost element and for what stands beside another. */
  readonly outer: readonly string[];
  /** A name of each part that others may have too. */
  readonly inner: readonly string[];
  /** Two role names of each part. */
  readonly roles: readonly string[];
  readonly absent: readonly Part[];
}

/** What a kind is the kind of. */
export const wholes: Readonly<Partial<Record<Part, Part>>> = { authorityKind: 'authority', publisherKind: 'publisher' };
const mayBeInside: ReadonlySet<Part> = new Set<Part>(['title', 'medium', 'authority', 'publisher', 'text']);

/** The fields of a contract, kinds beside the bodies that they are of. */
export const fieldsOf = (drawn: Drawn): readonly Field[] => {
  const hasContent = !drawn.absent.includes('content');
  const there = parts.filter((part) => !drawn.absent.includes(part) && !drawn.absent.includes(wholes[part] ?? part));
  return there.reduce<readonly Field[]>((fields, part) => {
    const whole = fields.find((field) => field.part === wholes[part]);
    const field = whole === undefined ? plain(drawn, part, hasContent) : kindOf(drawn, part, whole);
    return [...fields, field];
  }, []);
};

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${String(index)} was drawn`);
  return item;
};

const plain = (drawn: Drawn, part: Part, hasContent: boolean): Field => {
  const index = parts.indexOf(part);
  const placing = at(drawn.placings, index);
  const isAttribute = placing.isAttribute && part !== 'content' && part !== 'notice';
  const around = [at(drawn.outer, 2 * index), at(drawn.inner, index)].slice(0, placing.depth);
  const own = around.length === 0 ? at(drawn.outer, 2 * index) : at(drawn.inner, index);
  const isInside = part === 'notice' || (placing.isInside && mayBeInside.has(part));
  return {
    part,
    in: hasContent && isInside ? 'content' : 'message',
    path: isAttribute ? around : [...around, own],
    attribute: isAttribute ? own : undefined,
    roles: rolesFor(drawn, index, around.length + 1),
  };
};

const rolesFor = ({ placings, roles }: Drawn, index: number, steps: number): readonly RoleStep[] => {
  const own = at(roles, 2 * index + 1);
  if (!at(placings, index).hasOuterRole || steps === 1) return [{ name: own, steps }];
  return [
    { name: at(roles, 2 * index), steps: steps - 1 },
    { name: own, steps: 1 },
  ];
};

/** A kind is an attribute of the body's element or of the one around it, or an element beside it. */
const kindOf = ({ placings, outer, roles }: Drawn, part: Part, whole: Field): Field => {
  const index = parts.indexOf(part);
  const name = at(outer, 2 * index + 1);
  const role = at(roles, 2 * index);
  const isElement = whole.attribute === undefined;
  const isBelow = isElement && (at(placings, index).isAttribute || whole.path.length === 1);
  const isBeside = !isElement && at(placings, index).isAttribute;
  const holder = isElement && !isBelow ? whole.path.slice(0, -1) : whole.path;
  const isAttribute = isBelow || isBeside;
  const path = isAttribute ? holder : [...holder, name];
  const attribute = isAttribute ? name : undefined;
  if (isBelow) return { ...whole, part, path, attribute, roles: [...whole.roles, { name: role, steps: 1 }] };
  const outerRoles = whole.roles.slice(0, -1);
  const taken = outerRoles.reduce((sum, { steps }) => sum + steps, 0);
  const steps = path.length + (isAttribute ? 1 : 0) - taken;
  return { ...whole, part, path, attribute, roles: [...outerRoles, { name: role, steps }] };
};
