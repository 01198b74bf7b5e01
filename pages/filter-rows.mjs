for (const form of document.querySelectorAll('form[data-filters]')) {
  const table = document.getElementById(form.dataset.filters);
  const rows = [...table.querySelectorAll('tr[data-states]')].map((row) => ({
    row,
    text: row.cells[0].textContent.toLowerCase(),
    states: row.dataset.states.split(' '),
  }));
  const field = (name) => form.querySelector(`[name="${name}"]`).value;
  const output = form.querySelector('output');

  const fits = ({ text, states }, { words, state, column }) =>
    words.every((word) => text.includes(word)) &&
    (state === '' || (column === '' ? states.includes(state) : states[column - 1] === state));

  const showColumn = (column) => {
    for (const row of table.querySelectorAll('thead tr, tr[data-states]'))
      [...row.cells].forEach((cell, index) => {
        cell.hidden = column !== '' && index !== 0 && index !== Number(column);
      });
  };

  const filter = () => {
    const asked = {
      words: field('text').toLowerCase().split(/\s+/),
      state: field('state'),
      column: field('column'),
    };
    let shown = 0;
    for (const one of rows) {
      one.row.hidden = !fits(one, asked);
      if (!one.row.hidden) shown += 1;
    }
    for (const body of table.tBodies) body.hidden = !body.querySelector('tr[data-states]:not([hidden])');
    showColumn(asked.column);
    output.textContent = form.dataset.count.replace('{shown}', shown).replace('{all}', rows.length);
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', filter);
  form.hidden = false;
  filter();
}
