import type { Place } from '#contract/contract';
import { ContractError } from '#contract/contract-error';
import type { Shaped } from '#contract/description';
import type { ProfileAuthority } from './profile.ts';
import type { ProfileEntries } from './shape.ts';

/** A variable that a profile needs is not set, or holds what can't be used. */
export class VariableError extends ContractError {
  /** Names of those that are not set; empty when one holds what can't be used. */
  readonly unset: readonly string[];

  constructor(unset: readonly string[], place: Place, sentence: string) {
    super(place, sentence);
    this.unset = unset;
  }
}

/** Environment variables by name. */
export type Lookup = Readonly<Record<string, string | undefined>>;

/** Throws `ContractError` that names every environment variable which the profile needs and which is not set. */
export const demandVariables = ({ entries, placeOf }: Shaped<ProfileEntries>, environment: Lookup): void => {
  const missing = variablesIn(entries).filter(({ name }) => (environment[name] ?? '').trim() === '');
  const [first] = missing;
  if (first === undefined) return;
  const names = missing.map(({ name }) => name);
  throw new VariableError(
    names,
    placeOf(...first.path),
    `not set in the environment: ${names.join(', ')}; set each to what its key asks for`,
  );
};

interface Variable {
  readonly name: string;
  readonly path: readonly string[];
}

const variablesIn = (value: unknown, path: readonly string[] = []): readonly Variable[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('env' in value && typeof value.env === 'string') {
    return 'optional' in value && value.optional === true ? [] : [{ name: value.env, path }];
  }
  return Object.entries(value).flatMap(([key, one]) => variablesIn(one, [...path, key]));
};

/** A value as it stands or from its environment variable; undefined when that is not set. */
export const fillIn = (
  value: string | { readonly env: string; readonly optional?: boolean | undefined },
  environment: Lookup,
): string | undefined => {
  if (typeof value === 'string') return value;
  const found = environment[value.env];
  return found === '' ? undefined : found;
};

/** The bodies a profile may deliver for: a list, or a variable such as `gemeente=Woerden;provincie=Utrecht`. */
export const fillInAuthorities = (
  { entries, placeOf }: Shaped<ProfileEntries>,
  environment: Lookup,
): readonly ProfileAuthority[] | undefined => {
  const { bevoegdGezag } = entries;
  return bevoegdGezag === undefined ? undefined : authoritiesFrom(bevoegdGezag, environment, placeOf('bevoegdGezag'));
};

/** A list of bodies as it stands, or from its environment variable. */
export const authoritiesFrom = (
  all: NonNullable<ProfileEntries['bevoegdGezag']>,
  environment: Lookup,
  place: Place,
): readonly ProfileAuthority[] => {
  if (Array.isArray(all)) return all.map(({ soort, naam }) => ({ kind: soort, name: naam }));
  const said = (fillIn(all, environment) ?? '').split(';').map((one) => one.trim());
  return said.filter((one) => one !== '').map((one) => authority(one, { place, variable: all.env }));
};

const authority = (said: string, { place, variable }: { place: Place; variable: string }): ProfileAuthority => {
  const [kind = '', name = '', more] = said.split('=').map((part) => part.trim());
  if (kind !== '' && name !== '' && more === undefined) return { kind, name };
  throw new VariableError([], place, `${variable} holds "${said}"; write soort=naam, for example gemeente=Woerden`);
};
