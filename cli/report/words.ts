import { quoted } from '#reporters/command-again';

/** What is said of reports, by the folder of the run. */
export const words = {
  nl: {
    goesOn: (folder: string) =>
      `Het rapport wordt nog afgemaakt. Nog eens Ctrl-C stopt dat; daarna maakt npx 3pas report ${quoted(folder)} het alsnog.`,
    list: (path: string) => `3pas: ${path} is niet te schrijven; dit is de opruimlijst:`,
    wayOut: (folder: string) => `Wat vastgelegd is, is er nog. Maak het rapport met: npx 3pas report ${quoted(folder)}`,
  },
  en: {
    goesOn: (folder: string) =>
      `The report is still being made. Another Ctrl-C stops that; npx 3pas report ${quoted(folder)} makes it later.`,
    list: (path: string) => `3pas: ${path} can't be written; this is the clean-up list:`,
    wayOut: (folder: string) =>
      `What was recorded is still there. Make the report with: npx 3pas report ${quoted(folder)}`,
  },
} as const;
