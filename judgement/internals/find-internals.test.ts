import { expect, test } from 'vitest';
import { internalsInBody, internalsInHeader, versionsIn } from './find-internals.ts';
import { toldText } from './told-text.ts';

const found = (text: string): readonly string[] => internalsInBody(text).map(({ kind }) => kind.en);

test.each([
  ['java.lang.IllegalStateException: x\n\tat nl.koop.drop.Service.add(Service.java:12)', 'a stack trace'],
  ['\tat nl.koop.drop.Service.add(Unknown Source)', 'a stack trace'],
  ['   at System.ServiceModel.Dispatcher.Runtime.Invoke(Object instance)', 'a stack trace'],
  ['   bij Koop.Drop.Opslag.Bewaar(Dossier d) in D:\\a\\Opslag.cs:line 8', 'a stack trace'],
  ['Traceback (most recent call last):\n  File "/srv/app.py", line 3', 'a stack trace'],
  ['    at Object.<anonymous> (/app/server.js:10:5)', 'a stack trace'],
  ['PHP Fatal error: Uncaught Error in /var/www/html/index.php:12', 'a stack trace'],
  ['<StackTrace>   at x</StackTrace>', 'a stack trace'],
  ['{"stack":"Error: x"}', 'a stack trace'],
  ['goroutine 1 [running]:', 'a stack trace'],
  ['Fout in DossierService.cs:line 42', 'a class or source file with a line number'],
  ['System.Data.SqlClient.SqlException', 'a class or source file with a line number'],
  ['javax.xml.bind.UnmarshalException', 'a class or source file with a line number'],
  ['SELECT id FROM dossiers', 'a statement or message of the database'],
  ['ORA-01400: cannot insert NULL', 'a statement or message of the database'],
  ['SQLSTATE[23000]', 'a statement or message of the database'],
  ['Violation of PRIMARY KEY constraint', 'a statement or message of the database'],
  ['Server=sql01;Database=drop;Uid=app;Pwd=x', 'a connection string'],
  ['jdbc:postgresql://db/drop', 'a connection string'],
  ['amqp://guest@queue/', 'a connection string'],
  ['C:\\inetpub\\wwwroot\\drop\\web.config', 'a path on the server'],
  ['\\\\fs01\\dossiers$', 'a path on the server'],
  ['kan /var/lib/drop/dossier-1.xml niet lezen', 'a path on the server'],
  ['file:///opt/drop/schema.xsd', 'a path on the server'],
  ['10.1.2.3 antwoordt niet', 'an internal host or address'],
  ['host db01.koop.local:5432', 'an internal host or address'],
  ['http://dropdb01:8080/', 'an internal host or address'],
  ['connect ECONNREFUSED db:5432', 'an internal host or address'],
])('%j shows %s', (text, kind) => {
  expect(found(text)).toContain(kind);
});

test.each([
  'Het bericht voldoet niet aan het schema: /VoegDossierToeEnPubliceer/Dossier/Titel is te lang.',
  "Element '{http://schemas.koopwrp.nl/2020/01/drp/api/}Titel': [facet 'maxLength'] The value has a length of '300'.",
  'De plaats is InhoudZip!inhoud.xml/aanlevering/zakelijke-mededeling/kop/titel, regel 12.',
  '/s:Envelope/s:Body/*[1]/drp:Dossier[1]/drp:Gebiedsmarkering[2]',
  'a:DeserializationFailed',
  'http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher',
  'Zie https://www.koopoverheid.nl/voor-overheden/drop en http://www.w3.org/TR/xml.',
  'Selecteer een waarde uit de lijst. Select one of the values from the list.',
  'Please update the title and set the medium. Delete from the list what is wrong.',
  'Versie 10.0.19041.1 van 10-01-2026, tijd 10:20:30, kenmerk 2026.11.29.1',
  'Dossier 10.123.456 bestaat al',
  'Kenmerk 3fa85f64-5717-4562-b3fc-2c963f66afa6',
  'Meer informatie: servicedesk@koop.overheid.nl, tel. 070 000 0000',
  'Het veld Server=verplicht; vul het in.',
  'De actie moet {http://…}VoegDossierToeEnPubliceer zijn, niet at (x).',
  'Looking at the.message (line 3), it is wrong',
  'soap:Client: En/of-keuze; W/m2; 1/2',
  'internal error, please try again',
])('%j shows nothing', (text) => {
  expect(internalsInBody(text)).toEqual([]);
});

test.each([
  'Apache Tomcat/8.5.31',
  'Microsoft-IIS 10.0',
  'fout in PHP 7.4.3',
  'ASP.NET Version:4.7.3282.0',
  'Java 1.8.0_191',
  'gSOAP/2.8',
  'Microsoft SQL Server 15.0.2000',
])('%j shows a version', (text) => {
  expect(versionsIn(text)).toHaveLength(1);
});

test.each([
  'SOAP 1.1 en HTTP/1.1',
  'XML 1.0, versie 2020.01',
  'Java is niet beschikbaar',
  'zie hoofdstuk Windows 3.1 van de handleiding',
  'Fout 1.2 bij Oracle',
  'schema versie 1.2.3 van DROP',
  'node 1.2 van het document',
])('%j shows no version', (text) => {
  expect(versionsIn(text)).toEqual([]);
});

test('hosts in headers are those of gateways, and show nothing', () => {
  expect(internalsInHeader('1.1 proxy01.koop.local')).toEqual([]);
  expect(internalsInHeader('NpgsqlException at Service.cs:line 3')).toHaveLength(1);
});

test('references are resolved, UTF-16 is read, and names of namespaces are left out', () => {
  const text = '\ufeff<a xmlns:b="http://dropdb01/x">C:&#92;inetpub&#x5C;drop&#92;x</a>';

  expect(found(toldText(Buffer.from(text, 'utf16le')))).toEqual(['a path on the server']);
});

test.each(['a.', 'at ', '/var/', 'C:\\a\\', '10.0.', 'SELECT ', 'jdbc:', 'in x '])(
  'a long row of %j does not keep the search busy',
  (piece) => {
    expect(internalsInBody(piece.repeat(100_000 / piece.length)).length).toBeLessThan(1000);
  },
);
