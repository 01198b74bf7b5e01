import { isLeaf } from '#xml/schema/content';
import { leavesOf } from '#xml/schema/leaves';
import type { ComplexType, ModelGroup, Particle } from '#xml/schema/model';

/** The parts of a content model that took children, and the attributes that are there. */
export interface Present {
  /** How many children each particle took, in each run of them. */
  readonly runs: ReadonlyMap<Particle, readonly number[]>;
  /** Ids of the uses of attributes. */
  readonly uses: ReadonlySet<string>;
}

/** A part of an element that may be left out. */
export interface Part {
  readonly id: string;
  readonly isThere: (present: Present) => boolean;
  /** The particles that it holds; none for an attribute. */
  readonly leaves: readonly Particle[];
}

/** A branch of a choice. */
export interface Branch {
  readonly id: string;
  readonly isTaken: (present: Present) => boolean;
}

/** A number of occurrences at a limit. */
export interface Occurrence {
  readonly id: string;
  readonly isHit: (present: Present) => boolean;
}

const tookAny =
  (leaves: readonly Particle[]) =>
  ({ runs }: Present): boolean =>
    leaves.some((leaf) => (runs.get(leaf)?.length ?? 0) > 0);

/** The optional parts of a type: attributes, and particles outside choices, which have branches. */
export const partsOf = (type: ComplexType): readonly Part[] => [
  ...type.attributes
    .filter(({ required }) => !required)
    .map(({ id }): Part => ({ id, leaves: [], isThere: ({ uses }) => uses.has(id) })),
  ...(type.particle === undefined ? [] : partsIn(type.particle)),
];

const partsIn = (particle: Particle): readonly Part[] => {
  const { term, min } = particle;
  const leaves = leavesOf(particle);
  const own: readonly Part[] = min === 0 ? [{ id: term.id, leaves, isThere: tookAny(leaves) }] : [];
  return isLeaf(term) || term.kind === 'choice' ? own : [...own, ...term.particles.flatMap(partsIn)];
};

/** The branches of every choice of a content model. */
export const branchesOf = (particle: Particle | undefined): readonly Branch[] => {
  if (particle === undefined || isLeaf(particle.term)) return [];
  const { term } = particle;
  const own = term.kind === 'choice' ? branchesIn(term) : [];
  return [...own, ...term.particles.flatMap(branchesOf)];
};

const branchesIn = (choice: ModelGroup): readonly Branch[] => {
  const labels = choice.particles.map(labelOf);
  return choice.particles.map((branch, index) => {
    const label = labels[index] ?? '';
    const isTwice = labels.filter((one) => one === label).length > 1;
    return {
      id: `${choice.id}=${label}${isTwice ? `[${String(index + 1)}]` : ''}`,
      isTaken: tookAny(leavesOf(branch)),
    };
  });
};

const labelOf = ({ term }: Particle): string =>
  term.kind === 'element' ? term.name.name : term.id.slice(term.id.lastIndexOf('/') + 1);

/** The least and the greatest number of occurrences of each element, where they are finite. */
export const occurrencesOf = (particle: Particle | undefined): readonly Occurrence[] =>
  (particle === undefined ? [] : leavesOf(particle)).flatMap((leaf) =>
    (['minOccurs', 'maxOccurs'] as const).flatMap((kind): readonly Occurrence[] => {
      const limit = kind === 'minOccurs' ? leaf.min : leaf.max;
      const id = leaf.claims[kind];
      // None at all is a part that is not there, and one of one is no limit to be looked at.
      if (id === undefined || limit === 0 || limit === Infinity || leaf.max === 1) return [];
      return [{ id: `${id}=${String(limit)}`, isHit: ({ runs }) => runs.get(leaf)?.includes(limit) === true }];
    }),
  );

/** Ids of what took children, groups included, and of the attributes that are there. */
export const idsThere = (type: ComplexType, present: Present): ReadonlySet<string> => {
  const there = new Set(present.uses);
  const visit = (particle: Particle): boolean => {
    const { term } = particle;
    const any = isLeaf(term) ? tookAny([particle])(present) : term.particles.map(visit).some((one) => one);
    if (any) there.add(term.id);
    return any;
  };
  if (type.particle !== undefined) visit(type.particle);
  return there;
};
