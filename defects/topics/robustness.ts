import type { Handler, HttpRequest } from '#endpoint/server/http-message';
import type { Defect } from '#endpoint/mock/parts';
import { headerFault } from '#endpoint/server/soap/soap-fault';
import { answering, overlooking, page, reading, refusing, textOf } from '../seams.ts';
import type { SeededDefects } from '../seeded-defect.ts';

const run = { topics: ['robustness'], runs: 20 } as const;

/** A smoke run has one odd text only, and one is not every kind. */
const manyTexts = { ...run, runs: 50 } as const;

/** Other checks whose text is that of any delivery, and may be odd. */
const othersInText = [
  'robustness.takes-long-content',
  'robustness.takes-longest-texts',
  'robustness.takes-every-letter',
] as const;

const doctype = /<!DOCTYPE[^[>]*(?:\[.*?\])?>/s;

/** The summary of the dossier; what was escaped counts as one character. */
const summaryIn = (text: string): string =>
  (/:Samenvatting>([^<]*)</.exec(text)?.[1] ?? '').replace(/&(?:#x?[\da-f]+|\w+);/gi, '?');

const isNested = ({ body }: HttpRequest): boolean => textOf({ body }).includes('<a><a><a>');

const hasEntities = ({ body }: HttpRequest): boolean => textOf({ body }).includes('<!ENTITY e8');

/** Longer than the base64 of any zip of a real delivery begins: the same megabyte of spaces over and over. */
const isBomb = ({ body }: HttpRequest): boolean => body.length > 200_000 && isRepetitive(textOf({ body }));

/** Here and there a block of the compression ends. */
const isRepetitive = (text: string): boolean =>
  [60_000, 100_000, 140_000, 180_000].some((at) => text.slice(at, at + 400) === text.slice(at + 1364, at + 1764));

/** Goes down under some messages, and is up again when the next one has failed. */
const goingDown = (isFatal: (request: HttpRequest) => boolean): Defect => ({
  wrap: (handler) => {
    let isDown = false;
    const lively: Handler = async (request) => {
      const response = await handler(request);
      const broken = isFatal(request) || isDown;
      isDown = isFatal(request);
      return broken ? { ...response, broken: 'before' } : response;
    };
    return lively;
  },
});

/** Goes down under some messages, for good. */
const goingDownForGood = (isFatal: (request: HttpRequest) => boolean): Defect => ({
  wrap: (handler) => {
    let isDown = false;
    return async (request) => {
      isDown ||= isFatal(request);
      const response = await handler(request);
      return isDown ? { ...response, broken: 'before' } : response;
    };
  },
});

/** Never answers some messages. */
const hangingOn = (isFatal: (request: HttpRequest) => boolean): Defect => ({
  wrap: (handler) => (request) => (isFatal(request) ? new Promise(() => undefined) : handler(request)),
});

/** Defects of an endpoint that odd, long or hostile messages are too much for. */
export const robustnessDefects = {
  'knows-no-romanian': {
    does: 'Refuses one letter of another language, the s with a comma below.',
    foundBy: ['robustness.takes-every-letter'],
    run: { ...run, runs: 25 },
    defect: refusing((text) => text.includes('ș')),
  },
  'takes-no-longest-summary': {
    does: 'Refuses a summary of the 2,000 characters that are allowed.',
    foundBy: ['robustness.takes-longest-texts'],
    perhaps: ['robustness.takes-odd-text', 'robustness.takes-every-letter'],
    run: { ...run, runs: 25 },
    defect: refusing((text) => Array.from(summaryIn(text)).length === 2000),
  },
  'counts-units-of-utf-16': {
    does: 'Refuses a summary that is of 2,000 characters by XML Schema, and of more in Java and .NET.',
    foundBy: ['robustness.takes-longest-texts'],
    run: { ...run, runs: 25 },
    defect: refusing((text) => summaryIn(text).length > 2000),
  },
  'takes-null-for-no-value': {
    does: 'Finds a summary missing that reads null.',
    foundBy: ['robustness.takes-odd-text'],
    run: manyTexts,
    defect: refusing((text) => /:Samenvatting>(?:null|NULL|undefined)</.test(text)),
  },
  'keeps-out-what-looks-like-sql': {
    does: 'Stands behind a firewall that takes two words for an attack.',
    foundBy: ['robustness.takes-odd-text'],
    run: manyTexts,
    defect: refusing((text) => /\bdrop table\b/i.test(text)),
  },
  'has-room-for-nine-markings': {
    does: 'Refuses more than nine markings of an area.',
    foundBy: ['robustness.takes-longest-texts'],
    run: { ...run, runs: 25 },
    defect: refusing((text) => (text.match(/<\w+:Gebiedsmarkering>/g)?.length ?? 0) > 9),
  },
  'stores-three-bytes-a-character': {
    does: 'Answers a Fault to characters that its database has no room for (utf8mb3).',
    foundBy: ['robustness.takes-odd-text'],
    perhaps: othersInText,
    run: manyTexts,
    defect: refusing((text) => /[\u{10000}-\u{10FFFF}]/u.test(text)),
  },
  'refuses-right-to-left': {
    does: 'Takes a Hebrew or Arabic greeting for an attack.',
    foundBy: ['robustness.takes-odd-text'],
    perhaps: othersInText,
    run: { ...run, runs: 250 },
    defect: refusing((text) => /שלום|مرحبا/.test(text)),
  },
  'takes-64-kilobytes': {
    does: 'Refuses messages above 65,536 bytes with 413, as WCF does unless it is told otherwise.',
    foundBy: ['robustness.takes-long-content'],
    run,
    defect: answering((response, { body }) => (body.length > 65_536 ? page(413) : response)),
  },
  'goes-down-under-deep-nesting': {
    does: 'Runs out of stack under thousands of nested elements, and takes a moment to come back.',
    foundBy: ['robustness.refuses-deep-nesting'],
    run,
    defect: goingDown(isNested),
  },
  'goes-down-for-good-under-deep-nesting': {
    does: 'Runs out of stack under thousands of nested elements, and does not come back.',
    foundBy: ['robustness.refuses-deep-nesting'],
    run,
    defect: goingDownForGood(isNested),
  },
  'answers-deep-nesting-with-a-page': {
    does: 'Answers thousands of nested elements with 200 and a page.',
    foundBy: ['robustness.refuses-deep-nesting'],
    run,
    defect: answering((response, request) => (isNested(request) ? page(200) : response)),
  },
  'takes-document-types': {
    does: 'Reads over a document type declaration that declares nothing.',
    foundBy: ['robustness.refuses-document-type-declaration'],
    run,
    defect: reading((text) => text.replace(/<!DOCTYPE[^[>]*\[\]>/, '')),
  },
  'expands-entities': {
    does: 'Reads document type declarations, and expands their entities.',
    foundBy: ['robustness.refuses-entity-expansion', 'robustness.refuses-document-type-declaration'],
    run,
    defect: reading((text) => (text.includes('SYSTEM') ? text : text.replace(doctype, '').replace(/&e\d;/g, 'x'))),
  },
  'goes-down-under-entities': {
    does: 'Runs out of memory under entities within entities.',
    foundBy: ['robustness.refuses-entity-expansion'],
    run,
    defect: goingDown(hasEntities),
  },
  'takes-external-entities': {
    does: 'Reads external entities, and keeps what is in the file.',
    foundBy: ['robustness.refuses-external-entity'],
    run,
    defect: reading((text) => (text.includes('SYSTEM') ? text.replace(doctype, '').replace('&e;', 'x') : text)),
  },
  'shows-external-entities': {
    does: 'Refuses a message with an external entity, and shows the file in its Fault.',
    foundBy: ['robustness.refuses-external-entity'],
    run,
    defect: {
      alter: (parts) => ({
        ...parts,
        markupFault: (text) => (text.includes('SYSTEM') ? disclosure : parts.markupFault(text)),
      }),
    },
  },
  'unpacks-anything': {
    does: 'Accepts a zip of hundreds of megabytes.',
    foundBy: ['robustness.refuses-zip-bomb'],
    run,
    defect: overlooking(({ case: kind }) => kind === 'size'),
  },
  'goes-down-under-a-zip-bomb': {
    does: 'Runs out of memory under a zip of hundreds of megabytes.',
    foundBy: ['robustness.refuses-zip-bomb'],
    run,
    defect: goingDown(isBomb),
  },
  'hangs-on-a-zip-bomb': {
    does: 'Never answers a zip of hundreds of megabytes.',
    foundBy: ['robustness.refuses-zip-bomb'],
    run: { ...run, timeoutMs: 1500 },
    defect: hangingOn(isBomb),
  },
} as const satisfies SeededDefects;

const passwd = 'root:x:0:0:root';

const disclosure = headerFault('Client', `Onbekend: ${passwd}`, `Unknown: ${passwd}`);
