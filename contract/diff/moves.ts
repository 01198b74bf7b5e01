import type { Contract } from '../contract.ts';
import { rolesIn } from './contract-parts.ts';
import type { Part } from './part.ts';

/** Where an element stood, and where it stands. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The elements that stand elsewhere, as roles tell: what a role finds, and what is around it in both contracts. */
export interface Moves {
  /** With the role that tells it. */
  readonly ofRoles: readonly (Move & { readonly role: string })[];
  readonly all: readonly Move[];
  /** Those that do not follow from what is around them having moved. */
  readonly told: readonly Move[];
}

/** A contract with its parts by topic and place. */
export type Side = readonly [Contract, ReadonlyMap<string, Part>];

/** What moved to a place where nothing stood, from one where nothing stands any more. */
export const movesBetween = ([before, old]: Side, [after, now]: Side): Moves => {
  const has = (parts: ReadonlyMap<string, Part>, at: string): boolean => parts.has(`elements ${at}`);
  const isMove = ({ from, to }: Move): boolean => has(old, from) && has(now, to) && !has(now, from) && !has(old, to);
  const places = new Map(rolesIn(after.roles).map(({ path, at }) => [path, at]));
  const ofRoles = rolesIn(before.roles).flatMap(({ path: role, at: from }) => {
    const to = places.get(role);
    return from === undefined || to === undefined || !isMove({ from, to }) ? [] : [{ role, from, to }];
  });
  const around = unambiguous(ofRoles.flatMap((move) => outer(move, isMove)));
  const isOfRole = ({ from }: Move): boolean => ofRoles.some((one) => one.from === from);
  const all = [...around.filter((one) => !isOfRole(one)), ...ofRoles];
  return { ofRoles, all, told: all.filter((one) => !all.some((other) => follows(one, other))) };
};

/** What is around both ends under the same names, as far out as that has moved too. */
const outer = ({ from, to }: Move, isMove: (move: Move) => boolean): readonly Move[] => {
  const [inside, inTo] = [from, to].map((path) => path.slice(path.lastIndexOf('/')));
  const move = { from: from.slice(0, from.lastIndexOf('/')), to: to.slice(0, to.lastIndexOf('/')) };
  return inside === inTo && isMove(move) ? [move, ...outer(move, isMove)] : [];
};

/** Each once; what seems to have gone to several places, or come from several, is left out. */
const unambiguous = (moves: readonly Move[]): readonly Move[] => {
  const each = [...new Map(moves.map((move) => [`${move.from} ${move.to}`, move])).values()];
  return each.filter((one) => each.every((other) => one === other || (one.from !== other.from && one.to !== other.to)));
};

const follows = (one: Move, other: Move): boolean =>
  one.from.startsWith(`${other.from}/`) && one.to === other.to + one.from.slice(other.from.length);
