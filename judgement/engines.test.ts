import fc from 'fast-check';
import { Schema } from 'node-schematron';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { withDocument } from '#xml/document';
import { parseTree } from '#xml/parse';
import { elementsOf, type XmlAttribute, type XmlElement, type XmlNode } from '#xml/tree';
import type { JudgementContext } from './finding.ts';
import { compileRules } from './oracle-rules.ts';
import { gml, sampleMessage, zip } from '../test/samples/delivery.ts';
import { viewOf } from '../test/samples/view-of.ts';
import { writeView } from './view/write-view.ts';

const contract = readContract('contract/2020-01');
const rules = compileRules(contract.rules, contract.ruleNamespaces);
const schematronText = Buffer.from(contract.files.get(contract.schemas.rules) ?? []).toString();
/** node-schematron looks for a context from every node, so a path that need not begin at the root is found four times as fast. */
const schematron = Schema.fromString(schematronText.replaceAll(/(?<=context="[^"]*)\/(?=v:beeld)/g, ''));
const context: JudgementContext = {
  today: '2026-11-23',
  oin: '00000001002220647000',
  mandates: [{ kind: 'gemeente', name: 'Woerden' }],
};
const shell = '120000 455000 120010 455000 120010 455010 120000 455000';
const island = '120020 455000 120030 455000 120030 455010 120020 455000';
const messages = [
  ...contract.documentTypes.map(({ example }) => contract.files.get(example) ?? new Uint8Array()),
  sampleMessage({
    uitgever: ['provincie', 'Utrecht'],
    besluit: '2026-11-21',
    begin: '2026-11-24',
    eind: '2027-01-05',
    markeringen: [
      '<d:Vlak><d:Geometrie>POLYGON((120000 455000,120010 455000,120010 455010,120000 455000))</d:Geometrie></d:Vlak>',
    ],
    bopa: { identificatie: 'Z-1', gml: gml() },
  }),
  ...[[[shell, island]], [[shell], [shell]]].map((polygons) => {
    const text = polygons.map((rings) => `(${rings.map((ring) => `(${ring})`).join(',')})`).join(',');
    return sampleMessage({
      markeringen: [`<d:Vlak><d:Geometrie>MULTIPOLYGON(${text.replace(/(\d+ \d+) /g, '$1,')})</d:Geometrie></d:Vlak>`],
      bopa: { identificatie: 'Z-1', gml: gml({ polygons }) },
    });
  }),
  sampleMessage({ bopa: { identificatie: 'Z-1', gml: gml({ lines: ['120000 455000 120000 455000'] }) } }),
  sampleMessage({ datum: '2026-12-25', bopa: { identificatie: 'Z-1', gml: '<b' }, inhoud: zip({ 'lees.txt': 'x' }) }),
];
const views = messages.map((message) => parseTree(Buffer.from(viewOf(contract, message, context))));

/**
 * Values that either engine could take amiss: numbers, near-numbers, dates, blanks, and what the rules compare with. Not `+5`
 * or `INF`, which XPath 1.0 and 3.1 read differently: a view has plain decimals (view.xsd).
 */
const values = [
  ...['', ' ', '0', '-1', '1e3', '007', '.5', '5.', 'NaN', 'Infinity', '9'.repeat(400), '20261124', '20261122'],
  ...[
    'ja',
    'nee',
    'onbekend',
    'true',
    'te-groot',
    'dtd',
    'zip',
    'inhoud.xml',
    'pdf',
    'gemeente',
    'provincie',
    'Staatscourant',
  ],
  ...[
    'omgevingsvergunning',
    'andere melding',
    'Melding',
    'GAOverigeAankondigingen',
    'BeschikkingAanvraag',
    'EPSG:28992',
    '_a',
    'Z-1',
  ],
];

interface Change {
  readonly kind: 'drop' | 'double' | 'set' | 'unset' | 'rename' | 'fault';
  readonly at: number;
  readonly attribute: number;
  readonly value: string;
  readonly other: number;
}

