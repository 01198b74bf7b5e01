import type { DrawnFolder } from './drawn-folder.ts';
import { namespacesOf } from './names.ts';
import { type RoleTree, rolesOf } from './roles.ts';
import { type Tree, isOptional, treeOf } from './tree.ts';
import { simpleTypes, typeOf } from './types.ts';

const ground =
  '<xs:annotation><xs:appinfo><g:ground standing="confirmed" source="drawn"/></xs:appinfo></xs:annotation>';

const schema = (attributes: string, ...inner: readonly string[]): string =>
  `<xs:schema xmlns:g="urn:3pas:ground" xmlns:xs="http://www.w3.org/2001/XMLSchema" ${attributes}>\n  ${[ground, ...inner].join('\n  ')}\n</xs:schema>\n`;

/** The schema of the message, with that of its parts where these have a namespace of their own. */
export const messageSchema = (folder: DrawnFolder): string => {
  const { message, parts } = namespacesOf(folder);
  const tree = treeOf(folder, 'message');
  const isOne = folder.namespaces === 1;
  const children = tree.children.map((child, index) =>
    isOne || child.part !== undefined ? elementOf(child) : reference(child, `t:At${String(index)}`),
  );
  return schema(
    `targetNamespace="${message}" xmlns:m="${message}" xmlns:t="${parts}" elementFormDefault="${formOf(folder)}"`,
    ...(isOne ? [simpleTypes(folder)] : [`<xs:import namespace="${parts}" schemaLocation="parts.xsd"/>`]),
    `<xs:element name="${folder.request}">${complex(tree, children)}</xs:element>`,
    `<xs:element name="${folder.request}Response"><xs:complexType><xs:sequence><xs:element name="Number" type="xs:string" form="unqualified"/></xs:sequence></xs:complexType></xs:element>`,
  );
};

/** The schema of all that stands deeper than right below the request. */
export const partsSchema = (folder: DrawnFolder): string => {
  const { parts } = namespacesOf(folder);
  const types = treeOf(folder, 'message').children.flatMap((child, index) =>
    child.part === undefined ? [complex(child).replace('>', ` name="At${String(index)}">`)] : [],
  );
  const attributes = `targetNamespace="${parts}" xmlns:t="${parts}" elementFormDefault="${formOf(folder)}"`;
  return schema(attributes, simpleTypes(folder), ...types);
};

/** The schema of the content, with its paragraphs. */
export const contentSchema = (folder: DrawnFolder): string => {
  const { content } = namespacesOf(folder);
  const tree = treeOf(folder, 'content');
  const attributes =
    content === undefined ? '' : `targetNamespace="${content}" xmlns:t="${content}" elementFormDefault="qualified"`;
  const root = `<xs:element name="${folder.root}">${complex(tree)}</xs:element>`;
  const text = schema(attributes, simpleTypes(folder), root);
  return content === undefined ? text.replaceAll('="t:', '="') : text;
};

const formOf = ({ isQualified }: DrawnFolder): string => (isQualified ? 'qualified' : 'unqualified');

const occurs = ({ isOptional: may, part }: Tree): string =>
  `${may ? ' minOccurs="0"' : ''}${part === 'notice' ? ' maxOccurs="unbounded"' : ''}`;

const reference = (tree: Tree, type: string): string =>
  `<xs:element name="${tree.name}" type="${type}"${occurs(tree)}/>`;

const elementOf = (tree: Tree): string =>
  tree.part !== undefined && tree.attributes.length === 0
    ? reference(tree, `t:${typeOf(tree.part)}`)
    : `<xs:element name="${tree.name}"${occurs(tree)}>${complex(tree)}</xs:element>`;

const complex = (tree: Tree, children = tree.children.map(elementOf)): string => {
  const attributes = tree.attributes
    .map(
      ({ name, part }) =>
        `<xs:attribute name="${name}" type="t:${typeOf(part)}" use="${isOptional(part) ? 'optional' : 'required'}"/>`,
    )
    .join('');
  if (tree.part === undefined)
    return `<xs:complexType><xs:sequence>${children.join('')}</xs:sequence>${attributes}</xs:complexType>`;
  const extension = `<xs:extension base="t:${typeOf(tree.part)}">${attributes}</xs:extension>`;
  return `<xs:complexType><xs:simpleContent>${extension}</xs:simpleContent></xs:complexType>`;
};

/** The schema of the judged view: an element for each role. */
export const viewSchema = (folder: DrawnFolder): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:3pas:view" elementFormDefault="qualified">
  <xs:element name="beeld"><xs:complexType><xs:sequence>
    <xs:element name="context"><xs:complexType>
      <xs:sequence><xs:element name="machtiging" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="soort"/><xs:attribute name="naam"/></xs:complexType></xs:element></xs:sequence>
      ${['vandaag', 'vandaagGetal', 'vandaagDagnummer', 'oin', 'machtigingen'].map((name) => `<xs:attribute name="${name}"/>`).join('')}
    </xs:complexType></xs:element>
    ${viewOf('levering', rolesOf(folder), '')}
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>
`;

const viewOf = (name: string, roles: readonly RoleTree[], more: string): string => {
  const children = roles.map((role) => viewOf(role.name, role.roles, payloadView(role))).join('');
  const attributes = ['waarde', 'fout'].map((one) => `<xs:attribute name="${one}"/>`).join('');
  const type = `<xs:complexType mixed="true"><xs:sequence>${children}${more}</xs:sequence>${attributes}</xs:complexType>`;
  return `<xs:element name="${name}" minOccurs="0" maxOccurs="unbounded">${type}</xs:element>`;
};

const payloadView = ({ decode, payload = [] }: RoleTree): string => {
  const inside = payload.map((role) => viewOf(role.name, role.roles, '')).join('');
  if (decode !== 'zip') return inside;
  const attributes = ['naam', 'fout'].map((one) => `<xs:attribute name="${one}"/>`).join('');
  const type = `<xs:complexType mixed="true"><xs:sequence>${inside}</xs:sequence>${attributes}</xs:complexType>`;
  return `<xs:element name="bestand" minOccurs="0" maxOccurs="unbounded">${type}</xs:element>`;
};
