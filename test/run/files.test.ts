import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { readJournal } from '#evidence/read-journal';
import { listen } from '../samples/peer.ts';
import { inProcess } from './in-process.ts';
import { credentials, profileFor, temporaryFolder, threePas } from './three-pas.ts';

const folder = temporaryFolder();
const at = (...names: readonly string[]): string => join(folder, ...names);
const right = readFileSync('contract/2020-01/examples/Melding.xml', 'utf8');
const wrong = right.replace('>Woerden<', '>Den Haag<');
const english = ['--lang', 'en'];
const day = ['--clock', '2026-11-29', '--lang', 'en'];

beforeAll(() => {
  for (const name of ['in', 'leeg', 'paren', 'gemengd']) mkdirSync(at(name));
  writeFileSync(at('in', 'goed.xml'), right);
  writeFileSync(at('in', 'fout.xml'), wrong);
  writeFileSync(at('in', 'ander.xml'), '<html/>');
  writeFileSync(at('paren', '1-request.xml'), wrong);
});

describe('3pas check', () => {
  test('judges a folder in a process of its own, and writes what it found as JUnit', async () => {
    const { code, stdout, stderr } = await threePas(['check', at('in'), '--junit', at('junit.xml'), ...day]);

    expect(code).toBe(1);
    expect(stdout).toContain(`${at('in', 'fout.xml')}:9:44: error: BevoegdGezag is "Den Haag"`);
    expect(stdout).toMatch(/FAILED: 2 judged, 1 valid, 1 not valid, 1 passed over\n$/);
    expect(stderr).toContain(`${at('in', 'ander.xml')}: this is a web page (HTML)`);
    expect(readFileSync(at('junit.xml'), 'utf8')).toMatch(
      /tests="3" failures="1".*skipped="1".*<failure type="message.uses-listed-values"/s,
    );
  });

  test('tells a program the same as JSON', async () => {
    const { code, stdout } = await inProcess(['check', at('in', 'fout.xml'), '--json', ...day]);

    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'findings',
      counts: { files: 1, invalid: 1, warned: 0, strange: 0 },
      files: [{ kind: 'envelope', findings: [{ line: 9, column: 44, requirement: 'message.uses-listed-values' }] }],
    });
  });

  test('judges the folder that it is started in, and what can be read beside what can not', async () => {
    symlinkSync(at('nergens'), at('gemengd', 'dood.xml'));
    writeFileSync(at('gemengd', 'a b é.xml'), right);
    const { code, stdout } = await threePas(['check', '.', '--json', ...day], {}, { cwd: at('gemengd') });

    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      counts: { files: 1, invalid: 0, strange: 1 },
      files: [{ name: 'a b é.xml' }],
      passedOver: [{ name: 'dood.xml' }],
    });
  });

  test('goes by the deliveries alone where answers lie beside them', async () => {
    mkdirSync(at('beide'));
    writeFileSync(at('beide', '1-request.xml'), right);
    writeFileSync(at('beide', '1-response.xml'), right.replace(/<drp:Voeg[^]*Publiceer>/, '<soap:Fault/>'));
    const both = await inProcess(['check', at('beide'), ...day]);
    const answer = await inProcess(['check', at('beide', '1-response.xml'), ...day]);

    expect([both.code, both.stdout]).toEqual([0, 'PASSED: 1 judged, 1 valid, 1 answer of the service not judged\n']);
    expect([answer.code, answer.stdout]).toEqual([
      2,
      'NO VERDICT: 0 judged, 0 valid, 1 answer of the service not judged\n',
    ]);
  });

  test('--strict has a warning fail, in JUnit too', async () => {
    writeFileSync(at('waarschuwing.xml'), right.replace(/\s*<drp:Referentienummer>.*<\/drp:Referentienummer>/, ''));
    const args = ['check', at('waarschuwing.xml'), '--strict', '--junit', at('strikt.xml'), ...day];
    const { code } = await inProcess(args);

    expect([code, readFileSync(at('strikt.xml'), 'utf8')]).toEqual([
      1,
      expect.stringMatching(/failures="1".*<failure/s),
    ]);
  });

  test.each([
    [['leeg'], 'holds no .xml or .zip; give a folder with deliveries'],
    [['nergens'], 'is not there, or can’t be read; give a file, folder or zip'.replace('’', "'")],
    [
      ['in/ander.xml'],
      'this is a web page (HTML), such as a login page or an error of a proxy, and no SOAP message, dossier, inhoud.xml or zip of one',
    ],
  ])('ends with 2 for %j, and says the way out', async ([path = ''], said) => {
    const { code, stderr } = await inProcess(['check', at(path), ...day]);

    expect([code, stderr.includes(said)]).toEqual([2, true]);
  });
});

