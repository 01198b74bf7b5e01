import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseTree } from '#xml/parse';
import { elementsOf, type XmlElement } from '#xml/tree';
import { detailsOf, type RoleDetails, type RoleEntry } from '../description/description-shape.ts';
import type { Files } from '../folder/file-names.ts';
import { freeNames } from '../folder/free-names.ts';
import { namespaces } from '../wsdl/names.ts';
import { writeXml } from '../wsdl/write-xml.ts';

type Roles = Readonly<Record<string, RoleEntry>>;

/** The judged view of some roles: an element for each, in their order, as what it decodes to. */
export const derivedView = (roles: Roles): string => {
  const base = parseTree(readFileSync(fileURLToPath(new URL('view-base.xsd', import.meta.url))));
  const delivery = complexType('Levering', [
    sequence(Object.entries(roles).map(([name, role]) => roleElement(name, role))),
  ]);
  return writeXml({ ...base, children: [...elementsOf(base), delivery] }, {});
};

/** The files of a folder with the view of its roles, under a name that no other file has. */
export const withView = (files: Files, roles: Roles): { readonly files: Files; readonly view: string } => {
  const [view = ''] = freeNames(['view.xsd'], [...files.keys()]);
  return { view, files: new Map([...files, [view, Buffer.from(derivedView(roles))]]) };
};

const xs = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly XmlElement[]
): XmlElement => ({
  name,
  namespace: namespaces.xsd,
  attributes: Object.entries(attributes).map(([key, value]) => ({ name: key, namespace: '', value })),
  children,
});

const complexType = (name: string, children: readonly XmlElement[]): XmlElement =>
  xs('complexType', { name }, ...children);

const sequence = (children: readonly XmlElement[]): XmlElement => xs('sequence', {}, ...children);

const many = { minOccurs: '0', maxOccurs: 'unbounded' } as const;

const simpleTypes = { date: 'v:Datum', wkt: 'v:Wkt', positions: 'v:Positielijst', gml: 'v:Ligging' } as const;

const roleElement = (name: string, entry: RoleEntry): XmlElement => {
  const role = detailsOf(entry);
  const { decode } = role;
  const inner = Object.entries(role.roles ?? {}).map(([key, one]) => roleElement(key, one));
  if (decode === 'zip' || decode === 'xml' || decode === 'file')
    return xs('element', { name, ...many }, payloadType(role, inner));
  const hasLists = role.lists !== undefined || role.values !== undefined;
  const lists = !hasLists ? [] : [xs('element', { name: 'lijst', type: 'xs:string', ...many })];
  if (inner.length + lists.length === 0)
    return xs('element', { name, type: decode === undefined ? 'v:Tekst' : simpleTypes[decode], ...many });
  return xs(
    'element',
    { name, ...many },
    xs(
      'complexType',
      { mixed: 'true' },
      sequence([...inner, ...lists]),
      ...(decode === 'gml' ? lying : [xs('attribute', { name: 'waarde', type: 'xs:string', use: 'required' })]),
    ),
  );
};

const lying = ['geldig', 'los'].map((name) => xs('attribute', { name, type: 'v:JaNee' }));

const payloadType = ({ decode, payload }: RoleDetails, inner: readonly XmlElement[]): XmlElement => {
  const below = Object.entries(payload?.roles ?? {}).map(([key, one]) => roleElement(key, one));
  const fault = xs('attribute', { name: 'fout', type: 'v:Fout' });
  if (decode === 'xml') return xs('complexType', {}, sequence([...inner, ...below]), fault);
  const kinds = ['xml', 'pdf', 'anders'].map((value) => xs('enumeration', { value }));
  const file = xs(
    'element',
    { name: 'bestand', ...many },
    xs(
      'complexType',
      {},
      sequence(below),
      xs('attribute', { name: 'naam', type: 'xs:string', use: 'required' }),
      xs(
        'attribute',
        { name: 'soort', use: 'required' },
        xs('simpleType', {}, xs('restriction', { base: 'xs:string' }, ...kinds)),
      ),
      xs('attribute', { name: 'grootte', type: 'xs:nonNegativeInteger', use: 'required' }),
      fault,
    ),
  );
  return xs('complexType', {}, sequence([...inner, file]), fault);
};
