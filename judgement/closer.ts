import type { Rule } from '#contract/contract';
import { alike } from '#contract/texts/alike';
import type { Bilingual } from '#contract/texts/bilingual';
import { quoted } from '#contract/texts/quoted';
import type { Opener } from '#xml/document';
import { attributeOf, elementsOf, type XmlElement, type XmlNode } from '#xml/tree';
import type { Finding } from './finding.ts';
import { expressionsOf } from '#contract/rules/expressions';
import { looksAtPositions } from './follows.ts';
import type { CompiledRules } from './oracle-rules.ts';
import type { Origin, View } from './view/build-view.ts';
import { writeView } from './view/write-view.ts';

/** What more can be told of a rule that is broken: where more closely, by what part of the value, and why. */
export interface Closer extends Pick<Finding, 'mark' | 'why'> {
  readonly origin?: Origin | undefined;
  /** A sentence more. */
  readonly detail?: Bilingual;
}

/** A rule that is broken at an element of a view, with those around that. */
export interface Broken {
  readonly rule: Rule;
  readonly lineage: readonly XmlElement[];
}

/** What a view is tried again with. */
export interface Trials {
  readonly view: View;
  readonly rules: CompiledRules;
  readonly open: Opener;
}

/** Looks closer at a rule that is broken, by trying what would keep it: positions one by one, axes the other way round, texts as they look. */
export const lookCloser = (broken: Broken, trials: Trials): Closer => {
  if (looksAtPositions(broken.rule)) return amongPositions(broken, trials);
  if (isKeptAlike(broken, trials)) return { why: 'look-alike', detail: alikeText };
  const child = childOf(broken);
  return child === undefined ? {} : { origin: trials.view.origins.get(child), ...valueOf(child, broken.rule) };
};

/** What its test names first of what stands below. */
const childOf = ({ rule, lineage }: Broken): XmlElement | undefined => {
  const [, ...tests] = expressionsOf(rule);
  const [element] = lineage;
  const named = [...tests.join(' ').matchAll(/(?<![/\w])\w+:([A-Za-z][\w-]*)/g)];
  const below = element === undefined ? [] : elementsOf(element);
  return named.flatMap(([, name]) => below.find((one) => one.name === name) ?? [])[0];
};

/** The value of a child that is held against words of the rule, which a text can't name. */
const valueOf = (child: XmlElement, rule: Rule): Pick<Closer, 'detail'> => {
  const [, ...tests] = expressionsOf(rule);
  const isAgainstWords = new RegExp(String.raw`:${child.name}/@waarde = '`).test(tests.join(' '));
  const value = attributeOf(child, 'waarde');
  if (!isAgainstWords || value === undefined) return {};
  return { detail: { nl: `Er staat ${quoted(value)}.`, en: `It says ${quoted(value)}.` } };
};

const isBroken = (tree: XmlElement, rule: Rule, { rules, open }: Trials): boolean =>
  rules.breaches(open(Buffer.from(writeView(tree))).root).some((breach) => breach.rule === rule);

/** Whether the rule is kept once all texts are as they look. */
const isKeptAlike = ({ rule }: Broken, trials: Trials): boolean => {
  const tree = asTheyLook(trials.view.tree);
  return tree !== trials.view.tree && !isBroken(tree, rule, trials);
};

/** The same element where nothing in it looks otherwise than it is written. */
const asTheyLook = (element: XmlElement): XmlElement => {
  const attributes = element.attributes.map((one) => {
    const value = alike(one.value);
    return value === one.value ? one : { ...one, value };
  });
  const children = element.children.map((child): XmlNode =>
    typeof child === 'string' ? alike(child) : asTheyLook(child),
  );
  const isSame =
    attributes.every((one, index) => one === element.attributes[index]) &&
    children.every((one, index) => one === element.children[index]);
  return isSame ? element : { ...element, attributes, children };
};

/** Geometries of more positions are told as a whole. */
const mostPositions = 5000;

const amongPositions = (broken: Broken, trials: Trials): Closer => {
  const [element] = broken.lineage;
  const all = element === undefined ? [] : positionsIn(element);
  if (all.length === 0 || all.length > mostPositions) return {};
  const fails = (kept: readonly XmlElement[], change: (position: XmlElement) => XmlElement = (one) => one): boolean =>
    isBroken(alone(broken.lineage, new Set(kept), change), broken.rule, trials);
  if (fails([])) return {};
  const first = firstFailing(all, fails);
  return {
    ...atPosition(first, broken, trials.view),
    ...(all.every(isInDegrees) ? degrees : fails(all, swapped) ? otherSystem(all, fails) : axes(first)),
  };
};

type Fails = (kept: readonly XmlElement[], change?: (position: XmlElement) => XmlElement) => boolean;

/** What positions most likely are that are right neither way round. */
const otherSystem = (all: readonly XmlElement[], fails: Fails): Closer => {
  const isLike = (change: Parameters<Fails>[1]): boolean => !fails(all, change);
  const [detail] = [
    ...(all.every(isZero) ? [zeros] : []),
    ...(all.every(isMercator) ? [mercator] : []),
    ...(isLike(inMetres) ? [kilometres] : []),
  ];
  return { why: 'position', ...(detail === undefined ? {} : { detail }) };
};

const positionsIn = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => (child.name === 'positie' ? [child] : positionsIn(child)));

