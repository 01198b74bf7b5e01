import type { PlannedCheck } from '#harness/plan';
import type { Exclusion } from '#harness/run-check';
import type { RunConfig } from '#harness/run-config';
import { seedOf } from '#harness/seed';
import { deliverableTypes } from './deliverable-types.ts';
import type { Lab } from './lab.ts';
import { leftBy } from './left-out.ts';

type Spread = Pick<Lab, 'contract' | 'config' | 'unviolable'>;

/** Valid deliveries that buy one violation of each constraint in every document type. */
const forOneEach = 25;

/** Whether a run is one that a person waits for; nights violate each constraint in every document type, in parts. */
export const isSmoke = ({ runs, night }: Pick<RunConfig, 'runs' | 'night'>): boolean =>
  runs < forOneEach && night === undefined;

/** Valid drafts of a document type to break: making them is most of the work of a smoke run. */
export const parentsInStock = (config: Pick<RunConfig, 'runs' | 'night'>): number => (isSmoke(config) ? 2 : 12);

/** Cases of a property that needs only one in so many of the valid deliveries; a smoke run makes one. */
export const oneIn = (part: number, { config }: Pick<Lab, 'config'>): number =>
  isSmoke(config) ? 1 : Math.ceil(config.runs / part);

/** In how many of the nearest ways each constraint is violated in a document type. */
export const violationsPerConstraint = ({ runs }: Pick<RunConfig, 'runs'>): number =>
  Math.max(1, Math.floor(runs / forOneEach));

/** Why the few drafts of a smoke run show nothing that others may. */
export const tooFewDrafts = ({ runs }: Pick<RunConfig, 'runs'>): Exclusion => leftBy.fewDrafts(runs, forOneEach);

/** The constraints of a check that are violated in deliveries of its document type. */
export const violatedBy = (lab: Spread, check: PlannedCheck): readonly string[] => {
  const reasons = lab.unviolable(check.documentType ?? '');
  const violable = check.constraints.filter((constraint) => !reasons.has(constraint));
  return isSmoke(lab.config)
    ? violable.filter((constraint) => turnOf(lab, check, constraint) === check.documentType)
    : violable;
};

/** The document type in which a constraint has its turn in a smoke run; the seed decides, so that nightly runs get round. */
const turnOf = (lab: Spread, check: PlannedCheck, constraint: string): string | undefined => {
  const able = typesFor(lab, constraint);
  return able[seedOf(lab.config.seed, check.constraint ?? '') % able.length];
};

/** The chosen document types in which a constraint can be violated. */
export const typesFor = (lab: Spread, constraint: string): readonly string[] =>
  deliverableTypes(lab).filter((type) => !lab.unviolable(type).has(constraint));

/** Document types besides one that may be delivered; at the embedded endpoint those too that were not chosen. */
export const otherTypes = (lab: Spread, documentType: string): readonly string[] => {
  const { documentTypes, mockControl } = lab.config;
  const every = mockControl === undefined ? documentTypes : [];
  return deliverableTypes({ ...lab, config: { ...lab.config, documentTypes: every } }).filter(
    (one) => one !== documentType,
  );
};

/** Why a check has nothing to violate in this run although its document type could. */
export const elsewhere = (lab: Spread, check: PlannedCheck): Exclusion | undefined => {
  if (violatedBy(lab, check).length > 0) return undefined;
  const { runs, runsAsked } = lab.config;
  return runsAsked === undefined ? leftBy.smoke(runs, forOneEach) : leftBy.fewer(runs);
};
