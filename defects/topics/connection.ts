import { bodyFault, headerFault } from '#endpoint/server/soap/soap-fault';
import type { Defect, MockParts } from '#endpoint/mock/parts';
import { password, username } from '../place.ts';
import { answering, examining, page, textOf, writing } from '../seams.ts';
import type { PlannedCheck } from '#harness/plan';
import type { SeededDefect, SeededDefects } from '../seeded-defect.ts';

const run = { topics: ['connection'] } as const;

const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Lets in whose claim is so. */
const lettingIn = (isLetIn: MockParts['isLetIn']): Defect => ({ alter: (parts) => ({ ...parts, isLetIn }) });

const isAboutAlive = ({ requirement }: PlannedCheck): boolean =>
  ['connection.answers-is-alive', 'connection.accepts-username', 'protocol.answers-success-with-200'].includes(
    requirement,
  );

/** Has no page for the connection test any more after fifty requests. */
const wearingOut: Defect = {
  wrap: (handler) => {
    let requests = 0;
    return async (request) => {
      requests += 1;
      const response = await handler(request);
      return requests > 50 && textOf(request).includes(':IsAlive') ? page(500) : response;
    };
  },
};

/** Has another description. */
const describing = (does: string, change: (text: string) => string): SeededDefect => ({
  does,
  foundBy: ['connection.serves-wsdl'],
  run,
  defect: answering((response, { method }) =>
    method === 'GET' ? { ...response, body: Buffer.from(change(textOf(response))) } : response,
  ),
});

