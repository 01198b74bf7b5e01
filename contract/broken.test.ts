import { symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type BrokenCopy, complaint, refusal } from '../test/samples/broken-copy.ts';

const small = 'test/contracts/bouwmelding';
type Case = readonly [title: string, damage: (copy: BrokenCopy) => unknown, message: unknown];

const check = (cases: readonly Case[]): void => {
  test.each(cases)('%s', (_, damage, message) => {
    expect(complaint(small, damage)).toEqual(message);
  });
};

const yaml = 'contract.yaml';

describe('a folder that is no contract is refused', () => {
  test('when it is not there', () => {
    expect(refusal('/nowhere/at/all')).toBe('<folder>: there is no such folder; give the path of a contract folder');
  });

  test('when it is a file', () => {
    expect(refusal(`${process.cwd()}/package.json`)).toBe(
      '<folder>: this is a file; give the path of the folder it stands in',
    );
  });

  test('when it has no contract.yaml', () => {
    expect(refusal(`${process.cwd()}/contract`)).toBe(
      '<folder>: the folder has no contract.yaml; give the folder that has it',
    );
  });
});

describe('a mistake in contract.yaml is named with its line', () => {
  check([
    [
      'a key with a typo',
      ({ replace }) => replace(yaml, 'title: Bouw', 'titel: Bouw'),
      'contract.yaml:3: unknown key "titel", did you mean "title"?',
    ],
    [
      'a key with a typo further in',
      ({ replace }) => replace(yaml, '    action:', '    acton:'),
      'contract.yaml:15: unknown key "acton" in service.deliver, did you mean "action"?',
    ],
    [
      'a key that resembles none',
      ({ replace }) => replace(yaml, '  messageBytes: 65536', '  xyzzy: 1\n  messageBytes: 65536'),
      'contract.yaml:83: unknown key "xyzzy" in limits; the keys here are messageBytes, contentBytes, ground, source; take one of these, or remove it',
    ],
    [
      'a key that is missing',
      ({ replace }) => replace(yaml, '    name: Hallo\n', ''),
      'contract.yaml:20: key "name" in service.alive is missing; add it',
    ],
    [
      'a code that is no text',
      ({ replace }) => replace(yaml, 'code: B01', 'code: 400'),
      expect.stringMatching(/errorCodes\.schema\.code must be a text, not 400; write it between quotes$/),
    ],
    ...(
      [
        [['failed: x'], 'has no flag; say where it stands, or leave this out'],
        [['flag: bl:ok'], 'does not say what the flag says of an acceptance; add succeeded'],
        [['flag: bl:ok', 'failed: x'], 'does not say what the flag says of an acceptance; add succeeded'],
        [['flag: bl:ok', 'failed: x', 'succeeded: x'], 'takes "x" for a refusal and for none; give each its own'],
        [
          ['flag: bl:ok', 'failed: [y, x]', 'succeeded: [z, x]'],
          'takes "x" for a refusal and for none; give each its own',
        ],
      ] as const
    ).map(([lines, sentence]): Case => [
      `a refusal in the response with ${lines.join(', ')}`,
      ({ replace }) =>
        replace(yaml, /  answer:\n/, `  answer:\n    failure: {${lines.join(', ')}, code: bl:a, text: bl:b}\n`),
      expect.stringContaining(`service.answer.failure ${sentence}`),
    ]),
    [
      'a code of an acceptance that our own endpoint refuses with',
      ({ replace }) =>
        replace(
          yaml,
          /  answer:\n/,
          "  answer:\n    failure: {flag: bl:a, succeeded: ['0', B01], code: bl:a, text: bl:b}\n",
        ),
      expect.stringMatching(
        /^contract\.yaml:\d+: errorCodes\.schema\.code is "B01", which says at the flag of service\.answer\.failure that all is well; give it another one$/,
      ),
    ],
    [
      'a document type that nothing in its example says',
      ({ replace }) => replace(yaml, 'documenttype: soort', 'documenttype: nergens'),
      expect.stringMatching(
        /sloop\.xml: the example of sloop does not say of which document type it is: XPath "nergens" of role documenttype finds nothing; correct it$/,
      ),
    ],
    [
      'a document type that is computed from more than names',
      ({ replace }) => replace(yaml, 'documenttype: soort', "documenttype: concat(soort, '')"),
      expect.stringMatching(
        /is computed; make it a plain path of child and attribute steps, local-name\(path\) for the name of an element, or path\/@xsi:type for its type$/,
      ),
    ],
    [
      'one code for two words',
      ({ replace }) => replace(yaml, 'documenttype: soort', "documenttype: { at: soort, codes: { a: '1', b: '1' } }"),
      expect.stringMatching(/roles\.documenttype has the code "1" for "a" and for "b"; give each its own$/),
    ],
    [
      'a connection test with the element of a delivery',
      ({ replace }) => replace(yaml, 'request: bl:hallo\n', 'request: bl:melding\n'),
      'contract.yaml:23: service.alive.request is that of a delivery; give the one of the connection test, or leave alive out',
    ],
    [
      'a document type whose own operation has the request of another',
      ({ replace }) =>
        replace(
          yaml,
          '\ndocumentTypes:\n  - name: ',
          "\ndocumentTypes:\n  - deliver: { name: zelf, action: zelf, request: 'bl:melding', response: 'bl:ontvangst', ground: assumed }\n    name: ",
        ),
      "contract.yaml:49: zelf of sloop and Inzenden have one request element, so nothing in a message tells which is meant; document types that SOAPAction alone tells apart can't be taken",
    ],
    [
      'a connection test with the action of a delivery',
      ({ replace }) => replace(yaml, '#hallo\n', '#inzenden\n'),
      'contract.yaml:22: service.alive.action is that of a delivery; give the one of the connection test, or leave alive out',
    ],
    [
      'a number that is a text',
      ({ replace }) => replace(yaml, 'messageBytes: 65536', 'messageBytes: veel'),
      'contract.yaml:83: limits.messageBytes must be a number, not "veel"; correct it',
    ],
    [
      'a limit of nothing',
      ({ replace }) => replace(yaml, 'messageBytes: 65536', 'messageBytes: 0'),
      'contract.yaml:83: limits.messageBytes must be a whole number above 0; correct it',
    ],
    [
      'a word that is none of the choices',
      ({ replace }) => replace(yaml, 'decode: date', 'decode: datum'),
      'contract.yaml:68: roles.aanvang.decode must be one of zip, xml, file, wkt, positions, gml, date, not "datum", did you mean "date"?',
    ],
    [
      'a standing that is unknown',
      ({ replace }) => replace(yaml, 'ground: confirmed', 'ground: confirmd'),
      'contract.yaml:18: service.deliver.ground must be one of confirmed, public, taken-over, observed, inferred, assumed, not "confirmd", did you mean "confirmed"?',
    ],
    [
      'a ground without a source',
      ({ replace }) =>
        replace(
          yaml,
          '    ground: confirmed\n    source: the inventors of the Bouwloket\n  alive',
          '    ground: confirmed\n  alive',
        ),
      'contract.yaml:18: a ground that is confirmed names no source; add it, or make it assumed',
    ],
    [
      'an empty text',
      ({ replace }) => replace(yaml, 'label: Sloopmelding', "label: ' '"),
      'contract.yaml:50: documentTypes[1].label must not be empty; correct it',
    ],
    [
      'no document types',
      ({ replace }) => replace(yaml, /documentTypes:[^]*?\nroles:/, 'documentTypes: []\n\nroles:'),
      'contract.yaml:48: documentTypes must not be empty; correct it',
    ],
    [
      'two document types of one name',
      ({ replace }) => replace(yaml, 'name: gebruik', 'name: sloop'),
      'contract.yaml:55: document type "sloop" stands here for the second time; remove one',
    ],
    [
      'an action that no header can hold',
      ({ replace }) => replace(yaml, 'action: urn:voorbeeld:bouwloket:meldingen:3#inzenden', 'action: "urn:a\\nX: y"'),
      "contract.yaml:15: service.deliver.action can't stand in the header SOAPAction; write it in ASCII, without spaces and quotes",
    ],
    [
      'a status for two outcomes',
      ({ replace }) => replace(yaml, 'prepared: bewaard', 'prepared: gepland'),
      'contract.yaml:33: status "gepland" stands for two outcomes; give each its own',
    ],
    [
      'content that no role decodes',
      ({ replace }) => replace(yaml, 'content: none', 'content: pdf'),
      'contract.yaml:51: the content of sloop is pdf, but no role decodes zip or file; add decode to its role, or make it none',
    ],
    [
      'a limit below the examples',
      ({ replace }) => replace(yaml, 'messageBytes: 65536', 'messageBytes: 100'),
      'contract.yaml:83: limits.messageBytes is 100, and voorbeelden/sloop.xml has 431 bytes; raise the limit',
    ],
    [
      'several document types that nothing tells apart',
      ({ replace }) => replace(yaml, '  documentType: documenttype\n', ''),
      'contract.yaml:87: uses.documentType is bound to no role, so nothing tells the 2 document types apart; bind it to the role that says the document type',
    ],
    [
      'a status without what its values mean',
      ({ replace }) => replace(yaml, /    statuses:\n(?: {6}.*\n){3}/, ''),
      'contract.yaml:29: service.answer has status but no statuses; add it, or leave out both',
    ],
    [
      'a key that stands there twice',
      ({ replace }) => replace(yaml, 'title: Bouw', 'title: Eerste\ntitle: Bouw'),
      'contract.yaml:4: key "title" stands here for the second time; remove one',
    ],
    [
      'brackets that are not closed',
      ({ replace }) => replace(yaml, 'roles:', 'roles: [\n'),
      'contract.yaml:64: this is not YAML (column 17): a key goes on over more than one line: a colon is missing, or a quote or bracket that closes; correct the line',
    ],
    [
      'an alias without an anchor',
      ({ replace }) => replace(yaml, '  titel: omschrijving', '  titel: *omschrijving'),
      'contract.yaml:65: alias *omschrijving has no anchor before it; add &omschrijving',
    ],
    [
      'a list instead of keys',
      ({ write }) => write(yaml, '- a\n'),
      'contract.yaml:1: the file must be a mapping with the keys contract, title, provenance, namespaces, service, schemas, description, tables, codeLists, documentTypes, roles, uses, open, errorCodes, calendar, limits, not null; correct it',
    ],
    [
      'a byte that is not UTF-8',
      ({ append }) => append(yaml, new Uint8Array([0x23, 0xe9, 0x0a])),
      'contract.yaml:98: the file is not UTF-8; save it as UTF-8',
    ],
    [
      'a date that does not exist',
      ({ append }) => append(yaml, "calendar:\n  decree:\n    2027: ['2027-05-07', '2027-02-30']\n  ground: assumed\n"),
      'contract.yaml:100: "2027-02-30" is no date in 2027; write it as YYYY-MM-DD',
    ],
    [
      'a decree day in another year',
      ({ append }) => append(yaml, "calendar:\n  decree:\n    2027: ['2028-04-28']\n  ground: assumed\n"),
      'contract.yaml:100: "2028-04-28" is no date in 2027; write it as YYYY-MM-DD',
    ],
  ]);
});

