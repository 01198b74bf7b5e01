import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract, RefusalPaths } from '#contract/contract';
import { errorCodeOf } from '#contract/error-cases';
import type { QName } from '#xml/qname';
import type { SchemaModel } from '#xml/schema/model';
import { element, type XmlElement } from '#xml/tree';
import type { Complaint } from './complaint.ts';
import { namesIn } from './answer-path.ts';
import { soapNamespace } from './envelope.ts';
import { longestAt, sampleElement, type Values } from './sample.ts';
import type { SoapFault } from './soap-fault.ts';

export type Language = keyof Bilingual;

export type FaultWriter = (fault: SoapFault, language: Language) => XmlElement;

/** Writes a Fault with the detail that the contract describes; its children are unqualified (BP 1.1 R1001). */
export const faultWriter = (contract: Contract, model: SchemaModel): FaultWriter => {
  const detail = detailWriter(contract, model);
  return ({ code, text, complaints, actor }, language) => {
    const inLanguage = { name: 'lang', namespace: 'http://www.w3.org/XML/1998/namespace', value: language };
    return element(soapNamespace, 'Fault', [
      element('', 'faultcode', [`soap:${code}`]),
      element('', 'faultstring', [legal(text[language])], [inLanguage]),
      ...(actor === undefined ? [] : [element('', 'faultactor', [actor])]),
      ...detail(complaints, language),
    ]);
  };
};

/** Complaints in one Fault. */
const mostTold = 5;

type DetailWriter = (complaints: readonly Complaint[], language: Language) => readonly XmlElement[];

const detailWriter = (contract: Contract, model: SchemaModel): DetailWriter => {
  const { fault } = contract.service;
  if (fault === undefined) return plainDetail;
  const valuesOf = refusalValues(contract, { model, root: fault.detail, paths: fault });
  return (complaints, language) => {
    const values = valuesOf(complaints, language);
    if (values.size === 0) return [];
    const entry = sampleElement(model, fault.detail, values);
    return entry === undefined ? plainDetail(complaints, language) : [element('', 'detail', [entry])];
  };
};

/** An element that holds a refusal, and the places in it. */
export interface Telling {
  readonly model: SchemaModel;
  readonly root: QName;
  readonly paths: RefusalPaths;
}

/** The texts of a refusal by place, each as long as its type allows but for the code, which is another when cut; none without complaints. */
export const refusalValues = (
  contract: Contract,
  { model, root, paths }: Telling,
): ((complaints: readonly Complaint[], language: Language) => Values) => {
  const at = {
    code: namesIn(paths.code),
    text: namesIn(paths.text),
    element: paths.element === undefined ? undefined : namesIn(paths.element),
  };
  const fit = (path: string, value: string): readonly [string, string] => [
    path,
    shortened(legal(value), longestAt(model, root, path)),
  ];
  return (complaints, language) => {
    const [first] = complaints;
    if (first === undefined) return new Map();
    return new Map([
      [at.code, legal(errorCodeOf(contract, first).code)],
      fit(at.text, allTold(complaints, language)),
      ...(first.at === '' || at.element === undefined ? [] : [fit(at.element, first.at)]),
    ]);
  };
};

/** For contracts that do not describe the detail; a Fault about the Body must have one (SOAP 1.1 section 4.4). */
const plainDetail: DetailWriter = (complaints, language) =>
  complaints.length === 0
    ? []
    : [
        element('', 'detail', [
          element('urn:3pas-conformance:mock', 'Melding', [legal(allTold(complaints, language))]),
        ]),
      ];

const allTold = (complaints: readonly Complaint[], language: Language): string =>
  complaints
    .slice(0, mostTold)
    .map((one) => told(one, language))
    .join('\n');

const told = ({ id, at, text }: Complaint, language: Language): string =>
  [id, at, text[language]].filter((part) => part !== undefined && part !== '').join(': ');

const shortened = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${Array.from(text)
        .slice(0, most - 1)
        .join('')}…`;

/** Text from clients can hold characters that XML 1.0 forbids. */
const legal = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
