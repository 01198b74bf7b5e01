import type { SchemaPlace } from './places.ts';
import type { Prefixes } from './prefixes.ts';
import type { RoleDraft } from './role-drafts.ts';
import type { Vocabulary } from './vocabulary.ts';
import { likeness } from './words.ts';

/** What stands beside a file is looked for with. */
export interface BesideSource {
  readonly places: readonly SchemaPlace[];
  readonly prefixes: Prefixes;
  readonly vocabulary: Vocabulary;
}

/** What the roles of the name and the media type of a file are called. */
const besideRoles = { fileName: 'bestandsnaam', mediaType: 'mediatype' } as const;

/** The roles, of which binary data with a name and a media type beside it is one file as it is. */
export const withFiles = (drafts: readonly RoleDraft[], source: BesideSource): readonly RoleDraft[] =>
  drafts.flatMap((draft) => {
    const { entry, place } = draft;
    if (place.kind !== 'binary' || entry.decode !== undefined) return [draft];
    if (likeness(place.steps.at(-1)?.name.name ?? '', ['pdf']) > 0)
      return [{ ...draft, entry: { ...entry, decode: 'file' } }];
    const [name, mediaType] = [besideOf(place, 'name', source), besideOf(place, 'mediaType', source)];
    if (name === undefined || mediaType === undefined || name === mediaType) return [draft];
    return [
      { ...draft, entry: { ...entry, decode: 'file', ...besideRoles } },
      roleOf(besideRoles.fileName, name, source),
      roleOf(besideRoles.mediaType, mediaType, source),
    ];
  });

const roleOf = (name: string, place: SchemaPlace, { prefixes }: BesideSource): RoleDraft => ({
  name,
  place,
  entry: { at: prefixes.path(place) },
});

/** A text in the element that the file is in, or an attribute of its own, by what such a thing is called. */
const besideOf = (
  { steps }: SchemaPlace,
  what: 'name' | 'mediaType',
  { places, vocabulary }: BesideSource,
): SchemaPlace | undefined => {
  const isBeside = (one: SchemaPlace): boolean =>
    [steps.slice(0, -1), steps].some(
      (around) => one.steps.length === around.length + 1 && around.every((step, index) => one.steps[index] === step),
    );
  const [best] = places
    .filter((one) => (one.kind === 'text' || one.kind === 'list') && isBeside(one))
    .map((place) => ({ place, score: likeness(place.steps.at(-1)?.name.name ?? '', vocabulary.file[what]) }))
    .filter(({ score }) => score >= 0.75)
    .toSorted((one, other) => other.score - one.score);
  return best?.place;
};
