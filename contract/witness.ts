import { type ElementDeclaration, type SchemaModel } from '#xml/schema/model';
import { mustLeadSomewhere } from './schemas/answer-paths.ts';
import { deliveriesOf, operationFor } from './deliveries.ts';
import { mustBeOfSomething } from './description/error-codes.ts';
import { boundTo } from './roles/bindings.ts';
import {
  type CodeLists,
  codeList,
  listModels,
  namedTables,
  namedTypesOf,
  type NamedType,
  readCodeLists,
} from './schemas/code-lists.ts';
import { ruleConstraints, rootDeclaration, schemaConstraints } from './schemas/constraints.ts';
import type { AnswerPaths, Constraint, Contract, RefusalPaths, Role } from './contract.ts';
import type { Place } from '#xml/place';
import type { QName } from '#xml/qname';
import { mustMatchSchema } from './examples/document-types.ts';
import { declares } from './examples/declared-names.ts';
import { mustBeValidAll, mustProve, openExamples, type ToProve } from './examples/examples.ts';
import type { FoundRole } from './roles/role-finding.ts';
import { attempt, attemptEach, orElse } from './folder/attempt.ts';
import { bytesOf } from './folder/file-names.ts';
import { mustBearGrounds } from './grounds/own-grounds.ts';
import { payloadsOf } from './roles/payloads.ts';
import { openSchemas, type Schemas } from './schemas/schemas.ts';
import { type Statement } from './statement.ts';
import { mustStandApart } from './examples/uses-apart.ts';
import { usePlaces } from './roles/read-uses.ts';
import { wireNamesOf } from './examples/wire-names.ts';
import { mustNameView } from './rules/view-names.ts';
import { mustBeInView } from './rules/view-roles.ts';
import { mustDescribe } from './schemas/wsdl.ts';

/** What follows from the schemas. */
export interface Witness {
  readonly constraints: readonly Constraint[];
  readonly codeLists: CodeLists;
  readonly otherOperations: readonly string[];
  readonly wireNames: Contract['wireNames'];
}

/** Holds a statement against its schemas, WSDL, view and examples; throws `ContractError` for the first thing that does not fit. */
export const holdAgainstSchemas = (statement: Statement, hasExamples: boolean): Witness => {
  const schemas = openSchemas(statement.files);
  try {
    const held = attempt(() => hold(statement, schemas));
    const wireNames = attempt(() => (hasExamples ? prove(statement, schemas) : {}), looks.examples);
    return { ...held(), wireNames: wireNames() };
  } finally {
    schemas.dispose();
  }
};

/** A schema with the element that documents of it begin with. */
interface Rooted {
  readonly model: SchemaModel;
  readonly root: ElementDeclaration;
}

const hold = (statement: Statement, schemas: Schemas): Omit<Witness, 'wireNames'> => {
  const { description, files, service } = statement;
  const rooted = attempt(() => rootedModels(statement, schemas), looks.constraints);
  attempt(() => {
    mustAnswer(statement, schemas);
  }, looks.answers);
  const offered = attempt(() => {
    const bytes = bytesOf(service.wsdl, files, description.placeOf('service', 'wsdl'));
    return mustDescribe(service, { bytes, files, model: messageModel(statement, schemas) });
  }, looks.wsdl);
  const models = orElse(
    attempt(() => rooted().map((one) => one.model)),
    () => [messageModel(statement, schemas)],
  );
  attempt(() => {
    mustBearGrounds([...new Set(models().flatMap((model) => model.files))], files);
  }, looks.grounds);
  const types = attempt(
    () =>
      new Map([
        ...namedTypesOf([...models(), ...listModels(description, schemas, files)]),
        ...namedTables(statement.tables),
      ]),
  );
  const codeLists = attempt(() => readCodeLists(description, types()), looks.lists);
  attempt(() => {
    mustHaveLists(statement.roles, types());
  }, looks.lists);
  mustSee(statement, schemas);
  const constraints = attempt(() => constraintsIn(rooted(), statement));
  attempt(() => {
    mustBeOfSomething(description, statement.ownErrors, constraints());
  }, looks.errorCodes);
  const otherOperations = [...new Set([...offered(), ...(description.entries.service.others ?? [])])];
  return { constraints: constraints(), codeLists: codeLists(), otherOperations };
};

