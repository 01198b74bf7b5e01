import { malformations } from '#generators/messages';
import type { PlannedCheck } from '#harness/plan';
import { isOverRun } from '#judgement/streams/over-run';
import { type RequirementId, type Topic, topicOf } from '#judgement/requirements/registry';
import { carriedCount } from './carried.ts';
import { deliverableTypes } from './deliverable-types.ts';
import { type Edge, mostEdges } from './edge-counts.ts';
import type { Surroundings } from './exclusion.ts';
import { oneIn, violatedBy } from './spread.ts';
import { mostViolations } from './ways.ts';

/** What a check sends at most, and how many dossiers that can make. */
export interface Cost {
  readonly requests: number;
  readonly accepted: number;
}

type CostOf = (around: Surroundings, check: PlannedCheck) => Cost;

/** Media that a contract may have, where the profile names none. */
const usualMedia = 8;

const fixed =
  (requests: number, accepted = requests): CostOf =>
  () => ({ requests, accepted });

/** Of each case. */
const cases =
  (count: (around: Surroundings) => number, { requests, accepted }: Cost): CostOf =>
  (around) => ({ requests: count(around) * requests, accepted: count(around) * accepted });

const one = { requests: 1, accepted: 1 } as const;
const refused = { requests: 1, accepted: 0 } as const;

const part =
  (size: number) =>
  (around: Surroundings): number =>
    oneIn(size, around);

const runs = ({ config }: Surroundings): number => config.runs;

const each =
  (sent: Cost): CostOf =>
  (around, check) => {
    const constraints = violatedBy(around, check);
    const own = constraints.reduce((sum, constraint) => sum + mostViolations(around, constraint), 0);
    const count = constraints.length === 0 ? 0 : own + carriedCount(around.config, check);
    return { requests: count * sent.requests, accepted: count * sent.accepted };
  };

const byMedium: CostOf = (around) => {
  const count = (around.config.media?.length ?? usualMedia) * oneIn(10, around);
  return { requests: count, accepted: count };
};

/** One document type after another. */
const untilAccepted: CostOf = (around) => ({ requests: Math.max(1, deliverableTypes(around).length), accepted: 1 });

const atEdge =
  (edge: Edge): CostOf =>
  (around) => {
    const count = mostEdges(around, edge);
    return { requests: count, accepted: count };
  };

const both =
  (...costs: readonly CostOf[]): CostOf =>
  (around, check) =>
    sumOf(costs.map((of) => of(around, check)));

const faults = cases(part(5), refused);

/** Where the topic does not tell. */
const own: Readonly<Partial<Record<RequirementId, CostOf>>> = {
  'connection.answers-is-alive': fixed(1, 0),
  'connection.stays-alive': fixed(2, 0),
  'connection.serves-wsdl': fixed(2, 0),
  'connection.accepts-username': untilAccepted,
  'connection.refuses-wrong-username': fixed(2),
  'connection.refuses-wrong-password': fixed(2),
  'connection.refuses-missing-username': fixed(2),
  // With the control that all checks of the document type share.
  'delivery.accepts-valid': cases((around) => runs(around) + 1, one),
  'delivery.accepts-each-medium': byMedium,
  'delivery.accepts-listed-values': atEdge('listed-values'),
  'delivery.accepts-numbers-at-bounds': atEdge('bounds'),
  'delivery.accepts-special-days': atEdge('special-days'),
  'delivery.keeps-answers-apart': cases(part(10), { requests: 2, accepted: 1 }),
  'delivery.prepares-without-medium': cases(part(5), one),
  'delivery.accepts-with-warning': each(one),
  'rejection.refuses-damaged-zip': fixed(8, 1),
  'rejection.refuses-misnamed-files': fixed(8, 1),
  'rejection.refuses-ambiguous-zip': fixed(3, 1),
  'rejection.keeps-nothing': cases(part(5), refused),
  'rejection.names-element': cases(part(5), refused),
  'protocol.explains-body-errors-in-detail': faults,
  'protocol.refuses-unknown-mandatory-header': fixed(3, 0),
  'protocol.refuses-odd-envelopes': fixed(4, 0),
  'protocol.refuses-unknown-operation': fixed(3, 0),
  'protocol.refuses-other-method': fixed(3),
  'protocol.refuses-other-media-type': fixed(3),
  'protocol.refuses-malformed-message': fixed(malformations.length),
  'protocol.ignores-optional-header': fixed(3),
  'protocol.disregards-declared-encoding': fixed(2),
  'redelivery.accepts-after-refusal': cases(part(10), { requests: 2, accepted: 1 }),
  'redelivery.refuses-after-success': cases(part(10), { requests: 3, accepted: 1 }),
  'redelivery.survives-lost-answer': cases(part(10), { requests: 3, accepted: 1 }),
  'redelivery.refuses-after-others': fixed(1, 0),
  'redelivery.accepts-another-case': fixed(1),
  'redelivery.accepts-another-medium': fixed(3),
  'redelivery.accepts-another-document-type': fixed(3),
  'robustness.takes-odd-text': both(cases(part(5), one), atEdge('words')),
  'robustness.takes-every-letter': atEdge('letters'),
  'robustness.takes-longest-texts': both(atEdge('longest'), atEdge('lists')),
  'robustness.takes-long-content': fixed(1),
};

const ofTopic: Readonly<Record<Topic, CostOf>> = {
  connection: fixed(1),
  certificate: fixed(0),
  // Of recordings, never of a run.
  request: fixed(0),
  message: fixed(0),
  behaviour: fixed(0),
  tls: fixed(3, 2),
  delivery: cases(runs, one),
  rejection: each(refused),
  protocol: fixed(1),
  variants: cases(part(10), one),
  redelivery: cases(part(10), { requests: 3, accepted: 1 }),
  robustness: fixed(3, 2),
};

/** What a check costs: what all exchanges decide together costs nothing. */
export const costOf: CostOf = (around, check) => {
  if (isOverRun(check.requirement)) return { requests: 0, accepted: 0 };
  const of = own[check.requirement] ?? ofTopic[topicOf(check.requirement)];
  return of(around, check);
};

/** The sum of what checks cost. */
export const sumOf = (costs: readonly Cost[]): Cost => ({
  requests: costs.reduce((sum, { requests }) => sum + requests, 0),
  accepted: costs.reduce((sum, { accepted }) => sum + accepted, 0),
});

/** Whether one fits in the other. */
export const fits = (cost: Cost, room: Cost): boolean =>
  cost.requests <= room.requests && cost.accepted <= room.accepted;
