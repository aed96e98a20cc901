import type { CaptionWords } from '../caption-words.ts'

export const pt: CaptionWords = {
  months:
    'janeiro|jan fevereiro|fev marco|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez',
  weekdays: 'domingo segunda-feira terca-feira quarta-feira quinta-feira sexta-feira sabado',
  functionWords:
    'o a os as um uma uns umas de do da dos das em no na nos nas ao aos por pelo pela pelos pelas para com e ou mas que quem se seu sua seus suas e sao foi foram era eram tem este esta esse essa durante apos ante entre desde ate sobre sob como quando onde',
  negations: 'nao nunca sem nem nenhum nenhuma ninguem jamais nada',
  opposites: 'com|sem antes|depois sobre|sob por|contra desde|ate durante|apos durante|antes',
  subordinators: 'enquanto quando com apos antes depois',
  numbers: 'dois|2 duas|2 tres|3 quatro|4 cinco|5 seis|6 sete|7 oito|8 nove|9 dez|10 onze|11 doze|12',
  positions: 'esquerda direita centro cima baixo fundo',
  shortForms: 'esq|esquerda dir|direita sr|senhor sra|senhora dr|doutor',
  pictureWords: 'foto fotos fotografia imagem imagens arquivo divulgacao ilustrativa',
}
