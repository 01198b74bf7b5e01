import type { Bilingual } from '#contract/texts/bilingual';
import type { WireFailure } from '#contract/wire/exchange';
import type { Answer, Fault } from '../answer.ts';

const both = (text: string): Bilingual => ({ nl: text, en: text });

/** What an answer was, in a few words. */
export const describeAnswer = (answer: Answer): Bilingual => {
  switch (answer.kind) {
    case 'accepted':
      return {
        nl: `aangenomen als dossier ${answer.dossierNumber} (${answer.status}, HTTP ${String(answer.http)})`,
        en: `accepted as dossier ${answer.dossierNumber} (${answer.status}, HTTP ${String(answer.http)})`,
      };
    case 'alive':
      return both(`IsAlive (HTTP ${String(answer.http)})`);
    case 'fault':
      return both(`HTTP ${String(answer.http)}, ${describeFault(answer.fault)}${withNumber(answer.dossierNumber)}`);
    case 'refused':
      return describeRefusal(answer);
    case 'http-error':
      return { nl: `HTTP ${String(answer.http)} zonder Fault`, en: `HTTP ${String(answer.http)} without a Fault` };
    case 'unexpected':
      return {
        nl: `HTTP ${String(answer.http)}, ${answer.reason.nl}`,
        en: `HTTP ${String(answer.http)}, ${answer.reason.en}`,
      };
    case 'none':
      return describeFailure(answer.failure);
  }
};

const withNumber = (dossierNumber: string): string => (dossierNumber === '' ? '' : ` (dossier ${dossierNumber})`);

const describeRefusal = ({
  http,
  refusal,
  dossierNumber,
}: Extract<Answer, { readonly kind: 'refused' }>): Bilingual => {
  const said = `[${refusal.code} ${refusal.element}] ${refusal.text}${withNumber(dossierNumber)}`;
  return {
    nl: `geweigerd in het antwoord (HTTP ${String(http)}): ${said}`,
    en: `refused in the response (HTTP ${String(http)}): ${said}`,
  };
};

const describeFault = (fault: Fault): string => {
  const detail =
    fault.detail === undefined ? '' : ` [${fault.detail.code} ${fault.detail.element}] ${fault.detail.text}`;
  return `Fault ${fault.code}: ${fault.text}${detail}`;
};

/** Why there was no answer, and what to do about it. */
export const describeFailure = ({ kind, code, message, said }: WireFailure): Bilingual => {
  if (said !== undefined) return said;
  const { nl, en } = failures[kind];
  // What the transport says is English; its code is the same in every language, and ours means nothing to others.
  const own = remediesByCode[code];
  const isOurs = own !== undefined || code === '' || ourKinds.has(kind);
  return { nl: `${nl}: ${own ?? remedies[kind]}${isOurs ? '' : ` (${code})`}`, en: `${en}: ${message}` };
};

/** What we held back or stopped ourselves. */
const ourKinds: ReadonlySet<WireFailure['kind']> = new Set(['budget', 'aborted']);

const failures: Readonly<Record<WireFailure['kind'], Bilingual>> = {
  dns: { nl: 'de naam van het endpoint is onbekend (DNS)', en: 'the name of the endpoint is unknown (DNS)' },
  refused: { nl: 'de verbinding is geweigerd', en: 'the connection was refused' },
  unreachable: { nl: 'het endpoint is onbereikbaar', en: 'the endpoint is unreachable' },
  proxy: { nl: 'de proxy laat niet door naar het endpoint', en: 'the proxy gives no way to the endpoint' },
  tls: { nl: 'de TLS-verbinding is mislukt', en: 'the TLS connection failed' },
  timeout: { nl: 'er kwam niet op tijd een antwoord', en: 'no answer came in time' },
  reset: { nl: 'de verbinding is verbroken', en: 'the connection was reset' },
  truncated: { nl: 'het antwoord brak halverwege af', en: 'the answer broke off half-way' },
  'too-large': { nl: 'het antwoord is te groot', en: 'the answer is too large' },
  budget: {
    nl: 'het aantal verzoeken dat het profiel toestaat, is op',
    en: 'the number of requests that the profile allows is used up',
  },
  aborted: { nl: 'de run is gestopt', en: 'the run was stopped' },
  other: { nl: 'de verbinding is mislukt', en: 'the connection failed' },
};

const remedies: Readonly<Record<WireFailure['kind'], string>> = {
  dns: 'controleer de host in de URL, en DNS',
  refused: 'daar luistert niets. Controleer host en poort, en of het endpoint aan staat',
  unreachable: 'het netwerk heeft geen route naar de host. Controleer VPN, firewall en proxy',
  proxy: 'het endpoint is niet bereikt; 3pas doctor zoekt de oorzaak en de uitweg',
  tls: 'controleer http of https in de URL, de poort en de certificaten',
  timeout: 'kijk waarom het endpoint traag is, of sta meer tijd toe (limits.timeoutMs in het profiel)',
  reset: 'controleer http of https in de URL, en het logboek van het endpoint',
  truncated: 'controleer het logboek van het endpoint',
  'too-large': 'controleer of de URL die van de dienst is',
  budget: 'zet limits.requests hoger in het profiel',
  aborted: 'er is niet op een antwoord gewacht',
  other: 'wat kwam, is geen HTTP. Controleer of de URL die van de dienst is',
};

/** What we did ourselves has a way out of its own. */
const remediesByCode: Readonly<Record<string, string>> = {
  AVOIDED_ADDRESS:
    'er is niets verstuurd, want het zou naar productie gaan. Lever aan bij een testhost, of noem deze in testHosts',
};
