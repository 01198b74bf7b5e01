import type { Place } from '#xml/place';
import type { Bilingual } from '#contract/texts/bilingual';
import { ContractError, placed } from '#contract/folder/contract-error';
import type { Shaped } from '#contract/description/description';
import type { ProfileAuthority } from './profile.ts';
import type { ProfileEntries } from './shape.ts';
import { isBlank } from './written.ts';

/** A variable that a profile needs is not set, or holds what can't be used. */
export class VariableError extends ContractError {
  /** Names of those that are not set; empty when one holds what can't be used. */
  readonly unset: readonly string[];

  override readonly text: Bilingual;

  constructor(unset: readonly string[], place: Place, said: Bilingual) {
    super(place, said.en);
    this.unset = unset;
    this.text = { nl: placed(place, said.nl), en: this.message };
  }
}

/** Environment variables by name. */
export type Lookup = Readonly<Record<string, string | undefined>>;

/** Throws `VariableError` that names every environment variable which the profile needs and is not set, or names and is empty. */
export const demandVariables = ({ entries, placeOf }: Shaped<ProfileEntries>, environment: Lookup): void => {
  const isEmpty = ({ name }: Variable): boolean => isBlank(environment[name] ?? 'unset');
  const all = variablesIn(entries);
  const missing = all.filter((one) => !one.isOptional && (environment[one.name] === undefined || isEmpty(one)));
  const [first] = missing;
  if (first !== undefined) {
    const names = missing.map((one) => (isEmpty(one) ? `${one.name} (empty)` : one.name)).join(', ');
    throw new VariableError(
      missing.map(({ name }) => name),
      placeOf(...first.path),
      {
        nl: `deze omgevingsvariabelen hebben geen waarde: ${names}; geef elk wat zijn sleutel vraagt`,
        en: `not set in the environment: ${names}; set each to what its key asks for`,
      },
    );
  }
  const [empty] = all.filter(isEmpty);
  if (empty === undefined) return;
  const names = [...new Set(all.filter(isEmpty).map(({ name }) => name))].join(', ');
  throw new VariableError([], placeOf(...empty.path), {
    nl: `deze omgevingsvariabelen zijn leeg: ${names}; geef een waarde, of haal ze weg`,
    en: `set in the environment, and empty: ${names}; give a value, or unset it`,
  });
};

interface Variable {
  readonly name: string;
  readonly path: readonly (string | number)[];
  readonly isOptional: boolean;
}

const variablesIn = (value: unknown, path: Variable['path'] = []): readonly Variable[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('env' in value && typeof value.env === 'string')
    return [{ name: value.env, path, isOptional: 'optional' in value && value.optional === true }];
  return Object.entries(value).flatMap(([key, one]) =>
    variablesIn(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
};

/** A value as it stands or from its environment variable; undefined when that is not set. */
export const fillIn = (
  value: string | { readonly env: string; readonly optional?: boolean | undefined },
  environment: Lookup,
): string | undefined => (typeof value === 'string' ? value : environment[value.env]);

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
  throw new VariableError([], place, {
    nl: `${variable} bevat "${said}"; schrijf soort=naam, bijvoorbeeld gemeente=Woerden`,
    en: `${variable} holds "${said}"; write soort=naam, for example gemeente=Woerden`,
  });
};
