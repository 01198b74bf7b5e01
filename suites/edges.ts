import type { Bilingual } from '#contract/texts/bilingual';
import { type Delivery, deliveryOf } from '#generators/delivery';
import type { Draft } from '#generators/draft/draft';
import { everyLetter, longestTexts } from '#generators/edges/free-texts';
import { listedValues } from '#generators/edges/listed-values';
import { longLists } from '#generators/edges/long-lists';
import { numbersAtBounds } from '#generators/edges/numbers-at-bounds';
import { oddWords } from '#generators/edges/odd-words';
import { specialDays } from '#generators/edges/special-days';
import type { Exclusion } from '#harness/run-check';
import { seedOf } from '#harness/seed';
import { deliverableTypes } from './deliverable-types.ts';
import { type Edge, besides, mostEdges } from './edge-counts.ts';
import { isSmoke, tooFewDrafts } from './spread.ts';
import { type Check, type Lab, byManners, control, deliver, documentTypeOf } from './lab.ts';

/** Delivers valid drafts at one edge of what is allowed, each in a case of its own. */
export const edges =
  (edge: Edge): Check =>
  async (lab, stage) => {
    const most = mostEdges(lab, edge);
    if (most === 0) return;
    let left = most;
    let forbidden: Bilingual | undefined;
    for (const draft of draftsAt(lab, documentTypeOf(lab, stage))[edge]()) {
      const delivery = deliveryOf(lab.generation, draft);
      const reason = forbiddenBy(lab, delivery);
      if (reason !== undefined) {
        forbidden = reason;
        continue;
      }
      await stage.once(async (actor) => {
        await control(lab, stage, actor);
        await deliver(lab, actor, { purpose: 'valid', delivery });
      });
      left -= 1;
      if (left === 0) return;
    }
    if (left === most && !besides.has(edge))
      stage.state(forbidden === undefined ? nowhere(lab, documentTypeOf(lab, stage)) : byManners(forbidden));
  };

/** Why a delivery must not leave: a place that takes any text can be one that manners look at. */
const forbiddenBy = ({ client, generation }: Lab, delivery: Delivery): Bilingual | undefined =>
  generation.forbids?.(delivery.message('0'.repeat(12), client.securityHeaders));

const nowhere = ({ config }: Lab, documentType: string): Exclusion =>
  isSmoke(config) ? tooFewDrafts(config) : atNone(documentType);

const atNone = (documentType: string): Exclusion => ({
  verdict: 'not-applicable',
  reason: {
    nl: `geen aanlevering van ${documentType} die deze run maakte, heeft een plek waar dat kan staan`,
    en: `no delivery of ${documentType} that this run made has a place where that may stand`,
  },
});

/** The seed decides where each begins, so that nightly smoke runs get round. */
const draftsAt = (lab: Lab, documentType: string): Readonly<Record<Edge, () => Generator<Draft>>> => {
  const { config, generation } = lab;
  const types = deliverableTypes(lab);
  const index = Math.max(0, types.indexOf(documentType));
  const turn = seedOf(config.seed, 'edges') % 1_000_003;
  return {
    'listed-values': () => listedValues(generation, documentType, { index, of: Math.max(1, types.length), turn }),
    'special-days': () => specialDays(generation, documentType, turn),
    bounds: () => numbersAtBounds(generation, documentType),
    letters: () => everyLetter(generation, documentType, turn),
    longest: () => longestTexts(generation, documentType),
    words: () => oddWords(generation, documentType, turn + 5 * index),
    lists: () => longLists(generation, documentType),
  };
};
