import type { Contract } from '#contract/contract';
import { OpenElement } from '#xml/document';
import { keyOf } from '#xml/qname';
import { compileXPath, nodesOf, type XPath } from '#xml/xpath';
import type { Finding } from '../finding.ts';
import { lineOf, pathOf } from '../place.ts';
import { soapFinding, type SoapStatement } from '../soap-findings.ts';

const namespaces = {
  s: 'http://schemas.xmlsoap.org/soap/envelope/',
  xop: 'http://www.w3.org/2004/08/xop/include',
};

/** What is looked for, as the nodes that show it. */
const statements: readonly (readonly [SoapStatement, string])[] = [
  [
    'no-soap-attributes',
    '/s:Envelope/@s:* | /s:Envelope/s:Header/@s:* | /s:Envelope/s:Body/@s:* | /s:Envelope/s:Body/*/@s:encodingStyle',
  ],
  ['must-understand', "/s:Envelope/s:Header/*/@s:mustUnderstand[. != '0' and . != '1']"],
  ['inline', '//xop:Include'],
  [
    'password-text',
    "/s:Envelope/s:Header//*[local-name() = 'UsernameToken'][contains(., 'PasswordDigest') or .//@*[contains(., '#PasswordDigest')]]",
  ],
];

/** Blocks that must be understood; those of credentials and of a log of WCF (which never sends them) are left alone. */
const mandatory =
  "/s:Envelope/s:Header/*[@s:mustUnderstand = '1'][not(@s:actor)][local-name() != 'Security']" +
  "[namespace-uri() != 'http://schemas.microsoft.com/ws/2005/05/addressing/none']";

/** Reads what SOAP, its profiles and WS-Security ask of a sender beside the form of the envelope. */
export const soapReader = ({ service }: Contract) => {
  const blocks = compileXPath(mandatory, namespaces);
  const known = new Set(service.headers.map(({ element }) => keyOf(element)));
  const unknownBlocks = (root: OpenElement): readonly Finding[] => {
    const all = nodesOf(blocks.evaluate(root)).filter((one) => one instanceof OpenElement);
    const unknown = all.find((one) => !known.has(keyOf({ name: one.name, namespace: one.namespaceUri })));
    if (unknown === undefined) return [];
    const detail = { nl: `Het blok heet ${unknown.name}.`, en: `The block is called ${unknown.name}.` };
    return [soapFinding('unknown-header', '/', { line: lineOf({ node: unknown, inside: undefined }), detail })];
  };
  const compiled = statements.map(([statement, nodes]): readonly [SoapStatement, XPath] => [
    statement,
    compileXPath(nodes, namespaces),
  ]);
  return {
    /** What stands in the request has its path in it. */
    read: (root: OpenElement, request: OpenElement | undefined): readonly Finding[] => [
      ...compiled.flatMap(([statement, nodes]) => {
        const [first] = nodesOf(nodes.evaluate(root));
        if (first === undefined) return [];
        const origin = { node: first, inside: undefined };
        const path = statement === 'inline' && request !== undefined ? pathOf(origin, request) : '/';
        return [soapFinding(statement, path, { line: lineOf(origin) })];
      }),
      ...unknownBlocks(root),
    ],
    dispose: (): void => {
      blocks.dispose();
      for (const [, xpath] of compiled) xpath.dispose();
    },
  };
};
