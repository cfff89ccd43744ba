// The settings as an exported file has them. They themselves stay in localStorage, where the first paint finds them.
import { CHOICES, chooseSetting, chosenSetting, DEFAULTS, type Settings } from './settings.ts';

const NAMES = Object.keys(CHOICES) as readonly (keyof Settings)[]; // Its type names its keys, all of them.

/** All present choices by name. */
export function presentSettings(): Readonly<Record<string, string>> {
  return Object.fromEntries(NAMES.map((name) => [name, chosenSetting(name)]));
}

/** Takes over choices of another device where none was made on this. Names and choices that are none of ours are ignored. */
export function adoptSettings(chosen: Readonly<Record<string, string>>): void {
  for (const name of NAMES) adopt(name, chosen[name]);
}

function adopt<Name extends keyof Settings>(name: Name, wanted: string | undefined): void {
  const choice = CHOICES[name].find((known) => known === wanted);
  if (choice !== undefined && chosenSetting(name) === DEFAULTS[name]) chooseSetting(name, choice);
}
