import { outlets as newsroom } from '../newsroom/outlets.ts'
import type { Outlet } from '../newsroom/outlets.ts'

/** The newsroom's outlets and some of three more languages. */
export const outlets: Readonly<Record<string, Outlet>> = {
  ...newsroom,
  ansa: agency('ANSA', 'ansa.it', 'it', '-'),
  anp: agency('ANP', 'anp.nl', 'nl', '-'),
  lusa: agency('Lusa', 'lusa.pt', 'pt', '–'),
  laguna: { ...paper('La Voce della Laguna', 'vocelaguna.example', 'it', 'smart', '–'), credit: 'byline' },
  colli: { ...paper('Il Quotidiano dei Colli', 'quotidianocolli.example', 'it', 'guillemets', '-'), format: 'page' },
  polder: { ...paper('Polderbode', 'polderbode.example', 'nl', 'smart', '–'), credit: 'byline' },
  kust: { ...paper('Kustcourant', 'kustcourant.example', 'nl', 'plain', '-'), credit: 'none', format: 'page' },
  foz: { ...paper('Diário da Foz', 'diariodafoz.example', 'pt', 'guillemets', '–'), credit: 'field' },
}

function paper(name: string, domain: string, language: string, quotes: Outlet['quotes'], dash: Outlet['dash']) {
  return { name, domain, language, quotes, dash, format: 'ninjs', credit: 'field' } satisfies Outlet
}

function agency(name: string, domain: string, language: string, dash: Outlet['dash']): Outlet {
  return { ...paper(name, domain, language, 'plain', dash), agency: true }
}
