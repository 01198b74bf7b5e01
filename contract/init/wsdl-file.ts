import { escapeAttribute } from '#xml/serialize';
import type { QName } from '#xml/qname';
import type { Port, PortOperation } from '../wsdl/wsdl.ts';
import { namespaces } from '../wsdl/names.ts';

/** What the WSDL of a folder says: the operations of one port that can be tested, and where their elements are declared. */
export interface WsdlParts {
  readonly port: Port;
  readonly targetNamespace: string;
  readonly operations: readonly PortOperation[];
  /** The file that reaches the declarations of each namespace. */
  readonly byNamespace: ReadonlyMap<string, string>;
}

/** A WSDL in one file, document/literal over SOAP 1.1, with the names and actions of the service. */
export const wsdlFile = ({ port, targetNamespace, operations, byNamespace }: WsdlParts): string => {
  const prefixes = new Map(
    [...byNamespace.keys()].filter((one) => one !== '').map((one, index) => [one, `m${String(index + 1)}`]),
  );
  const named = ({ namespace, name }: QName): string =>
    `${prefixes.has(namespace) ? `${prefixes.get(namespace) ?? ''}:` : ''}${name}`;
  const attribute = (value: string): string => `"${escapeAttribute(value)}"`;
  const imports = [...byNamespace].map(
    ([namespace, file]) =>
      `      <xsd:import ${namespace === '' ? '' : `namespace=${attribute(namespace)} `}schemaLocation=${attribute(file)}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions targetNamespace=${attribute(targetNamespace)} xmlns:tns=${attribute(targetNamespace)}
  xmlns:wsdl="${namespaces.wsdl}" xmlns:soap="${namespaces.soap}" xmlns:xsd="${namespaces.xsd}"${[...prefixes]
    .map(([namespace, prefix]) => `\n  xmlns:${prefix}=${attribute(namespace)}`)
    .join('')}>
  <wsdl:types>
    <xsd:schema>
${imports.join('\n')}
    </xsd:schema>
  </wsdl:types>
${operations.map((one) => messagesOf(one, named)).join('')}  <wsdl:portType name=${attribute(port.portType)}>
${operations.map(portTypeOperation).join('')}  </wsdl:portType>
  <wsdl:binding name=${attribute(`${port.portType}Soap`)} type=${attribute(`tns:${port.portType}`)}>
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
${operations.map(boundOperation).join('')}  </wsdl:binding>
  <wsdl:service name=${attribute(port.service === '' ? port.portType : port.service)}>
    <wsdl:port name=${attribute(port.name)} binding=${attribute(`tns:${port.portType}Soap`)}>
      <soap:address location=${attribute(addressOf(port))}/>
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
`;
};

/** The path alone is kept: where the service is, a profile says. */
const addressOf = ({ address }: Port): string =>
  `http://localhost${address !== undefined && URL.canParse(address) ? new URL(address).pathname : '/'}`;

const messagesOf = ({ name, input, output, faults }: PortOperation, named: (name: QName) => string): string => {
  const message = (suffix: string, element: QName | undefined): string =>
    `  <wsdl:message name="${name}${suffix}">\n${element === undefined ? '' : `    <wsdl:part name="parameters" element="${named(element)}"/>\n`}  </wsdl:message>\n`;
  return [
    message('In', input?.parts[0]?.element),
    message('Out', output?.parts[0]?.element),
    ...faults.map((fault, index) => message(`Fault${String(index + 1)}`, fault)),
  ].join('');
};

const portTypeOperation = ({ name, faults }: PortOperation): string => `    <wsdl:operation name="${name}">
      <wsdl:input message="tns:${name}In"/>
      <wsdl:output message="tns:${name}Out"/>
${faults.map((_, index) => `      <wsdl:fault name="Fault${String(index + 1)}" message="tns:${name}Fault${String(index + 1)}"/>\n`).join('')}    </wsdl:operation>
`;

const boundOperation = ({ name, action, faults }: PortOperation): string => `    <wsdl:operation name="${name}">
      <soap:operation style="document" soapAction="${escapeAttribute(action ?? '')}"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
${faults
  .map((_, index) => {
    const fault = `Fault${String(index + 1)}`;
    return `      <wsdl:fault name="${fault}"><soap:fault name="${fault}" use="literal"/></wsdl:fault>\n`;
  })
  .join('')}    </wsdl:operation>
`;