describe('a file that is named wrongly is refused', () => {
  check([
    [
      'because it is missing',
      ({ remove }) => remove('regels.sch'),
      'contract.yaml:45: there is no file "regels.sch" in the folder; add the file, or correct the name',
    ],
    [
      'because of a typo',
      ({ replace }) => replace(yaml, 'view: beeld.xsd', 'view: beedl.xsd'),
      'contract.yaml:44: there is no file "beedl.xsd" in the folder, did you mean "beeld.xsd"?',
    ],
    [
      'because the faces are missing',
      ({ remove }) => remove('rules.mjs'),
      'contract.yaml:46: there is no file "rules.mjs" in the folder; add the file, or correct the name',
    ],
    [
      'because the example is missing',
      ({ remove }) => remove('voorbeelden/sloop.xml'),
      'contract.yaml:52: there is no file "voorbeelden/sloop.xml" in the folder; add the file, or correct the name',
    ],
    [
      'because it leads up and out',
      ({ replace }) => replace(yaml, 'message: melding.xsd', 'message: ../melding.xsd'),
      'contract.yaml:43: "../melding.xsd" leads out of the folder; name a file inside it',
    ],
    [
      'because it leads out by an inner way',
      ({ replace }) => replace(yaml, 'voorbeelden/sloop.xml', 'voorbeelden/../../sloop.xml'),
      'contract.yaml:52: "voorbeelden/../../sloop.xml" leads out of the folder; name a file inside it',
    ],
    [
      'because it is absolute',
      ({ replace }) => replace(yaml, 'wsdl: bouwloket.wsdl', 'wsdl: /etc/passwd'),
      'contract.yaml:12: "/etc/passwd" leads out of the folder; name a file inside it',
    ],
    [
      'because it is absolute in the Windows way',
      ({ replace }) => replace(yaml, 'rules: regels.sch', 'rules: C:\\regels.sch'),
      'contract.yaml:45: "C:\\regels.sch" leads out of the folder; name a file inside it',
    ],
  ]);

  test('but a link to a folder is not walked round and round', () => {
    const linked = complaint(small, ({ path }) => {
      symlinkSync('.', path('rond'));
    });

    expect(linked).toBe('no complaint');
  });
});
