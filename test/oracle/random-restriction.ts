import { drawFrom } from '#documents/schema/values/draws';
import { clauses, type Clause } from '../clauses/clause.ts';
import { chance, type Chance } from './chance.ts';

/** A part of a content model; `max` is `Infinity` for no bound. */
interface Part {
  readonly kind: 'sequence' | 'choice' | 'all' | 'element' | 'head' | 'member' | 'any';
  readonly name: string;
  readonly type: string;
  readonly min: number;
  readonly max: number;
  /** What else stands in the declaration, of an element or a wildcard. */
  readonly more: string;
  readonly parts: readonly Part[];
}

/** A type and a restriction of it that may be none, the same for the same seed (part 1, 3.9.6). */
export const randomRestriction = (seed: number): Clause => {
  const by = chance(drawFrom([seed + 1, seed * 11 + 5]));
  const base = content(by);
  const narrowed = changed(by, base);
  const uses = by.oneIn(3) ? attributes(by) : { base: '', own: '' };
  const own = !isFilled(narrowed) || by.oneIn(10) ? content(by) : narrowed;
  const [clause] = clauses({
    [`restriction ${String(seed)}`]: `
${types}
<xs:complexType name="B">${written(base)}${uses.base}</xs:complexType>
<xs:complexType name="D"><xs:complexContent><xs:restriction base="B">${written(own)}${uses.own}</xs:restriction></xs:complexContent></xs:complexType>
<xs:element name="r" type="D"/>`,
  });
  if (clause === undefined) throw new Error('one sketch is one clause');
  return clause;
};

const plain = { name: '', type: '', more: '', min: 1, max: 1 } as const;

const types = `<xs:simpleType name="S"><xs:restriction base="xs:int"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>
<xs:element name="h" type="xs:int"/><xs:element name="m" type="S" substitutionGroup="h"/><xs:element name="n" type="xs:int" substitutionGroup="h"/>`;

const counts = (by: Chance): Pick<Part, 'min' | 'max'> =>
  by.one([
    { min: 1, max: 1 },
    { min: 1, max: 1 },
    { min: 0, max: 1 },
    { min: 0, max: Infinity },
    { min: 1, max: Infinity },
    { min: 2, max: 4 },
    { min: 0, max: 3 },
  ]);

const leaf = (by: Chance): Part => {
  const kind = by.one(['element', 'element', 'element', 'element', 'head', 'any'] as const);
  const more = kind === 'any' ? wildcard(by) : kind === 'element' && by.oneIn(8) ? trait(by) : '';
  const type = by.one(['xs:int', 'S', 'xs:string']);
  return { kind, name: `e${String(by.next())}`, type, more, ...counts(by), parts: [] };
};

const wildcard = (by: Chance): string =>
  `namespace="${by.one(['##any', '##other', '##targetNamespace', '##local', '##targetNamespace urn:x', 'urn:x urn:y'])}" processContents="${by.one(['skip', 'lax', 'strict'])}"`;

const trait = (by: Chance): string =>
  by.one([' nillable="true"', ' fixed="5"', ' fixed="05"', ' default="5"', ' block="#all"', ' block="extension"']);

interface Uses {
  readonly base: string;
  readonly own: string;
}

/** Attributes of a type, and what a restriction makes of them (part 1, 3.4.6). */
const attributes = (by: Chance): Uses => {
  const use = (name: string): string => {
    const how = by.one([
      '',
      ' use="required"',
      ' use="optional"',
      ' fixed="5"',
      ' default="5"',
      ' use="required" fixed="5"',
    ]);
    return `<xs:attribute name="${name}" type="${by.one(['xs:int', 'S'])}"${how}/>`;
  };
  const any = (): string => (by.oneIn(3) ? `<xs:anyAttribute ${wildcard(by)}/>` : '');
  const names = ['a', 'b'].filter(() => !by.oneIn(3));
  const own = names.map((name) =>
    by.one<() => string>([
      () => use(name),
      () => use(name),
      () => '',
      () => `<xs:attribute name="${name}" use="prohibited"/>`,
    ])(),
  );
  const extra = by.oneIn(6) ? use('c') : '';
  return { base: names.map(use).join('') + any(), own: own.join('') + extra + any() };
};

