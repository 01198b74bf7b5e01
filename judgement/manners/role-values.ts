import { deliveryAskedBy } from '#contract/deliveries';
import { isUtf8 } from 'node:buffer';
import { boundTo } from '#contract/roles/bindings';
import { isPacked } from '#contract/roles/decodings';
import { meaningOf } from '#contract/roles/meaning';
import type { Binding, Contract, Role } from '#contract/contract';
import type { Use } from '#contract/use';
import { OpenElement, type OpenNode, type Opener, withDocuments } from '#xml/document';
import { markupOf } from '#xml/markup';
import { XmlError } from '#xml/xml-error';
import { compileXPath, isNodes, stringOf, type XPathValue } from '#xml/xpath';
import { soapNamespace } from '../answer.ts';
import { decodeBase64 } from '../base64.ts';
import { readZip } from '../zip.ts';
import { folded } from './folded.ts';

/** A body that a delivery names. */
export interface NamedBody {
  readonly name: string;
  /** Undefined where none stands with the name. */
  readonly kind: string | undefined;
}

/** A file inside a delivery. */
export interface HeldFile {
  readonly bytes: Uint8Array;
  /** Undefined for what is no XML of the contract. */
  readonly root: OpenElement | undefined;
}

/** A delivery that was read by the roles of the contract, while it is open. */
export interface RoleReading {
  /** The element that is delivered. */
  readonly request: OpenElement;
  readonly texts: (use: Use) => readonly string[];
  /** The texts at a place of a key. */
  readonly textsAt: (binding: Binding) => readonly string[];
  readonly bodies: (name: Use, kind: Use) => readonly NamedBody[];
  /** The texts of the first notice in each file of the content, or in the message; undefined where there is none. */
  readonly notices: () => readonly (string | undefined)[];
  /** Files of every payload; undefined for a payload that can't be read. */
  readonly files: () => readonly (HeldFile | undefined)[];
}

/** Reads a message by the roles of its contract; `use` gets undefined when it is no plain delivery in a SOAP 1.1 envelope. */
export const withRoles = <Result>(
  contract: Contract,
  message: Uint8Array,
  use: (reading: RoleReading | undefined) => Result,
): Result =>
  withDocuments((open) => {
    const request = requestIn(contract, message, open);
    return use(request && readingOf({ contract, open, opened: new Map() }, request));
  });

const requestIn = ({ service }: Contract, message: Uint8Array, open: Opener): OpenElement | undefined => {
  const root = rootIn(message, open);
  const bodies = root === undefined ? [] : nodesAt('/s:Envelope/s:Body/*', root, { s: soapNamespace });
  const [request, ...others] = bodies;
  if (!(request instanceof OpenElement) || others.length > 0) return undefined;
  const asked = { name: request.name, namespace: request.namespaceUri };
  return deliveryAskedBy(service, asked) === undefined ? undefined : request;
};