const change = fc.record<Change>({
  kind: fc.constantFrom('drop', 'double', 'set', 'set', 'set', 'unset', 'rename', 'fault'),
  at: fc.nat(10_000),
  attribute: fc.nat(10),
  value: fc.constantFrom(...values),
  other: fc.nat(10_000),
});

const flat = (element: XmlElement): readonly XmlElement[] => [element, ...elementsOf(element).flatMap(flat)];

/** Half of the time a value that a rule tells apart, of those that the attribute can have, or that of an element. */
const pools: Readonly<Record<string, readonly string[]>> = {
  'gmlId/@waarde': ['_a', 'Z-1'],
  fout: ['te-groot', 'dtd', 'zip', 'posities'],
  getal: ['20261122', '20261123', '20261124'],
  dagnummer: ['20700', '20780', '20790', '20900'],
  werkdag: ['ja', 'nee', 'onbekend'],
};

const valueFor = (element: string, name: string, { value, other }: Change): string => {
  const pool = pools[`${element}/@${name}`] ?? pools[name] ?? [];
  return other % 2 === 0 ? (pool[(other / 2) % pool.length] ?? value) : value;
};

const attributeOf = (element: string, name: string, one: Change): XmlAttribute => ({
  name,
  namespace: '',
  value: valueFor(element, name, one),
});

const others = (node: XmlElement, name: string): readonly XmlAttribute[] =>
  node.attributes.filter((one) => one.name !== name);

const changed = (tree: XmlElement, one: Change): XmlElement => {
  const { kind, at, attribute, other } = one;
  const all = flat(tree);
  // A view has one context and one levering, whatever the message.
  // Most elements are positions, which few rules look at.
  const targets = elementsOf(tree)
    .flatMap(elementsOf)
    .flatMap(flat)
    .filter(({ name }) => name !== 'positie' || attribute === 0);
  const target = targets[at % targets.length];
  const model = all[other % all.length];
  const edit = (node: XmlElement): readonly XmlElement[] => {
    if (node !== target)
      return [
        {
          ...node,
          children: node.children.flatMap((child): readonly XmlNode[] =>
            typeof child === 'string' ? [child] : edit(child),
          ),
        },
      ];
    if (kind === 'drop') return [];
    if (kind === 'double') return [node, node];
    if (kind === 'rename') return [{ ...node, name: model?.name ?? node.name }];
    if (kind === 'fault')
      return [{ ...node, attributes: [...others(node, 'fout'), attributeOf(node.name, 'fout', one)] }];
    const index = attribute % Math.max(1, node.attributes.length);
    const kept = node.attributes.filter((_, position) => position !== index);
    const own = node.attributes[index];
    return [
      {
        ...node,
        attributes: kind === 'unset' || own === undefined ? kept : [...kept, attributeOf(node.name, own.name, one)],
      },
    ];
  };
  return edit(tree)[0] ?? tree;
};

const perturbed = fc
  .tuple(fc.constantFrom(...views), fc.array(change, { minLength: 1, maxLength: 4 }))
  .map(([view, changes]) => writeView(changes.reduce(changed, view)));

const byLibxml = (view: string): readonly string[] =>
  withDocument(Buffer.from(view), ({ root }) => rules.breaches(root).map(({ rule }) => rule.id)).toSorted();

const bySchematron = (view: string): readonly string[] =>
  schematron
    .validateString(view)
    .map(({ assertId }) => String(assertId))
    .toSorted();

test('both engines find the same rules broken in 2,000 perturbed views', { timeout: 300_000 }, () => {
  const found = new Set<string>();
  for (const view of fc.sample(perturbed, { numRuns: 2000, seed: 20261123 })) {
    const broken = byLibxml(view);
    for (const rule of broken) found.add(rule);
    expect(bySchematron(view), view).toEqual(broken);
  }
  expect([...found].toSorted()).toEqual(contract.rules.map(({ id }) => id).toSorted());
});
