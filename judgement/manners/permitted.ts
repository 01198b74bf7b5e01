import { boundTo } from '#contract/roles/bindings';
import type { Contract } from '#contract/contract';
import { knownMedia } from '#contract/roles/known-media';
import type { Use } from '#contract/use';
import type { Authority } from '../finding.ts';
import { folded } from './folded.ts';
import type { NamedBody } from './role-values.ts';

/** What a run may name in a delivery. */
export interface Permitted {
  readonly authorities: readonly Authority[];
  readonly media: readonly string[];
  /** Document types that may be delivered. */
  readonly documentTypes: readonly string[];
  /** Whether a value that provably stands for nothing may be sent: a violation is that. */
  readonly nothing: boolean;
}

/** What a value may be said of. */
export interface Permits {
  readonly body: (use: Use, body: NamedBody) => boolean;
  readonly medium: (value: string) => boolean;
  /** Whether a value is a medium that is not permitted, wherever it stands. */
  readonly isForeignMedium: (value: string) => boolean;
  readonly documentType: (value: string) => boolean;
}

/** Says of values whether they may leave, whatever a lenient reader takes them for. */
export const permitsOf = (contract: Contract, permitted: Permitted): Permits => {
  const { authorities, documentTypes, media, nothing } = permitted;
  const lists = [...contract.codeLists.values()].map((values) => new Set(values.map(folded)));
  const isListed = (value: string): boolean => lists.some((list) => list.has(value));
  const own = new Set(media.map(folded));
  const official = new Set(knownMedia.map(folded));
  const listsMedia = lists.some((list) => [...own, ...official].some((one) => list.has(one)));
  const types = new Set(documentTypes.map(folded));
  return {
    body: (use, { name, kind }) =>
      bodyPermits({ contract, authorities, nothing, isListed }, use, {
        name: folded(name),
        kind: kind === undefined ? undefined : folded(kind),
      }),
    medium: (value) => {
      const one = folded(value);
      if (one === '' || own.has(one)) return true;
      return nothing && listsMedia && !isListed(one) && !official.has(one) && !value.includes('\uFFFD');
    },
    isForeignMedium: (value) => official.has(folded(value)) && !own.has(folded(value)),
    documentType: (value) => {
      const one = folded(value);
      if (types.has(one)) return true;
      return nothing && contract.documentTypes.every(({ name }) => folded(name) !== one);
    },
  };
};

interface Bodies {
  readonly contract: Contract;
  readonly authorities: readonly Authority[];
  readonly nothing: boolean;
  readonly isListed: (value: string) => boolean;
}

const bodyPermits = (bodies: Bodies, use: Use, body: NamedBody): boolean => {
  const { authorities, contract, nothing } = bodies;
  const saysKind = boundTo(contract, use === 'publisher' ? 'publisherKind' : 'authorityKind') !== undefined;
  const isOwn = (kind: string | undefined): boolean =>
    authorities.some((one) => folded(one.name) === body.name && (kind === undefined || folded(one.kind) === kind));
  if (saysKind ? body.kind !== undefined && isOwn(body.kind) : isOwn(undefined)) return true;
  const lacksKind = body.kind === undefined && isOwn(undefined);
  return (nothing || lacksKind) && !body.name.includes('\uFFFD') && isNobody(bodies, { use, body, isOwn });
};

interface Unlisted {
  readonly use: Use;
  readonly body: NamedBody;
  readonly isOwn: (kind: string | undefined) => boolean;
}

/** Whether no body but the permitted ones can be meant; without lists of bodies nothing proves it. */
const isNobody = ({ authorities, contract, isListed }: Bodies, { use, body, isOwn }: Unlisted): boolean => {
  const { kind, name } = body;
  if (name === '') return true;
  const kinds = kindsOf(contract, use);
  if (kinds.size === 0)
    return isOwn(undefined)
      ? kind === undefined || !isListed(kind)
      : authorities.some((one) => isListed(folded(one.name))) && !isListed(name);
  // A reader who does not know the kind goes by the name alone.
  const possible = kind !== undefined && kinds.has(kind) ? [kind] : [...kinds.keys()];
  return possible.every((one) => kinds.get(one)?.has(name) !== true || isOwn(one));
};

/** Names of bodies by their kind, where the role of a use has a list for each kind. */
const kindsOf = ({ codeLists, ...contract }: Contract, use: Use): ReadonlyMap<string, ReadonlySet<string>> => {
  const lists = boundTo(contract, use)?.roles.at(-1)?.lists ?? {};
  return new Map(
    Object.entries(lists).map(([kind, id]) => [folded(kind), new Set(codeLists.get(id)?.map(folded))] as const),
  );
};
