/** The parts of a small service, each of which a test may change. */
export interface SmallService {
  readonly types?: string;
  readonly messages?: string;
  readonly portType?: string;
  readonly binding?: string;
  readonly bindings?: string;
  readonly service?: string;
  /** What stands before the types. */
  readonly before?: string;
}

const namespace = 'urn:dienst';

/** A schema of the service, with what else it declares. */
export const schema = (more = '', attributes = 'elementFormDefault="qualified"'): string => `
  <xs:schema targetNamespace="${namespace}" ${attributes}>
    ${more}
    <xs:element name="Lever"><xs:complexType><xs:sequence>
      <xs:element name="Kenmerk" type="xs:string"/>
      <xs:element name="Titel" type="xs:string"/>
      <xs:element name="Inhoud" type="xs:base64Binary" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="LeverResponse"><xs:complexType><xs:sequence>
      <xs:element name="Nummer" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:schema>`;

/** The WSDL of a service with one operation. */
export const wsdlOf = (service: SmallService = {}): string => {
  const {
    before = '',
    types = schema(),
    messages = `<w:message name="In"><w:part name="p" element="t:Lever"/></w:message>
  <w:message name="Uit"><w:part name="p" element="t:LeverResponse"/></w:message>`,
    portType = '<w:operation name="Lever"><w:input message="t:In"/><w:output message="t:Uit"/></w:operation>',
    binding = `<s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <w:operation name="Lever"><s:operation soapAction="urn:dienst/Lever"/>
      <w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation>`,
    bindings = `<w:binding name="B" type="t:Dienst">${binding}</w:binding>`,
    service:
      ports = '<w:service name="Dienst"><w:port name="P" binding="t:B"><s:address location="http://localhost/dienst"/></w:port></w:service>',
  } = service;
  return `<?xml version="1.0"?>
<w:definitions targetNamespace="${namespace}" xmlns:t="${namespace}" xmlns:w="http://schemas.xmlsoap.org/wsdl/"
  xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:s12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy" xmlns:wsaw="http://www.w3.org/2006/05/addressing/wsdl"
  xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
  xmlns:sp="http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702" xmlns:mime="http://schemas.xmlsoap.org/wsdl/mime/">
  ${before}
  <w:types>${types}</w:types>
  ${messages}
  <w:portType name="Dienst">${portType}</w:portType>
  ${bindings}
  ${ports}
</w:definitions>`;
};
