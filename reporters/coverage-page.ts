import { visible } from '#contract/texts/visible';
import { escapeAttribute, escapeText } from '#xml/serialize';
import type { ConstraintCoverage, CoverageCell, RunCoverage } from './run-coverage.ts';
import type { Language } from './texts.ts';

/** What a run reached of its contract, as a page in both languages: a row a constraint, a column a document type. */
export const coveragePage = (coverage: RunCoverage): string => {
  const { runId, contract, documentTypes, constraints } = coverage;
  const head = ['bepaling / constraint', ...documentTypes].map((text) => `<th scope="col">${safe(text)}</th>`).join('');
  const rows = constraints.map((one) => row(one, documentTypes)).join('\n');
  return `<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Dekking / coverage ${safe(runId)}</title>
<style>${style}</style>
</head>
<body>
<h1>Dekking van contract ${safe(contract.id)} <span lang="en">/ coverage of contract ${safe(contract.id)}</span></h1>
<p>${intro('nl', coverage)}</p>
<p lang="en">${intro('en', coverage)}</p>
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows}
</tbody>
</table>
</body>
</html>
`;
};

const style =
  'body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#1b1b1b}h1{font-size:1.4rem}table{border-collapse:collapse}' +
  'th,td{border:1px solid #ccc;padding:.2rem .5rem;text-align:left}thead th{position:sticky;top:0;background:#f3f3f3}' +
  'tbody th{font-weight:normal;font-family:ui-monospace,monospace}td{white-space:nowrap}.violated{background:#e3f4e5}' +
  '.missed{background:#fbdcdc}.untested{background:#fff3cd}.not-applicable{color:#666}';

const safe = (text: string): string => escapeText(visible(text));

const intro = (language: Language, { runId, counts: { all, violated, valid, never } }: RunCoverage): string => {
  const [run, total, broken, kept, out] = [runId, all, violated, valid, never].map((one) => safe(String(one)));
  return language === 'nl'
    ? `Run ${run ?? ''}: van ${total ?? ''} bepalingen zijn er ${broken ?? ''} geschonden en ${kept ?? ''} nageleefd in aangenomen berichten; ${out ?? ''} kunnen in geen documenttype geschonden worden. Een cel telt foutieve berichten, hoeveel daarvan geweigerd zijn, en aangenomen geldige berichten.`
    : `Run ${run ?? ''}: of ${total ?? ''} constraints ${broken ?? ''} were broken and ${kept ?? ''} kept by accepted deliveries; ${out ?? ''} can be broken in no document type. A cell counts violations, how many of them were refused, and accepted valid deliveries.`;
};

const row = ({ constraint, documentTypes }: ConstraintCoverage, columns: readonly string[]): string => {
  const cells = columns.map((column) => cell(documentTypes[column])).join('');
  return `<tr><th scope="row">${safe(constraint)}</th>${cells}</tr>`;
};

const states: Readonly<Record<CoverageCell['state'], string>> = {
  violated: 'geschonden / violated',
  missed: 'gemist / missed',
  untested: 'niet getoetst / untested',
  'not-applicable': 'n.v.t. / n/a',
};

const cell = (found: CoverageCell | undefined): string => {
  if (found === undefined) return '<td></td>';
  const { state, violations, refused, valid, reason } = found;
  const title = reason === undefined ? states[state] : `${reason.nl} / ${reason.en}`;
  const text = state === 'violated' ? `${String(violations)} (${String(refused)}) · ${String(valid)}` : states[state];
  return `<td class="${state}" title="${escapeAttribute(visible(title))}">${text}</td>`;
};
