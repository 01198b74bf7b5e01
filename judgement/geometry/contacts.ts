import { closePairs, meeting } from './segments.ts';
import { leadsInside, type Passage, passageAt, type Ring, type RingSegment, ringSegments } from './ring.ts';

/** Where two rings touch in a point, and how each passes it. */
export interface Touch {
  readonly one: Ring;
  readonly other: Ring;
  readonly passages: readonly [one: Passage, other: Passage];
}

/** The points where rings touch each other; undefined when two of them cross, or share a stretch. */
export const touchesOf = (rings: readonly Ring[]): readonly Touch[] | undefined => {
  const touches = new Map<string, Touch>();
  const numbers = new Map(rings.map((ring, index) => [ring, index]));
  for (const [one, other] of closePairs(ringSegments(rings), ({ ring }) => ring)) {
    const at = meeting(one, other);
    if (at === 'none') continue;
    if (typeof at === 'string') return undefined;
    const key = [...[one, other].map(({ ring }) => numbers.get(ring) ?? 0).toSorted(), at.x, at.y].join(' ');
    if (!touches.has(key)) touches.set(key, touchAt([one, other], at));
  }
  const all = [...touches.values()];
  return all.some(passesThrough) ? undefined : all;
};

const touchAt = ([one, other]: readonly [RingSegment, RingSegment], at: Passage[1]): Touch => ({
  one: one.ring,
  other: other.ring,
  passages: [passageAt(one, at), passageAt(other, at)],
});

/** Whether one ring comes from one side of the other and goes on at its other side. */
const passesThrough = ({ passages: [one, other] }: Touch): boolean =>
  leadsInside(other, one[0]) !== leadsInside(other, one[2]);
