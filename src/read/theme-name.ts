/** Chinese names of the colours that the layouts shipped know. */
const THEME_NAMES: Readonly<Record<string, string>> = {
  红: 'red',
  蓝: 'blue',
  绿: 'green',
  金: 'gold',
  灰: 'grey',
};

/** A colour name as the layouts spell it: `红` and `红色` are `red`; other names stay as they are. */
export function themeName(name: string): string {
  return THEME_NAMES[name.replace(/色$/, '')] ?? name;
}