/** Markup that no parser is to try is left to the reading of values. */
const rootIn = (bytes: Uint8Array, open: Opener): OpenElement | undefined => {
  const plain = isUtf8(bytes);
  const { doctype, excess } = markupOf(Buffer.from(bytes).toString('latin1').replaceAll('\0', ''));
  if (doctype || excess !== undefined) return undefined;
  try {
    return (plain ? open(bytes, 'utf-8') : open(bytes)).root;
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
};

interface Sight {
  readonly contract: Contract;
  readonly open: Opener;
  /** Files by the text of the payload. */
  readonly opened: Map<string, readonly HeldFile[] | undefined>;
}

const readingOf = (sight: Sight, request: OpenElement): RoleReading => {
  const textsAt = ({ roles }: Binding): readonly string[] => {
    const role = roles.at(-1);
    return find(sight, [request], [roles]).map((found) => (role ? meantAs(role, textOf(found)) : textOf(found)));
  };
  return {
    request,
    texts: (use) => {
      const binding = boundTo(sight.contract, use);
      return binding === undefined ? [] : textsAt(binding);
    },
    textsAt,
    bodies: (name, kind) => bodiesAt(sight, request, [name, kind]),
    notices: () => noticesIn(sight, request),
    files: () => filesBelow(sight, [request], sight.contract.roles),
  };
};

/** What a text stands for to a reader who minds neither case nor accents: a code that is nearly right is that code. */
const meantAs = (role: Role, text: string): string => {
  const written = meaningOf({ ...role, codes: new Map() }, text);
  if (role.codes.has(written.trim())) return meaningOf(role, text);
  return [...role.codes].find(([code]) => folded(code) === folded(written))?.[1] ?? written;
};

/** What a text at the role of a use stands for. */
export const meantBy = (contract: Contract, use: Use, text: string): string => {
  const role = boundTo(contract, use)?.roles.at(-1);
  return role === undefined ? text : meantAs(role, text);
};

/** A node, or the text that a computed role comes to. */
type Found = OpenNode | string;

const textOf = (found: Found): string => (typeof found === 'string' ? found : found.content);

/** Follows a row of roles from some nodes, into payloads on the way; what was found by `before` may hold one. */
const find = (
  sight: Sight,
  from: readonly Found[],
  [roles, before]: readonly [roles: readonly Role[], before?: Role | undefined],
): readonly Found[] =>
  roles.reduce<readonly Found[]>((within, role, index) => {
    const holder = roles[index - 1] ?? before;
    const starts = holder?.payload === undefined ? within : within.flatMap((node) => rootsIn(sight, node, holder));
    return starts.flatMap((node) => (typeof node === 'string' ? [] : evaluated(role.at, node, sight.contract)));
  }, from);

const rootsIn = (sight: Sight, node: Found, holder: Role): readonly OpenElement[] =>
  (filesIn(sight, textOf(node), holder) ?? []).flatMap(({ root }) => root ?? []);

const filesBelow = (sight: Sight, from: readonly Found[], roles: readonly Role[]): readonly (HeldFile | undefined)[] =>
  roles.flatMap((role): readonly (HeldFile | undefined)[] => {
    const found = find(sight, from, [[role]]);
    const inside = role.roles.length === 0 ? [] : filesBelow(sight, found, role.roles);
    if (!isPacked(role)) return inside;
    const files = found.flatMap(
      (node): readonly (HeldFile | undefined)[] => filesIn(sight, textOf(node), role) ?? [undefined],
    );
    const roots = files.flatMap((file) => file?.root ?? []);
    return [...inside, ...files, ...filesBelow(sight, roots, role.payload?.roles ?? [])];
  });

const filesIn = (sight: Sight, text: string, { decode, payload }: Role): readonly HeldFile[] | undefined => {
  if (sight.opened.has(text)) return sight.opened.get(text);
  const files = unpacked(text, decode, Math.max(mostBytes, sight.contract.limits.contentBytes))?.map(
    (bytes): HeldFile => {
      const root = rootIn(bytes, sight.open);
      const isOurs = root?.name === payload?.root.name && root?.namespaceUri === payload?.root.namespace;
      return { bytes, root: isOurs ? root : undefined };
    },
  );
  sight.opened.set(text, files);
  return files;
};

/** What is opened at least of a payload: an endpoint need not keep to the limit of the contract. */
const mostBytes = 16 * 1024 * 1024;

/** Undefined for what can't be read, or is too large. */
const unpacked = (text: string, decode: Role['decode'], most: number): readonly Uint8Array[] | undefined => {
  const bytes = decodeBase64(text);
  if (bytes === undefined || bytes.length > most) return undefined;
  if (decode !== 'zip') return [bytes];
  const entries = readZip(bytes, most);
  if (typeof entries === 'string') return undefined;
  const contents = entries.map(({ content }) => content);
  return contents.every((content) => typeof content !== 'string') ? contents : undefined;
};

const evaluated = (at: string, node: OpenNode, { namespaces }: Contract): readonly Found[] => {
  const value = valueAt(at, node, namespaces);
  if (isNodes(value)) return value;
  const text = stringOf(value);
  return text === '' ? [] : [text];
};

const nodesAt = (at: string, node: OpenNode, namespaces: Readonly<Record<string, string>>): readonly OpenNode[] => {
  const value = valueAt(at, node, namespaces);
  return isNodes(value) ? value : [];
};

const valueAt = (at: string, node: OpenNode, namespaces: Readonly<Record<string, string>>): XPathValue => {
  const xpath = compileXPath(at, namespaces);
  try {
    return xpath.evaluate(node);
  } finally {
    xpath.dispose();
  }
};

/** Names with the kinds that stand in the same node around both. */
const bodiesAt = (sight: Sight, request: OpenElement, [name, kind]: readonly [Use, Use]): readonly NamedBody[] => {
  const names = boundTo(sight.contract, name)?.roles ?? [];
  const kinds = boundTo(sight.contract, kind)?.roles ?? [];
  if (names.length === 0) return [];
  const shared = names.filter((role, depth) => role === kinds[depth]).length;
  const holder = names[shared - 1];
  return find(sight, [request], [names.slice(0, shared)]).flatMap((around) => {
    const below = (roles: readonly Role[]): readonly string[] => {
      const role = roles.at(-1);
      const texts = textsOf(find(sight, [around], [roles.slice(shared), holder]));
      return role === undefined ? texts : texts.map((text) => meantAs(role, text));
    };
    return paired(below(names), kinds.length === 0 ? [] : below(kinds));
  });
};

const textsOf = (found: readonly Found[]): readonly string[] => found.map(textOf);

/** In order where there are as many of both; else each name may be of each kind. */
export const paired = (names: readonly string[], kinds: readonly string[]): readonly NamedBody[] => {
  if (kinds.length === names.length) return names.map((name, index) => ({ name, kind: kinds[index] }));
  if (kinds.length === 0) return names.map((name) => ({ name, kind: undefined }));
  return names.flatMap((name) => kinds.map((kind) => ({ name, kind })));
};

const noticesIn = (sight: Sight, request: OpenElement): readonly (string | undefined)[] => {
  const roles = boundTo(sight.contract, 'notice')?.roles;
  if (roles === undefined) return [];
  const depth = roles.findLastIndex(({ payload }) => payload !== undefined) + 1;
  const holder = roles[depth - 1];
  const holders = find(sight, [request], [roles.slice(0, depth)]);
  const starts = holder === undefined ? holders : holders.flatMap((node) => rootsIn(sight, node, holder));
  return starts.map((start) => textsOf(find(sight, [start], [roles.slice(depth)]))[0]);
};
