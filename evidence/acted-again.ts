import { type RequirementId, type Topic, topicOf } from '#judgement/requirements/registry';
import { isOverRun } from '#judgement/streams/over-run';

/** Whether a check as a whole is its own counterexample: what is wrong stands in the connection, the credentials or the certificate, which are no bytes of a request; or it takes a hundred deliveries. */
export const isActedAgain = (requirement: RequirementId): boolean =>
  !isOverRun(requirement) &&
  requirement !== 'tls.takes-large-bodies' &&
  (ofConnection.has(topicOf(requirement)) || requirement === 'redelivery.refuses-after-others');

const ofConnection: ReadonlySet<Topic> = new Set<Topic>(['connection', 'tls', 'certificate']);
