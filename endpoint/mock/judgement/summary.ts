import { createHash } from 'node:crypto';
import type { Element } from 'slimdom';
import type { XmlElement } from '#xml/tree';
import { serialize } from '#xml/serialize';
import { viewNamespace } from './view-element.ts';
import type { View } from './view.ts';

/** What a delivery says of itself, as far as its contract has roles for it. */
export interface Summary {
  readonly documentType: string | undefined;
  readonly referenceNumber: string | undefined;
  readonly title: string | undefined;
  readonly authority: string | undefined;
  readonly medium: string | undefined;
  readonly publicationDate: string | undefined;
  /** Equal for deliveries with equal title, content and medium; undefined for a rectification, and without a title. */
  readonly likeness: string | undefined;
}

/** Reads the summary from the view. */
export const summaryOf = (view: View, request: XmlElement): Summary => {
  const value = (role: string): string | undefined => roleElement(view, role)?.getAttribute('waarde') ?? undefined;
  const [title, medium] = [value('titel'), value('medium')];
  const isNever = title === undefined || (value('rectificeert') ?? '') !== '';
  return {
    documentType: value('documenttype'),
    referenceNumber: value('referentienummer'),
    title,
    authority: value('bevoegdGezag'),
    medium,
    publicationDate: value('publicatiedatum')?.trim(),
    likeness: isNever ? undefined : digest(JSON.stringify([title, medium, contentDigest(view, request)])),
  };
};

const roleElement = ({ document }: View, role: string): Element | undefined =>
  document.documentElement?.lastElementChild?.children.find(
    (child) => child.namespaceURI === viewNamespace && child.localName === role,
  );

/** Unpacked, since the same files can be packed in many ways; without files the request itself is the content. */
const contentDigest = ({ files }: View, request: XmlElement): string => {
  if (files.length === 0) return digest(serialize(request));
  return digest(
    files
      .map(({ name, bytes }) => JSON.stringify([name, digest(bytes)]))
      .toSorted()
      .join('\n'),
  );
};

const digest = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('base64');
