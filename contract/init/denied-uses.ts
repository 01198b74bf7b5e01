import { keyOf } from '#xml/qname';
import type { Place } from '#xml/place';
import type { SchemaModel } from '#xml/schema/model';
import type { Contract, Role } from '../contract.ts';
import { descriptionFile } from '../folder/folder.ts';
import type { Use } from '../use.ts';
import { likeIn } from './lookalikes.ts';
import { placesIn } from './places.ts';
import { createPrefixes } from './prefixes.ts';
import { readVocabulary } from './vocabulary.ts';

/** What `contract.yaml` says where a use is none because no place was found for it. */
export const noPlaceFits = 'no place in the message fits';

/** A use that an earlier init made none, and what is called like it after all. */
export interface Denied {
  readonly place: Place;
  readonly sentence: string;
}

/** The uses that a folder can do without, and is seldom right to. */
const seldomNone: readonly Use[] = ['authority', 'medium', 'publicationDate'];

/** Uses that a folder calls none for want of a place, and that a place in its schema is called like. */
export const deniedIn = (
  contract: Pick<Contract, 'uses' | 'usePlaces' | 'files' | 'service' | 'namespaces' | 'roles'>,
  model: SchemaModel,
): readonly Denied[] => {
  const lines = Buffer.from(contract.files.get(descriptionFile) ?? [])
    .toString()
    .split('\n');
  const denied = seldomNone.filter(
    (use) => contract.uses[use] === 'none' && lines[contract.usePlaces[use].line - 1]?.includes(noPlaceFits) === true,
  );
  if (denied.length === 0) return [];
  const root = model.elements.get(keyOf(contract.service.deliver.request));
  const { path } = createPrefixes(contract.namespaces);
  const taken = pathsOf(contract.roles, '');
  const free = root === undefined ? [] : placesIn(model, root).filter((place) => !taken.includes(path(place)));
  const { concepts } = readVocabulary();
  return denied.flatMap((use) => {
    const [like] = concepts.flatMap((one) => (one.use === use ? likeIn(free, one) : []));
    if (like === undefined) return [];
    return [
      {
        place: contract.usePlaces[use],
        sentence: `uses.${use} is none since no place was found for it, and ${path(like)} is called like it; bind it to a role of that, or take the comment out where deliveries have no such thing`,
      },
    ];
  });
};

const pathsOf = (roles: readonly Role[], around: string): readonly string[] =>
  roles.flatMap(({ at, roles: inner }) =>
    at.split('|').flatMap((one) => [around + one, ...pathsOf(inner, `${around}${one}/`)]),
  );
