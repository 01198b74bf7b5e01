import fc from 'fast-check';
import { pathOf } from '#contract/roles/bindings';
import { validDelivery } from '#generators/delivery';
import { textTypeOf } from '#documents/path/declared-text';
import { createTable } from '#documents/table';
import { meantBy } from '#judgement/manners/role-values';
import type { Lab } from './lab.ts';

/** Deliveries that are looked at to see whether a document type has a medium. */
const looks = 10;

const known = createTable<string, readonly string[]>();

/** The media that valid deliveries of a document type can ask for, in alphabetical order. */
export const media = (lab: Lab, documentType: string): readonly string[] => {
  const { authorities, media: allowed, seed } = lab.config;
  const key = JSON.stringify([documentType, authorities ?? null, allowed ?? null, seed]);
  return known(lab.generation.workshop, key, () => look(lab, documentType));
};

const look = (lab: Lab, documentType: string): readonly string[] => {
  const asked = lab.config.media ?? listed(lab);
  const found = asked.flatMap((medium) => drawn(lab, documentType, [medium]));
  return [...new Set(asked.length > 0 ? found : drawn(lab, documentType, undefined))].sort();
};

/** What the schema lists; none when it takes any text. */
const listed = ({ contract, generation }: Lab): readonly string[] => {
  const role = pathOf(contract, 'medium');
  const declared = role === undefined ? [] : generation.workshop.declarations(role);
  const values = declared.flatMap((reached) => contract.codeLists.get(textTypeOf(reached)?.id ?? '') ?? []);
  return values.map((value) => meantBy(contract, 'medium', value));
};

/** The media that deliveries come up with; where some are asked for, the first delivery that has one is enough. */
const drawn = (lab: Lab, documentType: string, asked: readonly string[] | undefined): readonly string[] => {
  const { contract, generation, config } = lab;
  const role = pathOf(contract, 'medium');
  if (role === undefined) return [];
  const deliveries = validDelivery({ ...generation, media: asked }, documentType);
  const found: string[] = [];
  for (let look = 0; look < looks && (asked === undefined || found.length === 0); look += 1) {
    const drafts = fc.sample(deliveries, { seed: config.seed + look, numRuns: 1 });
    found.push(...drafts.flatMap(({ draft }) => generation.workshop.roles.all(draft, role)));
  }
  return found;
};
