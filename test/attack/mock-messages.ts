import { startMock } from '#endpoint/mock-process';
import { contract } from '../defects/shared.ts';
import type { Attack, Topic } from './attempt.ts';
import { honest } from './honest.ts';
import { type HostileMessage, hostileMessages } from './messages.ts';
import { postOf, type RawAnswer, sendRaw } from './raw.ts';

interface Target {
  readonly url: string;
  readonly port: number;
  readonly action: string;
  /** Seconds within which any message is answered. */
  readonly patience: number;
}

const isFault = ({ text }: RawAnswer): boolean => /<(?:\w+:)?Fault[\s>]/.test(text);
const isAccepted = ({ status, text }: RawAnswer): boolean => status === 200 && text.includes('Dossiernummer');

/** What is wrong with an answer to a hostile message. */
const wrongIn = (
  answer: RawAnswer,
  { patience }: Target,
  { fine }: Pick<HostileMessage, 'fine'>,
): string | undefined => {
  if (answer.text.includes('interne-fout')) return 'the sender is told of an internal fault';
  if (/root:.*:0:0:/.test(answer.text)) return 'a file of this machine came back';
  if (answer.seconds > patience) return `answered after ${answer.seconds.toFixed(1)} s`;
  if (answer.status === 0) return 'no answer';
  if (answer.status >= 500 && !isFault(answer)) return `HTTP ${String(answer.status)} without a Fault`;
  return isAccepted(answer) && fine === undefined ? 'it was accepted' : undefined;
};

/** An honest delivery is taken at once, whatever came before. */
const standsAfter = async (target: Target): Promise<string | undefined> => {
  const answer = await sendRaw(target.port, postOf(target, honest()));
  if (!isAccepted(answer))
    return `an honest delivery afterwards: HTTP ${String(answer.status)} ${answer.text.slice(-200)}`;
  return answer.seconds > target.patience
    ? `an honest delivery afterwards took ${answer.seconds.toFixed(1)} s`
    : undefined;
};

const messageAttack = (target: Target, message: HostileMessage): Attack => ({
  name: message.name,
  quick: message.long === undefined,
  act: async () => {
    const answer = await sendRaw(target.port, postOf(target, message.body(), message.headers));
    return wrongIn(answer, target, message) ?? (await standsAfter(target));
  },
});

/** The same several times at once, and an honest delivery behind them. */
const crowdAttack = (target: Target, message: HostileMessage): Attack => ({
  name: `${message.name}, three at once`,
  act: async () => {
    const bytes = postOf(target, message.body(), message.headers);
    const crowd = [1, 2, 3].map(() => sendRaw(target.port, bytes));
    const broken = await standsAfter(target);
    await Promise.all(crowd);
    return broken;
  },
});

const slow: ReadonlySet<string> = new Set([
  '20,000 elements that do not belong',
  'content of 400,000 wrong elements',
  'a ring of 50,000 positions that crosses itself',
  '400 rings of 300 positions that cross themselves',
  '5,000 subjects that nobody knows',
]);

/** Whatever a sender puts into a message, the mock answers it as the sender's own fault, soon, and goes on. */
export const mockMessages: Topic = {
  topic: 'messages to the embedded endpoint',
  isSliced: true,
  open: async (_folder, patience) => {
    const mock = await startMock({ contract, username: 'proefaansluiting', carrier: 'basic' });
    const { url } = mock;
    const target = { url, port: Number(new URL(url).port), action: contract.service.deliver.action, patience };
    const crowds = hostileMessages.filter(({ name }) => slow.has(name));
    return {
      attacks: [
        ...hostileMessages.map((one) => messageAttack(target, one)),
        ...crowds.map((one) => crowdAttack(target, one)),
      ],
      close: mock.stop,
    };
  },
};
