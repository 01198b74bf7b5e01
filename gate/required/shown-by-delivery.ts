import { type RequirementId, topicOf } from '#judgement/requirements/registry';

/** Requirements of a client certificate that its leaf alone always decides. */
const byLeaf: ReadonlySet<RequirementId> = new Set<RequirementId>([
  'certificate.within-validity',
  'certificate.is-no-authority',
  'certificate.key-2048-bits',
  'certificate.for-clients',
  'certificate.signed-with-sha256',
  'certificate.names-organisation',
  'certificate.oin-in-serial-number',
  'certificate.oin-twenty-digits',
]);

/** Requirements that only some messages show: those with a UsernameToken, and those whose handshake was seen. */
const bySome: ReadonlySet<RequirementId> = new Set<RequirementId>([
  'message.sends-password-as-text',
  'request.offers-a-certificate',
  'request.speaks-current-tls',
]);

/** Behaviour that any accepted delivery shows; the rest needs an endpoint that fails. */
const byAccepted: ReadonlySet<RequirementId> = new Set<RequirementId>([
  'behaviour.sends-accepted-once',
  'behaviour.waits-for-answer',
]);

/** Whether each honest delivery shows a requirement, so that it can be demanded without asking for trouble at the endpoint. */
export const isShownByDelivery = (requirement: RequirementId): boolean => {
  const topic = topicOf(requirement);
  if (topic === 'certificate') return byLeaf.has(requirement);
  if (topic === 'behaviour') return byAccepted.has(requirement);
  return !bySome.has(requirement);
};
