import { visible } from '#contract/texts/visible';
import { element, type XmlAttribute, type XmlElement, type XmlNode } from '#xml/tree';

/** An element of JUnit XML, its values without what a reader can't see. */
export const junitNode = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlNode[] = [],
): XmlElement =>
  element(
    '',
    name,
    children,
    Object.entries(attributes).map(([key, value]): XmlAttribute => ({
      name: key,
      namespace: '',
      value: visible(value),
    })),
  );
