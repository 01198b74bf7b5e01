import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractYaml } from './contract-yaml.ts';
import type { DrawnFolder } from './drawn-folder.ts';
import { exampleOf } from './example.ts';
import { contentSchema, messageSchema, partsSchema, viewSchema } from './schemas.ts';
import { namespacesOf } from './names.ts';

/** Writes a drawn contract to a folder that is there, and returns the folder. */
export const writeFolder = (folder: DrawnFolder, directory: string): string => {
  mkdirSync(directory, { recursive: true });
  const write = (name: string, text: string): void => {
    writeFileSync(join(directory, name), text);
  };
  write('contract.yaml', contractYaml(folder));
  write('service.wsdl', wsdl(folder));
  write('message.xsd', messageSchema(folder));
  if (folder.namespaces === 2) write('parts.xsd', partsSchema(folder));
  if (folder.fields.some(({ part }) => part === 'content')) write('content.xsd', contentSchema(folder));
  write('view.xsd', viewSchema(folder));
  write('rules.sch', rules);
  for (const [index, type] of folder.types.entries()) write(`example-${String(index)}.xml`, exampleOf(folder, type));
  return directory;
};

/** One rule that nothing breaks, for its face to do what it likes. */
const rules = `<sch:schema xmlns:g="urn:3pas:ground" xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">
  <sch:ns prefix="v" uri="urn:3pas:view"/>
  <sch:pattern><sch:rule context="/v:beeld">
    <sch:assert id="always" role="error" test="count(v:levering) = 1" diagnostics="always.nl always.en" g:standing="assumed"/>
  </sch:rule></sch:pattern>
  <sch:diagnostics>
    <sch:diagnostic id="always.nl" xml:lang="nl">Altijd waar.</sch:diagnostic>
    <sch:diagnostic id="always.en" xml:lang="en">Always true.</sch:diagnostic>
  </sch:diagnostics>
</sch:schema>`;

const wsdl = (folder: DrawnFolder): string => {
  const { message } = namespacesOf(folder);
  return `<w:definitions xmlns:so="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:drawn:service" name="S" xmlns:t="urn:drawn:service" xmlns:m="${message}">
  <w:types><xs:schema><xs:import namespace="${message}" schemaLocation="message.xsd"/></xs:schema></w:types>
  <w:message name="In"><w:part name="parameters" element="m:${folder.request}"/></w:message>
  <w:message name="Out"><w:part name="parameters" element="m:${folder.request}Response"/></w:message>
  <w:portType name="P"><w:operation name="Deliver"><w:input message="t:In"/><w:output message="t:Out"/></w:operation></w:portType>
  <w:binding name="B" type="t:P">
    <so:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <w:operation name="Deliver">
      <so:operation soapAction="urn:drawn:deliver" style="document"/>
      <w:input><so:body use="literal"/></w:input><w:output><so:body use="literal"/></w:output>
    </w:operation>
  </w:binding>
  <w:service name="S"><w:port name="P" binding="t:B"><so:address location="http://example.invalid/"/></w:port></w:service>
</w:definitions>`;
};
