import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { initFolder } from './init.ts';

const wsdl = `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:t" targetNamespace="urn:t">
<w:types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Lever" type="xs:string"/><xs:element name="Antwoord" type="xs:string"/></xs:schema></w:types>
<w:message name="In"><w:part name="p" element="Lever"/></w:message>
<w:message name="Uit"><w:part name="p" element="Antwoord"/></w:message>
<w:portType name="P"><w:operation name="Lever"><w:input message="t:In"/><w:output message="t:Uit"/></w:operation></w:portType>
<w:binding name="B" type="t:P"><s:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>
<w:operation name="Lever"><s:operation soapAction="urn:Lever"/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding>
<w:service name="S"><w:port name="P" binding="t:B"><s:address location="http://localhost/"/></w:port></w:service>
</w:definitions>`;

test('messages without a namespace are refused in a sentence, and nothing is written', async () => {
  const folder = mkdtempSync(join(tmpdir(), '3pas-init-'));
  const [file, out] = [join(folder, 'dienst.wsdl'), join(folder, 'map')];
  writeFileSync(file, wsdl);

  await expect(initFolder({ wsdl: file, out, yes: true })).rejects.toThrow(
    /dienst\.wsdl:5: Lever can't be taken: its input, Lever, is in no namespace, .*; give the schema a targetNamespace$/,
  );
  expect(existsSync(out)).toBe(false);
});
