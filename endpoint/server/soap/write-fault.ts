import type { Bilingual } from '#contract/texts/bilingual';
import type { Contract } from '#contract/contract';
import type { SchemaModel } from '#xml/schema/model';
import { element, type XmlElement } from '#xml/tree';
import type { Complaint } from './complaint.ts';
import { namesIn } from './answer-path.ts';
import { soapNamespace } from './envelope.ts';
import { longestAt, sampleElement } from './sample.ts';
import type { SoapFault } from './soap-fault.ts';

export type Language = keyof Bilingual;

/** Writes a Fault with the detail that the contract describes; its children are unqualified (BP 1.1 R1001). */
export const faultWriter = (
  contract: Contract,
  model: SchemaModel,
): ((fault: SoapFault, language: Language) => XmlElement) => {
  const detail = detailWriter(contract, model);
  return ({ code, text, complaints }, language) => {
    const inLanguage = { name: 'lang', namespace: 'http://www.w3.org/XML/1998/namespace', value: language };
    return element(soapNamespace, 'Fault', [
      element('', 'faultcode', [`soap:${code}`]),
      element('', 'faultstring', [legal(text[language])], [inLanguage]),
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
  const at = { code: namesIn(fault.code), text: namesIn(fault.text), element: namesIn(fault.element) };
  const fit = (path: string, value: string): readonly [string, string] => [
    path,
    shortened(legal(value), longestAt(model, fault.detail, path)),
  ];
  return (complaints, language) => {
    const [first] = complaints;
    if (first === undefined) return [];
    const values = new Map([
      fit(at.code, contract.errorCodes[first.case].code),
      fit(at.text, allTold(complaints, language)),
      ...(first.at === '' ? [] : [fit(at.element, first.at)]),
    ]);
    const entry = sampleElement(model, fault.detail, values);
    return entry === undefined ? plainDetail(complaints, language) : [element('', 'detail', [entry])];
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