/** What can hinder the rest from being looked at. */
const looks = {
  constraints: { nl: 'het schema van aanleveringen', en: 'the schema of deliveries' },
  answers: { nl: 'antwoorden', en: 'answers' },
  wsdl: { nl: 'de WSDL', en: 'the WSDL' },
  grounds: { nl: 'de gronden in schema’s', en: 'the grounds in schemas' },
  lists: { nl: 'waardelijsten', en: 'value lists' },
  view: { nl: 'namen in de regels', en: 'names in the rules' },
  errorCodes: { nl: 'waar foutcodes over gaan', en: 'what error codes are of' },
  types: { nl: 'documenttypen in het schema', en: 'document types in the schema' },
  examples: { nl: 'wat voorbeelden tonen', en: 'what examples show' },
} as const;

const mustSee = (statement: Statement, schemas: Schemas): void => {
  const place = statement.description.placeOf('schemas', 'view');
  const inView = attempt(() => schemas.at(statement.view.file, place).model);
  attempt(() => {
    if (!statement.view.isDerived) mustBeInView(statement.roles, inView());
  });
  attempt(() => {
    mustNameView(statement.ownRules, inView(), statement.view.isDerived);
  }, looks.view);
};

const messageModel = ({ description: { entries, placeOf } }: Statement, schemas: Schemas): SchemaModel =>
  schemas.at(entries.schemas.message, placeOf('schemas', 'message')).model;

const rootedModels = (statement: Statement, schemas: Schemas): readonly Rooted[] => {
  const { description, service } = statement;
  const model = messageModel(statement, schemas);
  const requests = deliveriesOf(service).map(({ request }) =>
    rootDeclaration(model, request, deliveryPlace(description, request, 'request')),
  );
  return [
    ...requests.map((root) => ({ model, root })),
    ...orElse(
      () => payloadsOf(statement.roles),
      () => [],
    )().map(({ schema, root, place }) => {
      const payload = schemas.at(schema, place);
      return { model: payload.model, root: rootDeclaration(payload.model, root, place) };
    }),
  ];
};

/** Where the operation with an element is described. */
const deliveryPlace = (
  { entries, placeOf }: Statement['description'],
  { name }: QName,
  key: 'request' | 'response',
): Place => {
  const isNamed = (said: string): boolean => said.slice(said.indexOf(':') + 1) === name;
  const index = entries.documentTypes.findIndex(({ deliver }) => deliver !== undefined && isNamed(deliver[key]));
  const isOwn = index >= 0 && !isNamed(entries.service.deliver[key]);
  return isOwn ? placeOf('documentTypes', index, 'deliver', key) : placeOf('service', 'deliver', key);
};

/** One schema can be reached from several roots; a constraint counts once. */
const constraintsIn = (rooted: readonly Rooted[], statement: Statement): readonly Constraint[] => {
  const all = rooted.flatMap(({ model, root }) => schemaConstraints(model, root));
  return [...new Map(all.map((one) => [one.id, one])).values(), ...ruleConstraints(statement.rules.rules)];
};

