import { keyOf, type QName } from '#xml/qname';
import type { ElementDeclaration, SchemaModel } from '#xml/schema/model';
import { xsi } from '#xml/schema/names';
import { readSchema } from '#xml/schema/read';
import { SchemaError } from '#xml/schema/schema-error';
import { ContractError, wholeFile } from '../folder/contract-error.ts';
import type { Files } from '../folder/file-names.ts';
import { shown } from '../folder/qname.ts';
import { rootDeclaration } from '../schemas/constraints.ts';
import { unsupportedIn } from '../wsdl/unsupported.ts';
import type { PortOperation } from '../wsdl/wsdl.ts';
import { answerDraftOf, type AnswerSource, faultDraftOf } from './answer-drafts.ts';
import type { Blueprint, Plan } from './blueprint.ts';
import { type Branches, branchesIn } from './branches.ts';
import { carriedFiles, payloadFiles } from './carried-files.ts';
import { headerDraftsOf } from './header-drafts.ts';
import { isAlive } from './choose-operation.ts';
import { descriptionRows, rowsFile } from './description-rows.ts';
import { documentTypesOf } from './document-type-drafts.ts';
import { duplicateDraftOf } from './duplicate-draft.ts';
import { codeDraftOf } from './error-codes.ts';
import { numbersFor } from './number-draft.ts';
import { oneAnswer } from './one-answer.ts';
import { openQuestions, serviceFindings } from './open-questions.ts';
import { areAlike, branchesOf, type OwnOperation, placesOfAll } from './told-by-operation.ts';
import { placesIn, type SchemaPlace } from './places.ts';
import { createPrefixes, type Prefixes } from './prefixes.ts';
import { planRoles } from './plan-roles.ts';
import { planRuledRoles } from './plan-rules.ts';
import { readVocabulary } from './vocabulary.ts';
import { bySource } from './schema-origins.ts';
import { type SchemaFiles, schemaFilesOf } from './schema-files.ts';
import { wsdlFile } from './wsdl-file.ts';

/** Works out what a folder says of the operation that was chosen; throws `ContractError` for what can't be taken. */
export const planFolder = (blueprint: Blueprint): Plan => {
  const { offer } = blueprint;
  if (offer.alike.length === 0) return planOf(blueprint);
  const single = { ...blueprint, offer: { ...offer, alike: [], isSaid: false } };
  if (offer.isSaid) return planOf(blueprint);
  const alone = planOf(single);
  if (alone.uses.some(({ use }) => use === 'documentType')) return alone;
  const together = attempted(() => planOf(blueprint));
  return together?.uses.some(({ use }) => use === 'documentType') === true ? together : alone;
};

/** Undefined for operations that can't be taken together. */
const attempted = (plan: () => Plan): Plan | undefined => {
  try {
    return plan();
  } catch (error) {
    if (error instanceof ContractError) return undefined;
    throw error;
  }
};

