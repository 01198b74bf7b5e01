import { deliveriesOf } from '#contract/deliveries';
import type { Contract } from '#contract/contract';
import { type BatchResult, validateBatch } from '#xml/batch';

const entry = 'envelope-of-batch.xsd';

/**
 * The third opinion: whole messages against the message schema by xmllint, all in one batch. It says nothing of payloads and
 * rules. Results are in the order of the messages.
 */
export const thirdOpinion = async (
  contract: Contract,
  messages: readonly Uint8Array[],
  validate = validateBatch,
): Promise<readonly BatchResult[]> => {
  const schemas = [...contract.files].filter(([name]) => name.endsWith('.xsd'));
  const files = new Map([...schemas, [entry, Buffer.from(envelopeSchema(contract))]]);
  return validate(messages, { files, entry });
};

/** A SOAP 1.1 envelope whose Body holds one request of the contract, so that the messages can stay as they are. */
const envelopeSchema = ({ service, schemas }: Contract): string => {
  const spaces = [...new Set(deliveriesOf(service).map(({ request }) => request.namespace))];
  const imports = spaces.map(
    (one) => `<xs:import ${one === '' ? '' : `namespace="${one}" `}schemaLocation="${schemas.message}"/>`,
  );
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
  targetNamespace="http://schemas.xmlsoap.org/soap/envelope/">
  ${imports.join('\n  ')}
  <xs:element name="Envelope"><xs:complexType><xs:sequence>
    <xs:element name="Header" minOccurs="0"><xs:complexType>
      <xs:sequence><xs:any namespace="##any" processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
      <xs:anyAttribute processContents="skip"/>
    </xs:complexType></xs:element>
    <xs:element name="Body"><xs:complexType>
      <xs:sequence><xs:any namespace="${spaces.map((one) => (one === '' ? '##local' : one)).join(' ')}" processContents="strict"/></xs:sequence>
      <xs:anyAttribute processContents="skip"/>
    </xs:complexType></xs:element>
  </xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element>
</xs:schema>`;
};
