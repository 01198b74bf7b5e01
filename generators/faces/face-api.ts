import fc from 'fast-check';
import { listOn } from '#contract/roles/listed';
import { meaningOf } from '#contract/roles/meaning';
import { valuesOf } from '#contract/schemas/code-lists';
import { textTypeOf } from '#documents/path/declared-text';
import type { Authority, JudgementContext } from '#judgement/finding';
import type { Circumstances } from '../circumstances.ts';
import { calendarOf, type Calendar } from './calendar.ts';
import { filesOf, type Files } from '../draft/files.ts';
import { apart, holeIn, metres, position, ring } from '../payload/ring.ts';
import { line, point, polygon } from '../payload/well-known-text.ts';
import { allRoles } from '../draft/role-schema.ts';
import type { Roles } from '../draft/roles.ts';
import { dutchText, plainText } from '../text/dutch-text.ts';
import { placeName, postcode, streetName } from '../text/place-name.ts';

/** The API that `rules.mjs` is given; it imports nothing. */
export interface FaceApi {
  readonly fc: typeof fc;
  readonly roles: Roles;
  readonly files: Files;
  readonly calendar: Calendar;
  readonly today: string;
  readonly context: JudgementContext;
  readonly authorities: readonly Authority[] | undefined;
  readonly media: readonly string[] | undefined;
  /** Values that a role may have, by its path, or those of one of its lists; and of a code list by its name, `codelists.xsd#Gemeente`. */
  readonly list: (name: string, list?: string) => readonly string[];
  /** Names of the lists of a role, by its path. */
  readonly kinds: (role: string) => readonly string[];
  readonly text: {
    readonly dutch: typeof dutchText;
    readonly street: typeof streetName;
    readonly place: typeof placeName;
    readonly postcode: typeof postcode;
  };
  readonly geometry: {
    readonly point: typeof point;
    readonly line: typeof line;
    readonly polygon: typeof polygon;
    readonly position: typeof position;
    readonly ring: typeof ring;
    readonly apart: typeof apart;
    readonly holeIn: typeof holeIn;
    readonly metres: typeof metres;
  };
}

/** The API for the `rules.mjs` of a contract in its circumstances. */
export const faceApiOf = ({ contract, context, authorities, media, workshop, text }: Circumstances): FaceApi => {
  const kinds = new Map(allRoles(contract.roles).map(({ path, role }) => [path, Object.keys(role.lists)]));
  return {
    fc,
    roles: workshop.roles,
    files: filesOf(workshop.roles),
    calendar: calendarOf(contract.decreeDays),
    today: context.today,
    context,
    authorities,
    media,
    list: listerOf({ contract, context, workshop }),
    kinds: (path) => kinds.get(path) ?? [],
    text: { dutch: text === 'plain' ? plainText : dutchText, street: streetName, place: placeName, postcode },
    geometry: { point, line, polygon, position, ring, apart, holeIn, metres },
  };
};

type Sight = Pick<Circumstances, 'contract' | 'context' | 'workshop'>;

const listerOf = ({ contract, context: { today }, workshop }: Sight): FaceApi['list'] => {
  const roles = new Map(allRoles(contract.roles).map(({ path, role }) => [path, role]));
  const valuesAt = (path: string): readonly string[] => {
    const types = workshop.declarations(path).flatMap((one) => textTypeOf(one) ?? []);
    const role = roles.get(path);
    return types.flatMap(valuesOf).map((code) => (role === undefined ? code : meaningOf(role, code)));
  };
  return (name, list) => {
    const role = roles.get(name);
    const key = role === undefined ? name : list === undefined ? role.values : (role.lists[list] ?? list);
    const values = key === undefined ? valuesAt(name) : listOn(contract, key, today);
    if (values !== undefined) return values;
    throw new Error(
      `no role and no code list '${key ?? name}': there is ${[...roles.keys(), ...contract.codeLists.keys()].join(', ')}`,
    );
  };
};
