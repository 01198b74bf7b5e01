import { createHash } from 'node:crypto';
import type { Element } from 'slimdom';
import { boundTo, takesAuthorityFromCertificate } from '#contract/roles/bindings';
import { isContent } from '#contract/roles/key-parts';
import { holdsFiles } from '#contract/roles/decodings';
import type { Contract, KeyPart, Role } from '#contract/contract';
import type { Use } from '#contract/use';
import type { XmlElement } from '#xml/tree';
import { serialize } from '#xml/serialize';
import { clipped } from '../clipped.ts';
import { viewNamespace } from './view-element.ts';
import type { View, ViewContext } from './view.ts';

/** What a delivery says of itself, as far as its contract binds roles to it; long texts are clipped. */
export interface Summary {
  readonly documentType: string | undefined;
  readonly referenceNumber: string | undefined;
  readonly title: string | undefined;
  readonly authority: string | undefined;
  readonly medium: string | undefined;
  readonly publicationDate: string | undefined;
  /** Equal for deliveries that are the same by the key of the contract; undefined for one that is never a duplicate. */
  readonly likeness: string | undefined;
}

/** A request, and what is known outside it. */
interface Sent {
  readonly request: XmlElement;
  readonly context: ViewContext;
}

/** Reads the summary from the view. */
export const summaryOf = (contract: Contract, view: View, { request, context }: Sent): Summary => {
  const value = (use: Use): string | undefined => {
    const roles = boundTo(contract, use)?.roles;
    return roles && textsAt(view, roles)[0];
  };
  return {
    documentType: clip(value('documentType')),
    referenceNumber: clip(value('reference'), longestReference),
    title: clip(value('title')),
    authority: clip(takesAuthorityFromCertificate(contract) ? authorityIn(context) : value('authority')),
    medium: clip(value('medium')),
    publicationDate: clip(value('publicationDate')?.trim()),
    likeness: likenessOf(contract, view, request),
  };
};

const likenessOf = ({ duplicate }: Contract, view: View, request: XmlElement): string | undefined => {
  if (duplicate === undefined) return undefined;
  const { key, unless } = duplicate;
  const texts = ({ binding }: KeyPart): readonly string[] => textsAt(view, binding?.roles ?? []);
  if (unless.some((part) => texts(part).some((text) => text !== ''))) return undefined;
  const told = key.filter((part) => !isContent(part));
  // What says nothing of what it is compared by may be anything.
  if (told.length > 0 && told.every((part) => texts(part).length === 0)) return undefined;
  const compared = key.map((part) => (isContent(part) ? contentDigest(view, request) : oneOrAll(texts(part))));
  return digest(JSON.stringify(compared));
};

const oneOrAll = (texts: readonly string[]): string | readonly string[] | undefined =>
  texts.length > 1 ? texts : texts[0];

/** Whom the sender stands for: the one body it may deliver for, else whom its certificate names. */
const authorityIn = ({ mandates, organisation }: ViewContext): string | undefined =>
  mandates?.length === 1 ? mandates[0]?.name : organisation;

const clip = (text: string | undefined, most?: number): string | undefined => text && clipped(text, most);

/** Characters; what looks for a dossier by its reference must find it. */
const longestReference = 1000;

/** What stands at a row of roles; what is in a zip stands below its files. */
const textsAt = ({ document }: View, roles: readonly Role[]): readonly string[] => {
  const delivery = document.documentElement?.lastElementChild;
  const elements = roles.reduce<readonly Element[]>(
    (found, { name }, index) => {
      const before = roles[index - 1];
      const isZipped = before !== undefined && holdsFiles(before);
      const within = isZipped ? found.flatMap((one) => childrenCalled(one, 'bestand')) : found;
      return within.flatMap((one) => childrenCalled(one, name));
    },
    delivery === null || delivery === undefined || roles.length === 0 ? [] : [delivery],
  );
  return elements.flatMap((one) => one.getAttribute('waarde') ?? []);
};

const childrenCalled = ({ children }: Element, name: string): readonly Element[] =>
  children.filter((child) => child.namespaceURI === viewNamespace && child.localName === name);

/** Unpacked, since the same files can be packed in many ways; without files the request itself is the content. */
const contentDigest = ({ files }: View, request: XmlElement): string => {
  if (files.length === 0) return digest(serialize(withoutBlanks(request)));
  return digest(
    files
      .map(({ name, bytes }) => JSON.stringify([name, digest(bytes)]))
      .toSorted()
      .join('\n'),
  );
};

/** White space between elements says nothing. */
const withoutBlanks = (tree: XmlElement): XmlElement => {
  const holdsElements = tree.children.some((child) => typeof child !== 'string');
  const said = tree.children.filter((child) => !holdsElements || typeof child !== 'string' || child.trim() !== '');
  return { ...tree, children: said.map((child) => (typeof child === 'string' ? child : withoutBlanks(child))) };
};

const digest = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('base64');
