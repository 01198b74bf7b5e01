import { controlPath, serveControl } from './control.ts';
import { enter } from './entry.ts';
import { hostOf, misdirected } from '../server/host.ts';
import { plainText, type Handler, type HttpRequest, type HttpResponse } from '../server/http-message.ts';
import type { MockParts } from './parts.ts';
import { parseTarget, type Target } from '../server/request-target.ts';
import { servePost } from './service.ts';

/** Answers everything that comes to the mock; under TLS only the service, since its control is elsewhere. */
export const createHandler =
  (parts: MockParts): Handler =>
  async (request) => {
    const target = parseTarget(request.target);
    if (target === undefined) return plainText(400, 'The request target is no path.');
    const control = request.client === undefined ? serveControl(parts, request, target) : undefined;
    return control ?? misdirected(request, parts.hostNames, wayIn) ?? (await serveService(parts, request, target));
  };

const wayIn = 'send to 127.0.0.1 or localhost, or start it with --host-name.';

/** Answers who looks at what the mock keeps, and nobody else. */
export const createControlHandler =
  (parts: MockParts): Handler =>
  (request) => {
    const target = parseTarget(request.target);
    const found = target && serveControl(parts, request, target);
    return Promise.resolve(found ?? plainText(404, `Nothing is here. What was received is at ${controlPath}.`));
  };

const serveService = async (parts: MockParts, request: HttpRequest, target: Target): Promise<HttpResponse> => {
  const { path } = parts.description;
  if (target.path !== path)
    return plainText(404, `Nothing is here. The service is at ${path}, its description at ${path}?wsdl.`);
  const description = request.method === 'GET' ? describe(parts, request, target) : undefined;
  if (description !== undefined) return atTheDoor(parts, request, description);
  if (request.method !== 'POST')
    return plainText(
      405,
      `${request.method} is not for a SOAP service. Send a POST; the description is at ${path}?wsdl.`,
      {
        allow: 'POST',
      },
    );
  return servePost(parts, request);
};

/** Who needs a certificate needs it for the description too; a username is for messages only. */
const atTheDoor = async (parts: MockParts, request: HttpRequest, description: HttpResponse): Promise<HttpResponse> => {
  if (parts.access.kind === 'username') return description;
  const entry = await enter(parts, request);
  return entry.kind === 'in' ? description : entry.response;
};

/** The WSDL at `?wsdl`, as WCF has it, and the schemas that it leads to. */
const describe = (parts: MockParts, request: HttpRequest, { path, query }: Target): HttpResponse | undefined => {
  const address = (hostOf(request)?.origin ?? '') + path;
  const names = [...query.keys()].map((name) => name.toLowerCase());
  if (names.includes('wsdl') || names.includes('singlewsdl')) return xml(parts.description.wsdl(address));
  if (!names.includes('xsd')) return undefined;
  const schema = parts.description.schema(query.get('xsd') ?? '', address);
  return schema === undefined ? plainText(404, 'The WSDL leads to no schema of that name.') : xml(schema);
};

const xml = (text: string): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: Buffer.from(text, 'utf8'),
});
