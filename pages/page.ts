import { type Content, markup, type Html, writtenHtml } from './markup.ts';
import { assetText, policyDigest } from './look.ts';

/** Languages of our pages. */
export type Language = 'nl' | 'en';

/** The parts of a page; it is self-contained and loads nothing. */
export interface Page {
  readonly language: Language;
  readonly title: string;
  /** Links above the content, such as to the page in another language. */
  readonly links?: Content;
  readonly content: Html;
  /** Whether `filter-rows.mjs` comes along, for a form made by `rowFilter`. */
  readonly filters?: boolean;
  /** Whether `renew.mjs` comes along, which reloads the page regularly and shows changes in its element `live`. */
  readonly renews?: boolean;
  /** Whether `save-form.mjs` comes along, for a form made by `savedForm`. */
  readonly saves?: boolean;
  /** A script of its own, as a module. */
  readonly script?: string;
}

/** A page as text, with the content security policy that lets its own style and script run and nothing else. */
export interface WrittenPage {
  readonly text: string;
  readonly policy: string;
}

/** Writes a page that works without scripts, from a file as well. */
export const writePage = ({ language, title, links, content, renews = false, ...scripts }: Page): WrittenPage => {
  const style = (['components.css', 'neutral.css', 'source-lines.css', 'drawing.css'] as const).map(assetText).join('');
  const assets = [
    ...(scripts.filters === true ? ['filter-rows.mjs' as const] : []),
    ...(renews ? ['renew.mjs' as const] : []),
    ...(scripts.saves === true ? ['save-form.mjs' as const] : []),
  ];
  const script = [...assets.map(assetText), scripts.script ?? ''].join('');
  const policy = `${policyOf(style, script)}${renews ? "; connect-src 'self'" : ''}`;
  const { skip, navigation } = words[language];
  const body = markup`<a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#content">${skip}</a>
<div class="utrecht-page-body"><main class="utrecht-page-body__content" id="content" tabindex="-1">
<h1 class="utrecht-heading-1 utrecht-heading-1--distanced">${title}</h1>
${links === undefined ? '' : markup`<nav class="links" aria-label="${navigation}">${links}</nav>`}
${content}
</main></div>`;
  const text = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
${writtenHtml(markup`<title>${title}</title>`)}
<style>${style}</style>
${script === '' ? '' : `<script type="module">${script}</script>\n`}</head>
<body class="utrecht-document">
${writtenHtml(body)}
</body>
</html>
`;
  return { text, policy: `${policy}; frame-ancestors 'none'` };
};

const policyOf = (style: string, script: string): string =>
  [
    "default-src 'none'",
    `style-src ${policyDigest(style)}`,
    ...(script === '' ? [] : [`script-src ${policyDigest(script)}`]),
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');

const words: Readonly<Record<Language, Readonly<Record<'skip' | 'navigation', string>>>> = {
  nl: { skip: 'Naar de inhoud', navigation: 'Pagina’s' },
  en: { skip: 'Skip to content', navigation: 'Pages' },
};
