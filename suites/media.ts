import fc from 'fast-check';
import { validDelivery } from '#generators/delivery';
import { textTypeOf } from '#generators/draft/declared-text';
import type { Lab } from './lab.ts';

/** Deliveries that are looked at to see whether a document type has a medium. */
const looks = 10;

/** The media that valid deliveries of a document type can ask for, in alphabetical order. */
export const media = (lab: Lab, documentType: string): readonly string[] => {
  const { authorities, media: allowed, seed } = lab.config;
  const key = JSON.stringify([documentType, authorities ?? null, allowed ?? null, seed]);
  return lab.generation.workshop.once(`media ${key}`, () => look(lab, documentType));
};

const look = (lab: Lab, documentType: string): readonly string[] => {
  const asked = lab.config.media ?? listed(lab);
  const found = asked.flatMap((medium) => drawn(lab, documentType, [medium]));
  return [...new Set(asked.length > 0 ? found : drawn(lab, documentType, undefined))].sort();
};

/** What the schema lists; none when it takes any text. */
const listed = ({ contract, generation }: Lab): readonly string[] =>
  generation.workshop
    .declarations('medium')
    .flatMap((reached) => contract.codeLists.get(textTypeOf(reached)?.id ?? '') ?? []);

/** The media that deliveries come up with when these are asked for. */
const drawn = (
  { generation, config }: Lab,
  documentType: string,
  asked: readonly string[] | undefined,
): readonly string[] => {
  const { roles } = generation.workshop;
  const deliveries = fc.sample(validDelivery({ ...generation, media: asked }, documentType), {
    seed: config.seed,
    numRuns: looks,
  });
  return deliveries.flatMap(({ draft }) => roles.all(draft, 'medium'));
};
