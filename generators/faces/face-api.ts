import fc from 'fast-check';
import type { Authority, JudgementContext } from '#judgement/finding';
import type { Circumstances } from '../circumstances.ts';
import { calendarOf, type Calendar } from './calendar.ts';
import { filesOf, type Files } from '../draft/files.ts';
import { holeIn, metres, position, ring } from '../payload/ring.ts';
import { line, point, polygon } from '../payload/well-known-text.ts';
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
  /** Values of a code list by its name, `codelists.xsd#Gemeente`. */
  readonly list: (name: string) => readonly string[];
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
    readonly holeIn: typeof holeIn;
    readonly metres: typeof metres;
  };
}

/** The API for the `rules.mjs` of a contract in its circumstances. */
export const faceApiOf = ({ contract, context, authorities, media, workshop, text }: Circumstances): FaceApi => {
  return {
    fc,
    roles: workshop.roles,
    files: filesOf(workshop.roles),
    calendar: calendarOf(contract.decreeDays),
    today: context.today,
    context,
    authorities,
    media,
    list: (name) => {
      const values = contract.codeLists.get(name);
      if (values !== undefined) return values;
      throw new Error(`no code list '${name}': there is ${[...contract.codeLists.keys()].join(', ') || 'none'}`);
    },
    text: { dutch: text === 'plain' ? plainText : dutchText, street: streetName, place: placeName, postcode },
    geometry: { point, line, polygon, position, ring, holeIn, metres },
  };
};
