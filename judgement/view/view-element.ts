import { element, type XmlElement, type XmlNode } from '#xml/tree';

/** Namespace of the judged view. */
export const viewNamespace = 'urn:3pas:view';

/** An element of the view; an attribute that is undefined is left out. */
export const viewElement = (
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly XmlNode[] = [],
): XmlElement =>
  element(
    viewNamespace,
    name,
    children,
    Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [{ name: key, namespace: '', value: String(value) }],
    ),
  );

/** What a decoder adds to the element of its role. */
export interface Decoded {
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly XmlElement[];
}