const planOf = (blueprint: Blueprint): Plan => {
  const { gathered, wsdl, offer, grounding, shipped, decisions, seen } = blueprint;
  const taken = payloadFiles(shipped);
  const schemas = schemaFilesOf({ gathered, inline: wsdl.schemas, grounding, taken });
  const bytes = new Map([...schemas.files].map(([name, text]) => [name, Buffer.from(text)] as const));
  const model = modelOf(bytes, schemas, gathered.wsdl[0].file);
  const prefixes = createPrefixes(shipped.entries.namespaces);
  const { operation } = offer;
  const first = ownOperation(model, operation);
  const { request, response } = first;
  const all = [first, ...offer.alike.map((one) => ownOperation(model, one))];
  const vocabulary = readVocabulary();
  const answer = answerOf(all, { model, prefixes, vocabulary });
  mustGoTogether(all, offer.isSaid);
  const places = placesOfAll(all);
  const branches = all.length > 1 ? [branchesOf(all, offer.isSaid)] : branchesIn(model, request, prefixes);
  const known = { decisions, grounding, seen };
  const roles = planRoles({ places, branches, shipped, prefixes, vocabulary, ...known });
  const types = documentTypesOf(roles, operation.name, { shipped, seen });
  const { documentTypes } = types;
  const ruled = planRuledRoles({ roles: roles.roles, documentTypes, model, shipped });
  const carried = carriedFiles(ruled.roles, shipped, bytes);
  const alive = aliveOf(blueprint, model);
  const duplicate = duplicateDraftOf(shipped.entries, roles.uses);
  const numberPlace = placesIn(model, response).find((place) => prefixes.path(place) === answer.dossierNumber);
  const headers = headerDraftsOf({ model, prefixes, vocabulary }, operation);
  const fault = faultDraftOf({ model, prefixes, vocabulary }, operation.faults);
  const codes = codeDraftOf(shipped.entries.errorCodes, codePlace(model, { fault, answer }, { response, prefixes }), {
    codes: [answer.failure?.succeeded ?? []].flat(),
    words: vocabulary.answer.succeeded,
  });
  const service = serviceFindings({ offer, alive, answer, fault, ownOperations: all });
  const files = new Map<string, Uint8Array>([
    ...bytes,
    ...carried.files,
    [rowsFile, Buffer.from(descriptionRows(places))],
    ['service.wsdl', Buffer.from(wsdlOf(blueprint, schemas, alive))],
  ]);
  return {
    blueprint,
    schemas: schemas.written,
    request: request.name,
    response: response.name,
    answer,
    alive: alive && named(alive, prefixes),
    deliverOf: draftsOf(all.slice(1), prefixes),
    headers,
    others: othersOf(offer, alive),
    fault,
    numbers: all.length > 1 ? undefined : numbersFor(shipped.entries, numberPlace),
    duplicate,
    errorCodes: codes.entries,
    messageSchema: schemas.entry,
    ...{ codeLists: carried.codeLists, tables: carried.tables },
    ...{ documentTypes, ...ruled, uses: roles.uses, guesses: roles.guesses, absent: roles.absent, files },
    findings: [...service, ...roles.findings],
    questions: openQuestions({ offer, service, answer, headers, types, roles, duplicate, codes, ownOperations: all }),
    namespaces: { ...namespacesOf(prefixes, [request.name, response.name], roles.branches), ...carried.namespaces },
  };
};

/** What is named of a namespace without a schema is missing from what was given, not wrong in a file that nobody has yet. */
const modelOf = (bytes: Files, { entry, byNamespace, written }: SchemaFiles, wsdl: string): SchemaModel => {
  try {
    return readSchema(bytes, entry);
  } catch (error) {
    const named = error instanceof SchemaError ? /'\{([^}]+)\}([^']+)'/.exec(error.message) : null;
    const [, namespace, name] = named ?? [];
    if (error instanceof SchemaError && (namespace === undefined || name === undefined || byNamespace.has(namespace)))
      throw new ContractError(undefined, bySource(written, error.message), error);
    if (namespace === undefined || name === undefined) throw error;
    throw new ContractError(
      wholeFile(wsdl),
      `its schemas name ${name} of ${namespace}, and no schema of that came with them; give it with --xsd`,
      error,
    );
  }
};

/** Operations of the port that nothing is sent to. */
const othersOf = (
  { port, operation, alike }: Blueprint['offer'],
  alive: PortOperation | undefined,
): readonly string[] =>
  port.operations.flatMap((one) => ([operation, ...alike, alive].includes(one) ? [] : [one.name]));

const ownOperation = (model: SchemaModel, operation: PortOperation): OwnOperation => {
  const request = elementOf(model, operation, 'input');
  return { operation, request, response: elementOf(model, operation, 'output'), places: placesIn(model, request) };
};

const draftsOf = (operations: readonly OwnOperation[], prefixes: Prefixes): Plan['deliverOf'] =>
  new Map(
    operations.flatMap(({ operation, request }) => {
      const own = named(operation, prefixes);
      return own === undefined ? [] : [[request.name.name, own] as const];
    }),
  );

