import {
  description,
  declared,
  sequence,
  replaceGlobal,
  responseName,
  refusalMembers,
  acceptance,
  failureKeys,
  ground,
  type Swap,
} from './edits.ts';

const numberOrNone = `<xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="geen|[0-9]{8}">${ground}</xs:pattern></xs:restriction></xs:simpleType>`;

/** How the service says what came of a delivery. */
export const answerSwaps: readonly Swap[] = [
  {
    name: 'failure in the response, by a flag',
    edit: (copy) =>
      replaceGlobal(
        copy,
        responseName,
        sequence(declared('name="Gelukt" type="xs:boolean"'), ...acceptance, ...refusalMembers),
      ).replace(
        description,
        '      prepared: klaargezet',
        failureKeys(['flag: drp:Gelukt', "failed: 'false'", "succeeded: 'true'"]),
      ),
  },
  {
    name: 'failure in the response, by the status, beside a number that has to be there',
    edit: (copy) =>
      replaceGlobal(
        copy.replace(
          'codelists.xsd',
          '<xs:enumeration value="klaargezet"/>',
          '<xs:enumeration value="klaargezet"/><xs:enumeration value="afgewezen"/>',
        ),
        responseName,
        sequence(
          declared('name="Dossiernummer" type="xs:long"'),
          declared('name="Status" type="drp:Status"'),
          ...refusalMembers,
        ),
      ).replace(description, '      prepared: klaargezet', failureKeys(['flag: drp:Status', 'failed: afgewezen'])),
  },
  {
    name: 'failure in the response, by its code, and no Fault described',
    edit: (copy) =>
      replaceGlobal(copy, responseName, sequence(...acceptance, ...refusalMembers))
        .replace(description, '      prepared: klaargezet', failureKeys([]))
        .replace(description, /  fault:\n(    .*\n)+/, ''),
  },
  {
    name: 'failure in the response, by any code but that of an acceptance, and the code always there',
    edit: (copy) =>
      replaceGlobal(
        copy,
        responseName,
        sequence(declared('name="Foutcode" type="xs:int"'), ...acceptance, ...refusalMembers.slice(1)),
      )
        .replace(
          description,
          '      prepared: klaargezet',
          failureKeys(['flag: drp:Foutcode', "succeeded: ['0', '100']"]),
        )
        .replace(description, /  fault:\n(    .*\n)+/, '')
        .replace(description, /    code: [a-z-]+\n/, "    code: '400'\n"),
  },
  {
    name: 'failure in the response, by any result but OK, with a code beside it',
    edit: (copy) =>
      replaceGlobal(
        copy,
        responseName,
        sequence(declared('name="Resultaat" type="xs:string"'), ...acceptance, ...refusalMembers),
      ).replace(description, '      prepared: klaargezet', failureKeys(['flag: drp:Resultaat', 'succeeded: OK'])),
  },
  {
    name: 'a Fault that names no element, with codes that are numbers',
    edit: (copy) =>
      replaceGlobal(
        copy,
        'Fout',
        sequence(declared('name="Code" type="xs:int"'), declared('name="Omschrijving" type="xs:string"')),
      )
        .replace(description, '    element: drp:Element\n', '')
        .replace(description, /    code: [a-z-]+\n/, "    code: '400'\n"),
    without: ['rejection.tells-elements-apart', 'rejection.names-the-element-itself'],
  },
  {
    name: 'a Fault with a list of errors',
    edit: (copy) =>
      replaceGlobal(
        copy,
        'Fout',
        sequence(
          declared(
            'name="Fouten"',
            sequence(
              declared(
                'name="Regel" maxOccurs="unbounded"',
                sequence(
                  ...['Code', 'Omschrijving', 'Element'].map((name) => declared(`name="${name}" type="xs:string"`)),
                ),
              ),
            ),
          ),
        ),
      ).replace(description, /: drp:(Code|Omschrijving|Element)\n/, ': drp:Fouten/drp:Regel/drp:$1\n'),
  },
  {
    name: 'no detail',
    edit: (copy) => copy.replace(description, /  fault:\n(    .*\n)+/, ''),
    without: [
      ...['rejection.names-element', 'rejection.tells-elements-apart'],
      ...['rejection.names-the-element-itself', 'rejection.tells-kinds-apart'],
    ],
  },
  {
    name: 'an answer in a Result',
    edit: (copy) =>
      replaceGlobal(
        copy,
        responseName,
        sequence(declared('name="VoegDossierToeEnPubliceerResult"', sequence(...acceptance))),
      ).replace(description, /(dossierNumber|status): drp:/, '$1: drp:VoegDossierToeEnPubliceerResult/drp:'),
  },
  {
    name: 'numbers of a form of their own',
    edit: (copy) =>
      copy.replace(description, "first: '10000001'", "first: Z-2026/0000001\n      pattern: 'Z-[0-9]{4}/[0-9]{7}'"),
  },
  {
    name: 'a refusal in the response that has a word for no number',
    edit: (copy) =>
      replaceGlobal(
        copy,
        responseName,
        sequence(
          declared('name="Dossiernummer"', numberOrNone),
          declared('name="Status" type="drp:Status" minOccurs="0"'),
          ...refusalMembers,
        ),
      )
        .replace(description, '      prepared: klaargezet', failureKeys([]))
        .replace(description, "first: '10000001'", "first: '10000001'\n      none: geen"),
  },
];
