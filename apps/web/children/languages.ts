/**
 * The languages to choose among, by their Swedish names: those that families here speak most, and the national minority
 * languages. Our own list, since browsers know different ones.
 */
const NAMES: Record<string, string> = {
  sq: 'albanska',
  am: 'amhariska',
  ar: 'arabiska',
  bn: 'bengali',
  bs: 'bosniska',
  prs: 'dari',
  en: 'engelska',
  et: 'estniska',
  fi: 'finska',
  fr: 'franska',
  hi: 'hindi',
  ja: 'japanska',
  yi: 'jiddisch',
  zh: 'kinesiska',
  ko: 'koreanska',
  hr: 'kroatiska',
  ku: 'kurdiska',
  kmr: 'kurdiska (kurmanji)',
  ckb: 'kurdiska (sorani)',
  fkv: 'kvänska',
  lv: 'lettiska',
  lt: 'litauiska',
  fit: 'meänkieli',
  ne: 'nepalesiska',
  se: 'nordsamiska',
  om: 'oromo',
  ps: 'pashto',
  fa: 'persiska',
  pl: 'polska',
  pt: 'portugisiska',
  rom: 'romani',
  ro: 'rumänska',
  ru: 'ryska',
  sr: 'serbiska',
  so: 'somaliska',
  es: 'spanska',
  sv: 'svenska',
  sw: 'swahili',
  ta: 'tamil',
  th: 'thailändska',
  ti: 'tigrinska',
  tr: 'turkiska',
  de: 'tyska',
  uk: 'ukrainska',
  hu: 'ungerska',
  ur: 'urdu',
  uz: 'uzbekiska',
  vi: 'vietnamesiska',
};

const others = new Intl.DisplayNames('sv', { type: 'language' });

/** `somaliska` */
export const languageName = (code: string): string => NAMES[code] ?? others.of(code) ?? code;

/** By name; one that somebody has already been given is always among them. */
export function languageChoices(chosen = ''): { value: string; name: string }[] {
  const codes = new Set([...Object.keys(NAMES), ...(chosen ? [chosen] : [])]);
  return [...codes]
    .map((value) => ({ value, name: languageName(value) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
}