const group = (by: Chance, depth: number): Part => {
  const kind = by.one(['sequence', 'sequence', 'choice'] as const);
  const parts = Array.from({ length: 1 + by.upTo(3) }, () =>
    depth > 0 && by.oneIn(3) ? group(by, depth - 1) : leaf(by),
  );
  return { ...plain, kind, ...counts(by), parts };
};

const content = (by: Chance): Part => {
  if (!by.oneIn(8)) return group(by, 2);
  const parts = Array.from({ length: 1 + by.upTo(3) }, () => ({ ...leaf(by), min: by.upTo(1), max: 1 }));
  return {
    ...plain,
    kind: 'all',
    min: by.upTo(1),
    parts: parts.filter(({ kind }) => kind !== 'any'),
  };
};

const isFilled = ({ kind, parts }: Part): boolean =>
  !['sequence', 'choice', 'all'].includes(kind) || parts.some(isFilled);

/** One thing done to a part of some kinds, once in so many times. */
interface Change {
  readonly of: readonly Part['kind'][];
  readonly oneIn: number;
  readonly to: (by: Chance, part: Part) => Part;
}

const groups = ['sequence', 'choice', 'all'] as const;

const changes: readonly Change[] = [
  { of: [...groups, 'element', 'head', 'any'], oneIn: 30, to: (by, part) => ({ ...part, ...counts(by) }) },
  {
    of: ['sequence', 'all', 'element', 'head', 'any'],
    oneIn: 12,
    to: (_, part) => ({ ...plain, kind: 'sequence', parts: [part] }),
  },
  { of: ['head'], oneIn: 2, to: (_, part) => ({ ...part, kind: 'member' }) },
  { of: ['any'], oneIn: 2, to: (_, part) => ({ ...part, kind: 'element', name: `x${part.name}`, more: '' }) },
  { of: ['any'], oneIn: 3, to: (by, part) => ({ ...part, more: wildcard(by) }) },
  { of: ['element'], oneIn: 4, to: (by, part) => ({ ...part, type: by.one(['S', 'xs:int']) }) },
  { of: ['element'], oneIn: 12, to: (by, part) => ({ ...part, more: by.oneIn(3) ? '' : trait(by) }) },
  { of: ['choice'], oneIn: 8, to: (_, part) => ({ ...part, kind: 'sequence' }) },
  { of: ['all'], oneIn: 3, to: (_, part) => ({ ...part, kind: 'sequence' }) },
  { of: groups, oneIn: 5, to: (_, part) => (part.parts.length === 1 ? (part.parts[0] ?? part) : part) },
];

/** A part with some of it narrowed, and now and then something else. */
const changed = (by: Chance, part: Part): Part => {
  const parts = part.parts
    .filter((one) => !(one.min === 0 && by.oneIn(4)) && !(part.kind === 'choice' && by.oneIn(5)) && !by.oneIn(40))
    .map((one) => changed(by, one))
    .filter(isFilled);
  const now = { ...part, ...(by.oneIn(3) ? narrower(by, part) : {}), parts };
  const change = changes.find(({ of, oneIn }) => of.includes(part.kind) && by.oneIn(oneIn));
  return change?.to(by, now) ?? now;
};

const narrower = (by: Chance, { min, max }: Part): Pick<Part, 'min' | 'max'> =>
  by.one([
    { min: Math.min(min + 1, max), max },
    { min, max: Math.max(min, 1, max === Infinity ? min + 2 : max - 1) },
    { min: Math.max(min, 1), max: Math.max(min, 1) },
  ]);

const written = (part: Part): string => {
  const { kind, name, type, more, min, max, parts } = part;
  const how =
    (min === 1 ? '' : ` minOccurs="${String(min)}"`) +
    (max === 1 ? '' : ` maxOccurs="${max === Infinity ? 'unbounded' : String(max)}"`);
  if (kind === 'element') return `<xs:element name="${name}" type="${type}"${more}${how}/>`;
  if (kind === 'head') return `<xs:element ref="h"${how}/>`;
  if (kind === 'member') return `<xs:element ref="m"${how}/>`;
  if (kind === 'any') return `<xs:any ${more}${how}/>`;
  return `<xs:${kind}${how}>${parts.map(written).join('')}</xs:${kind}>`;
};
