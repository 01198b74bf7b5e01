import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Contract } from '#contract/contract';
import { declaredEncoding } from '#contract/texts/xml-problem';
import { validateBatch } from '#xml/batch';
import { type Opener, withDocuments } from '#xml/document';
import { toTree } from '#xml/parse';
import { serialize } from '#xml/serialize';
import { XmlGaveUp } from '#xml/xml-error';
import { envelopeReader, type EnvelopeReader } from './oracle-envelope.ts';
import { type SchemaJudge, schemaJudge } from './oracle-schema.ts';
import { thirdOpinion } from './third-opinion.ts';
import { buildView, type OpenPayload } from './view/build-view.ts';
import { compileRoles, type CompiledRole, disposeRoles, towardsPayloads } from './view/compile-roles.ts';

/** What two validators say of the same documents by their schemas. */
export interface Compared {
  /** Documents that both could judge: messages, and what they carry. */
  readonly documents: number;
  readonly valid: number;
  /** The places, from 0, of the messages over which they differ, and what of each. */
  readonly differing: readonly { readonly message: number; readonly part: string }[];
}

/** How opinions are compared. */
export interface Comparing {
  readonly validate?: typeof validateBatch;
  /** Digests of the payloads that were compared before, to which those of these messages are added; each is compared once. */
  readonly seen?: Set<string>;
}

/**
 * Judges messages and their payloads by the schemas of a contract twice: with libxml2-wasm, one by one, and with xmllint, all in
 * one batch. Messages without a proper envelope are passed by, and so is what either of them can't read.
 */
export const compareOpinions = async (
  contract: Contract,
  messages: readonly Uint8Array[],
  { validate = validateBatch, seen = new Set() }: Comparing = {},
): Promise<Compared> => {
  const tools = openTools(contract);
  const isNew = ({ schema, bytes }: Judged): boolean => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (seen.has(digest) && schema !== undefined) return false;
    seen.add(digest);
    return true;
  };
  try {
    const known = messages.flatMap((bytes, message) => documentsIn(tools, { bytes, message }).filter(isNew));
    const groups = [...Map.groupBy(known, ({ schema }) => schema)];
    const compared = await Promise.all(groups.map(([schema, own]) => compareBy({ contract, validate }, schema, own)));
    return {
      documents: compared.reduce((sum, { documents }) => sum + documents, 0),
      valid: compared.reduce((sum, { valid }) => sum + valid, 0),
      differing: compared.flatMap(({ differing }) => differing),
    };
  } finally {
    tools.dispose();
  }
};

interface Judged {
  readonly message: number;
  readonly part: string;
  /** The entry of its schema; undefined for the message itself. */
  readonly schema: string | undefined;
  readonly bytes: Uint8Array;
  readonly isValid: boolean;
}

interface Other {
  readonly contract: Contract;
  readonly validate: typeof validateBatch;
}

const compareBy = async (
  { contract, validate }: Other,
  schema: string | undefined,
  own: readonly Judged[],
): Promise<Compared> => {
  const bytes = own.map((one) => one.bytes);
  const others =
    schema === undefined
      ? await thirdOpinion(contract, bytes, validate)
      : await validate(bytes, { files: schemasOf(contract), entry: schema });
  const pairs = own.map((one, index) => ({ ...one, other: others[index]?.verdict }));
  const decided = pairs.filter(({ other }) => other === 'valid' || other === 'invalid');
  return {
    documents: decided.length,
    valid: decided.filter(({ isValid }) => isValid).length,
    differing: decided.filter(({ isValid, other }) => isValid !== (other === 'valid')),
  };
};

const schemasOf = ({ files }: Contract): ReadonlyMap<string, Uint8Array> =>
  new Map([...files].filter(([name]) => name.endsWith('.xsd')));

interface Tools {
  readonly contract: Contract;
  readonly envelopes: EnvelopeReader;
  readonly roles: readonly CompiledRole[];
  readonly judgeBy: (schema: string) => SchemaJudge;
  readonly dispose: () => void;
}

const openTools = (contract: Contract): Tools => {
  const envelopes = envelopeReader(contract);
  const roles = compileRoles(contract);
  const judges = new Map<string, SchemaJudge>();
  return {
    ...{ contract, envelopes, roles: towardsPayloads(roles) },
    judgeBy: (schema) => {
      const judge = judges.get(schema) ?? schemaJudge(contract, schema);
      judges.set(schema, judge);
      return judge;
    },
    dispose: () => {
      envelopes.dispose();
      disposeRoles(roles);
      for (const judge of judges.values()) judge.dispose();
    },
  };
};

interface Message {
  readonly message: number;
  readonly bytes: Uint8Array;
}

/** What a library gives up on is no document that two can be compared by. */
const documentsIn = (tools: Tools, message: Message): readonly Judged[] => {
  try {
    return withDocuments((open) => documentsOf(tools, message, open));
  } catch (error) {
    if (error instanceof XmlGaveUp) return [];
    throw error;
  }
};

const noContext = { today: '2000-01-01', oin: undefined, mandates: undefined };

const documentsOf = (
  { contract, envelopes, roles, judgeBy }: Tools,
  { message, bytes }: Message,
  open: Opener,
): readonly Judged[] => {
  const enveloped = envelopes.read(bytes, open);
  if ('findings' in enveloped) return [];
  const { request, operation } = enveloped;
  const isValid = judgeBy(contract.schemas.message).isValid(request);
  const whole: Judged = { message, part: 'message', schema: undefined, bytes: asUtf8(bytes), isValid };
  if (operation !== 'deliver') return [whole];
  const { payloads } = buildView({ contract, roles, request, context: noContext, open });
  return [whole, ...payloads.filter(hasItsRoot).map((one) => payloadOf(one, message, judgeBy))];
};

/** UTF-8 that declares another encoding, without that: over HTTP the charset of Content-Type decides, which xmllint has not. */
const asUtf8 = (bytes: Uint8Array): Uint8Array => {
  const declared = declaredEncoding(bytes);
  if (declared === undefined || /^utf-?8$/i.test(declared) || !isUtf8(bytes)) return bytes;
  return Buffer.from(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/, ''),
  );
};

const hasItsRoot = ({ payload, root }: OpenPayload): boolean =>
  root.name === payload.root.name && root.namespaceUri === payload.root.namespace;

const payloadOf = ({ payload, root, file }: OpenPayload, message: number, judgeBy: Tools['judgeBy']): Judged => ({
  message,
  part: file === '' ? 'payload' : file,
  schema: payload.schema,
  bytes: Buffer.from(serialize(toTree(root))),
  isValid: judgeBy(payload.schema).isValid(root),
});
