import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from './in-process.ts';
import { temporaryFolder } from './three-pas.ts';

const ours = resolve(import.meta.dirname, '../../contract/2020-01');

test('lint tells all that is wrong with a folder, by file and line, and ends with their number', async () => {
  const folder = join(temporaryFolder(), 'map met spatie');
  cpSync(ours, folder, { recursive: true });
  const change = (file: string, from: RegExp, to: string): void => {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), text.replace(from, to));
  };
  change('rules.sch', /role="error"/, 'role="fout"');
  change('contract.yaml', /^ {2}title: titel$/m, '  title: tietel');
  change('contract.yaml', /^ {2}medium: medium$/m, '  medium: blad');

  change('dossier-service.wsdl', /soapAction="[^"]*"/, 'soapAction="urn:anders"');
  change('examples/Melding.xml', /<\/drp:Titel>/, '</drp:Titel><drp:Onzin/>');

  const { code, stdout, stderr } = await inProcess(['contract', 'lint', folder]);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.split('\n').map((line) => line.replace(/\d+(?=: )/, 'N').split(/[;,]/)[0] ?? '')).toEqual([
    'contract.yaml:N: uses.title is bound to "tietel"',
    'contract.yaml:N: uses.medium is bound to "blad"',
    expect.stringMatching(/^dossier-service\.wsdl:N: /),
    expect.stringMatching(/^examples\/Melding\.xml:N: the example is not valid: /),
    'rules.sch:N: rule inhoud-leesbaar has role "fout"',
    'Not looked at',
    `3pas: 5 errors in ${folder}`,
    '',
  ]);
});