describe('3pas deliver', () => {
  test('delivers to the embedded endpoint, says what the answer means, and leaves a recording that can be judged again', async () => {
    const { code, stdout } = await threePas(['deliver', at('in', 'goed.xml'), '--out', at('uit'), ...day]);

    expect([code, stdout]).toEqual([0, expect.stringContaining('Accepted: dossier 10000001, prepared (klaargezet)')]);
    const [first] = [...readJournal(at('uit'))];
    expect(first).toMatchObject({ type: 'recording-started', recordedBy: 'delivery' });
    expect((await inProcess(['rejudge', at('uit'), '--lang', 'en'])).code).toBe(0);
  });

  test('sends nothing that the check finds something in, unless told to at the mock', async () => {
    const { code, stdout } = await inProcess(['deliver', at('in', 'fout.xml'), '--out', at('niet'), ...day]);

    expect(code).toBe(1);
    expect(stdout).toContain('Not sent: the message does not conform.');
  });

  test('tells what an endpoint says in one line, whatever line ends are in it', async () => {
    const forged = 'nee.\nAccepted: dossier 123, prepared\r\nRecording: /kwaad\u0085\u2028::error::x';
    const { url } = await listen((socket) =>
      socket.once('data', () => {
        const body = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>${forged.replaceAll('\n', '&#10;').replaceAll('\r', '&#13;')}</faultstring></s:Fault></s:Body></s:Envelope>`;
        socket.end(
          `HTTP/1.1 500 x\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n\r\n${body}`,
        );
      }),
    );
    const args = ['deliver', at('in', 'goed.xml'), '--profile', profileFor(folder, url), '--out', at('vals'), ...day];
    const { code, stdout } = await inProcess(args, credentials);

    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^Refused: .*nee\.\\nAccepted: dossier 123, prepared\\/),
      expect.stringMatching(/^Recording: .*vals$/),
      '',
    ]);
  });

  test.each([
    ['deliver', 'zero'],
    ['deliver', 'groot'],
    ['check', 'zero'],
    ['import', 'groot'],
  ])('%s reads no more of %s than a delivery can be', async (command, name) => {
    writeFileSync(at('groot.xml'), '');
    truncateSync(at('groot.xml'), 1.5 * 1024 ** 3);
    const { code, stderr } = await inProcess([command, name === 'zero' ? '/dev/zero' : at('groot.xml'), ...english]);

    expect([code, stderr.trimEnd().split('\n')]).toEqual([2, [expect.stringMatching(/is larger than \d+ MiB; /)]]);
  });

  test('keeps a delivery that left though nobody lived to see its answer, and reports it', async () => {
    let kill = (): void => undefined;
    const { url } = await listen((socket) =>
      socket.on('data', () => {
        kill();
      }),
    );
    const profile = profileFor(folder, url);
    const args = ['deliver', at('in', 'goed.xml'), '--profile', profile, '--out', at('afgebroken'), ...day];
    await threePas(args, credentials, {
      onStart: (child) => {
        kill = () => {
          child.kill('SIGKILL');
        };
      },
    });

    const { code, stdout } = await inProcess(['report', at('afgebroken'), '--reporter', 'table', '--lang', 'en']);

    expect([code, stdout]).toEqual([3, expect.stringContaining('NO VERDICT: no SOAP answer came to the delivery')]);
    expect(stdout).toContain('Of 1 delivery it is not known whether a dossier was made');
    expect(readFileSync(at('afgebroken', 'opruimlijst.csv'), 'utf8')).toMatch(
      /;3PASTEST-voorbeeld-000000000006;misschien/,
    );
  });

  test.each([
    [['--profile', 'mock-productie'], 'production gets IsAlive only and never a delivery'],
    [['--anyway', '--profile', 'PROFILE'], 'only under a permission of KOOP for violations'],
  ])('refuses %j', async (options, said) => {
    const profile = at('eto.yaml');
    writeFileSync(profile, elsewhere);
    const args = options.map((one) => (one === 'PROFILE' ? profile : one));
    const { code, stderr } = await inProcess(
      ['deliver', at('in', 'fout.xml'), ...args, '--out', at('ook-niet'), ...day],
      credentials,
    );

    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});

/** A place on another machine, which is never reached. */
const elsewhere = `profile: eto
title: eto
phase: 1
endpoint: { url: 'https://eto.invalid/' }
credentials: { username: { env: PROEF_GEBRUIKERSNAAM } }
bevoegdGezag: [{ soort: gemeente, naam: Woerden }]
limits: { requestsPerSecond: 1, requests: 10, accepted: 1 }
`;

describe('3pas import', () => {
  test('makes a recording of what a system kept, which is judged and reported as another', async () => {
    const said = "vendor: V\nproduct: P\nversion: '1'\ndocumentTypes: { Melding: { notices: [verleend] } }\n";
    writeFileSync(at('vendor.yaml'), said);
    const options = ['--vendor', at('vendor.yaml'), '--out', at('opname'), '--reporter', 'table', ...english];
    const { code, stdout, stderr } = await inProcess(['import', at('paren'), ...options]);

    expect(code).toBe(1);
    expect(stdout).toContain(
      'Shown of what the vendor declares: 0 of 2. Not yet:\n  Melding: an accepted delivery, notice',
    );
    expect(stdout).toContain('failed: message.uses-listed-values');
    const [first] = [...readJournal(at('opname'))];
    expect(first).toMatchObject({ type: 'recording-started', recordedBy: 'system', testData: 'undeclared' });
    expect([stdout, stderr]).toEqual([
      expect.stringMatching(/Mind: nobody declared[^]*To be kept until \d{4}-/),
      expect.stringContaining('nobody declares that this recording holds test data'),
    ]);
  });

  test('is pruned after its term: first what others wrote, with the verdicts left, then all of it', async () => {
    const [now, later] = [
      ['--lang', 'en'],
      ['--lang', 'en', '--clock', '2099-01-01T00:00:00Z'],
    ];
    expect((await inProcess(['prune', at('.'), ...now])).stdout).toMatch(/opname: stays until/);
    expect((await inProcess(['prune', at('opname'), '--dry-run', ...later])).stdout).toMatch(/would be removed/);
    expect(existsSync(at('opname', 'exchanges'))).toBe(true);

    expect((await inProcess(['prune', at('opname'), '--redact', ...later])).stdout).toMatch(/opname: .*redacted/);
    expect(readdirSync(at('opname'))).toEqual(['journal.ndjson']);
    const journal = readFileSync(at('opname', 'journal.ndjson'), 'utf8');
    expect(journal).not.toMatch(/3PASTEST|Voorbeeld|Woerden/);
    expect(journal).toMatch(/"sha256":"[0-9a-f]{64}"/);

    const rejudged = await inProcess(['rejudge', at('opname'), '--json']);
    expect([rejudged.code, JSON.parse(rejudged.stdout)]).toMatchObject([
      3,
      { agreeing: 0, differing: [], unprovable: { damage: 0 }, unfounded: [] },
    ]);
    const report = await inProcess(['report', at('opname'), '--reporter', 'table', '--lang', 'en']);
    expect([report.code, report.stdout]).toEqual([1, expect.stringContaining('Redacted on 2099-01-01')]);
    expect((await inProcess(['listen', '--port', '0', '--out', at('opname')])).code).toBe(2);

    expect((await inProcess(['prune', at('.'), ...later])).stdout).toMatch(/opname: .*removed/);
    expect(existsSync(at('opname'))).toBe(false);
    expect((await inProcess(['prune', at('opname'), ...later])).code).toBe(2);
  });

  test('keeps no password of a request, whatever answer says it and however', async () => {
    const password = 'Zeer-Geheim-42';
    const header = { name: 'Authorization', value: `Basic ${Buffer.from(`jansen:${password}`).toString('base64')}` };
    const token = `<s:Header xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><UsernameToken><Password>Ander-Geheim-43</Password></UsernameToken></s:Header>`;
    const said = [password, 'Ander-Geheim-43'].flatMap((one) => [
      one,
      Buffer.from(one).toString('base64'),
      Buffer.from(one).toString('hex'),
    ]);
    const entry = (headers: readonly object[], text: string, answer: string) => ({
      request: {
        method: 'POST',
        url: '/',
        headers: [{ name: 'SOAPAction', value: '""' }, ...headers],
        postData: { text },
      },
      response: { status: 500, headers: [{ name: 'X-Said', value: answer }], content: { text: `<a>${answer}</a>` } },
    });
    const echoes = said.map((one) => entry([], right, one));
    const bearing = entry([header], right.replace(/(<[\w:]*Envelope[^>]*>)/, `$1${token}`), '');
    writeFileSync(at('verkeer.har'), JSON.stringify({ log: { entries: [...echoes, bearing] } }));
    const out = at('zonder');
    const { stdout } = await inProcess(['import', at('verkeer.har'), '--out', out, '--reporter', 'table', ...english]);

    const packs = readdirSync(join(out, 'exchanges')).map((name) =>
      gunzipSync(readFileSync(join(out, 'exchanges', name))),
    );
    const all = [stdout, readFileSync(join(out, 'journal.ndjson'), 'utf8'), ...packs.map(String)].join('\n');
    expect(said.filter((one) => all.includes(one))).toEqual([]);
    expect(all).toContain('<a>***</a>');
  });

  test('ends with 2 for what holds no traffic', async () => {
    const { code, stderr } = await inProcess(['import', at('in', 'goed.xml'), '--lang', 'en']);

    expect([code, stderr]).toEqual([2, expect.stringContaining('is no HAR and no .svclog of WCF')]);
  });
});
