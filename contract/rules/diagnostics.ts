import { attributeOf, elementsOf, textOf, type XmlElement } from '#xml/tree';
import type { Bilingual } from '../texts/bilingual.ts';
import { ContractError } from '../folder/contract-error.ts';
import { didYouMean } from '../texts/nearest.ts';
import { required } from './schematron-subset.ts';

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const languages = ['nl', 'en'] as const;

/** The texts of `<rule id>.nl` and `<rule id>.en` by rule id; throws `ContractError` when one is missing, empty, or of no rule. */
export const readDiagnostics = (
  schema: XmlElement,
  rules: readonly string[],
  file: string,
): ReadonlyMap<string, Bilingual> => {
  const found = new Map<string, XmlElement>();
  for (const node of diagnosticsOf(schema)) {
    const id = required(node, 'id', file);
    if (found.has(id)) throw at(node, file, `diagnostic "${id}" stands here for the second time; remove one`);
    mustNameLanguage(node, id, file);
    if (!rules.includes(ruleOf(id))) {
      const near = didYouMean(ruleOf(id), rules) || '; remove it, or add the rule';
      throw at(node, file, `diagnostic "${id}" belongs to no rule${near}`);
    }
    found.set(id, node);
  }
  return new Map([...new Set([...found.keys()].map(ruleOf))].map((rule) => [rule, pairOf(rule, found, file)]));
};

const ruleOf = (diagnostic: string): string => diagnostic.replace(/\.(nl|en)$/, '');

const diagnosticsOf = (schema: XmlElement): readonly XmlElement[] =>
  elementsOf(schema)
    .filter((child) => child.name === 'diagnostics')
    .flatMap(elementsOf);

const mustNameLanguage = (node: XmlElement, id: string, file: string): void => {
  const language = languages.find((one) => id.endsWith(`.${one}`));
  if (language === undefined) throw at(node, file, `diagnostic id "${id}" ends in neither .nl nor .en; rename it`);
  const said = attributeOf(node, 'lang', xmlNamespace);
  if (said !== language)
    throw at(
      node,
      file,
      `diagnostic "${id}" has xml:lang ${said === undefined ? 'absent' : `"${said}"`}; make it "${language}"`,
    );
};

const pairOf = (rule: string, found: ReadonlyMap<string, XmlElement>, file: string): Bilingual => {
  const [nl, en] = [found.get(`${rule}.nl`), found.get(`${rule}.en`)];
  const other = nl ?? en;
  if (nl !== undefined && en !== undefined) return { nl: said(nl, file), en: said(en, file) };
  const missing = nl === undefined ? 'nl' : 'en';
  throw new ContractError(
    { file, line: other?.line ?? 0 },
    `rule ${rule} has no text in ${missing}; add the diagnostic "${rule}.${missing}"`,
  );
};

const said = (node: XmlElement, file: string): string => {
  const text = textOf(node).replace(/\s+/g, ' ').trim();
  if (text === '') throw at(node, file, `diagnostic "${attributeOf(node, 'id') ?? ''}" is empty; say what is wrong`);
  return text;
};

const at = (node: XmlElement, file: string, sentence: string): ContractError =>
  new ContractError({ file, line: node.line ?? 0 }, sentence);
