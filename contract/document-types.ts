import { attributeNamed, declarationAt } from '#xml/schema/declarations';
import { type SchemaModel, type SimpleType, type Type } from '#xml/schema/model';
import { type DocumentType, type Place, type QName, type Role } from './contract.ts';
import { ContractError } from './contract-error.ts';
import { type Description } from './description.ts';
import { toGrounding } from './grounding.ts';
import { didYouMean } from './nearest.ts';
import { shown } from './qname.ts';
import { type FoundRole } from './role-finding.ts';

/** The document types of `contract.yaml`; throws `ContractError` when two have one name. */
export const readDocumentTypes = ({ entries, placeOf }: Description): readonly DocumentType[] =>
  entries.documentTypes.map((entry, index) => {
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

/** Throws `ContractError` when a contract with several document types has no role that tells them apart. */
export const mustTellApart = ({ entries, placeOf }: Description): void => {
  const roles = Object.keys(entries.roles);
  if (entries.documentTypes.length < 2 || roles.includes('documenttype')) return;
  const near = didYouMean('documenttype', roles) || '; add it';
  throw new ContractError(
    placeOf('roles'),
    `there is no role "documenttype", which tells the ${String(entries.documentTypes.length)} document types apart${near}`,
  );
};

/** Throws `ContractError` for a document type with content that no role decodes. */
export const mustHoldContent = ({ entries, placeOf }: Description, roles: readonly Role[]): void => {
  const isHolder = { xml: ['zip', 'xml'], pdf: ['zip'], none: [] };
  for (const [index, { name, content }] of entries.documentTypes.entries()) {
    const holders: readonly string[] = isHolder[content];
    if (content === 'none' || roles.some(({ decode }) => decode !== undefined && holders.includes(decode))) continue;
    throw new ContractError(
      placeOf('documentTypes', index, 'content'),
      `the content of ${name} is ${content}, but no role decodes ${holders.join(' or ')}; add decode to its role, or make it none`,
    );
  }
};

/** Where the document types are held against the schema. */
export interface TypeWitness {
  readonly model: SchemaModel;
  readonly request: QName;
  readonly found: readonly FoundRole[];
  readonly placeOf: (index: number) => Place;
}

/** Throws `ContractError` when the schema enumerates other document types than `contract.yaml` lists. */
export const mustMatchSchema = (documentTypes: readonly DocumentType[], witness: TypeWitness): void => {
  const declared = declaredValues(witness);
  if (declared.length === 0) return;
  const values = declared.map((one) => one.text);
  const listed = documentTypes.map((one) => one.name);
  for (const [index, name] of listed.entries())
    if (!values.includes(name))
      throw new ContractError(
        witness.placeOf(index),
        `document type "${name}" is not in the enumeration of ${witness.model.entry}${didYouMean(name, values) || '; add it there, or remove it'}`,
      );
  const extra = declared.find((one) => !listed.includes(one.text));
  if (extra !== undefined)
    throw new ContractError(
      extra.place,
      `document type "${extra.text}" is not in contract.yaml${didYouMean(extra.text, listed) || '; add it to documentTypes, or remove it here'}`,
    );
};

interface DeclaredValue {
  readonly text: string;
  readonly place: Place;
}

/** The enumeration at the place where the examples have their document type. */
const declaredValues = ({ model, request, found }: TypeWitness): readonly DeclaredValue[] => {
  const witness = found.find(({ role, nested }) => role.name === 'documenttype' && !nested);
  if (witness === undefined) return [];
  const start = witness.path.findIndex((name) => shown(name) === shown(request));
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
