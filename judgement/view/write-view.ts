import { escapeAttribute, escapeText } from '#xml/serialize';
import type { XmlElement } from '#xml/tree';
import { viewNamespace } from './view-element.ts';

/** Writes a view; everything in it is in one namespace, so no prefix is needed. */
export const writeView = (view: XmlElement): string => write(view, ` xmlns="${viewNamespace}"`);

const write = ({ name, attributes, children }: XmlElement, declaration = ''): string => {
  const written = attributes.map((one) => ` ${one.name}="${escapeAttribute(one.value)}"`).join('');
  const content = children.map((child) => (typeof child === 'string' ? escapeText(child) : write(child))).join('');
  return `<${name}${declaration}${written}>${content}</${name}>`;
};
