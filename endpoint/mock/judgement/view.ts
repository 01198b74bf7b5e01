import { Document, Element, type Node } from 'slimdom';
import { xsi } from '#xml/schema/names';
import type { XmlElement } from '#xml/tree';
import { amsterdamDay, parseDay, dayNumber } from './calendar-day.ts';
import { isPacked, isText } from '#contract/roles/decodings';
import type { CompiledRole } from './compiled-roles.ts';
import { joined, placeOf, stringValue, toDom } from './dom.ts';
import { type Effort, spend, TooMuchWork } from './effort.ts';
import { append, viewNamespace, yesNo } from './view-element.ts';
import { addDecoded, type Decoder, type Findings, type ViewFile } from './view-decoding.ts';
import type { Complaint } from '../../server/soap/complaint.ts';

/** What is known outside the delivery itself; rules may look at all but the organisation. */
export interface ViewContext {
  /** YYYY-MM-DD, Europe/Amsterdam. */
  readonly today: string;
  readonly oin: string | undefined;
  /** Of the certificate, where there is one. */
  readonly organisation?: string | undefined;
  readonly mandates: readonly { readonly kind: string; readonly name: string }[] | undefined;
}

/** The judged view of one delivery, as `view.xsd` of the contract describes it. */
export interface View {
  readonly document: Document;
  /** Where on the wire an element of the view comes from. */
  readonly placeOf: (element: Element) => string;
  /** What is wrong with the documents inside the delivery. */
  readonly complaints: readonly Complaint[];
  /** The files inside the delivery, unpacked. */
  readonly files: readonly ViewFile[];
}

/** What a view is made with. */
export interface ViewPlan {
  readonly roles: readonly CompiledRole[];
  readonly decoder: Decoder;
  /** Of this delivery alone. */
  readonly effort: Effort;
}

/** Builds the view of a request. */
export const buildView = (plan: ViewPlan, request: XmlElement, context: ViewContext): View => {
  const document = new Document();
  const root = document.createElementNS(viewNamespace, 'beeld');
  document.appendChild(root);
  addContext(root, context);
  const delivery = append(root, 'levering');
  const work: Work = {
    decoder: plan.decoder,
    places: new Map([[delivery, '']]),
    complaints: [],
    files: [],
    effort: plan.effort,
    today: context.today,
  };
  asFarAsItGoes(work, () => {
    addRoles(work, delivery, { roles: plan.roles, tree: request, base: '' });
  });
  return {
    document,
    placeOf: (element) => nearestPlace(work.places, element),
    complaints: work.complaints,
    files: work.files,
  };
};

/** A delivery that asks for too much has its view as far as it was made, and is refused. */
const asFarAsItGoes = ({ complaints }: Work, make: () => void): void => {
  try {
    make();
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    complaints.push(tooMuchWork);
  }
};

const tooMuchWork: Complaint = {
  case: 'size',
  id: undefined,
  at: '',
  text: {
    nl: 'De inhoud heeft te veel elementen of posities. Lever minder of eenvoudiger gegevens aan.',
    en: 'The content has too many elements or positions. Deliver fewer or simpler data.',
  },
};

const addContext = (root: Element, { today, oin, mandates }: ViewContext): void => {
  const day = parseDay(today);
  const context = append(root, 'context', {
    vandaag: today,
    vandaagGetal: Number(today.replaceAll('-', '')),
    vandaagDagnummer: day === undefined ? undefined : dayNumber(day),
    oin,
    machtigingen: yesNo(mandates !== undefined),
  });
  for (const { kind, name } of mandates ?? []) append(context, 'machtiging', { soort: kind, naam: name });
};

