import { parseTree } from '#xml/parse';
import { attributeOf, elementsOf, type XmlElement } from '#xml/tree';
import type { RoleDetails, RoleEntry } from '../description/description-shape.ts';
import { detailsOf } from './role-drafts.ts';
import { namespaces } from '../wsdl/names.ts';
import { writeXml } from '../wsdl/write-xml.ts';

type Roles = Readonly<Record<string, RoleEntry>>;

/** The judged view of some roles, with the types that the shipped view gives to what is decoded. */
export const viewFile = (roles: Roles, shipped: Uint8Array): string => {
  const schema = parseTree(shipped);
  const kept = elementsOf(schema).filter(
    (child) => child.name === 'element' || basic.has(attributeOf(child, 'name') ?? ''),
  );
  const delivery = complexType('Levering', [
    sequence(Object.entries(roles).map(([name, role]) => roleElement(name, role))),
  ]);
  return writeXml({ ...schema, children: [...kept, delivery] }, {});
};

/** Types of the shipped view that say nothing of its roles. */
const basic: ReadonlySet<string> = new Set([
  ...['Context', 'Tekst', 'Datum', 'Wkt', 'Posities', 'Positielijst', 'Ligging', 'Fout', 'Getal', 'JaNee'],
]);

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
  const lists = role.lists === undefined ? [] : [xs('element', { name: 'lijst', type: 'xs:string', ...many })];
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
