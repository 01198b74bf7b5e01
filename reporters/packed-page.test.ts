import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { packedPage } from './packed-page.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const files = {
  'widgets/tree.json': base64('{"é":"</script>"}'.repeat(500)),
  'data/a"b.html': base64('<p>\u0000</p>'),
};
const calls = Object.entries(files).map(([name, content]) => `d(${JSON.stringify(name)},${JSON.stringify(content)})`);
const page = `<body><script async>first()</script><script defer>
      Promise.allSettled([${calls.join(',')}])
        .then(function(){
          window.allureReportDataReady = true;
        })
    </script></body>`;

interface Shown {
  readonly allureReportData: Record<string, string>;
  allureReportDataReady: boolean;
}

/** Runs the last script of a page as a browser does. */
const shownBy = async (html: string): Promise<Shown> => {
  const window: Shown = { allureReportData: {}, allureReportDataReady: false };
  const script = /<script>([^]*)<\/script><\/body>$/.exec(html)?.[1] ?? '';
  await runInNewContext(script, { window, atob, btoa, Blob, DecompressionStream, Response, Uint8Array });
  return window;
};

test('a packed page has the same data, in fewer bytes', async () => {
  const packed = packedPage(page);

  expect(packed.length).toBeLessThan(page.length / 5);
  expect(packed).toContain('<script async>first()</script>');
  expect(await shownBy(packed)).toEqual({ allureReportData: files, allureReportDataReady: true });
});

test('a packed page runs the same code, in fewer bytes', async () => {
  const code = `const license = "é";${'/* much */'.repeat(500)}`;
  const html = `<body><script   src="data:text/javascript;base64,${base64(code)}"></script><p></p></body>`;
  const run: { textContent: string }[] = [];
  const document = {
    createElement: () => ({ textContent: '' }),
    body: { append: (script: { textContent: string }) => run.push(script) },
  };

  const packed = packedPage(html);

  expect(packed.length).toBeLessThan(html.length / 5);
  const script = /<script>([^]*)<\/script><p>/.exec(packed)?.[1] ?? '';
  await runInNewContext(script, { document, atob, Blob, DecompressionStream, Response, Uint8Array });
  expect(run).toEqual([{ textContent: code }]);
});

test.each(['', '<p>no data</p>', '<script defer>other()</script>'])('another page stays as it is: "%s"', (html) => {
  expect(packedPage(html)).toBe(html);
});
