import type { Language } from '#reporters/texts';
import { askedLanguage } from './language.ts';
import { tellAside } from './tell.ts';

/** Says that a command was stopped before it ends by a signal; where something else of it hears that, nothing is said here. */
export const tellOfSignals = (argv: readonly string[]): void => {
  const language = askedLanguage(argv);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const heard = (): void => {
      if (process.listenerCount(signal) > 1) return;
      tellAside(`3pas: ${words[language](signal === 'SIGINT' ? 'Ctrl-C' : signal)}\n`);
      process.off(signal, heard);
      process.kill(process.pid, signal);
    };
    process.on(signal, heard);
  }
};

const words: Readonly<Record<Language, (how: string) => string>> = {
  nl: (how) => `gestopt (${how}) voordat het klaar was`,
  en: (how) => `stopped (${how}) before it was done`,
};
