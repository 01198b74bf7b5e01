import * as v from 'valibot';
import { grounding, keys, mapping, oneOf, oneOrMore, positive, possiblyEmpty, text } from './description-values.ts';
import type { Ground } from '../grounds/ground.ts';
import type { Use } from '../use.ts';

/** A role as it is written: an XPath, or an XPath with what stands below it. */
export type RoleEntry = string | RoleDetails;

export interface RoleDetails {
  readonly at: string;
  readonly decode?: (typeof decodings)[number] | undefined;
  readonly codes?: string | Readonly<Record<string, string>> | undefined;
  readonly values?: string | undefined;
  readonly fileName?: string | undefined;
  readonly mediaType?: string | undefined;
  readonly lists?: string | Readonly<Record<string, string>> | undefined;
  readonly payload?: PayloadEntry | undefined;
  readonly roles?: Readonly<Record<string, RoleEntry>> | undefined;
}

/** A role in its long form. */
export const detailsOf = (entry: RoleEntry): RoleDetails => (typeof entry === 'string' ? { at: entry } : entry);

/** Further files of a zip. */
interface FilesEntry {
  readonly files: readonly string[];
  readonly ground: Ground;
  readonly source?: string | undefined;
}

export interface PayloadEntry {
  readonly schema: string;
  readonly root: string;
  readonly file?: string | undefined;
  readonly with?: FilesEntry | undefined;
  readonly roles?: Readonly<Record<string, RoleEntry>> | undefined;
}

const decodings = ['zip', 'xml', 'file', 'wkt', 'positions', 'gml', 'date'] as const;

const role: v.GenericSchema<RoleEntry> = v.lazy((input) => (typeof input === 'string' ? text : roleDetails));

const payload = keys({
  schema: text,
  root: text,
  file: v.optional(text),
  with: v.optional(keys({ files: oneOrMore(text), ...grounding })),
  roles: v.optional(mapping(role)),
});

/** A table of the folder, or a code or a list for each word. */
const byWord: v.GenericSchema<string | Record<string, string>> = v.lazy((input) =>
  typeof input === 'string' ? text : mapping(text),
);

const roleDetails = keys({
  at: text,
  decode: v.optional(oneOf(decodings)),
  codes: v.optional(byWord),
  values: v.optional(text),
  fileName: v.optional(text),
  mediaType: v.optional(text),
  lists: v.optional(byWord),
  payload: v.optional(payload),
  roles: v.optional(mapping(role)),
});

const operation = keys({ name: text, action: possiblyEmpty, request: text, response: text, ...grounding });

/** Production gets it to the byte, so what fills it is always the same. */
const connectionTest = keys({
  ...{ name: text, action: possiblyEmpty, request: text, response: text },
  fill: v.optional(
    v.array(
      keys({ at: text, from: v.optional(oneOf(['username', 'password'])), text: v.optional(text) }),
      'must be a list',
    ),
  ),
  ...grounding,
});

/** A text, or several of which any may stand there. */
const anyOf: v.GenericSchema<string | string[]> = v.lazy((input) => (Array.isArray(input) ? oneOrMore(text) : text));

const refusal = { code: text, text, element: v.optional(text) };

const answer = keys({
  dossierNumber: text,
  numbers: v.optional(keys({ first: text, none: v.optional(text), pattern: v.optional(text), ...grounding })),
  status: v.optional(text),
  statuses: v.optional(keys({ published: text, scheduled: text, prepared: text })),
  failure: v.optional(
    keys({ flag: v.optional(text), failed: v.optional(anyOf), succeeded: v.optional(anyOf), ...refusal }),
  ),
});

/** Uses and paths of roles, or that there are none. */
const key: v.GenericSchema<'none' | string[]> = v.lazy((input) =>
  typeof input === 'string' ? v.literal('none', 'must be a list of uses and roles, or none') : oneOrMore(text),
);

const headerBlock = keys({
  element: text,
  fill: v.array(
    keys({ at: text, from: v.optional(oneOf(['username', 'password', 'id', 'reference'])), text: v.optional(text) }),
    'must be a list',
  ),
});

const service = keys({
  wsdl: text,
  deliver: operation,
  alive: v.optional(connectionTest),
  headers: v.optional(v.array(headerBlock, 'must be a list')),
  others: v.optional(v.array(text, 'must be a list')),
  answer,
  fault: v.optional(keys({ detail: text, ...refusal, ...grounding })),
  duplicate: v.optional(keys({ key, unless: v.optional(oneOrMore(text)), ...grounding })),
});

const documentType = keys({
  name: text,
  label: text,
  content: oneOf(['xml', 'pdf', 'none']),
  needs: v.optional(oneOf(['bopa'])),
  deliver: v.optional(operation),
  example: text,
  ...grounding,
});

const uses = keys({
  documentType: v.optional(text),
  reference: v.optional(text),
  title: v.optional(text),
  authority: v.optional(text),
  authorityKind: v.optional(text),
  publisher: v.optional(text),
  publisherKind: v.optional(text),
  medium: v.optional(text),
  publicationDate: v.optional(text),
  rectifies: v.optional(text),
  content: v.optional(text),
  notice: v.optional(text),
} satisfies Readonly<Record<Use, v.GenericSchema>>);

const errorTexts = { code: text, nl: text, en: text, ...grounding };
const errorCode = keys(errorTexts);

const year = v.array(text, 'must be a list of dates');

/** The keys of `contract.yaml`. */
export const descriptionShape = keys({
  contract: text,
  title: text,
  provenance: v.objectWithRest({ standing: oneOf(['reconstruction', 'confirmed']) }, text, ({ path }) =>
    path === undefined ? 'must be a mapping' : 'is missing; make it reconstruction or confirmed',
  ),
  namespaces: mapping(text),
  service,
  schemas: keys({ message: text, view: v.optional(text), rules: text, faces: v.optional(text) }),
  description: v.optional(keys({ file: text, ...grounding })),
  tables: v.optional(mapping(keys({ of: v.optional(text), ...grounding }))),
  codeLists: v.optional(v.array(text, 'must be a list')),
  documentTypes: oneOrMore(documentType),
  roles: mapping(role),
  uses: v.optional(uses),
  open: v.optional(v.array(keys({ about: text, question: text }), 'must be a list')),
  errorCodes: keys({
    schema: errorCode,
    content: errorCode,
    rule: errorCode,
    duplicate: errorCode,
    credentials: errorCode,
    size: errorCode,
    internal: errorCode,
    own: v.optional(mapping(keys({ of: oneOrMore(text), ...errorTexts }))),
  }),
  calendar: v.optional(keys({ decree: mapping(year), ...grounding })),
  limits: keys({ messageBytes: positive, contentBytes: positive, ...grounding }),
});

/** What `contract.yaml` says, as it is written. */
export type DescriptionEntries = v.InferOutput<typeof descriptionShape>;
