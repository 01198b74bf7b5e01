import fc from 'fast-check';
import { allUses, type Use } from '#contract/use';
import { type Field, type Placing, fieldsOf, parts, wholes } from './drawn-fields.ts';

/** Most characters of a text; undefined is without limit. */
type Room = number | undefined;

/** A contract folder, as it was drawn. */
export interface DrawnFolder {
  readonly request: string;
  /** The root of the content. */
  readonly root: string;
  readonly fields: readonly Field[];
  /** What `uses` says of each use; a use that is not there is not spoken of. */
  readonly says: Readonly<Partial<Record<Use, 'bound' | 'none'>>>;
  readonly namespaces: 1 | 2;
  readonly isQualified: boolean;
  readonly decode: 'zip' | 'xml';
  /** The last of three needs a permission for BOPA. */
  readonly types: readonly string[];
  /** Undefined: any text. */
  readonly media: readonly string[] | undefined;
  /** Whether bodies and their kinds are enumerated. */
  readonly listsBodies: boolean;
  readonly room: { readonly title: Room; readonly reference: Room };
}

/** Bodies of the drawn contracts by their kind. */
export const bodies: Readonly<Record<string, readonly string[]>> = {
  gemeente: ['Woerden', 'Utrecht', 'Zeist'],
  provincie: ['Utrecht', 'Zeeland'],
};

/** Media that a drawn contract lists, those of KOOP's among them. */
const mediaLists = [
  ['Staatscourant', 'Gemeenteblad', 'Provinciaal blad', 'Nieuwsbrief'],
  ['Gemeenteblad', 'krant'],
];

/** Words that mean something to JavaScript, to XML, to SOAP or to our own view; none is a title by its name, which is refused where it is not the title. */
const hostileWords = 'medium constructor toString prototype bestand lijst levering waarde Body Envelope _ é';

const word = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,7}$/) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileWords.split(' ')) },
);
const different = (count: number) => fc.uniqueArray(word, { minLength: count, maxLength: count });
const any = (count: number) => fc.array(word, { minLength: count, maxLength: count });

const placing = fc.record<Placing>({
  isAttribute: fc.boolean(),
  depth: fc.nat(2),
  hasOuterRole: fc.boolean(),
  isInside: fc.nat(5).map((one) => one === 0),
});

const fields = fc
  .record({
    placings: fc.array(placing, { minLength: parts.length, maxLength: parts.length }),
    outer: different(2 * parts.length),
    inner: any(parts.length),
    roles: different(2 * parts.length),
    absent: fc.subarray([...parts].filter((part) => part !== 'reference' && part !== 'title')),
    isComplete: fc.nat(2).map((one) => one > 0),
  })
  .map(({ absent, isComplete, ...drawn }) => fieldsOf({ ...drawn, absent: isComplete ? [] : absent }));

/** A content that its types have can't be unbound. */
const mayBeUnbound = allUses.filter((use) => use !== 'content');

const some = (most: number): fc.Arbitrary<readonly Use[]> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(mayBeUnbound, { minLength: 1, maxLength: most }) },
  );

/** Contract folders of which names, depth, namespaces, lists and uses are drawn. */
export const drawnFolder: fc.Arbitrary<DrawnFolder> = fc
  .record({
    ...{ fields, unsaid: some(2), none: some(3), names: different(2) },
    ...{ namespaces: fc.constantFrom<(1 | 2)[]>(1, 2), isQualified: fc.boolean() },
    decode: fc.constantFrom<('zip' | 'xml')[]>('zip', 'xml'),
    types: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    media: fc.constantFrom(...mediaLists, undefined),
    listsBodies: fc.boolean(),
    title: fc.constantFrom<Room[]>(undefined, 60, 60, 10),
    reference: fc.constantFrom<Room[]>(undefined, 60, 60, 20),
  })
  .map(({ unsaid, none, names, title, reference, ...rest }) => {
    const isBound = (use: Use): boolean => {
      const whole = wholes[use] ?? use;
      return (
        rest.fields.some(({ part }) => part === use) &&
        ![...none, ...unsaid].some((one) => one === use || one === whole)
      );
    };
    const says = allUses.flatMap((use) =>
      unsaid.includes(use) ? [] : [[use, isBound(use) ? 'bound' : 'none'] as const],
    );
    const types = isBound('documentType') ? rest.types : rest.types.slice(0, 1);
    const [request = '', root = ''] = names;
    return { ...rest, types, says: Object.fromEntries(says), room: { title, reference }, request, root };
  });
