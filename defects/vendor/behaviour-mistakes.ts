import type { Mistakes } from './mistake.ts';

const refused = { answer: 'refusal', seconds: 1 } as const;

/** Mistakes of a client of HTTP, and over a row of deliveries. */
export const behaviourMistakes = {
  'does-not-quote-the-action': {
    does: 'Writes SOAPAction without quotation marks.',
    foundBy: 'request.quotes-action',
    habits: {
      spoil: ({ headers, ...rest }) => ({
        ...rest,
        headers: { ...headers, soapaction: (headers['soapaction'] ?? '').replaceAll('"', '') },
      }),
    },
  },
  'keeps-the-action-of-a-template': {
    does: 'Has the SOAPAction of the template that it began as.',
    foundBy: 'request.names-its-operation',
    habits: {
      spoil: ({ headers, ...rest }) => ({
        ...rest,
        headers: { ...headers, soapaction: '"http://tempuri.org/IDossierService/VoegDossierToeEnPubliceer"' },
      }),
    },
  },
  'posts-nothing': {
    does: 'Sends the headers of a message alone.',
    foundBy: 'request.holds-a-message',
    habits: { spoil: (message) => ({ ...message, encode: () => new Uint8Array() }) },
  },
  'forgets-the-number': {
    does: 'Delivers what has a dossier number once more, since a second job has the same queue.',
    foundBy: 'behaviour.sends-accepted-once',
    habits: { afterAccepted: 'sends again' },
  },
  'sends-twice-at-once': {
    does: 'Has two jobs that take the same notice at the same moment.',
    foundBy: 'behaviour.waits-for-answer',
    follows: ['behaviour.sends-accepted-once', 'behaviour.mends-after-refusal', 'behaviour.spaces-retries'],
    habits: { copies: 2 },
    plays: [[{ answer: 'slow', seconds: 1 }]],
  },
  'sends-again-beside-a-slow-one': {
    does: 'Sends a notice again once its time-out is over, and leaves the first request open.',
    foundBy: 'behaviour.waits-for-answer',
    follows: ['behaviour.mends-after-refusal'],
    habits: { timeoutMs: 500, afterTimeout: 'leaves it open' },
    plays: [[{ answer: 'slow', seconds: 1 }]],
  },
  'uses-references-again': {
    does: 'Gives each notice the same reference.',
    foundBy: 'behaviour.uses-unique-references',
    habits: { refer: () => '3PASTEST-altijd-hetzelfde' },
  },
  'never-tries-again': {
    does: 'Takes a failure of the endpoint for a refusal for good.',
    foundBy: 'behaviour.sends-again-after-error',
    habits: { afterFailure: 'stops' },
  },
  'takes-a-lost-answer-for-done': {
    does: 'Looks no more after a delivery that got no answer.',
    foundBy: 'behaviour.sends-again-after-lost-answer',
    habits: { afterLoss: 'stops' },
  },
  'stops-after-a-fault': {
    does: 'Leaves a notice where it is once it was refused.',
    foundBy: 'behaviour.mends-after-refusal',
    habits: { afterRefusal: 'stops' },
  },
  'repeats-what-was-refused': {
    does: 'Sends a refused message again as it was.',
    foundBy: 'behaviour.sends-refused-once',
    habits: { afterRefusal: 'repeats' },
    plays: [[refused, refused]],
  },
  'does-not-read-retry-after': {
    does: 'Waits for a time of its own where the endpoint asks to wait longer.',
    foundBy: 'behaviour.waits-after-retry-after',
    habits: { pauseMs: () => 1_050 },
    plays: [[{ answer: 'retry-after', seconds: 2 }]],
  },
  hammers: {
    does: 'Tries again at once after a failure.',
    foundBy: 'behaviour.spaces-retries',
    habits: { pauseMs: (asked) => asked },
  },
  'has-no-patience': {
    does: 'Breaks off after half a second, as if it were a web page.',
    foundBy: 'behaviour.waits-for-slow-answer',
    habits: { timeoutMs: 500 },
    plays: [[{ answer: 'slow', seconds: 1 }]],
  },
  'knocks-on': {
    does: 'Goes through its queue with a password that is refused each time.',
    foundBy: 'behaviour.stops-after-refused-credentials',
    habits: { password: 'verlopen', afterRefusedLogin: 'knocks on' },
    plays: [[]],
  },
} as const satisfies Mistakes;
