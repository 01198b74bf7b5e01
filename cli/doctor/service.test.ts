import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { createMockServer } from '#endpoint/mock/server';
import { answering, closing, listen, ok } from '../../test/samples/peer.ts';
import { doctorOn } from '../../test/samples/doctor.ts';

const folder = resolve(import.meta.dirname, '../../contract/2020-01');
const contract = readContract(folder);

const answer = (status: string, body = '', headers = ''): string =>
  `HTTP/1.1 ${status}\r\n${headers}Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;

const soap = (content: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>`;

const fault = (code: string, text: string): string =>
  answer('500 Error', soap(`<s:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring></s:Fault>`));

/** What the doctor says of an endpoint that talks so. */
const onTalk = async (talk: (socket: Socket) => void) => {
  const { url } = await listen(talk);
  return doctorOn({ profile: { endpoint: { url } } });
};

describe('what an endpoint answers instead of IsAlive is named, with exit code 3', () => {
  test.each([
    ['401', answer('401 Unauthorized'), 'credentials-refused', 'lock the account'],
    ['403', answer('403 Forbidden'), 'credentials-forbidden', 'HTTP 403'],
    [
      '400 of nginx',
      answer('400 Bad Request', '<h1>No required SSL certificate was sent</h1>'),
      'certificate-demanded',
      'client certificate',
    ],
    ['501', answer('501 Not Implemented'), 'path-unknown', 'HTTP 501'],
    ['503 for an hour', answer('503 Busy', '', 'Retry-After: 3600\r\n'), 'service-unavailable', 'Retry-After: 3600'],
    ['404', answer('404 Not Found'), 'path-unknown', '/Dienst.svc'],
    ['405', answer('405 Method Not Allowed'), 'path-unknown', 'HTTP 405'],
    [
      '302 to elsewhere',
      answer('302 Found', '', 'Location: https://www.example/3pas\r\n'),
      'redirected',
      'www.example',
    ],
    [
      '302 to a login',
      answer('302 Found', '', 'Location: https://login.example/\r\n'),
      'login-demanded',
      'login.example',
    ],
    [
      '302 to itself with a cookie',
      answer('302 Found', '', 'Location: /Dienst.svc\r\nSet-Cookie: a=b\r\n'),
      'session-demanded',
      'Set-Cookie',
    ],
    [
      'SOAP 1.2, be it in a Fault',
      answer('500 Error', '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body/></e:Envelope>'),
      'answer-soap-1-2',
      'SOAP 1.2',
    ],
    [
      'parts',
      ok('--x\r\n', 'Content-Type: multipart/related; boundary=x; type="application/xop+xml"\r\n'),
      'answer-in-parts',
      'multipart/related',
    ],
    ['what is compressed', ok('\u001f', 'Content-Encoding: gzip\r\n'), 'answer-compressed', 'gzip'],
    ['407', answer('407 Proxy Authentication Required'), 'proxy-authentication', 'proxy'],
    ['413', answer('413 Payload Too Large'), 'message-limit', 'maxReceivedMessageSize'],
    ['415', answer('415 Unsupported Media Type'), 'media-type-refused', 'SOAP 1.2'],
    ['429', answer('429 Too Many Requests'), 'too-many-requests', '429'],
    ['500', answer('500 Internal Server Error', 'oei'), 'http-error', 'HTTP 500'],
    ['502', answer('502 Bad Gateway'), 'gateway-failed', 'HTTP 502'],
    ['503', answer('503 Service Unavailable'), 'service-unavailable', '503'],
    ['504', answer('504 Gateway Timeout'), 'gateway-failed', 'HTTP 504'],
    [
      'a page',
      ok('<!DOCTYPE html><html><body><h1>Welkom bij IIS</h1></body></html>', 'Content-Type: text/html\r\n'),
      'web-page',
      'Welkom bij IIS',
    ],
    ['nothing', ok(''), 'other-answer', 'empty body'],
    ['other XML', ok('<wat/>'), 'other-answer', '<wat>'],
    ['the answer of another service', ok(soap('<AntwoordVanIetsAnders/>')), 'other-answer', 'AntwoordVanIetsAnders'],
    [
      'a Fault of WCF on the action',
      fault('ActionNotSupported', 'cannot be processed at the receiver'),
      'action-unknown',
      'IsAlive',
    ],
    [
      'a Fault on security',
      fault('InvalidSecurity', 'An error occurred when verifying security'),
      'credentials-refused',
      'InvalidSecurity',
    ],
    ['another Fault', fault('Server', 'De databank is weg'), 'alive-fault', 'De databank is weg'],
  ])('%s', async (...[, bytes, id, says]) => {
    const found = await onTalk(answering(bytes));

    expect(found).toMatchObject({ id, code: 3 });
    expect(found.said).toContain(says);
    expect(found.remedy?.nl).not.toBe('');
    expect(found.said).not.toMatch(/geheim-van-de-proef/);
  });

  test('an answer that can be unpacked is told to be compressed, whatever is in it', async () => {
    const { name, namespace } = contract.service.alive?.response ?? { name: '', namespace: '' };
    const body = gzipSync(soap(`<${name} xmlns="${namespace}"/>`));
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${String(body.length)}\r\n\r\n`;

    expect(await onTalk(answering(head, body))).toMatchObject({ id: 'answer-compressed', code: 3 });
  });

  test('an answer that echoes the password is told without it', async () => {
    const { said, id } = await onTalk(answering(ok('<html>geheim-van-de-proef</html>', 'Content-Type: text/html\r\n')));

    expect({ id, said }).toEqual({
      id: 'web-page',
      said: expect.not.stringContaining('geheim-van-de-proef') as string,
    });
  });

  test.each([
    ['is silent', () => undefined, 'no-answer', 'no answer came in time'],
    [
      'resets',
      (socket: Socket) => socket.once('data', () => socket.resetAndDestroy()),
      'connection-reset',
      'without an answer',
    ],
    [
      'sends half an answer',
      (socket: Socket) => socket.once('data', () => socket.end(ok('x').replace('Length: 1', 'Length: 9'))),
      'answer-broken-off',
      'broke off half-way',
    ],
    ['sends two megabytes', answering(ok('<'.repeat(2_000_000))), 'answer-too-large', 'larger than 1 MB'],
    ['speaks another protocol', answering('220 mail.example ESMTP\r\n'), 'not-http', 'no HTTP'],
  ] as const)('one that %s', async (...[, talk, id, says]) => {
    const found = await onTalk(talk);

    expect(found).toMatchObject({ id, code: 3, steps: { alive: 'cause' } });
    expect(found.said).toContain(says);
  });

  test('one that drips its answer', async () => {
    const found = await onTalk((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
        const timer = setInterval(() => socket.write('<'), 20);
        socket.on('close', () => {
          clearInterval(timer);
        });
      });
    });

    expect(found.id).toBe('no-answer');
  });
});

/** A contract with another text in its description and WSDL. */
const contractWith = (from: string, to: string): string => {
  const copy = mkdtempSync(join(tmpdir(), 'contract-'));
  cpSync(folder, copy, { recursive: true });
  for (const name of ['contract.yaml', 'dossier-service.wsdl']) {
    const file = join(copy, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
  }
  return copy;
};

describe('a contract that is not that of the endpoint', () => {
  const open = async (): Promise<string> => {
    const mock = await createMockServer({ contract, username: 'proefaansluiting' });
    closing.push(() => mock.close());
    return mock.url;
  };

  test('is told by the action that the endpoint does not know', async () => {
    const url = await open();

    const found = await doctorOn({
      profile: { endpoint: { url } },
      contract: contractWith('IDossierService/IsAlive', 'IDossierService/LeeftHij'),
    });

    expect(found).toMatchObject({ id: 'action-unknown', code: 3, steps: { credentials: 'well', wsdl: 'cause' } });
    expect(found.said).toContain('LeeftHij');
  });

  test('is told by a WSDL that names other actions', async () => {
    const wsdl =
      '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"><operation soapAction="urn:anders"/></definitions>';
    const found = await onTalk((socket) => {
      socket.on('data', (chunk: Buffer) => socket.write(chunk.toString().startsWith('GET') ? ok(wsdl) : ok('<wat/>')));
    });

    expect(found).toMatchObject({ id: 'other-contract', steps: { wsdl: 'cause', alive: 'not-done' } });
    expect(found.said).toContain('VoegDossierToeEnPubliceer');
  });

  test('an endpoint without a WSDL is no problem', async () => {
    const { namespace, name } = contract.service.alive?.response ?? { namespace: '', name: '' };
    const alive = soap(`<${name} xmlns="${namespace}"/>`);

    const found = await onTalk((socket) => {
      socket.on('data', (chunk: Buffer) =>
        socket.write(chunk.toString().startsWith('GET') ? answer('404 Not Found') : ok(alive)),
      );
    });

    expect(found).toMatchObject({ id: undefined, code: 0, steps: { wsdl: 'warning', alive: 'well' } });
  });

  const described = (service: string) =>
    `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/">${service}</definitions>`;

  test.each([
    ['that shows its WSDL to nobody', answer('401 Unauthorized'), 'not-done'],
    ['that gives something else', ok('<html/>'), 'warning'],
    ['whose WSDL has its bindings in another', ok(described('<import location="?wsdl=wsdl0"/>')), 'warning'],
  ] as const)('one %s is not said to have none', async (_, description, outcome) => {
    const { namespace, name } = contract.service.alive?.response ?? { namespace: '', name: '' };
    const alive = soap(`<${name} xmlns="${namespace}"/>`);

    const found = await onTalk((socket) => {
      socket.on('data', (chunk: Buffer) => socket.write(chunk.toString().startsWith('GET') ? description : ok(alive)));
    });

    expect(found).toMatchObject({ id: undefined, code: 0, steps: { wsdl: outcome, alive: 'well' } });
  });
});