const mustAnswer = ({ description, service }: Statement, schemas: Schemas): void => {
  const { entries, placeOf } = description;
  const { model } = schemas.at(entries.schemas.message, placeOf('schemas', 'message'));
  const { answer, alive, fault, headers } = service;
  const at = (...path: readonly string[]): Place => placeOf('service', ...path);
  const responses = deliveriesOf(service).map(({ response }) => response);
  for (const response of responses) rootDeclaration(model, response, deliveryPlace(description, response, 'response'));
  for (const key of ['request', 'response'] as const)
    if (alive !== undefined) rootDeclaration(model, alive[key], at('alive', key));
  const mustLead: MustLead = (root, paths, around) => {
    for (const [key, path] of Object.entries(paths))
      if (path !== undefined)
        mustLeadSomewhere({ root, at: path, place: at(...around, key) }, model, entries.namespaces);
  };
  mustSayOutcome(answer, (paths, ...around) => {
    for (const response of responses) mustLead(response, paths, ['answer', ...around]);
  });
  for (const { element, place } of headers) rootDeclaration(model, element, place);
  if (fault === undefined) return;
  rootDeclaration(model, fault.detail, at('fault', 'detail'));
  mustLead(fault.detail, pathsOf(fault), ['fault']);
};

type Paths = Readonly<Record<string, string | undefined>>;
type MustLead = (root: QName, paths: Paths, around: readonly string[]) => void;

const mustSayOutcome = (
  { dossierNumber, outcome, failure }: AnswerPaths,
  mustLead: (paths: Paths, ...around: readonly string[]) => void,
): void => {
  mustLead({ dossierNumber, status: outcome?.status });
  if (failure !== undefined) mustLead({ flag: failure.flag?.at, ...pathsOf(failure) }, 'failure');
};

const pathsOf = ({ code, text, element }: RefusalPaths): Paths => ({ code, text, element });

const mustHaveLists = (roles: readonly Role[], types: ReadonlyMap<string, NamedType>): void => {
  attemptEach(roles, (role) => {
    for (const key of Object.values(role.lists)) codeList(key, types, role.place);
    mustHaveLists([...role.roles, ...(role.payload?.roles ?? [])], types);
  });
};

const prove = (statement: Statement, schemas: Schemas): Contract['wireNames'] => {
  const { description, documentTypes, files, service } = statement;
  const { entries, placeOf } = description;
  const message = schemas.at(entries.schemas.message, placeOf('schemas', 'message'));
  const opened = openExamples({
    requestOf: (documentType) => operationFor(service, documentType).request,
    documentTypes,
    // Without them an example is held against the schema at least.
    roles: orElse(
      () => statement.roles,
      () => [],
    )(),
    files,
    placeOf: (index) => placeOf('documentTypes', index, 'example'),
    most: { bytes: statement.limits.messageBytes, place: placeOf('limits', 'messageBytes') },
    sight: {
      namespaces: entries.namespaces,
      validateRequest: message.validator.validateElement,
      validatePayload: (schema, root) => schemas.at(schema, placeOf('roles')).validator.validateElement(root),
    },
  });
  const foundIn = (): readonly FoundRole[] => opened.flatMap((showing) => showing().found);
  const requests = deliveriesOf(service).map(({ request }) => request);
  const typeRole = (): Role | undefined => boundTo(statement, 'documentType')?.roles.at(-1);
  attempt(() => {
    mustMatchSchema(documentTypes, {
      ...{ model: message.model, requests, found: foundIn(), role: typeRole() },
      placeOf: (index) => placeOf('documentTypes', index, 'name'),
    });
  }, looks.types);
  const modelOf = (schema: string | undefined): SchemaModel =>
    schema === undefined ? message.model : schemas.at(schema, placeOf('roles')).model;
  const isDeclared: ToProve['isDeclared'] = ({ at }, schema) => declares(modelOf(schema), at);
  const usedRoles = (): ReadonlySet<Role> =>
    new Set(Object.values(statement.uses).flatMap((one) => (typeof one === 'string' ? [] : one.roles)));
  attempt(() => {
    const { roles } = statement;
    mustProve({ roles, documentTypeRole: typeRole(), used: usedRoles(), isDeclared }, opened);
  }, looks.examples);
  attempt(() => {
    mustBeValidAll(opened);
  });
  const found = foundIn();
  mustStandApart(statement.uses, { found, namespaces: entries.namespaces, places: usePlaces(description) });
  return wireNamesOf(statement.uses, { found, requests });
};
