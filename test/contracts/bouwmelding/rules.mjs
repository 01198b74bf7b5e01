/** How to keep each rule of regels.sch, and how to break only it. */
export default ({ fc, roles, calendar, today }) => {
  const daysAhead = (draft) => calendar.daysBetween(today, roles.get(draft, 'aanvang'));
  const startIn = (draft, days) => roles.set(draft, 'aanvang', calendar.addDays(today, days));
  return {
    'aanvang-komt-nog': {
      satisfy: { from: fc.integer({ min: 0, max: 365 }), apply: startIn },
      violate: { from: fc.integer({ min: 1, max: 365 }), apply: (draft, days) => startIn(draft, -days) },
    },
    'spoed-binnen-een-week': {
      satisfy: { apply: (draft) => (daysAhead(draft) > 7 ? roles.set(draft, 'aanvang/spoed', 'nee') : draft) },
      violate: {
        from: fc.integer({ min: 8, max: 365 }),
        apply: (draft, days) => roles.set(startIn(draft, days), 'aanvang/spoed', 'ja'),
      },
    },
  };
};
