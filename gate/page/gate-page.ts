import type { Bilingual } from '#contract/texts/bilingual';
import { heading, note, paragraph } from '#pages/controls';
import { attributes, type Html, markup } from '#pages/markup';
import { writePage } from '#pages/page';
import { bundleScript } from './bundle-script.ts';
import type { Embedded } from './judge-package.ts';

/** The page of the gate, as one file that is opened from disk: package and policy are dropped on it, and nothing leaves the machine. */
export const gatePage = async (embedded: Embedded, language: 'nl' | 'en'): Promise<string> => {
  const say = (text: Bilingual): string => text[language];
  const data = JSON.stringify({ ...embedded, words: { busy: say(words.busy) } }).replaceAll('<', '\\u003c');
  const content = markup`${paragraph(say(words.intro))}
${note(say(words.again))}
<form class="fields">
${file('bundle', say(words.bundle), { accept: '.zip', required: true })}
${file('policy', say(words.policy), { accept: '.csv' })}
${file('observations', say(words.observations), { accept: '.json' })}
${file('roots', say(words.roots), { accept: '.pem,.crt,.cer' })}
<div><label class="utrecht-form-label" for="field-code">${say(words.code)}</label>
<input class="utrecht-textbox utrecht-textbox--html-input" id="field-code" name="code" autocomplete="off"></div>
<div><label class="utrecht-form-label" for="field-phase">${say(words.phase)}</label>
<select class="utrecht-select utrecht-select--html-select" id="field-phase" name="phase">
<option value="1">1</option><option value="2">2</option><option value="3">3</option></select></div>
<button class="utrecht-button utrecht-button--submit" type="submit">${say(words.decide)}</button>
</form>
${heading(say(words.outcome))}
<div id="result" tabindex="-1" aria-live="polite">${paragraph(say(words.nothing))}</div>`;
  const script = `${await bundleScript()}\n`;
  const page = writePage({ language, title: say(words.title), content, script }).text;
  return page.replace('</head>', () => `<script type="application/json" id="embedded">${data}</script>\n</head>`);
};

const file = (
  name: string,
  label: string,
  more: Readonly<Record<string, string | boolean>>,
): Html => markup`<div><label class="utrecht-form-label" for="field-${name}">${label}</label>
<input class="utrecht-textbox utrecht-textbox--html-input" type="file" id="field-${name}" name="${name}"${attributes(more)}></div>`;

const words = {
  title: { nl: 'Toets van een ondertekend pakket', en: 'Decision on a signed package' },
  intro: {
    nl: 'Kies een pakket van een leverancier en het beleid van KOOP, of sleep ze op deze pagina. Niets verlaat deze computer.',
    en: 'Choose a package of a vendor and the policy of KOOP, or drop them on this page. Nothing leaves this machine.',
  },
  again: {
    nl: 'Deze pagina controleert of het pakket ongewijzigd is, en toetst de oordelen die erin staan. Zij beoordeelt de berichten niet opnieuw; dat doet het commando 3pas gate.',
    en: 'This page checks that the package is unaltered, and decides by the verdicts in it. It does not judge the messages again; the command 3pas gate does that.',
  },
  bundle: { nl: 'Pakket (bundle.zip)', en: 'Package (bundle.zip)' },
  policy: { nl: 'Beleid (csv)', en: 'Policy (csv)' },
  observations: { nl: 'Waarnemingen (json)', en: 'Observations (json)' },
  roots: { nl: 'Stamcertificaten van ondertekenaars (pem)', en: 'Roots of signers (pem)' },
  code: { nl: 'Code die de leverancier kreeg', en: 'Code that the vendor was given' },
  phase: { nl: 'Fase', en: 'Phase' },
  decide: { nl: 'Toets', en: 'Decide' },
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
  nothing: { nl: 'Er is nog niets getoetst.', en: 'Nothing was decided yet.' },
  busy: { nl: 'Bezig…', en: 'Working…' },
} as const satisfies Readonly<Record<string, Bilingual>>;
