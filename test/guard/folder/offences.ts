import type { Part } from './drawn-fields.ts';
import { type DrawnFolder, bodies } from './drawn-folder.ts';
import { type DrawnProfile, scopeOf } from './drawn-profile.ts';
import { type ReadArrival, readArrival } from './read-arrival.ts';
import { listsOf, typeOf } from './types.ts';

/** What a delivery may be here, said by the drawn folder and profile alone. */
export interface Occasion {
  readonly folder: DrawnFolder;
  readonly profile: DrawnProfile;
  readonly runId: string;
}

const official = [
  ...['Staatscourant', 'Staatsblad', 'Tractatenblad', 'Gemeenteblad', 'Provinciaal blad', 'Waterschapsblad'],
  'Blad gemeenschappelijke regeling',
];

/** What a delivery that arrived must not be; empty for one that keeps all manners. */
export const offences = (occasion: Occasion, body: Uint8Array): readonly string[] => {
  if (body.length === 0) return [];
  const arrival = readArrival(occasion.folder, body);
  const scope = scopeOf(occasion.profile);
  const mayBreak = scope.some((one) => ['violations', 'variants', 'attacks'].includes(one));
  const sight: Sight = { ...occasion, arrival, scope, mayBreak };
  return [
    ...(arrival.isPlain || mayBreak ? [] : ['it is no plain delivery']),
    ...mediaOf(sight),
    ...bodiesOf(sight, 'authority'),
    ...bodiesOf(sight, 'publisher'),
    ...typesOf(sight),
    ...marksOf(sight),
  ];
};

interface Sight extends Occasion {
  readonly arrival: ReadArrival;
  readonly scope: readonly string[];
  readonly mayBreak: boolean;
}

const isBound = ({ folder }: Occasion, part: Part): boolean => part !== 'text' && folder.says[part] === 'bound';

/** Values of a use, where it has a place. */
const valuesOf = (sight: Sight, part: Part): readonly string[] =>
  isBound(sight, part) ? sight.arrival.of(part).map((value) => value.trim()) : [];

const mediaOf = (sight: Sight): readonly string[] => {
  const { media } = sight.profile;
  const foreign = sight.arrival.all
    .map((value) => value.trim())
    .filter((value) => official.includes(value) && !media.includes(value));
  const listed = listsOf(sight.folder).Medium;
  const asked = valuesOf(sight, 'medium').filter(
    (value) =>
      value !== '' && !media.includes(value) && (!sight.mayBreak || listed === undefined || listed.includes(value)),
  );
  return [...foreign, ...asked].map((value) => `it asks for the medium ${value}`);
};

const bodiesOf = (sight: Sight, part: 'authority' | 'publisher'): readonly string[] => {
  const own = sight.profile.bodies;
  const kinds = valuesOf(sight, `${part}Kind`);
  const isKindBound = isBound(sight, `${part}Kind`);
  const named = valuesOf(sight, part).map((name, index) => ({ name, kind: isKindBound ? kinds[index] : undefined }));
  const isOwn = ({ name, kind }: (typeof named)[number]): boolean =>
    own.some((one) => one.naam === name && (kind === undefined || kind === one.soort));
  const isSomebody = ({ name }: (typeof named)[number]): boolean =>
    !sight.folder.listsBodies || Object.values(bodies).flat().includes(name);
  return named
    .filter(
      (one) => !isOwn(one) && one.name !== '' && (!sight.mayBreak || (isSomebody(one) && !hasOtherKind(one.kind))),
    )
    .map(({ name, kind }) => `it names ${kind ?? ''} ${name} (${part})`);
};

/** A kind that nobody has. */
const hasOtherKind = (kind: string | undefined): boolean => kind !== undefined && !Object.keys(bodies).includes(kind);

const typesOf = (sight: Sight): readonly string[] => {
  const allowed = sight.folder.types.filter((_, index) => index < 2 || sight.scope.includes('bopa'));
  return valuesOf(sight, 'documentType')
    .filter((value) => !allowed.includes(value) && (!sight.mayBreak || sight.folder.types.includes(value)))
    .map((value) => `it is of the type ${value}`);
};

const fits = ({ folder }: Sight, part: 'title' | 'reference'): boolean => {
  const most = folder.room[part];
  return typeOf(part) === (part === 'title' ? 'Title' : 'Reference') && (most === undefined || most > 30);
};

const marksOf = (sight: Sight): readonly string[] => {
  const { arrival, mayBreak, runId } = sight;
  const reference = `3PASTEST-${runId}-`;
  const wrong = (values: readonly string[], mark: string): readonly string[] =>
    values.filter((value) => value.trim() !== '' && !value.trim().startsWith(mark));
  const [titles, references] = [
    fits(sight, 'title') ? valuesOf(sight, 'title') : [],
    fits(sight, 'reference') ? valuesOf(sight, 'reference') : [],
  ];
  const notices = isBound(sight, 'notice') ? arrival.notices : [];
  const others = [...wrong(references, reference), ...wrong(notices, `Dit is een testbericht (${reference}`)];
  const isSilent =
    arrival.isPlain &&
    ![...titles, ...references, ...notices].some((one) => one.includes('TEST') || one.includes('testbericht'));
  return [
    ...wrong(titles, '[TEST 3PAS]').map((title) => `its title is ${title}`),
    ...(mayBreak ? [] : others.map((one) => `its mark is ${one}`)),
    ...(isSilent ? ['nothing in it says that it is a test'] : []),
  ];
};
