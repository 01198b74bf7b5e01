import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { receiverActor } from '#contract/wire/receiver-actor';
import { passwordPlaceholder } from '#contract/wire/placeholders';
import type { ToForward } from '#endpoint/mock/forward';
import { openExchanges } from '#evidence/open-exchanges';
import { openJournal } from '#evidence/journal';
import { type Forwarded as Used, forwardedFold } from '#evidence/forwarded';
import { readJournal } from '#evidence/read-journal';
import type { RunConfig } from '#harness/run-config';
import { readAnswer } from '#judgement/answer';
import { dossierFold } from '#reporters/dossiers';
import { aRunConfig } from '../../../test/samples/run-config.ts';
import { type Forwarder, type Forwarding, openForwarder } from './forwarder.ts';

const contract = readContract(resolve(import.meta.dirname, '../../../contract/2020-01'));
const melding = readFileSync(join(contract.directory, 'examples/Melding.xml'));
const reference = '3PASTEST-voorbeeld-000000000006';
const accepted = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><d:VoegDossierToeEnPubliceerResponse xmlns:d="http://schemas.koopwrp.nl/2020/01/drp/api/"><d:Dossiernummer>77</d:Dossiernummer><d:Status>klaargezet</d:Status></d:VoegDossierToeEnPubliceerResponse></s:Body></s:Envelope>`;

type Answering = (response: ServerResponse, request: IncomingMessage) => void;

interface Got {
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** An endpoint that answers so, and what it got. */
const endpoint = async (answer: Answering): Promise<{ readonly url: string; readonly got: readonly Got[] }> => {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(parts) });
      answer(response, request);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/dienst`, got };
};

const accepting: Answering = (response) => {
  response.writeHead(200, { 'content-type': 'text/xml', 'x-own': 'a', 'set-cookie': 'a=b', location: 'https://x/' });
  response.end(accepted);
};

const limits = aRunConfig().limits;

const forwarderTo = (
  url: string,
  change: Partial<RunConfig> = {},
  { used = { requests: 0, accepted: 0 }, days = uncounted }: Partial<Pick<Forwarding, 'used' | 'days'>> = {},
): { readonly forwarder: Forwarder; readonly out: string } => {
  const out = mkdtempSync(join(tmpdir(), 'forward-'));
  const journal = openJournal(out);
  const config = aRunConfig({ url, mockControl: undefined, permitted: [], authorities: [], media: [], ...change });
  const answers = { read: (exchange: Parameters<typeof readAnswer>[1]) => readAnswer(contract, exchange) };
  const forwarder = openForwarder({ contract, config, journal, answers, used, days });
  closing.push(async () => {
    await forwarder.hurry();
    journal.close();
  });
  return { forwarder, out };
};

/** A profile without a limit of a day. */
const uncounted = { take: () => Promise.resolve(true), giveBack: () => Promise.resolve() };

const messageOf = (body: Uint8Array, change: Partial<ToForward['request']> = {}): ToForward => ({
  operation: 'delivery',
  documentType: 'Melding',
  request: {
    ...{ method: 'POST', target: '/x', tooLarge: false, peer: '127.0.0.1', client: undefined, body },
    headers: {
      'content-type': 'text/xml;charset="utf-8"',
      soapaction: 'een-actie',
      authorization: 'Basic dmFuOnZlbmRvcg==',
      cookie: 'x=y',
      connection: 'keep-alive',
    },
    ...change,
  },
});

const eventsOf = (out: string) =>
  (existsSync(join(out, 'journal.ndjson')) ? [...readJournal(out)] : []).filter((event) => event.type !== 'damaged');
const usedIn = (out: string) => {
  const fold = forwardedFold();
  for (const event of eventsOf(out)) fold.add(event);
  return fold.result();
};
const dossiersIn = (out: string) => {
  const fold = dossierFold();
  for (const event of eventsOf(out)) fold.add(event);
  return fold.result().map(({ number, reference: under }) => [number, under]);
};

