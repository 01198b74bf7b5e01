import type { OpenElement } from '#xml/document';
import { compileXPath, nodesOf, type XPath } from '#xml/xpath';
import type { Finding } from '../finding.ts';
import { lineOf } from '../place.ts';
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

/** Reads what SOAP, its profiles and WS-Security ask of a sender beside the form of the envelope. */
export const soapReader = () => {
  const compiled = statements.map(([statement, nodes]): readonly [SoapStatement, XPath] => [
    statement,
    compileXPath(nodes, namespaces),
  ]);
  return {
    read: (root: OpenElement): readonly Finding[] =>
      compiled.flatMap(([statement, nodes]) => {
        const [first] = nodesOf(nodes.evaluate(root));
        return first === undefined
          ? []
          : [soapFinding(statement, '/', { line: lineOf({ node: first, inside: undefined }) })];
      }),
    dispose: (): void => {
      for (const [, xpath] of compiled) xpath.dispose();
    },
  };
};
