import { pathOf } from '#contract/roles/bindings';
import type { Contract } from '#contract/contract';
import type { Place } from '#xml/place';
import { knownMedia } from '#contract/roles/known-media';
import { allUses, type Use } from '#contract/use';
import { useNames } from '#contract/roles/use-names';
import type { Authority } from '#judgement/finding';
import { folded } from '#judgement/manners/folded';
import { hiddenTitle } from './hidden-title.ts';
import { marksIn } from './marks.ts';
import { textTypeOf } from '#documents/path/declared-text';
import { type ValuePlace, valuePlaces } from './value-places.ts';
import type { Workshop } from './workshop.ts';

/** Why manners can't be kept with a contract. */
export interface Unminded {
  readonly place: Place;
  readonly sentence: string;
}

/** What a profile may name. */
export interface Named {
  readonly authorities: readonly Authority[];
  readonly media: readonly string[];
}

/** Uses without which nobody knows whom a delivery names, what it asks for, and how it says that it is a test. */
const neededUses: readonly Use[] = [
  'documentType',
  'reference',
  'title',
  'authority',
  'authorityKind',
  'publisher',
  'publisherKind',
  'medium',
  'content',
  'notice',
];

/** What keeps manners from being kept, first what `contract.yaml` does not say, then what its schemas contradict. */
export const unmindedIn = (contract: Contract, workshop: Workshop, named: Named): readonly Unminded[] => {
  const marks = marksIn(contract, workshop, 'lint');
  const at = (use: Use, sentence: string): Unminded => ({
    place: contract.usePlaces[use],
    sentence: `uses.${use} ${sentence}`,
  });
  const isOpen = (use: Use): boolean => contract.open.some(({ about }) => about === `uses.${use}`);
  const unsaid = allUses
    .filter((use) => contract.uses[use] === undefined && (neededUses.includes(use) || isOpen(use)))
    .map((use) =>
      at(
        use,
        `is neither bound to a role nor none; bind it to the role that is ${useNames[use].en}, or make it none where deliveries have no such thing`,
      ),
    );
  const unmarked =
    Object.values(marks).some((mark) => mark !== undefined) || unsaid.length > 0
      ? []
      : [
          at(
            'title',
            'and uses.reference and uses.notice leave no place for the mark of a test; bind one of them to a role that takes it',
          ),
        ];
  return [
    ...unsaid,
    ...unmarked,
    ...contradicted(contract, workshop, named).map(([use, sentence]) => at(use, sentence)),
  ];
};

type Contradiction = readonly [use: Use, sentence: string];

const contradicted = (contract: Contract, workshop: Workshop, named: Named): readonly Contradiction[] => {
  const places = valuePlaces(contract, workshop);
  const { authorities, media } = named;
  const names = authorities.map(({ name }) => name);
  const kinds = authorities.map(({ kind }) => kind);
  const sight: Sight = { contract, workshop, places };
  const title = hiddenTitle(contract, workshop);
  return [
    ...hidden(sight, 'medium', { values: [...knownMedia, ...media], besides: [] }),
    ...(isListed(sight, 'authority') ? [] : hidden(sight, 'authority', { values: names, besides: ['publisher'] })),
    ...(isListed(sight, 'authorityKind')
      ? []
      : hidden(sight, 'authorityKind', { values: kinds, besides: ['publisherKind'] })),
    ...hiddenTwin(sight, names),
    ...(title === undefined ? [] : [['title', title] as const]),
  ];
};

interface Sight {
  readonly contract: Contract;
  readonly workshop: Workshop;
  readonly places: readonly ValuePlace[];
}

interface Sought {
  readonly values: readonly string[];
  /** Other uses that have places of their own for such values. */
  readonly besides: readonly Use[];
}

/** Places that take what a use stands for, and that the use is not bound to. */
const hidden = (sight: Sight, use: Use, { values, besides }: Sought): readonly Contradiction[] => {
  if (sight.contract.uses[use] === undefined) return [];
  const known = [use, ...besides].flatMap((one) => declarationsOf(sight, one));
  const taken = placesFor(sight.places, values).find(({ place }) => !known.includes(place.declaration));
  return taken === undefined ? [] : [[use, sentenceOf(taken)]];
};

/** A publisher is as good as an authority: an element with the same list, of whatever schema, that no use speaks of. */
const hiddenTwin = (sight: Sight, names: readonly string[]): readonly Contradiction[] => {
  if (sight.contract.uses.publisher !== 'none') return [];
  const own = declarationsOf(sight, 'authority');
  const lists = sight.places.filter(({ declaration }) => own.includes(declaration)).map(listOf);
  const twins = sight.places.filter((place) => !own.includes(place.declaration) && lists.includes(listOf(place)));
  const [taken] = placesFor(twins, names);
  return taken === undefined ? [] : [['publisher', `${sentenceOf(taken)}, and uses.authority to its own`]];
};

const listOf = ({ values }: ValuePlace): string => JSON.stringify(values.map(folded).toSorted());

const declarationsOf = ({ contract, workshop }: Sight, use: Use): readonly ValuePlace['declaration'][] => {
  const role = pathOf(contract, use);
  return role === undefined ? [] : workshop.declarations(role).map(({ declaration }) => declaration);
};

/** Whether a use is bound to what takes the values of a list. */
const isListed = (sight: Sight, use: Use): boolean => {
  const role = pathOf(sight.contract, use);
  const types = role === undefined ? [] : sight.workshop.declarations(role).map(textTypeOf);
  return types.some((type) => sight.places.some((place) => place.type === type));
};

interface Taken {
  readonly place: ValuePlace;
  readonly value: string;
}

const placesFor = (places: readonly ValuePlace[], sought: readonly string[]): readonly Taken[] => {
  const wanted = new Set(sought.map(folded));
  return places.flatMap((place) => {
    const value = place.values.find((one) => wanted.has(folded(one)));
    return value === undefined ? [] : [{ place, value }];
  });
};

const sentenceOf = ({ place, value }: Taken): string =>
  `leaves ${place.name} of ${place.schema} out, which takes "${value}"; bind it to the role that finds ${place.name}`;
