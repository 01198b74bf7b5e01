import { ncName, qName } from '../ncname.ts';

/** What the value of an attribute of a schema element must look like (part 1, appendix A). */
export const lexicals: Readonly<Record<string, RegExp>> = {
  name: new RegExp(`^${ncName}$`, 'u'),
  qname: new RegExp(`^${qName}$`, 'u'),
  qnames: new RegExp(`^(?:${qName}(?:\\s+|$))*$`, 'u'),
  boolean: /^(?:true|false|1|0)$/,
  form: /^(?:qualified|unqualified)$/,
  use: /^(?:optional|required|prohibited)$/,
  process: /^(?:strict|lax|skip)$/,
  namespaces: /^(?:##any|##other|(?:\s*(?:##local|##targetNamespace|(?!##)(?:[^\s%]|%[0-9A-Fa-f]{2})+))*)$/,
  derivations: /^(?:#all|(?:\s*(?:extension|restriction))*)$/,
  blocks: /^(?:#all|(?:\s*(?:extension|restriction|substitution))*)$/,
  simple: /^(?:#all|(?:\s*(?:list|union|restriction))*)$/,
  full: /^(?:#all|(?:\s*(?:extension|restriction|list|union))*)$/,
  count: /^(?:\+?\d+|-0+)$/,
  most: /^(?:\+?\d+|-0+|unbounded)$/,
  zeroOrOne: /^(?:\+?0*[01]|-0+)$/,
  one: /^\+?0*1$/,
  white: /^(?:preserve|replace|collapse)$/,
  /** What no reading of part 2, 3.2.17 takes: a percent sign that escapes nothing. */
  uri: /^(?:[^%]|%[0-9A-Fa-f]{2})*$/,
  language: /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/,
  text: /^[^]*$/,
};

/** Attributes by name with their lexical kind, those with `!` required; and the child elements in order. */
export interface Rule {
  readonly attributes: string;
  readonly content: string;
}

const attributes = '(attribute|attributeGroup)* anyAttribute?';
const model = '(group|all|choice|sequence)?';
const facets =
  '(minExclusive|minInclusive|maxExclusive|maxInclusive|totalDigits|fractionDigits|length|minLength|maxLength|enumeration|whiteSpace|pattern)*';
const occurs = 'minOccurs:count maxOccurs:most';
const facet: Rule = { attributes: 'value!:text fixed:boolean', content: 'annotation?' };
const listed: Rule = { attributes: 'value!:text', content: 'annotation?' };
const identities = '(unique|key|keyref)*';

/** What an annotation holds; alone of all it has no id. */
export const note: Rule = { attributes: 'source:uri', content: '' };

/** Elements that mean the same wherever they stand, or by the element they stand in: `restriction in simpleType`. */
export const rules: Readonly<Record<string, Rule>> = {
  schema: {
    attributes:
      'targetNamespace:uri version:text finalDefault:full blockDefault:blocks attributeFormDefault:form elementFormDefault:form',
    content:
      '(include|import|redefine|annotation)* ((simpleType|complexType|group|attributeGroup|element|attribute|notation) annotation*)*',
  },
  include: { attributes: 'schemaLocation!:uri', content: 'annotation?' },
  import: { attributes: 'namespace:uri schemaLocation:uri', content: 'annotation?' },
  redefine: {
    attributes: 'schemaLocation!:uri',
    content: '(annotation|simpleType|complexType|group|attributeGroup)*',
  },
  'global element': {
    attributes:
      'name!:name type:qname substitutionGroup:qname default:text fixed:text nillable:boolean abstract:boolean final:derivations block:blocks',
    content: `annotation? (simpleType|complexType)? ${identities}`,
  },
  element: {
    attributes: `name:name ref:qname type:qname default:text fixed:text nillable:boolean block:blocks form:form ${occurs}`,
    content: `annotation? (simpleType|complexType)? ${identities}`,
  },
  'global attribute': {
    attributes: 'name!:name type:qname default:text fixed:text',
    content: 'annotation? simpleType?',
  },
  attribute: {
    attributes: 'name:name ref:qname type:qname use:use default:text fixed:text form:form',
    content: 'annotation? simpleType?',
  },
  'global complexType': {
    attributes: 'name!:name mixed:boolean abstract:boolean final:derivations block:derivations',
    content: `annotation? (simpleContent|complexContent|${model} ${attributes})`,
  },
  complexType: {
    attributes: 'mixed:boolean',
    content: `annotation? (simpleContent|complexContent|${model} ${attributes})`,
  },
  'global simpleType': { attributes: 'name!:name final:simple', content: 'annotation? (restriction|list|union)' },
  simpleType: { attributes: '', content: 'annotation? (restriction|list|union)' },
  simpleContent: { attributes: '', content: 'annotation? (restriction|extension)' },
  complexContent: { attributes: 'mixed:boolean', content: 'annotation? (restriction|extension)' },
  'restriction in simpleType': { attributes: 'base:qname', content: `annotation? simpleType? ${facets}` },
  'restriction in simpleContent': {
    attributes: 'base!:qname',
    content: `annotation? simpleType? ${facets} ${attributes}`,
  },
  'restriction in complexContent': { attributes: 'base!:qname', content: `annotation? ${model} ${attributes}` },
  'extension in simpleContent': { attributes: 'base!:qname', content: `annotation? ${attributes}` },
  'extension in complexContent': { attributes: 'base!:qname', content: `annotation? ${model} ${attributes}` },
  list: { attributes: 'itemType:qname', content: 'annotation? simpleType?' },
  union: { attributes: 'memberTypes:qnames', content: 'annotation? simpleType*' },
  'global group': { attributes: 'name!:name', content: 'annotation? (all|choice|sequence)' },
  group: { attributes: `ref!:qname ${occurs}`, content: 'annotation?' },
  'global attributeGroup': { attributes: 'name!:name', content: `annotation? ${attributes}` },
  attributeGroup: { attributes: 'ref!:qname', content: 'annotation?' },
  'sequence in group': { attributes: '', content: 'annotation? (element|group|choice|sequence|any)*' },
  'choice in group': { attributes: '', content: 'annotation? (element|group|choice|sequence|any)*' },
  'all in group': { attributes: '', content: 'annotation? element*' },
  sequence: { attributes: occurs, content: 'annotation? (element|group|choice|sequence|any)*' },
  choice: { attributes: occurs, content: 'annotation? (element|group|choice|sequence|any)*' },
  all: { attributes: 'minOccurs:zeroOrOne maxOccurs:one', content: 'annotation? element*' },
  'element in all': {
    attributes:
      'name:name ref:qname type:qname default:text fixed:text nillable:boolean block:blocks form:form minOccurs:zeroOrOne maxOccurs:zeroOrOne',
    content: `annotation? (simpleType|complexType)? ${identities}`,
  },
  any: { attributes: `namespace:namespaces processContents:process ${occurs}`, content: 'annotation?' },
  anyAttribute: { attributes: 'namespace:namespaces processContents:process', content: 'annotation?' },
  unique: { attributes: 'name!:name', content: 'annotation? selector field field*' },
  key: { attributes: 'name!:name', content: 'annotation? selector field field*' },
  keyref: { attributes: 'name!:name refer!:qname', content: 'annotation? selector field field*' },
  selector: { attributes: 'xpath!:text', content: 'annotation?' },
  field: { attributes: 'xpath!:text', content: 'annotation?' },
  notation: { attributes: 'name!:name public:text system:uri', content: 'annotation?' },
  annotation: { attributes: '', content: '(appinfo|documentation)*' },
  enumeration: listed,
  pattern: listed,
  whiteSpace: { attributes: 'value!:white fixed:boolean', content: 'annotation?' },
  length: { attributes: 'value!:count fixed:boolean', content: 'annotation?' },
  minLength: { attributes: 'value!:count fixed:boolean', content: 'annotation?' },
  maxLength: { attributes: 'value!:count fixed:boolean', content: 'annotation?' },
  totalDigits: { attributes: 'value!:count fixed:boolean', content: 'annotation?' },
  fractionDigits: { attributes: 'value!:count fixed:boolean', content: 'annotation?' },
  minInclusive: facet,
  maxInclusive: facet,
  minExclusive: facet,
  maxExclusive: facet,
};