describe('requests of a day', () => {
  test('are taken one by one, and nothing goes on once they are used up', async () => {
    const { url, got } = await endpoint(accepting);
    let left = 1;
    const days = { ...uncounted, take: () => Promise.resolve((left -= 1) >= 0) };
    const { forwarder } = forwarderTo(url, {}, { days });

    const came = [await forwarder.forward(messageOf(melding)), await forwarder.forward(messageOf(melding))];

    expect(came.map(({ note }) => note.fate)).toEqual(['answered', 'withheld']);
    expect(JSON.stringify(came[1])).toContain('limits.perDay');
    expect(got).toHaveLength(1);
  });

  test('do not count what did not leave', async () => {
    const { url } = await endpoint(accepting);
    const back: string[] = [];
    const days = { ...uncounted, giveBack: () => Promise.resolve(void back.push('one')) };
    const { forwarder } = forwarderTo(url, { limits: { ...aRunConfig().limits, requests: 0 } }, { days });

    expect((await forwarder.forward(messageOf(melding))).note.fate).toBe('withheld');
    expect(back).toEqual(['one']);
  });
});

describe('a message that goes on', () => {
  test('arrives byte for byte with the credentials of the profile, and its answer comes back as it came', async () => {
    const { url, got } = await endpoint(accepting);
    const { forwarder, out } = forwarderTo(url);
    const odd = Buffer.concat([melding, Buffer.from([0xe9, 0x0a])]);
    const came = await forwarder.forward(messageOf(odd));

    expect(got[0]?.body.equals(odd)).toBe(true);
    const { 'content-type': type, soapaction, authorization, cookie } = got[0]?.headers ?? {};
    expect([type, soapaction, cookie]).toEqual(['text/xml;charset="utf-8"', 'een-actie', undefined]);
    expect(authorization).toBe(`Basic ${Buffer.from('proef:').toString('base64')}`);
    expect(came).toMatchObject({ response: { status: 200 }, note: { fate: 'answered' } });
    if (!('response' in came)) throw new Error('it stayed');
    const { headers, body } = came.response;
    expect(Buffer.from(body).toString()).toBe(accepted);
    expect(headers).toMatchObject({ 'content-type': 'text/xml', 'x-own': 'a' });
    expect(Object.keys(headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:set-cookie|location|connection|content-length)$/)]),
    );
    expect(usedIn(out)).toEqual({ requests: 1, accepted: 1 });
    expect(dossiersIn(out)).toEqual([['77', reference]]);
  });

  test('is recorded as it went, without secrets', async () => {
    const { url } = await endpoint(accepting);
    const { forwarder, out } = forwarderTo(url);
    const { note } = await forwarder.forward(messageOf(melding));
    const recorded = eventsOf(out).flatMap((event) => (event.type === 'exchange' ? [event] : []));

    expect(recorded).toMatchObject([{ id: note.exchange, requestHeaders: { authorization: 'Basic ***' } }]);
    expect(recorded.map(({ request }) => request && openExchanges(out)(request)?.equals(melding))).toEqual([true]);
  });

  test('has the token of the profile in the place of its own, where the profile has one in the message', async () => {
    const { url, got } = await endpoint(accepting);
    const { forwarder, out } = forwarderTo(url, {
      carrier: 'wsse',
      credentials: { username: 'van-profiel', password: 'geheim-van-profiel' },
    });
    const token =
      '<w:Security xmlns:w="urn:w"><w:UsernameToken><w:Username>eigen</w:Username></w:UsernameToken></w:Security>';
    const own = melding.toString().replace('<soap:Body>', `<soap:Header>${token}</soap:Header><soap:Body>`);
    await forwarder.forward(messageOf(Buffer.from(own)));
    const hostile = await forwarder.forward(
      messageOf(Buffer.from(melding.toString().replace('</drp:Titel>', `${passwordPlaceholder}</drp:Titel>`))),
    );

    expect(got).toHaveLength(1);
    const text = got[0]?.body.toString() ?? '';
    expect(text).toContain('van-profiel');
    expect([text.includes('eigen<'), text.match(/UsernameToken>/g)?.length]).toEqual([false, 2]);
    expect(hostile).toMatchObject({ note: { fate: 'withheld' } });
    expect(readFileSync(join(out, 'journal.ndjson'), 'utf8')).not.toContain('geheim-van-profiel');
  });

  test('is not sent again where its answer is lost, which leaves a dossier that there may be', async () => {
    const { url, got } = await endpoint((response) => response.destroy());
    const { forwarder, out } = forwarderTo(url);
    const came = await forwarder.forward(messageOf(melding));

    expect(came).toMatchObject({ response: { status: 502 }, note: { fate: 'lost' } });
    expect('response' in came && Buffer.from(came.response.body).toString()).toContain('De ontvanger');
    expect([got.length, usedIn(out), dossiersIn(out)]).toEqual([
      1,
      { requests: 1, accepted: 1 },
      [[undefined, reference]],
    ]);
  });

  test('is not held back or sent again where the endpoint asks to wait', async () => {
    const { url, got } = await endpoint((response) => response.writeHead(503, { 'retry-after': '9' }).end());
    const { forwarder, out } = forwarderTo(url);
    const came = await forwarder.forward(messageOf(melding));

    expect(came).toMatchObject({ response: { status: 503, headers: { 'retry-after': '9' } } });
    expect([got.length, usedIn(out).accepted]).toEqual([1, 0]);
  });

  test('may be sent again where the endpoint could not be reached', async () => {
    const { forwarder, out } = forwarderTo('http://127.0.0.1:9/');

    expect(await forwarder.forward(messageOf(melding))).toMatchObject({
      fault: {
        ...{ code: 'Server', actor: receiverActor },
        text: {
          nl: expect.stringMatching(/niet te bereiken: op dat adres luistert niets\. Er is geen dossier/) as string,
          en: expect.stringMatching(/can't be reached: nothing listens there\. There is no dossier/) as string,
        },
      },
      note: { fate: 'unreached' },
    });
    expect([usedIn(out).accepted, dossiersIn(out)]).toEqual([0, []]);
  });
});

