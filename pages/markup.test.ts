import { describe, expect, test } from 'vitest';
import { attributes, type Content, type Html, markup, writtenHtml } from './markup.ts';

const evil = `<script>alert("'&")</script>`;
const escapedEvil = '&lt;script&gt;alert(&quot;&#39;&amp;&quot;)&lt;/script&gt;';

describe('a value between tags', () => {
  test('is escaped, whatever it is', () => {
    expect(writtenHtml(markup`<p>${evil}</p>`)).toBe(`<p>${escapedEvil}</p>`);
    expect(writtenHtml(markup`<p>${[evil, 1, undefined, [markup`<br>`]]}</p>`)).toBe(`<p>${escapedEvil}1<br></p>`);
    expect(writtenHtml(markup`<title>${'</title><script>'}</title>`)).toBe(
      '<title>&lt;/title&gt;&lt;script&gt;</title>',
    );
  });

  test('is escaped once, however deep its markup is nested', () => {
    const items = ['&', '<'].map((text) => markup`<li>${markup`<b>${text}</b>`}</li>`);

    expect(writtenHtml(markup`<ul>${items}</ul>`)).toBe('<ul><li><b>&amp;</b></li><li><b>&lt;</b></li></ul>');
  });

  test('that only looks like markup of ours is an error', () => {
    const forged: unknown = JSON.parse('{"markup":"<b>","written":"<b>","attributes":" onclick=x"}');

    expect(() => markup`<p>${forged as Content}</p>`).toThrow(TypeError);
  });

  test('shows what would not be seen, or would move what stands around it', () => {
    expect(writtenHtml(markup`<p>${'a\u202eb\u0000c\u200bd\ud800e\tf\r\ng'}</p>`)).toBe(
      String.raw`<p>a\u202eb\u0000c\u200bd\ud800e` + '\tf\ng</p>',
    );
  });
});

describe('a value of an attribute', () => {
  test('does not end it', () => {
    expect(writtenHtml(markup`<p title="${evil}" class="a ${evil}">`)).toBe(
      `<p title="${escapedEvil}" class="a ${escapedEvil}">`,
    );
  });

  test('is never markup', () => {
    expect(() => markup`<p title="${markup`<b>`}">`).toThrow(TypeError);
    expect(() => markup`<p title="${['a']}">`).toThrow(TypeError);
  });

  test.each(['javascript:alert(1)', ' JavaScript:x', 'java\nscript:x', 'data:text/html,x', 'vbscript:x', 'blob:x'])(
    'leads nowhere as the address %j',
    (address) => {
      expect(writtenHtml(markup`<a href="${address}">`)).toMatch(/^<a href="unsafe:/);
    },
  );

  test.each(['?page=2&q=a', '#a:b', 'https://example.nl/', '../a/b:c', 'mailto:a@example.nl', ''])(
    'is an address as it came: %j',
    (address) => {
      expect(writtenHtml(markup`<a href="${address}">`)).toBe(`<a href="${address.replace('&', '&amp;')}">`);
    },
  );

  test('is plain where the template has the start of the address', () => {
    expect(writtenHtml(markup`<a href="ontvangen/${'a:b'}">`)).toBe('<a href="ontvangen/a:b">');
  });
});

describe('attributes', () => {
  test('are written with their values escaped, or without a value, or left out', () => {
    const some = attributes({
      title: evil,
      hidden: true,
      id: undefined,
      open: false,
      rowspan: 2,
      href: 'javascript:x',
    });

    expect(writtenHtml(markup`<p${some}>${1}</p>`)).toBe(
      `<p title="${escapedEvil}" hidden rowspan="2" href="unsafe:javascript:x">1</p>`,
    );
    expect(writtenHtml(markup`<p class="a"${some} lang="${'nl'}">`)).toMatch(/^<p class="a" title=".* lang="nl">$/);
  });

  test.each(['onclick', 'style', 'srcdoc', 'a b', 'a="b" c', 'Title', ''])('can not be named %j', (name) => {
    expect(() => attributes({ [name]: 'x' })).toThrow(/no value can stand after/);
  });

  test('stand in a start tag only, and nothing else stands there', () => {
    expect(() => markup`<p>${attributes({ id: 'a' })}</p>`).toThrow(TypeError);
    expect(() => markup`<p${'id'}>`).toThrow(TypeError);
  });
});

describe('a template', () => {
  test.each<[string, () => Html]>([
    ['in a script', () => markup`<script>${'x'}</script>`],
    ['in a script after a whole one', () => markup`<script></script><script>${'x'}</script>`],
    ['in a script with attributes', () => markup`<script${attributes({ id: 'a' })}>${'x'}</script>`],
    ['in a style', () => markup`<STYLE>${'x'}</STYLE>`],
    ['in a comment', () => markup`<!-- ${'x'} -->`],
    ['without quotes', () => markup`<p title=${'x'}>`],
    ['in single quotes', () => markup`<p title='${'x'}'>`],
    ['in a handler', () => markup`<p onclick="${'x'}">`],
    ['in a handler in capitals', () => markup`<p onClick="${'x'}">`],
    ['in a style attribute', () => markup`<p style="color: ${'x'}">`],
    ['as the name of an element', () => markup`<${'x'}>`],
    ['as the name of an attribute', () => markup`<p data-${'x'}="">`],
    ['in an end tag', () => markup`<p></${'p'}>`],
  ])('with a value %s is refused', (_where, make) => {
    expect(make).toThrow(/no value can stand after|can't stand where/);
  });

  test('may have whole scripts, styles and comments of its own', () => {
    expect(writtenHtml(markup`<!-- a --><style>b{}</style><script>c</script><p>${'d'}</p>`)).toContain('<p>d</p>');
  });
});
