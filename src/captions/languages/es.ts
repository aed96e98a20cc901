import type { CaptionWords } from '../caption-words.ts'

export const es: CaptionWords = {
  months:
    'enero|ene febrero|feb marzo abril|abr mayo junio|jun julio|jul agosto|ago septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic',
  weekdays: 'domingo lunes martes miercoles jueves viernes sabado',
  functionWords:
    'el la los las un una unos unas de del al a en con por para y e o u que quien su sus se es son fue fueron era eran ha han este esta estos estas ese esa lo le les como durante tras ante bajo entre desde hasta hacia segun sobre donde cuando',
  negations: 'no nunca sin ni ningun ninguna nadie jamas nada tampoco',
  opposites: 'con|sin antes|despues sobre|bajo por|contra desde|hasta durante|tras durante|despues durante|antes',
  subordinators: 'mientras cuando con tras antes despues',
  numbers: 'dos|2 tres|3 cuatro|4 cinco|5 seis|6 siete|7 ocho|8 nueve|9 diez|10 once|11 doce|12',
  positions: 'izquierda derecha centro arriba abajo fondo',
  shortForms:
    'izq|izquierda der|derecha dcha|derecha izqda|izquierda sr|senor sra|senora dr|doctor dra|doctora gral|general pdte|presidente',
  pictureWords: 'foto fotos fotografia imagen imagenes archivo captura referencial',
}
