import { OpenElement, withDocument } from '#xml/document';
import { XmlError, type XmlMessage } from '#xml/xml-error';
import type { DocumentType, Operation, Role } from '../contract.ts';
import type { Place } from '#xml/place';
import { attempt, attemptEach, type Part } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { bytesOf, type Files } from '../folder/file-names.ts';
import { notWellFormed, oneLine } from '../folder/parse-file.ts';
import { shown } from '../folder/qname.ts';
import { meaningOf } from '../roles/meaning.ts';
import { findRoles, type FoundRole, type Sight } from '../roles/role-finding.ts';

/** What the examples are held against. */
export interface Expectation {
  readonly requestOf: (documentType: string) => Operation['request'];
  readonly documentTypes: readonly DocumentType[];
  readonly roles: readonly Role[];
  readonly sight: Sight;
  readonly files: Files;
  readonly placeOf: (index: number) => Place;
  /** Largest message, in bytes, and where it is said. */
  readonly most: { readonly bytes: number; readonly place: Place };
}

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

/** What one example shows. */
export interface Showing {
  readonly documentType: DocumentType;
  readonly found: readonly FoundRole[];
  /** What the schema finds wrong in it. */
  readonly faults: readonly XmlMessage[];
}

/** Opens every example; throws `ContractError` for one that is no delivery, or whose payload is not what its role says. */
export const openExamples = (expected: Expectation): readonly Part<Showing>[] =>
  expected.documentTypes.map((documentType, index) =>
    attempt(() => {
      const bytes = bytesOf(documentType.example, expected.files, expected.placeOf(index));
      mustBeWithin(expected, documentType, bytes.length);
      return openExample(documentType, bytes, expected);
    }),
  );

/** What examples must show. */
export interface ToProve {
  readonly roles: readonly Role[];
  readonly documentTypeRole: Role | undefined;
  /** Roles that code looks for by what the examples call them. */
  readonly used: ReadonlySet<Role>;
  /** Whether the schema of the message, or of a payload, declares the names that a role is found by. */
  readonly isDeclared: (role: Role, schema: string | undefined) => boolean;
}

/** Throws `ContractError` for an example of another document type, and for a role that is neither shown nor declared. */
export const mustProve = (toProve: ToProve, opened: readonly Part<Showing>[]): void => {
  const { roles, documentTypeRole } = toProve;
  const showings = attemptEach(opened, (part) => {
    const showing = part();
    mustSayType(showing.documentType, showing.found, documentTypeRole);
    return showing;
  });
  const found = showings.flatMap((one) => one.found).map((one) => one.role);
  mustFindAll(roles, undefined, { ...toProve, found: new Set(found), count: showings.length });
};

/** Throws `ContractError` for an example that is not valid by its schema. */
export const mustBeValidAll = (opened: readonly Part<Showing>[]): void => {
  attemptEach(opened, (part) => {
    const { faults, documentType } = part();
    mustBeValid(faults, documentType.example);
  });
};

type Proof = ToProve & { readonly found: ReadonlySet<Role>; readonly count: number };

const mustBeWithin = ({ most }: Expectation, { example }: DocumentType, length: number): void => {
  if (length <= most.bytes) return;
  const sentence = `limits.messageBytes is ${String(most.bytes)}, and ${example} has ${String(length)} bytes`;
  throw new ContractError(most.place, `${sentence}; raise the limit`);
};

const openExample = (documentType: DocumentType, bytes: Uint8Array, expected: Expectation): Showing => {
  const file = documentType.example;
  try {
    return withDocument(bytes, (document) => {
      const request = requestIn(document.root, { file, wanted: expected.requestOf(documentType.name) });
      const faults = expected.sight.validateRequest(request);
      return { documentType, faults, found: findRoles(request, expected.roles, { ...expected.sight, file }) };
    });
  } catch (error) {
    throw error instanceof XmlError ? notWellFormed(file, bytes, error) : error;
  }
};

const requestIn = (root: OpenElement, where: { file: string; wanted: Operation['request'] }): OpenElement => {
  const { wanted } = where;
  const body = isNamed(root, soap, 'Envelope') ? childrenOf(root).find((one) => isNamed(one, soap, 'Body')) : undefined;
  const request = body === undefined ? undefined : childrenOf(body)[0];
  if (request !== undefined && isNamed(request, wanted.namespace, wanted.name)) return request;
  throw new ContractError(
    { file: where.file, line: (request ?? body ?? root).line },
    `the example is no SOAP 1.1 envelope with ${shown(wanted)} in its Body; make it one`,
  );
};

const mustBeValid = ([first]: readonly XmlMessage[], file: string): void => {
  if (first === undefined) return;
  throw new ContractError(
    { file, line: first.line },
    `the example is not valid: ${oneLine(first.message)}; correct it, or have 3pas contract examples make it anew`,
  );
};

const mustSayType = (documentType: DocumentType, found: readonly FoundRole[], role: Role | undefined): void => {
  if (role === undefined) return;
  const said = found.find((one) => one.role === role);
  if (said === undefined)
    throw new ContractError(
      { file: documentType.example, line: 0 },
      `the example of ${documentType.name} does not say of which document type it is: XPath "${role.at}" of role ${role.name} finds nothing; correct it`,
    );
  const type = meaningOf(role, said.text);
  if (type === documentType.name) return;
  throw new ContractError(
    { file: documentType.example, line: said.line },
    `the example says document type "${type}", but stands at ${documentType.name}; make them equal`,
  );
};

const mustFindAll = (roles: readonly Role[], schema: string | undefined, proof: Proof): void => {
  attemptEach(roles, (role) => {
    const isKnown = !proof.used.has(role) && proof.isDeclared(role, schema);
    if (!proof.found.has(role) && !isKnown && !role.isNone) throw notFound(role, proof.count);
    mustFindAll(role.roles, schema, proof);
    mustFindAll(role.payload?.roles ?? [], role.payload?.schema, proof);
  });
};

const notFound = (role: Role, count: number): ContractError => {
  const examples = count === 1 ? 'the example' : `any of the ${String(count)} examples`;
  const sentence = `role ${role.name}: XPath "${role.at}" finds nothing in ${examples}`;
  return new ContractError(role.place, `${sentence}; correct it, or add an example that has it`);
};

const isNamed = (node: OpenElement, namespace: string, name: string): boolean =>
  node.namespaceUri === namespace && node.name === name;

const childrenOf = (parent: OpenElement): readonly OpenElement[] => {
  const children: OpenElement[] = [];
  for (let child = parent.firstChild; child !== null; child = child.next)
    if (child instanceof OpenElement) children.push(child);
  return children;
};
