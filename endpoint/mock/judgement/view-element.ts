import type { Element } from 'slimdom';

export const viewNamespace = 'urn:3pas:view';

/** Attributes of an element of the view; those that are undefined are left out. */
export type ViewAttributes = Readonly<Record<string, string | number | undefined>>;

/** Appends a new element of the view to its parent. */
export const append = (parent: Element, name: string, attributes: ViewAttributes = {}): Element => {
  const document = parent.ownerDocument;
  if (document === null) throw new Error(`The view element ${parent.localName} stands in no document.`);
  const element = document.createElementNS(viewNamespace, name);
  setAll(element, attributes);
  parent.appendChild(element);
  return element;
};

/** Sets attributes of a view element. */
export const setAll = (element: Element, attributes: ViewAttributes): void => {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
};

/** `ja` or `nee`. */
export const yesNo = (claim: boolean): 'ja' | 'nee' => (claim ? 'ja' : 'nee');
