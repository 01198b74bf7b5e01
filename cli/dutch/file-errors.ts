/** Why the system refused a file, by the code that Node gives, in Dutch. */
export const fileErrors: Readonly<Record<string, string>> = {
  ENOENT: 'dat bestand of die map is er niet',
  EISDIR: 'het is een map',
  ENOTDIR: 'een deel van het pad is geen map',
  EEXIST: 'het is er al',
  EACCES: 'daarvoor ontbreken de rechten',
  EPERM: 'daarvoor ontbreken de rechten',
  EROFS: 'daar kan alleen gelezen worden',
  ENOSPC: 'de schijf is vol',
  ENAMETOOLONG: 'de naam is te lang',
  ELOOP: 'de koppeling leidt naar zichzelf',
  EMFILE: 'er zijn te veel bestanden open',
};
