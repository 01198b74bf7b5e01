import type { Role } from '#contract/contract';
import { textTypeOf } from '#documents/path/declared-text';
import { createCheck } from '#documents/schema/values/check';
import type { Circumstances } from './circumstances.ts';
import { mediaTypeHole, nameHole } from './draft/draft.ts';

/** A role that says something of the file of another, and what stands there until the file is written. */
export interface Beside {
  readonly beside: string;
  /** By the key of the payload. */
  readonly holeFor: (key: string) => string;
}

/** What is said beside the file of a role, by its path: its name, and its media type. */
export const besides = (
  { workshop }: Pick<Circumstances, 'workshop'>,
  { path, role }: { readonly path: string; readonly role: Role },
): readonly Beside[] => {
  const at = (name: string): string => path.slice(0, path.lastIndexOf('/') + 1) + name;
  const { name, mediaType } = role.beside;
  return [
    ...(name === undefined ? [] : [{ beside: at(name), holeFor: nameHole }]),
    ...(mediaType === undefined
      ? []
      : [{ beside: at(mediaType), holeFor: (key: string) => mediaTypeHole(key, typesAt(workshop, at(mediaType))) }]),
  ];
};

const forms = {
  xml: ['application/xml', 'text/xml', 'XML', 'xml'],
  pdf: ['application/pdf', 'PDF', 'pdf'],
  other: ['application/octet-stream', 'text/plain'],
} as const;

const check = createCheck();

/** Media types as the place takes them. */
const typesAt = (
  { declarations, wire }: Circumstances['workshop'],
  path: string,
): readonly [string, string, string] => {
  const types = declarations(path).flatMap((one) => textTypeOf(one) ?? []);
  const first = (all: readonly [string, ...string[]]): string => {
    const written = all.map((one) => wire(path, one));
    return written.find((text) => types.every((type) => check(type, text) === 'yes')) ?? written[0] ?? all[0];
  };
  return [first(forms.xml), first(forms.pdf), first(forms.other)];
};