/** What grows while a view is built. */
interface Work {
  readonly decoder: Decoder;
  readonly places: Map<Element, string>;
  readonly complaints: Complaint[];
  readonly files: ViewFile[];
  readonly effort: Effort;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** A document, the roles to look for in it, and its place on the wire. */
interface Source {
  readonly roles: readonly CompiledRole[];
  readonly tree: XmlElement;
  readonly base: string;
}

const addRoles = (work: Work, parent: Element, { roles, tree, base }: Source): void => {
  const root = toDom(tree).documentElement;
  if (root !== null) for (const role of roles) addRole(work, parent, { role, context: root, base });
};

interface Search {
  readonly role: CompiledRole;
  readonly context: Node;
  readonly base: string;
}

/** Adds an element for each node that a role finds. */
const addRole = (work: Work, parent: Element, { role, context, base }: Search): void => {
  const found = role.find(context);
  if (typeof found !== 'string') {
    for (const node of found.filter((one) => !saysNil(one)))
      addFound(work, parent, {
        ...{ role, node, value: stringValue(node), at: joined(base, placeOf(node)), base },
        ...{ fileName: firstText(role.fileName, context), mediaType: firstText(role.mediaType, context) },
      });
  } else if (found !== '') {
    addFound(work, parent, { role, node: undefined, value: found, at: joined(base, placeOf(context)), base });
  }
};

/** An empty element that says so stands for one that is not there. */
const saysNil = (node: Node): boolean =>
  node instanceof Element && node.firstChild === null && /^\s*(true|1)\s*$/.test(node.getAttributeNS(xsi, 'nil') ?? '');

interface Find {
  readonly role: CompiledRole;
  /** Undefined for a plain value. */
  readonly node: Node | undefined;
  readonly value: string;
  readonly at: string;
  readonly base: string;
  /** What stands beside a file. */
  readonly fileName?: string;
  readonly mediaType?: string;
}

const firstText = (find: CompiledRole['find'] | undefined, context: Node): string => {
  const found = find?.(context) ?? '';
  if (typeof found === 'string') return found.trim();
  const [first] = found;
  return first === undefined ? '' : stringValue(first).trim();
};

const addFound = (
  work: Work,
  parent: Element,
  { role, node, value: text, at, base, fileName = '', mediaType = '' }: Find,
): void => {
  spend(work.effort, 'found');
  const holdsDocuments = isPacked(role);
  const value = holdsDocuments ? text : spoken(role, text);
  const element = append(parent, role.name, { waarde: isText(role) ? value : undefined });
  work.places.set(element, at);
  if (node !== undefined) for (const inner of role.roles) addRole(work, element, { role: inner, context: node, base });
  for (const list of role.lists) if (list.has(value, work.today)) addText(append(element, 'lijst'), list.name);
  tellOfTable(work, role, { value, at });
  addDecoded(work.decoder, findingsOf(work), { role, node, value, at, element, fileName, mediaType });
  if (isText(role) && element.firstElementChild === null) addText(element, value);
};

/** A type is called by the last part of its name, a code stands for a word, and of a moment the day counts. */
const spoken = ({ codes, decode, told }: CompiledRole, text: string): string => {
  if (decode === 'date') return amsterdamDay(text) ?? text;
  const name = told?.by === 'type' ? (text.split(':').at(-1) ?? '').trim() : text;
  return codes.size > 0 ? (codes.get(name.trim()) ?? name) : name;
};

const tellOfTable = (
  { complaints, today }: Work,
  { table }: CompiledRole,
  { value, at }: Pick<Find, 'value' | 'at'>,
): void => {
  if (table === undefined || value === '' || table.has(value, today)) return;
  const { id, place, text } = table.rule;
  complaints.push({ case: 'rule', id: `${place.file}#${id}`, at, text });
};

const findingsOf = (work: Work): Findings => ({
  complaints: work.complaints,
  files: work.files,
  effort: work.effort,
  addInside: (element, payload, { tree, at }) => {
    work.places.set(element, at);
    addRoles(work, element, { roles: payload.roles, tree, base: at });
  },
});

const addText = (element: Element, text: string): void => {
  if (text !== '' && element.ownerDocument !== null) element.appendChild(element.ownerDocument.createTextNode(text));
};

const nearestPlace = (places: ReadonlyMap<Element, string>, element: Element): string => {
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    const place = places.get(one);
    if (place !== undefined) return place;
  }
  return '';
};
