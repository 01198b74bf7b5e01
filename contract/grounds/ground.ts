/**
 * Why we believe an element of the interface, strongest first. What is taken over is the word of whoever made the folder: it
 * binds in their own runs.
 */
export const grounds = ['confirmed', 'public', 'taken-over', 'observed', 'inferred', 'assumed'] as const;
export type Ground = (typeof grounds)[number];

/** How binding a constraint is at an endpoint or in a gate that is not our own. */
export type Level = 'MUST' | 'SHOULD' | 'REPORT';

const levels: Readonly<Record<Ground, Level>> = {
  confirmed: 'MUST',
  public: 'MUST',
  'taken-over': 'MUST',
  observed: 'SHOULD',
  inferred: 'SHOULD',
  assumed: 'REPORT',
};

/** The level that a ground can carry: MUST on confirmed or public, SHOULD on observed or inferred, else report-only. */
export const levelOf = (ground: Ground): Level => levels[ground];

/** A ground with the source that anyone can look up; empty for an assumption. */
export interface Grounding {
  readonly ground: Ground;
  readonly source: string;
}

/** The weakest of some grounds, which is what everything that rests on all of them rests on; those that are undefined don't count. */
export const weakest = (all: readonly (Ground | undefined)[]): Ground =>
  grounds[Math.max(...all.map((one) => (one === undefined ? 0 : grounds.indexOf(one))))] ?? 'assumed';
