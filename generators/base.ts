import { operationFor } from '#contract/deliveries';
import fc from 'fast-check';
import { boundTo, pathOf } from '#contract/roles/bindings';
import type { Contract, DocumentType, Role } from '#contract/contract';
import type { Use } from '#contract/use';
import { baseOptions, type Wishes } from './base-options.ts';
import type { Circumstances } from './circumstances.ts';
import { payloadOf, besides } from './content.ts';
import { isPacked } from '#contract/roles/decodings';
import { hole, type Draft, type Payload } from './draft/draft.ts';
import { allRoles } from './draft/role-schema.ts';
import type { Shape } from './faces.ts';
import { openNumber, referenceOf, testNotice } from './marks.ts';
import { ContractError } from '#contract/folder/contract-error';
import { builtinOf } from '#xml/schema/lexical';
import { lengthAt, textTypeOf } from '#documents/path/declared-text';
import { fit } from './text/dutch-text.ts';
import { fromSchema } from '#documents/schema/from-schema';

/** What a draft of a document type is made for: the shape that the contract's author gives it, and roles that are wished for. */
export interface Making {
  readonly shape: Shape;
  readonly wishes: Wishes;
}

/** Drafts that keep the schemas and are marked as test data; no rule is thought of yet. */
export const baseDrafts = (circumstances: Circumstances, type: DocumentType, making: Making): fc.Arbitrary<Draft> => {
  const { contract, workshop } = circumstances;
  const options = baseOptions(circumstances, type.name, making);
  const root = operationFor(contract.service, type.name).request;
  const request = fromSchema(workshop.modelOf(contract.schemas.message), root, options);
  const payloads = payloadRoles(circumstances).filter(({ path }) => isThere(circumstances, path, options.absent));
  const contents = payloads.map(({ path, role }) =>
    payloadOf(circumstances, { path, role, content: heldBy(circumstances.contract, type, { path, role }) }, options),
  );
  const mark = noticeMarker(circumstances);
  const drafts = fc.tuple(request, ...contents).map(([tree, ...drawn]) => {
    const draft: Draft = { documentType: type.name, request: tree, payloads: {} };
    const filled = payloads.reduce(
      (open, { path, role }, index) => fill(circumstances, open, { path, role, payload: drawn[index] }),
      draft,
    );
    return mark(filled);
  });
  return pairs.reduce((open, pair) => named(circumstances, open, pair), drafts);
};

/** The document type says what the content is; a file beside it is XML where it has a payload, else a PDF. */
const heldBy = (
  contract: Contract,
  { content }: DocumentType,
  { path, role }: Pick<Filling, 'path' | 'role'>,
): DocumentType['content'] => {
  const own = pathOf(contract, 'content');
  if (own === undefined || own === path) return content;
  return role.payload === undefined ? 'pdf' : 'xml';
};

/** Throws `ContractError` for one that stands where no base64 may. */
const payloadRoles = ({ contract, workshop }: Circumstances) =>
  allRoles(contract.roles).filter(({ path, role }) => {
    if (!isPacked(role)) return false;
    const types = workshop.declarations(path).map(textTypeOf);
    if (types.some((type) => type !== undefined && builtinOf(type) === 'hexBinary'))
      throw new ContractError(
        role.place,
        `role ${role.name} is decoded from base64, and its schema has it in hexadecimal (xs:hexBinary); take decode out, and it holds any bytes`,
      );
    return true;
  });

/** A role is left out when it, or an element that it stands in, is. */
const isThere = ({ workshop }: Circumstances, path: string, absent: ReadonlySet<string>): boolean =>
  workshop
    .declarations(path)
    .some(({ declaration, trail }) => [...trail, declaration].every(({ id }) => !absent.has(id)));

interface Filling {
  readonly path: string;
  readonly role: Role;
  readonly payload: Payload | undefined;
}

/** Puts a hole in each node of a role, and the payload behind it. */
const fill = (circumstances: Circumstances, draft: Draft, { path, role, payload }: Filling): Draft => {
  const { roles } = circumstances.workshop;
  if (payload === undefined) return draft;
  const keys = roles.all(draft, path).map((_, index) => `${path}[${String(index + 1)}]`);
  const filled = roles.map(draft, path, (_, index) => hole(keys[index] ?? ''));
  const isNamed = role.payload?.with !== undefined;
  return {
    ...besides(circumstances, { path, role, payload }).reduce(
      (open, { beside, holeFor }) => roles.map(open, beside, (_, index) => holeFor(keys[index] ?? keys[0] ?? '')),
      filled,
    ),
    payloads: {
      ...draft.payloads,
      ...Object.fromEntries(
        keys.map((key, index) => [key, index === 0 || isNamed ? payload : renamed(payload, index + 1)]),
      ),
    },
  };
};

/** No two files of a delivery are called the same. */
const renamed = ({ form, files }: Payload, number: number): Payload => ({
  form,
  files: files.map((file) => ({ ...file, name: file.name.replace(/(?=\.\w+$)/, `-${String(number)}`) })),
});

/** The first paragraph of each content says what it is, before all that it said. */
const noticeMarker = ({
  runId,
  contract,
  workshop: { declarations, roles },
}: Circumstances): ((draft: Draft) => Draft) => {
  const text = testNotice(referenceOf(runId, openNumber));
  const notice = boundTo(contract, 'notice');
  if (notice === undefined) return (draft) => draft;
  const depth = notice.roles.findLastIndex(({ payload }) => payload !== undefined) + 1;
  const names = notice.roles.map(({ name }) => name);
  const [content, paragraph] = [names.slice(0, depth).join('/'), names.slice(depth).join('/')];
  const holders = (draft: Draft): readonly string[] =>
    depth === 0 ? [''] : roles.all(draft, content).map((_, index) => `${content}[${String(index + 1)}]/`);
  const max = Math.min(...declarations(notice.path).map((reached) => lengthAt(reached).max));
  const mark = (draft: Draft, role: string): Draft => {
    const marked = roles.prepend(draft, role, text);
    return max === Infinity ? marked : roles.map(marked, role, (whole) => fit(whole, { min: 0, max }));
  };
  return (draft) => holders(draft).reduce((open, holder) => mark(open, `${holder}${paragraph}[1]`), draft);
};

type Pair = readonly [name: Use, kind: Use];

const pairs: readonly Pair[] = [
  ['authority', 'authorityKind'],
  ['publisher', 'publisherKind'],
];

/** Gives a body that may be named its own kind. */
const named = (
  { authorities, contract, workshop }: Circumstances,
  drafts: fc.Arbitrary<Draft>,
  [nameUse, kindUse]: Pair,
): fc.Arbitrary<Draft> => {
  const [name, kind] = [pathOf(contract, nameUse), pathOf(contract, kindUse)];
  if (name === undefined || kind === undefined || !authorities?.length) return drafts;
  if (workshop.declarations(kind).length === 0) return drafts;
  const { roles } = workshop;
  return fc
    .tuple(drafts, fc.constantFrom(...authorities))
    .map(([draft, body]) => roles.set(roles.set(draft, name, body.name), kind, body.kind));
};
