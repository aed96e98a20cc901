import type { CaptionWords } from '../caption-words.ts'

export const fr: CaptionWords = {
  months:
    'janvier|janv fevrier|fevr mars avril|avr mai juin juillet|juil aout septembre|sept octobre|oct novembre|nov decembre|dec',
  weekdays: 'dimanche lundi mardi mercredi jeudi vendredi samedi',
  functionWords:
    'le la les un une des de du d l au aux a en dans sur sous par pour avec et ou mais que qui dont ce cet cette ces son sa ses leur leurs est sont etait etaient a ont ete se s il elle ils elles lors pendant apres avant entre vers chez contre depuis ici ne n y comme',
  negations: 'pas non jamais sans aucun aucune ni personne rien plus',
  opposites: 'avant|apres avec|sans pour|contre sur|sous il|elle pendant|apres pendant|avant lors|apres lors|avant',
  subordinators: 'alors tandis pendant avec lorsque apres avant comme que',
  numbers: 'deux|2 trois|3 quatre|4 cinq|5 six|6 sept|7 huit|8 neuf|9 dix|10 onze|11 douze|12',
  positions: 'gauche droite centre haut bas arriere-plan premier second',
  shortForms: 'g|gauche d|droite st|saint ste|sainte m|monsieur mme|madame dr|docteur',
  pictureWords: "photo photos image images archives archive illustration d'archives d'illustration cliche capture",
}
