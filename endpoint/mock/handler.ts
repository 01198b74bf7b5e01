import type { Bilingual } from '#contract/texts/bilingual';
import { controlPath, serveControl } from './control.ts';
import { enter } from './entry.ts';
import { hostOf, misdirected } from '../server/host.ts';
import { type Handler, type HttpRequest, type HttpResponse } from '../server/http-message.ts';
import type { MockParts } from './parts.ts';
import { parseTarget, type Target } from '../server/request-target.ts';
import { servePost } from './service.ts';
import { textAnswer } from '../server/text-answer.ts';

/** Answers everything that comes to the mock; without a control, as where that is elsewhere, and under TLS, only the service. */
export const createHandler =
  (parts: MockParts, control?: Control): Handler =>
  async (request) => {
    const { 'transfer-encoding': coding = 'chunked' } = request.headers;
    if (!/^chunked$/i.test(coding)) return textAnswer(request)(501, codingText);
    if (request.method === 'OPTIONS' && request.target === '*')
      return misdirected(request, parts.hostNames, wayIn) ?? options;
    const target = parseTarget(request.target);
    if (target === undefined)
      return textAnswer(request)(400, {
        nl: 'Het doel van het verzoek is geen pad.',
        en: 'The request target is no path.',
      });
    const isToControl = request.client === undefined && `${target.path}/`.startsWith(controlPath);
    const looked = isToControl ? await control?.(request, target) : undefined;
    return looked ?? misdirected(request, parts.hostNames, wayIn) ?? (await serveService(parts, request, target));
  };

const codingText: Bilingual = {
  nl: 'Van de transfer codings kent dit endpoint alleen chunked.',
  en: 'Of transfer codings this endpoint knows chunked alone.',
};

/** What there is to be asked (RFC 9110, 9.3.7). */
const options: HttpResponse = {
  status: 204,
  headers: { allow: 'GET, HEAD, OPTIONS, POST' },
  body: new Uint8Array(),
};

const wayIn: Bilingual = {
  nl: 'stuur naar 127.0.0.1 of localhost, of start het met de naam van de host (mock: --host-name, listen: --name).',
  en: 'send to 127.0.0.1 or localhost, or start it with the name of the host (mock: --host-name, listen: --name).',
};

/** Answers who looks at what the mock keeps; undefined for what is not there. */
export type Control = (request: HttpRequest, target: Target) => Promise<HttpResponse | undefined>;

/** The control of a mock, which asks another one first. */
export const createControl =
  (parts: MockParts, first?: (request: HttpRequest) => Promise<HttpResponse | undefined>): Control =>
  async (request, target) =>
    (await first?.(request)) ?? serveControl(parts, request, target);

/** Answers who looks at what the mock keeps, and nobody else. */
export const createControlHandler =
  (control: Control): Handler =>
  async (request) => {
    const target = parseTarget(request.target);
    const found = target && (await control(request, target));
    const nothing = {
      nl: `Hier is niets. Wat ontvangen is, staat op ${controlPath}.`,
      en: `Nothing is here. What was received is at ${controlPath}.`,
    };
    return found ?? textAnswer(request)(404, nothing);
  };

const serveService = async (parts: MockParts, request: HttpRequest, target: Target): Promise<HttpResponse> => {
  const { path } = parts.description;
  const place = placeOf(parts, target);
  const isRead = /^(?:GET|HEAD)$/.test(request.method);
  if (place === undefined && isRead && target.path === '/')
    return textAnswer(request)(200, welcome(parts, `${hostOf(request)?.origin ?? ''}${path}`));
  if (place === undefined)
    return textAnswer(request)(404, {
      nl: `Hier is niets. De dienst staat op ${path}, haar beschrijving op ${path}?wsdl.`,
      en: `Nothing is here. The service is at ${path}, its description at ${path}?wsdl.`,
    });
  const description = isRead ? describe(parts, request, target) : undefined;
  if (description !== undefined) return atTheDoor(parts, request, description);
  if (request.method !== 'POST') return request.method === 'OPTIONS' ? options : onlyPost(request, path);
  return servePost(parts, request, place.sender);
};