/** The first position with which those up to it break the rule, found by halves. */
const firstFailing = (
  all: readonly XmlElement[],
  fails: (kept: readonly XmlElement[]) => boolean,
): XmlElement | undefined => {
  let [passing, failing] = [0, all.length];
  while (failing - passing > 1) {
    const middle = Math.floor((passing + failing) / 2);
    if (fails(all.slice(passing, middle))) failing = middle;
    else passing = middle;
  }
  return all[failing - 1];
};

/** A view of nothing but an element and what is around it, with these positions alone. */
const alone = (
  [element, ...around]: readonly XmlElement[],
  kept: ReadonlySet<XmlElement>,
  change: (position: XmlElement) => XmlElement,
): XmlElement => {
  const prune = (one: XmlElement): XmlElement => ({
    ...one,
    children: elementsOf(one).flatMap((child) =>
      child.name !== 'positie' ? [prune(child)] : kept.has(child) ? [change(child)] : [],
    ),
  });
  const inner = element === undefined ? [] : [prune(element)];
  return around.reduce<readonly XmlElement[]>((children, one) => [{ ...one, children }], inner)[0] ?? noElement;
};

const noElement: XmlElement = { namespace: '', name: 'beeld', attributes: [], children: [] };

const swapped = (position: XmlElement): XmlElement => ({
  ...position,
  attributes: position.attributes.map((one) => ({
    ...one,
    name: one.name === 'x' ? 'y' : one.name === 'y' ? 'x' : one.name,
  })),
});

const written = (position: XmlElement | undefined): readonly [x: string, y: string] => [
  (position && attributeOf(position, 'x')) ?? '',
  (position && attributeOf(position, 'y')) ?? '',
];

const isZero = (position: XmlElement): boolean => written(position).every((one) => Number(one) === 0);

/** Where the Netherlands lie in the system of maps on the web (EPSG:3857). */
const isMercator = (position: XmlElement): boolean => {
  const [x = 0, y = 0] = written(position).map(Number);
  return x > 330_000 && x < 830_000 && y > 6_500_000 && y < 7_150_000;
};

const inMetres = (position: XmlElement): XmlElement => ({
  ...position,
  attributes: position.attributes.map((one) =>
    /^[xy]$/.test(one.name) ? { ...one, value: String(Number(one.value) * 1000) } : one,
  ),
});

const zeros: Bilingual = {
  nl: 'Nullen staan er meestal voor een plaats die niet bekend is: lever dan geen geometrie aan.',
  en: 'Zeros mostly stand there for a place that is not known: deliver no geometry then.',
};

const mercator: Bilingual = {
  nl: 'Dit lijkt het stelsel van webkaarten (Web Mercator, EPSG:3857). Reken om naar EPSG:28992.',
  en: 'This looks like the system of maps on the web (Web Mercator, EPSG:3857). Convert to EPSG:28992.',
};

const kilometres: Bilingual = {
  nl: 'Dit lijken kilometers. RD is in meters: vermenigvuldig met 1000.',
  en: 'These look like kilometres. RD is in metres: multiply by 1000.',
};

/** Within the bounds of latitude and longitude, and no zeros that stand for nothing. */
const isInDegrees = (position: XmlElement): boolean => {
  const [x, y] = written(position).map((one) => Math.abs(Number(one)));
  return x !== undefined && y !== undefined && x + y > 0 && Math.min(x, y) <= 90 && Math.max(x, y) <= 180;
};

/** The text that the position is read from, and the part of it that it is. */
const atPosition = (position: XmlElement | undefined, { lineage }: Broken, { origins }: View): Closer => {
  const [element] = lineage;
  const holder = element && position && lineTo(element, position).findLast((one) => origins.has(one));
  const origin = holder && origins.get(holder);
  const [x, y] = written(position).map((one) => one.replace(/[^\w\s]/g, String.raw`\$&`));
  const mark = new RegExp(`(?<![\\w.+-])${x ?? ''}\\s+${y ?? ''}(?![\\w.])`).exec(origin?.node.content ?? '')?.[0];
  return { origin, ...(mark === undefined ? {} : { mark }) };
};

/** The elements that lead to one below, from the outside in. */
const lineTo = (element: XmlElement, wanted: XmlElement): readonly XmlElement[] => {
  if (elementsOf(element).includes(wanted)) return [element];
  const below = elementsOf(element)
    .map((child) => lineTo(child, wanted))
    .find((line) => line.length > 0);
  return below === undefined ? [] : [element, ...below];
};

const axes = (position: XmlElement | undefined): Closer => {
  const [x, y] = written(position);
  return {
    why: 'axes',
    detail: {
      nl: `x en y zijn verwisseld: schrijf ${y} ${x}.`,
      en: `x and y are swapped: write ${y} ${x}.`,
    },
  };
};

const degrees: Closer = {
  why: 'degrees',
  detail: {
    nl: 'Dit zijn graden (WGS84 of ETRS89), geen meters in RD. Reken ze om naar EPSG:28992.',
    en: 'These are degrees (WGS84 or ETRS89), no metres in RD. Convert them to EPSG:28992.',
  },
};

const alikeText: Bilingual = {
  nl: 'De waarden zien er gelijk uit, en verschillen in tekens die dat niet tonen: een vaste spatie, of een letter met een los accent (NFD).',
  en: 'The values look equal, and differ in characters that do not show it: a no-break space, or a letter with a separate accent (NFD).',
};
