/** Light or dark: what the system says, until someone chooses. The choice is kept on this PC and says nothing about anybody. */
const stored = 'lotse.scheme';

export type SchemeChoice = 'system' | 'light' | 'dark';

const dark = matchMedia('(prefers-color-scheme: dark)');

function read(): SchemeChoice {
  const value = localStorage.getItem(stored);
  return value === 'light' || value === 'dark' ? value : 'system';
}

export const scheme = $state<{ choice: SchemeChoice }>({ choice: read() });

function apply(): void {
  const effective = scheme.choice === 'system' ? (dark.matches ? 'dark' : 'light') : scheme.choice;
  document.documentElement.dataset['scheme'] = effective;
}

export function chooseScheme(choice: SchemeChoice): void {
  scheme.choice = choice;
  if (choice === 'system') localStorage.removeItem(stored);
  else localStorage.setItem(stored, choice);
  apply();
}

/** Call once per window before anything is drawn. */
export function startScheme(): void {
  apply();
  dark.addEventListener('change', apply);
}
