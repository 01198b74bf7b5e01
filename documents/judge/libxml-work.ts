import { isEmptiable, isLeaf } from '#xml/schema/content';
import type { Particle, SchemaModel } from '#xml/schema/model';
import { allComponents } from '#xml/schema/walk';

/** About ten seconds. */
const mostComparisons = 1e9;

/** About 400 MB, where the memory that it has ends at 2 GB. */
const mostCells = 1e8;

/**
 * Tells whether libxml2 would take too long or too much memory to compile a schema: in each state of a content model it compares each
 * possible next particle with each other, and where nothing is counted it keeps a table of states and particles.
 */
export const isTooMuch = (model: SchemaModel): boolean => {
  let [comparisons, cells] = [0, 0];
  for (const component of allComponents(model))
    if (component.kind === 'complex' && component.particle !== undefined) {
      comparisons += comparisonsIn(component.particle);
      cells += cellsIn(component.particle);
      if (comparisons > mostComparisons || cells > mostCells) return true;
    }
  return false;
};

const comparisonsIn = (content: Particle): number => {
  let comparisons = 0;
  const firsts = new Map<Particle, number>();
  /** In how many ways a particle can begin. */
  const firstOf = (particle: Particle): number => {
    const known = firsts.get(particle) ?? count(particle);
    firsts.set(particle, known);
    return known;
  };
  const count = ({ term }: Particle): number => {
    if (isLeaf(term)) return 1;
    let first = 0;
    for (const part of term.particles) {
      first += firstOf(part);
      if (term.kind === 'sequence' && !isEmptiable(part)) break;
    }
    return first;
  };
  /** Walks a particle behind which so many ways lie open, and says how many lie open before it. */
  const walk = (particle: Particle, behind: number): number => {
    const { term, max } = particle;
    const after = behind + (max > 1 ? firstOf(particle) : 0);
    if (!isLeaf(term) && term.kind === 'sequence') term.particles.reduceRight((open, part) => step(part, open), after);
    else if (!isLeaf(term)) for (const part of term.particles) walk(part, after);
    return firstOf(particle) + (isEmptiable(particle) ? behind : 0);
  };
  const step = (part: Particle, open: number): number => {
    comparisons += open * open;
    return walk(part, open);
  };
  const start = walk(content, 0);
  return comparisons + start * start;
};

const cellsIn = (content: Particle): number => {
  const { states, leaves, counts } = sizeOf(content);
  return counts ? 0 : states * leaves;
};

interface AutomatonSize {
  readonly states: number;
  readonly leaves: number;
  /** Whether repetitions are counted. */
  readonly counts: boolean;
}

/** What ends a branch of a choice ends the others as well. */
const sizeOf = ({ term, min, max }: Particle): AutomatonSize => {
  const isCounted = min > 1 || (max > 1 && max < Infinity);
  if (isLeaf(term)) return { states: 1, leaves: 1, counts: isCounted };
  let [states, leaves, counts] = [term.kind === 'choice' ? 1 : 0, 0, isCounted];
  for (const part of term.particles.map(sizeOf)) {
    states += term.kind === 'choice' ? part.states - 1 : part.states;
    leaves += part.leaves;
    counts ||= part.counts;
  }
  return { states, leaves, counts };
};
