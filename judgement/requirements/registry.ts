import { behaviour } from './behaviour.ts';
import { certificate } from './certificate.ts';
import { connection } from './connection.ts';
import { delivery } from './delivery.ts';
import { message } from './message.ts';
import { protocol } from './protocol.ts';
import { redelivery } from './redelivery.ts';
import { rejection } from './rejection.ts';
import { request } from './request.ts';
import { type Requirement, isSeenInRuns } from './requirement.ts';
import { robustness } from './robustness.ts';
import { tls } from './tls.ts';
import { variants } from './variants.ts';

/** Every requirement of the suite by topic, in the order in which they are run. */
export const topics = {
  connection,
  tls,
  certificate,
  delivery,
  rejection,
  protocol,
  variants,
  redelivery,
  robustness,
  request,
  message,
  behaviour,
} as const;

export type Topic = keyof typeof topics;

/** The topics of runs: of the others only recordings show anything. */
export const topicsOfRuns: readonly string[] = Object.entries(topics).flatMap(([name, topic]) =>
  Object.values<Requirement>(topic).some(isSeenInRuns) ? [name] : [],
);

/** The id of a requirement, `<topic>.<statement>`. */
export type RequirementId = { readonly [Name in Topic]: keyof (typeof topics)[Name] }[Topic];

/** A requirement by its id. */
export const requirements: ReadonlyMap<RequirementId, Requirement> = new Map(
  Object.values(topics).flatMap((topic) => Object.entries<Requirement>(topic) as [RequirementId, Requirement][]),
);

/** Whether a text is the id of a requirement. */
export const isRequirementId = (id: string): id is RequirementId => Object.values(topics).some((topic) => id in topic);

/** The requirement of a check by its key, which begins with it; undefined for what is no key of a check. */
export const requirementOf = (check: string): RequirementId | undefined => {
  const [id = ''] = check.split('/', 1);
  return isRequirementId(id) ? id : undefined;
};

/** The topic of a requirement id. */
export const topicOf = (id: RequirementId): Topic => {
  const topic = topicNames.find((name) => id.startsWith(`${name}.`));
  if (topic === undefined) throw new Error(`requirement "${id}" has no topic`);
  return topic;
};

const topicNames = Object.keys(topics) as readonly Topic[];
