import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack, Topic } from './attempt.ts';
import { badEndpoint } from '../run/bad-endpoints.ts';
import { type RunEnded, runAt } from './run-at.ts';

/** Texts that do something where they are shown, and how to see that they did. */
const texts: Readonly<Record<string, string>> = {
  'a command of GitHub': '\n::error file=x::overgenomen\n',
  'a command of GitHub after a space': '\r\n  ::set-output name=x::overgenomen\r\n',
  'a command of Azure': '\n##vso[task.setvariable variable=x]overgenomen\n',
  'a command of Azure, short': '\n##[error]overgenomen\n',
  'a command of TeamCity': "\n##teamcity[testFailed name='x']\n",
  'a clear screen': '\u001b[2J\u001b[H',
  'a title of the window': '\u001b]0;overgenomen\u0007',
  'a link of the terminal': '\u001b]8;;https://kwaad.example\u0007klik\u001b]8;;\u0007',
  'a C1 control': '\u009b2J\u0090x\u009c',
  'a carriage return over the line': 'fout\rPASSED: alles in orde',
  'a backspace': 'x\b\b\b\bPASSED',
  'a turn of direction': '\u202egnaleg\u202c \u2066x\u2069 \u200f\u061c',
  'a line separator': '\u2028::error::x\u2029::error::y\u0085::error::z',
  'a formula': '=HYPERLINK("https://kwaad.example";"klik")',
  'a formula after a space': ' =1+1',
  'a formula after a comma': ',=1+1',
  'a formula after a semicolon': ';@SUM(1;2)',
  'a formula after a quote': '"\n=1+1',
  'a formula of DDE': "+cmd|' /C calc'!A0",
  'a tag of HTML': '<script>overgenomen()</script><img src=x onerror=overgenomen()>',
  'an end of CDATA': ']]><failure/><![CDATA[',
  'a tag of its own in the report': '</script><script>overgenomen()</script>',
  'what XML forbids': 'a\u0000b\u0001c\ufffed',
};

const escaped = (text: string): string =>
  text
    .replace(/[&<>]/g, (one) => `&#${String(one.charCodeAt(0))};`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe]/g, '?')
    .replaceAll('\r', '&#13;');

const ns = 'http://schemas.koopwrp.nl/2020/01/drp/api/';
const soap = (inner: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${inner}</s:Body></s:Envelope>`;
const message = (status: string, body: string, more = ''): Buffer =>
  Buffer.from(
    `HTTP/1.1 ${status}\r\nContent-Type: text/xml; charset=utf-8\r\n${more}Content-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n\r\n${body}`,
  );
/** A header takes no line break; the rest goes as bytes. */
const inHeader = (text: string): string => text.replace(/[\r\n\u0000]/g, ' ');

/** Where an endpoint can put a text of its own. */
const places: Readonly<Record<string, (text: string) => Buffer>> = {
  'in the text of a Fault': (text) =>
    message(
      '500 x',
      soap(
        `<s:Fault><faultcode>s:Client</faultcode><faultstring>${escaped(text)}</faultstring><detail><f:Fout xmlns:f="${ns}"><f:Code>${escaped(text)}</f:Code><f:Omschrijving>${escaped(text)}</f:Omschrijving><f:Element>${escaped(text)}</f:Element></f:Fout></detail></s:Fault>`,
      ),
    ),
  'in a dossier number': (text) =>
    message(
      '200 OK',
      soap(
        `<r:VoegDossierToeEnPubliceerResponse xmlns:r="${ns}"><r:Dossiernummer>${escaped(text)}</r:Dossiernummer><r:Status>klaargezet</r:Status></r:VoegDossierToeEnPubliceerResponse>`,
      ),
    ),
  'in headers and the status line': (text) =>
    message(
      `500 ${inHeader(text)}`,
      'x',
      `Server: ${inHeader(text)}\r\nLocation: ${inHeader(text)}\r\nSet-Cookie: ${inHeader(text)}\r\n`,
    ),
  'in a page': (text) => message('403 x', `<html><body>${text}</body></html>`),
  'in names of elements': (text) =>
    message('200 OK', soap(`<${text.replace(/[^\p{L}\u202a-\u202e]/gu, 'x')}>${escaped(text)}</x>`)),
};

/** What a line may never begin with, and what may stand nowhere. */
const command = /^\s*(?:::|##vso\[|##\[|##teamcity\[)/m;

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const shown = (text: string): string => JSON.stringify(text.slice(0, 160));

/** Our own colours are no one else's. */
const ownColours = /\u001b\[[\d;]*m/g;

const onTerminal = (name: string, text: string): string | undefined => {
  const line = text
    .replace(ownColours, '')
    .split('\n')
    .find((one) => command.test(one) || control.test(one));
  return line === undefined ? undefined : `${name}: ${shown(line)}`;
};

/** The first character of a cell that a spreadsheet takes for a formula, past what it trims; after an apostrophe all is text. */
const formula = /^[\s",;]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

const inCsv = (text: string): string | undefined => {
  const cells = text
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => line.split(/[,;]/))
    .map((cell) => cell.replace(/^"|"$/g, ''));
  const bad = cells.find((cell) => formula.test(cell) || control.test(cell));
  return bad === undefined ? undefined : `opruimlijst.csv: ${shown(bad)}`;
};

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const shownBy = ({ stdout, stderr, out }: RunEnded): string | undefined =>
  onTerminal('stdout', stdout) ??
  onTerminal('stderr', stderr) ??
  onTerminal('junit.xml', textOf(join(out, 'junit.xml'))) ??
  inCsv(textOf(join(out, 'opruimlijst.csv'))) ??
  (/<(?:script|img[^>]*)>?\s*overgenomen|onerror=overgenomen/.test(textOf(join(out, 'coverage.html')))
    ? 'coverage.html runs it'
    : undefined);

/** An endpoint that puts the text in another place with each answer. */
const textAttack = (folder: string, [name, text]: readonly [string, string]): Attack => ({
  name,
  act: async () => {
    const answers = Object.values(places).map((make) => make(text));
    let count = 0;
    const endpoint = await badEndpoint((socket) => void socket.end(answers[(count += 1) % answers.length] ?? ''));
    try {
      const ended = await runAt(folder, endpoint.url, { args: ['--topic', 'connection,delivery,rejection'] });
      return ended.code === 1 || ended.code === 3 ? shownBy(ended) : `exit code ${String(ended.code)}`;
    } finally {
      await endpoint.close();
    }
  },
});

/** A text of an endpoint never does anything on a terminal, in a log of CI, or in a file for other programs. */
export const peerTexts: Topic = {
  topic: 'texts of an endpoint',
  isSliced: false,
  open: (folder) =>
    Promise.resolve({
      attacks: Object.entries(texts).map((text) => textAttack(folder, text)),
      close: () => Promise.resolve(),
    }),
};
