for (const form of document.querySelectorAll('form[data-record]')) {
  const valuesIn = (fields) => Object.fromEntries([...fields].map(({ name, value }) => [name, value.trim()]));

  const record = () => ({
    ...JSON.parse(form.dataset.record),
    ...valuesIn(form.querySelectorAll('[name]:not([data-item] [name])')),
    [form.dataset.items]: [...form.querySelectorAll('[data-item]')].map((item) => ({
      number: item.dataset.item,
      ...valuesIn(item.querySelectorAll('[name]')),
    })),
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const file = new Blob([`${JSON.stringify(record(), undefined, 2)}\n`], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = form.dataset.file;
    link.click();
    form.querySelector('output').textContent = form.dataset.saved;
  });
  form.querySelector('button').hidden = false;
}
