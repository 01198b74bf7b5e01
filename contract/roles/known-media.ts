/** The official publications of Bekendmakingswet articles 2 and 3, which a value of any contract may ask for. */
export const knownMedia: readonly string[] = [
  'Staatscourant',
  'Staatsblad',
  'Tractatenblad',
  'Gemeenteblad',
  'Provinciaal blad',
  'Waterschapsblad',
  'Blad gemeenschappelijke regeling',
];
