import type { Cause } from './causes.ts';
import type { StepName } from './steps.ts';

/** Prefixes of causes, and the step that they are told at. */
const homes: readonly (readonly [RegExp, StepName])[] = [
  [/^certificate-(?!file)|^too-large-at-renegotiation/, 'client-certificate'],
  [/^credentials-/, 'credentials'],
  [/^proxy-(?!intercepts|authentication)/, 'proxy'],
  [/^server-name/, 'host-name'],
  [/^server-(?!name)|^proxy-intercepts/, 'server-chain'],
  [/^tls-/, 'tls'],
  [/^(?:action-unknown|other-contract)/, 'wsdl'],
];

/** The step that a cause is told at; one of no other is told at the connection test. */
export const homeOf = ({ id }: Cause): StepName => homes.find(([pattern]) => pattern.test(id))?.[1] ?? 'alive';
