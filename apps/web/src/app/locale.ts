/** The language of the screens: as chosen on this device, else the first of the browser's that there is. */
import { getLocale, isLocale, type Locale, setLocale } from '../paraglide/runtime.js';
import type { Preferences } from '../ui/device.tsx';

export function localeFor(language: Preferences['language'], wanted: readonly string[]): Locale {
  if (language !== 'auto') return language;
  for (const tag of wanted) {
    const base = tag.split('-')[0] ?? '';
    if (isLocale(base)) return base;
  }
  return 'en';
}

/** Must be called before anything is rendered with the new language; whoever renders keys its tree by the result. */
export function applyLocale(language: Preferences['language']): Locale {
  const locale = localeFor(language, navigator.languages);
  if (locale !== getLocale()) void setLocale(locale, { reload: false });
  document.documentElement.lang = locale;
  return locale;
}