const onlyPost = (request: HttpRequest, path: string): HttpResponse =>
  textAnswer(request)(
    405,
    {
      nl: `${request.method} is niet voor een SOAP-dienst. Stuur een POST; de beschrijving staat op ${path}?wsdl.`,
      en: `${request.method} is not for a SOAP service. Send a POST; the description is at ${path}?wsdl.`,
    },
    { allow: 'POST' },
  );

/** What a person who looks at the root finds: where things are, and what goes into the content. */
const welcome = ({ contract, description }: MockParts, address: string): Bilingual => {
  const of = (kind: string): string =>
    contract.documentTypes
      .filter(({ content }) => content === kind)
      .map(({ name }) => name)
      .join(', ');
  const said = ({ service, whole, schema, content }: Words): string =>
    [
      `${service}: ${address}`,
      `WSDL: ${address}?wsdl (${whole}: ${address}?singleWsdl)`,
      ...description.payloads.map((name) => `${schema}: ${address}?xsd=${name}`),
      ...['xml', 'pdf']
        .filter((kind) => of(kind) !== '')
        .map((kind) => `${content} ${kind.toUpperCase()}: ${of(kind)}`),
    ].join('\n');
  return { nl: said(words.nl), en: said(words.en) };
};

type Words = Readonly<Record<'service' | 'whole' | 'schema' | 'content', string>>;

const words: Readonly<Record<keyof Bilingual, Words>> = {
  nl: { service: 'Dienst', whole: 'in één document', schema: 'Schema van de inhoud', content: 'Inhoud als' },
  en: { service: 'Service', whole: 'in one document', schema: 'Schema of the content', content: 'Content in' },
};

/** A step before the path of the service names a sender, where that is allowed. */
const placeOf = ({ description, byPath }: MockParts, { path }: Target): { readonly sender?: string } | undefined => {
  if (path === description.path) return {};
  const [, sender] = /^\/([\w.-]{1,40})(?=\/)/.exec(path) ?? [];
  return byPath && sender !== undefined && path === `/${sender}${description.path}` ? { sender } : undefined;
};

/** Who needs a certificate needs it for the description too; a username is for messages only. */
const atTheDoor = async (parts: MockParts, request: HttpRequest, description: HttpResponse): Promise<HttpResponse> => {
  if (parts.access.kind === 'username') return description;
  const entry = await enter(parts, request);
  return entry.kind === 'in' ? description : entry.response;
};

/** The WSDL at `?wsdl`, as WCF has it, and the schemas that it leads to. */
const describe = (parts: MockParts, request: HttpRequest, { path, query }: Target): HttpResponse | undefined => {
  const address = addressOf(parts, request, path);
  const names = [...query.keys()].map((name) => name.toLowerCase());
  const { description } = parts;
  if (names.includes('singlewsdl')) return xml(description.flat(address) ?? description.wsdl(address));
  if (names.includes('wsdl')) return xml(description.wsdl(address));
  if (!names.includes('xsd')) return undefined;
  const schema = parts.description.schema(query.get('xsd') ?? '', address);
  return schema === undefined
    ? textAnswer(request)(404, {
        nl: 'De WSDL en de inhoud hebben geen schema van die naam.',
        en: 'Neither the WSDL nor the content has a schema of that name.',
      })
    : xml(schema);
};

/** As it is called from outside: with a path of its own as it stands, else with the path that was asked for. */
const addressOf = ({ publicUrl }: MockParts, request: HttpRequest, path: string): string => {
  const outside = publicUrl === undefined ? undefined : new URL(publicUrl);
  if (outside !== undefined && outside.pathname !== '/') return outside.origin + outside.pathname;
  return (outside?.origin ?? hostOf(request)?.origin ?? '') + path;
};

const xml = (text: string): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: Buffer.from(text, 'utf8'),
});
