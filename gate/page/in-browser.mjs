import { certificatesOf } from '#gate/page/certificates-of';
import { judgePackage } from '#gate/page/judge-package';

const said = JSON.parse(document.getElementById('embedded').textContent);
const language = document.documentElement.lang;
const form = document.querySelector('form');
const result = document.getElementById('result');
const field = (name) => form.querySelector(`[name="${name}"]`);

const fileOf = (name) => field(name).files[0];
const bytesOf = async (name) => {
  const bytes = await fileOf(name)?.arrayBuffer();
  return bytes && new Uint8Array(bytes);
};
const textOf = async (name) => fileOf(name)?.text();

const dropped = async () => {
  const bundle = fileOf('bundle');
  const roots = await textOf('roots');
  return {
    name: bundle.name,
    bundle: new Uint8Array(await bundle.arrayBuffer()),
    policy: await bytesOf('policy'),
    observations: await textOf('observations'),
    roots: roots === undefined ? undefined : certificatesOf(roots),
    code: field('code').value.trim() || undefined,
    phase: Number(field('phase').value),
    now: new Date().getTime(),
  };
};

const element = (name, text, classes) => {
  const made = document.createElement(name);
  made.textContent = text;
  if (classes !== undefined) made.className = classes;
  return made;
};

/** Blocks of lines: a list with its heading, or lines one by one. */
const blockOf = (block) => {
  const [first, ...rest] = block.split('\n').filter((line) => line !== '');
  if (!rest.some((line) => line.startsWith('- ')))
    return [first, ...rest].map((line) => element('p', line, 'utrecht-paragraph'));
  const list = document.createElement('ul');
  list.append(...rest.map((line) => element('li', line.replace(/^- /, ''))));
  return [element('h3', first), list];
};

const show = (text, tone) => {
  const [head, ...blocks] = text.split('\n\n');
  const lines = head.split('\n');
  const outcome = element('p', lines.at(-1), `utrecht-badge-status utrecht-badge-status--${tone}`);
  result.replaceChildren(
    ...lines.slice(0, -1).map((line) => element('p', line, 'utrecht-paragraph')),
    outcome,
    ...blocks.flatMap(blockOf),
  );
  result.focus();
};

const tones = { voldoet: 'safe', onbeslist: 'warning', 'voldoet-niet': 'danger', altered: 'danger' };

const messageOf = (error) => error.text?.[language] ?? error.message;

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  result.replaceChildren(element('p', said.words.busy, 'utrecht-paragraph'));
  try {
    const { decision, text } = await judgePackage(await dropped(), said, language);
    show(text, tones[decision.outcome]);
  } catch (error) {
    show(messageOf(error), 'danger');
  }
});

for (const event of ['dragover', 'drop'])
  document.addEventListener(event, (moved) => {
    moved.preventDefault();
    if (event !== 'drop') return;
    for (const file of moved.dataTransfer.files) {
      const name = file.name.endsWith('.zip')
        ? 'bundle'
        : file.name.endsWith('.csv')
          ? 'policy'
          : file.name.endsWith('.json')
            ? 'observations'
            : 'roots';
      const one = new DataTransfer();
      one.items.add(file);
      field(name).files = one.files;
    }
  });