/** Defects of the way in. */
export const connectionDefects = {
  'does-not-know-is-alive': {
    does: 'Answers the connection test as an operation that it does not know.',
    foundBy: ['connection.answers-is-alive'],
    run,
    defect: examining((examination) =>
      examination.kind === 'alive'
        ? { kind: 'fault', fault: bodyFault('IsAlive', 'Onbekende bewerking.', 'Unknown operation.') }
        : examination,
    ),
  },
  'answers-is-alive-with-nothing': {
    does: 'Answers the connection test with 200 and an empty body, as a health check of a load balancer does.',
    foundBy: ['connection.answers-is-alive'],
    run,
    defect: answering((response, request) =>
      textOf(request).includes(':IsAlive') ? { ...response, body: new Uint8Array() } : response,
    ),
  },
  'stops-being-alive': {
    does: 'Answers the connection test with a page from the fiftieth request on, since it keeps connections to its database.',
    foundBy: ['connection.stays-alive'],
    run,
    defect: wearingOut,
  },
  'answers-is-alive-with-202': {
    does: 'Answers the connection test with 202, as what is only queued.',
    foundBy: ['protocol.answers-success-with-200'],
    run: { topics: ['connection', 'protocol'], only: isAboutAlive },
    defect: answering((response, request) =>
      textOf(request).includes(':IsAlive') ? { ...response, status: 202 } : response,
    ),
  },
  'says-it-is-down': {
    does: 'Answers the connection test with false, since its database is away.',
    foundBy: ['connection.says-it-is-alive'],
    run,
    defect: writing((text) => text.replace(/(<(\w+):IsAliveResult>)[^<]*/, '$1false')),
  },
  'says-nothing-of-being-alive': {
    does: 'Answers the connection test with a response that has nothing in it.',
    foundBy: ['connection.answers-is-alive-by-schema'],
    run,
    defect: writing((text) => text.replace(/<(\w+):IsAliveResult>[^<]*<\/\1:IsAliveResult>/, '')),
  },
  'publishes-no-wsdl': {
    does: 'Shows its help page at ?wsdl, because publishing metadata is switched off.',
    foundBy: ['connection.serves-wsdl'],
    run,
    defect: answering((response, { method }) => (method === 'GET' ? page(200) : response)),
  },
  'names-an-inner-address-in-its-wsdl': describing(
    'Names the address that it has behind its proxy in its WSDL.',
    (text) => text.replace(/location="[^"?]*"/, 'location="http://appsrv01.intern:8080/DossierService.svc"'),
  ),
  'has-no-connection-test-in-its-wsdl': describing('Has no IsAlive in its WSDL.', (text) =>
    text.replace(/IsAlive/g, 'Ping'),
  ),
  'describes-itself-in-soap-1-2': describing('Has a WSDL for SOAP 1.2 only.', (text) =>
    text.replaceAll('http://schemas.xmlsoap.org/wsdl/soap/', 'http://schemas.xmlsoap.org/wsdl/soap12/'),
  ),
  'describes-calls-of-procedures': describing(
    'Has a WSDL of the style rpc, by which clients write another Body.',
    (text) => text.replaceAll('style="document"', 'style="rpc"'),
  ),
  'describes-encoded-messages': describing('Has a WSDL by which messages are encoded as SOAP has it.', (text) =>
    text.replaceAll('use="literal"', 'use="encoded"'),
  ),
  'shows-its-wsdl-as-a-page': {
    does: 'Shows its WSDL as text/html.',
    foundBy: ['connection.serves-wsdl'],
    run,
    defect: answering((response, { method }) =>
      method === 'GET' ? { ...response, headers: { ...response.headers, 'content-type': 'text/html' } } : response,
    ),
  },
  'lacks-the-schemas-of-its-wsdl': {
    does: 'Answers 404 where its WSDL leads to.',
    foundBy: ['connection.serves-wsdl'],
    run,
    defect: answering((response, { method, target }) =>
      method === 'GET' && target.includes('xsd=') ? page(404) : response,
    ),
  },
  'publishes-an-older-wsdl': {
    does: 'Serves the WSDL of another version of the interface.',
    foundBy: ['connection.serves-wsdl'],
    run,
    defect: {
      alter: (parts) => ({
        ...parts,
        description: {
          ...parts.description,
          wsdl: (address) => parts.description.wsdl(address).replaceAll('/2020/01/', '/2017/04/'),
        },
      }),
    },
  },
  'has-closed-the-account': {
    does: 'Lets the username in and then answers every delivery with a Fault, because the account has no rights.',
    foundBy: ['connection.accepts-username'],
    run,
    defect: examining((examination) =>
      examination.kind === 'delivery'
        ? { kind: 'fault', fault: headerFault('Client', 'Geen rechten.', 'No rights.') }
        : examination,
    ),
  },
  'lets-any-username-in': {
    does: 'Wants a username and does not look which.',
    foundBy: ['connection.refuses-wrong-username', 'connection.refuses-wrong-password'],
    run,
    defect: lettingIn((claim) => claim !== undefined),
  },
  'lets-in-who-says-nothing': {
    does: 'Checks a username only where there is one.',
    foundBy: ['connection.refuses-missing-username'],
    run,
    defect: { alter: (parts) => ({ ...parts, isLetIn: (claim) => claim === undefined || parts.isLetIn(claim) }) },
  },
  'looks-at-the-start-of-a-username': {
    does: 'Takes any username that begins as the right one does.',
    foundBy: ['connection.refuses-wrong-username'],
    run,
    defect: lettingIn((claim) => claim?.username.startsWith(username) === true && claim.password === password),
  },
  'takes-usernames-in-capitals': {
    does: 'Compares usernames without regard to case.',
    foundBy: ['connection.refuses-wrong-username'],
    run,
    defect: lettingIn((claim) => claim?.username.toLowerCase() === username && claim.password === password),
  },
  'takes-any-password': {
    does: 'Looks the username up, and does not look at the password.',
    foundBy: ['connection.refuses-wrong-password'],
    run,
    defect: lettingIn((claim) => claim?.username === username),
  },
  'looks-at-eight-characters-of-a-password': {
    does: 'Compares the first eight characters of a password.',
    foundBy: ['connection.refuses-wrong-password'],
    run,
    defect: lettingIn((claim) => claim?.username === username && claim.password?.slice(0, 8) === password.slice(0, 8)),
  },
  'trims-passwords': {
    does: 'Takes away the spaces around a password before it compares it.',
    foundBy: ['connection.refuses-wrong-password'],
    run,
    defect: lettingIn((claim) => claim?.username === username && claim.password?.trim() === password),
  },
  'takes-an-empty-password': {
    does: 'Lets a username in without a password, as a directory does that takes that for an anonymous bind.',
    foundBy: ['connection.refuses-wrong-password'],
    run,
    defect: lettingIn((claim) => claim?.username === username && ['', password].includes(claim.password ?? '')),
  },
  'takes-the-username-for-a-password': {
    does: 'Has left the password that it began with, the username itself, in force.',
    foundBy: ['connection.refuses-wrong-password'],
    run,
    defect: lettingIn((claim) => claim?.username === username && [username, password].includes(claim.password ?? '')),
  },
  'trims-usernames': {
    does: 'Takes the white space off a username before it looks it up.',
    foundBy: ['connection.refuses-wrong-username'],
    run,
    defect: lettingIn((claim) => claim?.username.trim() === username && claim.password === password),
  },
  'keeps-what-strangers-deliver': {
    does: 'Answers 401 to who is not let in, and stores the delivery all the same.',
    foundBy: [
      'connection.refuses-wrong-username',
      'connection.refuses-wrong-password',
      'connection.refuses-missing-username',
    ],
    run,
    defect: {
      wrap: (handler) => async (request) => {
        const response = await handler(request);
        if (response.status === 401) await handler({ ...request, headers: { ...request.headers, authorization } });
        return response;
      },
    },
  },
  'shows-a-login-page': {
    does: 'Sends whoever is not let in to a login page, with 200.',
    foundBy: [
      'connection.refuses-wrong-username',
      'connection.refuses-wrong-password',
      'connection.refuses-missing-username',
    ],
    run,
    defect: answering((response) => (response.status === 401 ? page(200) : response)),
  },
} as const satisfies SeededDefects;
