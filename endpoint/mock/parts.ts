import type { Contract } from '#contract/contract';
import type { Access } from '../server/authenticate.ts';
import type { ClientVerdict, Holder, Showing } from './certificate/judge-client.ts';
import type { CertificateSteps } from './certificate/steps.ts';
import type { Examination } from './examine.ts';
import type { Forward } from './forward.ts';
import type { Handler } from '../server/http-message.ts';
import type { Summary } from './judgement/summary.ts';
import type { Plays } from './plays.ts';
import type { Registry } from './registry.ts';
import type { Answers } from '../server/soap/answers.ts';
import type { Decoded } from '../server/soap/decode.ts';
import type { SoapFault } from '../server/soap/soap-fault.ts';
import type { Claim } from '../server/soap/username-token.ts';
import type { TlsSettings } from '../server/tls-settings.ts';
import type { Description } from '../server/wsdl.ts';

/** A message that passed the transport and markup checks, when it came, and whom the certificate names that it came with. */
export interface Message extends Holder {
  readonly bytes: Uint8Array;
  readonly today: string;
}

/** What the mock is made of. A seeded defect replaces a part, or wraps the handler; the parts themselves know of none. */
export interface MockParts {
  readonly contract: Contract;
  readonly access: Access;
  readonly answers: Answers;
  readonly description: Description;
  readonly registry: Registry;
  /** YYYY-MM-DD, Europe/Amsterdam. */
  readonly today: () => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** What is asked of the certificate of a client, one thing each. */
  readonly certificateSteps: CertificateSteps;
  readonly judgeClient: (steps: CertificateSteps, showing: Showing) => Promise<ClientVerdict>;
  /** As in production: IsAlive is answered, and every delivery is refused. */
  readonly aliveOnly: boolean;
  /** Names of this machine that requests may be for, besides those of loopback. */
  readonly hostNames: readonly string[];
  /** Address of the service in its WSDL, as behind a proxy; undefined for what a request calls it. */
  readonly publicUrl: string | undefined;
  /** Whether a first step of the path may name the sender. */
  readonly byPath: boolean;
  readonly isLetIn: (claim: Claim | undefined) => boolean;
  readonly decode: (body: Uint8Array, contentType: string | undefined) => Decoded;
  /** What is wrong in the text before any parser sees it. */
  readonly markupFault: (text: string) => SoapFault | undefined;
  readonly examine: (message: Message) => Promise<Examination>;
  /** What is wrong with the SOAPAction header for the operation that the Body asks for. */
  readonly actionFault: (header: string | undefined, action: string) => SoapFault | undefined;
  /** Answers that are played in place of its own. */
  readonly plays: Pick<Plays, 'take'>;
  /** Has another endpoint answer what gets in; undefined where the service answers by itself. */
  readonly forward: Forward | undefined;
  /** Resolves after so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly isDuplicate: (summary: Summary) => boolean;
  readonly status: (summary: Summary, today: string) => string;
}

/** A seeded defect. */
export interface Defect {
  readonly alter?: (parts: MockParts) => MockParts;
  readonly wrap?: (handler: Handler) => Handler;
  /** Changes how TLS is spoken, where it is. */
  readonly tls?: (settings: TlsSettings) => TlsSettings;
}
