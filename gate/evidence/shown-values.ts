import type { Contract, Role } from '#contract/contract';
import { boundTo } from '#contract/roles/bindings';
import { shortly } from '#contract/texts/visible';
import { parsePositions } from '#judgement/geometry/positions';
import type { Position } from '#judgement/geometry/position';
import { parseWellKnownText } from '#judgement/geometry/well-known-text';
import { type RoleReading, withRoles } from '#judgement/manners/role-values';
import type { ShownValue } from '../facts/gate-facts.ts';

/** Reads from a delivery what a person can look up of it: authority, dates, and where its area lies; by the roles of the contract. */
export const shownValues = (contract: Contract, message: Uint8Array): readonly ShownValue[] =>
  withRoles(contract, message, (reading) => {
    if (reading === undefined) return [];
    const chains = chainsIn(contract.roles);
    const of = (decode: Role['decode']) => chains.filter((chain) => chain.at(-1)?.decode === decode);
    const found = [
      ...authorityIn(contract, reading),
      ...of('date').map((chain) => valueOf(nameOf(chain), textsOf(reading, chain).join(', '))),
      ...of('wkt').map((chain) => valueOf(nameOf(chain.slice(0, -1)), besideOf(reading, chain).join(', '))),
      ...areaIn(reading, [...of('wkt'), ...of('positions')]),
    ];
    return found.filter(({ value }) => value !== '');
  });

type Chain = readonly Role[];

const chainsIn = (roles: readonly Role[], before: Chain = []): readonly Chain[] =>
  roles.flatMap((role) => {
    const chain = [...before, role];
    return [chain, ...chainsIn([...role.roles, ...(role.payload?.roles ?? [])], chain)];
  });

const textsOf = (reading: RoleReading, roles: Chain): readonly string[] =>
  reading
    .textsAt({ path: '', roles })
    .map((text) => text.trim())
    .filter((text) => text !== '');

/** Characters of a value that are shown. */
const most = 300;

const valueOf = (name: string, value: string): ShownValue => ({ name, value: shortly(value, most) });

/** Names of roles are Dutch words written as one: `datumOntvangst`. */
const nameOf = (chain: Chain): string =>
  chain.map(({ name }) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(' ');

const authorityIn = (contract: Contract, reading: RoleReading): readonly ShownValue[] => {
  const chain = boundTo(contract, 'authority')?.roles ?? [];
  const texts = [...reading.texts('authorityKind'), ...reading.texts('authority')].map((text) => text.trim());
  return [valueOf(nameOf(chain), texts.join(' '))];
};

/** What stands beside a geometry, such as an address. */
const besideOf = (reading: RoleReading, chain: Chain): readonly string[] => {
  const parents = chain.slice(0, -1);
  const beside = parents.at(-1)?.roles ?? [];
  return beside.flatMap((role) =>
    role.decode === undefined && role.roles.length === 0 ? textsOf(reading, [...parents, role]) : [],
  );
};

/** The middle and size of all geometries together, in the units of their coordinates. */
const areaIn = (reading: RoleReading, chains: readonly Chain[]): readonly ShownValue[] => {
  const all = chains.flatMap((chain) =>
    textsOf(reading, chain).flatMap((text) => positionsIn(text, chain.at(-1)?.decode)),
  );
  const [x, y] = [all.map((one) => Number(one.x)), all.map((one) => Number(one.y))].map(spanOf);
  if (x === undefined || y === undefined || all.length === 0) return [];
  return [valueOf('gebied', `x ${x.middle}, y ${y.middle} (${x.size} × ${y.size})`)];
};

const positionsIn = (text: string, decode: Role['decode']): readonly Position[] =>
  (decode === 'wkt' ? parseWellKnownText(text)?.parts.flatMap(({ positions }) => positions) : parsePositions(text)) ??
  [];

const spanOf = (values: readonly number[]): { readonly middle: string; readonly size: string } => {
  const [least, greatest] = [Math.min, Math.max].map((pick) =>
    values.reduce((one, other) => pick(one, other), values[0] ?? 0),
  );
  const [from, to] = [least ?? 0, greatest ?? 0];
  return { middle: rounded((from + to) / 2), size: rounded(to - from) };
};

/** Metres are whole numbers, and degrees need their decimals. */
const rounded = (value: number): string =>
  String(Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toFixed(4)));
