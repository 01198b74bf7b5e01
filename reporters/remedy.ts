import type { Bilingual } from '#contract/texts/bilingual';
import { isLoopback } from '#contract/wire/host';
import type { RunStarted } from '#evidence/event';
import { type RequirementId, type Topic, requirements, topicOf } from '#judgement/requirements/registry';

/** What to do about a failure, for who reads it: whoever connects to an endpoint of others can't mend that. */
export const remedyOf = (requirement: RequirementId, { target }: Pick<RunStarted, 'target'>): Bilingual | undefined => {
  const remedy = requirements.get(requirement)?.remedy;
  if (remedy === undefined || isOwn(target) || !isForBuilders(requirement)) return remedy;
  return {
    nl: `Dit is aan wie het endpoint beheert: controleer de URL, en geef KOOP deze uitwisseling. Wat de bouwer kan doen: ${remedy.nl}`,
    en: `This is up to who runs the endpoint: check the URL, and give KOOP this exchange. What its builder can do: ${remedy.en}`,
  };
};

const isOwn = (target: string): boolean => !URL.canParse(target) || isLoopback(new URL(target).hostname);

/** Topics of what an endpoint does with a message whoever sends it. */
const builders: ReadonlySet<Topic> = new Set<Topic>([
  ...(['rejection', 'protocol', 'variants', 'redelivery', 'robustness', 'tls'] as const),
]);

/** Of the other topics. */
const alsoBuilders: ReadonlySet<RequirementId> = new Set<RequirementId>([
  'connection.refuses-wrong-username',
  'connection.refuses-missing-username',
  'delivery.prepares-without-medium',
  'delivery.numbers-dossiers-uniquely',
]);

const isForBuilders = (requirement: RequirementId): boolean =>
  builders.has(topicOf(requirement)) || alsoBuilders.has(requirement);