describe('a message stays', () => {
  const elsewhere = 'https://eto.voorbeeld.nl/';
  const woerden = [{ kind: 'gemeente', name: 'Woerden' }];
  const stays = async (message: ToForward, change: Partial<RunConfig>, used: Used): Promise<string> => {
    const { forwarder, out } = forwarderTo(elsewhere, change, { used });
    const came = await forwarder.forward(message);

    expect(came).toMatchObject({ fault: { code: 'Client', actor: receiverActor }, note: { fate: 'withheld' } });
    expect([usedIn(out), dossiersIn(out)]).toEqual([{ requests: 0, accepted: 0 }, []]);
    return 'fault' in came ? came.fault.text.nl : '';
  };

  const none = { requests: 0, accepted: 0 };
  const gone = messageOf(melding, { gone: AbortSignal.abort() });

  test.each<{
    readonly name: string;
    readonly message?: ToForward;
    readonly change?: Partial<RunConfig>;
    readonly used?: Used;
    readonly why: RegExp;
  }>([
    { name: 'that names another body', why: /niet in het profiel/ },
    { name: 'that no one can read', message: messageOf(Buffer.from('<x>')), why: /niet als aanlevering/ },
    { name: 'that is too large', message: messageOf(melding, { tooLarge: true }), why: /groter dan/ },
    {
      ...{ name: 'over the number of dossiers', why: /staat 3 aangenomen/ },
      ...{ change: { limits: { ...limits, accepted: 3 } }, used: { requests: 5, accepted: 3 } },
    },
    {
      ...{ name: 'over the number of requests', why: /staat 5 verzoeken/ },
      change: { limits: { ...limits, requests: 5 }, authorities: woerden },
      used: { requests: 5, accepted: 0 },
    },
    { name: 'whose sender is gone', message: gone, change: { authorities: woerden }, why: /wachtte niet/ },
  ])('$name', async ({ message = messageOf(melding), change = {}, used = none, why }) => {
    expect(await stays(message, change, used)).toMatch(why);
  });
});
