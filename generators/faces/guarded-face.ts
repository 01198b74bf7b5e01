import fc from 'fast-check';
import type { Draft } from '../draft/draft.ts';
import type { Edit, Face } from '../faces.ts';
import type { FaceFaults } from './face-faults.ts';

/** A face whose code says where it fails, and that it gives what it has to. */
export const guardedFace = (id: string, face: Face, faults: FaceFaults): Face => {
  const { appliesTo, satisfy, violate } = face;
  return {
    ...face,
    ...(appliesTo && { appliesTo: (type: string) => faults.within(`appliesTo of '${id}'`, () => appliesTo(type)) }),
    ...(satisfy && {
      satisfy: guardedEdit(satisfy, { what: `satisfy of '${id}'`, about: id, faults, mayDecline: false }),
    }),
    ...(violate && {
      violate: {
        ...violate,
        ...guardedEdit(violate, { what: `violate of '${id}'`, about: id, faults, mayDecline: true }),
        ...(violate.near && { near: guardedWays(violate.near, { id, faults }) }),
      },
    }),
  };
};

const guardedWays = (
  ways: Readonly<Record<string, Edit<Draft | undefined>>>,
  { id, faults }: { readonly id: string; readonly faults: FaceFaults },
) =>
  Object.fromEntries(
    Object.entries(ways).map(([way, edit]) => [
      way,
      guardedEdit(edit, { what: `violate.near '${way}' of '${id}'`, about: id, faults, mayDecline: true }),
    ]),
  );

interface Guarding {
  readonly what: string;
  readonly about: string;
  readonly faults: FaceFaults;
  /** It may give undefined: this draft can't be edited so. */
  readonly mayDecline: boolean;
}

const guardedEdit = <Result extends Draft | undefined>(
  { from, apply }: Edit<Result>,
  { what, about, faults, mayDecline }: Guarding,
): Edit<Result> => {
  const drawing = (given: unknown): fc.Arbitrary<unknown> => {
    if (given instanceof fc.Arbitrary) return given;
    throw faults.fault(`from in ${what} is no arbitrary of fast-check, such as fc.integer(); give one`, { about });
  };
  return {
    ...(from !== undefined && {
      from: (type: string) =>
        drawing(typeof from === 'function' ? faults.within(`from in ${what}`, () => from(type)) : from),
    }),
    apply: (draft, value, type) => {
      const edited = faults.within(what, () => apply(draft, value, type));
      if (isDraft(edited) || (mayDecline && edited === undefined)) return edited;
      throw faults.fault(`${what} gives no draft; let apply return what roles.set and the like give`, { about });
    },
  };
};

const isDraft = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'request' in value && 'payloads' in value && 'documentType' in value;