/** What the answers of all say, each of them where it has it. */
const answerOf = (all: readonly OwnOperation[], source: AnswerSource): Plan['answer'] => {
  const drafts = all.map(({ operation, response }) => {
    const draft = answerDraftOf(source, response);
    if (draft !== undefined) return draft;
    throw new ContractError(
      operation.place,
      `${operation.name} can't be taken: its answer, ${shown(response.name)}, holds no element that could be the number of a dossier`,
    );
  });
  const answer = oneAnswer(drafts);
  if (answer !== undefined) return answer;
  const names = all.map(({ operation: { name } }) => name).join(', ');
  throw new ContractError(
    all[0]?.operation.place,
    `the answers of ${names} say different things, so one folder can't read them all; make a folder for each operation with --operation`,
  );
};

/** Throws `ContractError` for operations that are too different to be guessed to be for one thing. */
const mustGoTogether = (all: readonly OwnOperation[], isSaid: boolean): void => {
  if (!isSaid && !areAlike(all))
    throw new ContractError(all[0]?.operation.place, 'the operations take different things');
};

const placesOf = (model: SchemaModel, root: QName): readonly SchemaPlace[] => {
  const declaration = model.elements.get(keyOf(root));
  return declaration === undefined ? [] : placesIn(model, declaration);
};

const elementOf = (model: SchemaModel, operation: PortOperation, side: 'input' | 'output'): ElementDeclaration => {
  const body = operation[side];
  const name = body?.parts[0]?.element;
  if (body === undefined || name === undefined)
    throw new ContractError(operation.place, `${operation.name} can't be taken: its ${side} holds no element`);
  if (name.namespace === '')
    throw new ContractError(
      body.place,
      `${operation.name} can't be taken: its ${side}, ${name.name}, is in no namespace, and a contract names its messages by one; give the schema a targetNamespace`,
    );
  return rootDeclaration(model, name, body.place);
};

/** The connection test of the same port, where it has one that can be called with nothing. */
const aliveOf = ({ offer: { port, operation } }: Blueprint, model: SchemaModel): PortOperation | undefined =>
  port.operations.find(
    (one) =>
      one !== operation &&
      isAlive(one) &&
      unsupportedIn(port, one) === undefined &&
      (one.action === '' || one.action !== operation.action) &&
      hasElements(model, one),
  );

const hasElements = (model: SchemaModel, { input, output }: PortOperation): boolean =>
  [input, output].every((body) => {
    const name = body?.parts[0]?.element;
    return name !== undefined && model.elements.has(keyOf(name));
  });

const named = ({ name, action, input, output }: PortOperation, prefixes: Prefixes): Plan['alive'] => {
  const [request, response] = [input?.parts[0]?.element, output?.parts[0]?.element];
  if (request === undefined || response === undefined) return undefined;
  namespacesOf(prefixes, [request, response]);
  return { name, action: action ?? '', request, response };
};

const namespacesOf = (
  prefixes: Prefixes,
  names: readonly QName[],
  branches?: Branches,
): Readonly<Record<string, string>> => {
  for (const { namespace } of names) if (namespace !== '') prefixes.of(namespace);
  return { ...prefixes.all(), ...(branches?.usesType === true ? { xsi } : {}) };
};

const codePlace = (
  model: SchemaModel,
  { fault, answer }: Pick<Plan, 'fault' | 'answer'>,
  { response, prefixes }: { readonly response: ElementDeclaration; readonly prefixes: Prefixes },
): SchemaPlace | undefined => {
  const [places, at] =
    fault === undefined
      ? [placesIn(model, response), answer.failure?.code]
      : [placesOf(model, fault.detail), fault.code];
  return places.find((place) => prefixes.path(place) === at);
};

const wsdlOf = ({ offer, wsdl, gathered }: Blueprint, schemas: SchemaFiles, alive: PortOperation | undefined): string =>
  wsdlFile({
    port: offer.port,
    targetNamespace:
      gathered.wsdl[0].root.attributes.find(({ name }) => name === 'targetNamespace')?.value ?? wsdl.place.file,
    operations: [offer.operation, ...offer.alike, ...(alive === undefined ? [] : [alive])],
    byNamespace: schemas.byNamespace,
  });
