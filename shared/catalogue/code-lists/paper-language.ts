import { codeList } from '../code-list.ts';

/** Codes of shared/languages, in order of need; `de`: German alone. */
export const paperLanguage = codeList('paper_language', 'DESIGN §12: Deutsch und eine von zwanzig Sprachen', [
  ['de', 'nur Deutsch'],
  ['ar', 'Arabisch'],
  ['prs', 'Dari'],
  ['de-simple', 'Einfaches Deutsch'],
  ['uk', 'Ukrainisch'],
  ['kmr', 'Kurmancî'],
  ['ti', 'Tigrinya'],
  ['so', 'Somali'],
  ['ro', 'Rumänisch'],
  ['bg', 'Bulgarisch'],
  ['ru', 'Russisch'],
  ['tr', 'Türkisch'],
  ['ps', 'Paschtu'],
  ['ckb', 'Sorani'],
  ['fr', 'Französisch'],
  ['en', 'Englisch'],
  ['fa', 'Farsi'],
  ['sq', 'Albanisch'],
  ['bs', 'Bosnisch/Serbisch'],
  ['es', 'Spanisch'],
  ['pl', 'Polnisch'],
]);
