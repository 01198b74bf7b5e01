import { attributeNamed, declarationAt } from '#xml/schema/declarations';
import { type SchemaModel, type SimpleType, type Type } from '#xml/schema/model';
import { boundTo } from '../roles/bindings.ts';
import { codeOf } from '../roles/meaning.ts';
import type { Decoding, DocumentType, Role, Uses } from '../contract.ts';
import type { Place } from '#xml/place';
import type { QName } from '#xml/qname';
import { attemptEach } from '../folder/attempt.ts';
import { ContractError } from '../folder/contract-error.ts';
import { type Description } from '../description/description.ts';
import { toGrounding } from '../grounds/grounding.ts';
import { didYouMean } from '../texts/nearest.ts';
import { shown } from '../folder/qname.ts';
import { type FoundRole } from '../roles/role-finding.ts';

/** The document types of `contract.yaml`; throws `ContractError` when two have one name. */
export const readDocumentTypes = ({ entries, placeOf }: Description): readonly DocumentType[] =>
  attemptEach(entries.documentTypes, (entry, index) => {
    const earlier = entries.documentTypes.findIndex((one) => one.name === entry.name);
    if (earlier < index)
      throw new ContractError(
        placeOf('documentTypes', index),
        `document type "${entry.name}" stands here for the second time; remove one`,
      );
    const { name, label, content, needs, example, ground, source } = entry;
    const grounding = toGrounding(ground, source, placeOf('documentTypes', index, 'ground'));
    return { name, label, content, ...(needs === undefined ? {} : { needs }), example, ...grounding };
  });

/** Throws `ContractError` when a contract with several document types does not say which role tells them apart. */
export const mustTellApart = ({ entries, placeOf }: Description, uses: Uses): void => {
  if (entries.documentTypes.length < 2 || boundTo({ uses }, 'documentType') !== undefined) return;
  throw new ContractError(
    placeOf('uses', 'documentType'),
    `uses.documentType is bound to no role, so nothing tells the ${String(entries.documentTypes.length)} document types apart; bind it to the role that says the document type`,
  );
};

/** Throws `ContractError` for a document type with content that no role decodes, or another one than that with the content. */
export const mustHoldContent = ({ entries, placeOf }: Description, roles: readonly Role[], uses: Uses): void => {
  const isHolder = { xml: ['zip', 'xml', 'file'], pdf: ['zip', 'file'], none: [] };
  const own = boundTo({ uses }, 'content')?.roles.at(-1)?.decode;
  attemptEach(entries.documentTypes, ({ name, content }, index) => {
    const holders: readonly string[] = isHolder[content];
    const holds = (decoding: string | undefined): boolean => decoding !== undefined && holders.includes(decoding);
    if (content === 'none') return;
    const what = `the content of ${name} is ${content}`;
    if (!roles.flatMap(decodingsIn).some(holds))
      throw new ContractError(
        placeOf('documentTypes', index, 'content'),
        `${what}, but no role decodes ${holders.join(' or ')}; add decode to its role, or make it none`,
      );
    if (uses.content !== undefined && !holds(own))
      throw new ContractError(
        placeOf('uses', 'content'),
        `${what}, and uses.content does not decode ${holders.join(' or ')}; bind it to the role that does`,
      );
  });
};

const decodingsIn = ({ decode, payload, roles }: Role): readonly (Decoding | undefined)[] => [
  decode,
  ...[...roles, ...(payload?.roles ?? [])].flatMap(decodingsIn),
];

/** Where the document types are held against the schema. */
export interface TypeWitness {
  readonly model: SchemaModel;
  readonly requests: readonly QName[];
  readonly found: readonly FoundRole[];
  /** The role that says the document type. */
  readonly role: Role | undefined;
  readonly placeOf: (index: number) => Place;
}

/** Throws `ContractError` when the schema enumerates other document types than `contract.yaml` lists. */
export const mustMatchSchema = (documentTypes: readonly DocumentType[], witness: TypeWitness): void => {
  const declared = declaredValues(witness);
  if (declared.length === 0) return;
  const values = declared.map((one) => one.text);
  const written = (name: string): string => (witness.role === undefined ? name : codeOf(witness.role, name));
  const listed = documentTypes.map((one) => written(one.name));
  attemptEach(listed, (name, index) => {
    if (!values.includes(name))
      throw new ContractError(
        witness.placeOf(index),
        `document type "${name}" is not in the enumeration of ${witness.model.entry}${didYouMean(name, values) || '; add it there, or remove it'}`,
      );
  });
  const extra = declared.filter((one) => !listed.includes(one.text));
  attemptEach(extra, ({ text, place }) => {
    throw new ContractError(
      place,
      `document type "${text}" is not in contract.yaml${didYouMean(text, listed) || '; add it to documentTypes, or remove it here'}`,
    );
  });
};

interface DeclaredValue {
  readonly text: string;
  readonly place: Place;
}

/** The enumeration at the place where the examples have their document type. */
const declaredValues = ({ model, requests, found, role }: TypeWitness): readonly DeclaredValue[] => {
  const witness = found.find((one) => one.role === role);
  if (witness === undefined) return [];
  const start = witness.path.findIndex((name) => requests.some((request) => shown(name) === shown(request)));
  const type = declarationAt(model, witness.path.slice(start))?.type;
  const holder =
    witness.attribute === undefined ? type : type && attributeNamed(type, witness.attribute)?.declaration.type;
  return holder === undefined ? [] : enumerated(simpleOf(holder));
};

const simpleOf = (type: Type): SimpleType | undefined => (type.kind === 'simple' ? type : type.simple);

const enumerated = (type: SimpleType | undefined): readonly DeclaredValue[] => {
  if (type === undefined) return [];
  const own = type.facets.find((facet) => facet.kind === 'enumeration');
  if (own !== undefined) return own.values;
  return type.variety === 'union' ? type.members.flatMap(enumerated) : enumerated(type.base);
};
