import type { Element } from 'slimdom';
import type { Contract, Role, Rule } from '#contract/contract';
import { viewNamespace } from './view-element.ts';
import type { View } from './view.ts';

/** The place on the wire that a broken rule is about. */
export type RulePlace = (view: View, rule: Rule, element: Element) => string;

/** A rule about the delivery as a whole is placed at the first role that its test names, present or not. */
export const rulePlaces = ({ roles, ruleNamespaces, service }: Contract): RulePlace => {
  const [prefix] = Object.entries(ruleNamespaces).find(([, namespace]) => namespace === viewNamespace) ?? [];
  const named = new RegExp(`(?<![\\w-])${prefix ?? ''}:([\\w.-]+)`, 'g');
  return (view, rule, element) => {
    const place = view.placeOf(element);
    if (place !== '') return place;
    const names = [...rule.test.matchAll(named)].map(([, name]) => name);
    const present = element.children.find((child) => names.includes(child.localName));
    if (present !== undefined) return view.placeOf(present);
    const absent = roles.find(({ name }) => names.includes(name));
    return absent === undefined ? service.deliver.request.name : wireNames(absent);
  };
};

/** The names in a role's path, without prefixes. */
const wireNames = ({ at }: Role): string => at.replace(/[\w.-]+:(?!:)/g, '');
