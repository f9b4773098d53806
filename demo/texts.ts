import type { Lang } from './posts.ts'

/** The same sentence in English, German, Spanish. */
export type Line = readonly [en: string, de: string, es: string]

const COLUMN: Record<Lang, 0 | 1 | 2> = { en: 0, de: 1, es: 2 }

export function inLanguage(line: Line, lang: Lang): string {
  return line[COLUMN[lang]]
}

/** Real firms are named in the demo, so these lines must not claim anything about anybody. */
export const AD_LINES: readonly Line[] = [
  ['New season, new colours.', 'Neue Saison, neue Farben.', 'Nueva temporada, nuevos colores.'],
  ['See what is new.', 'Schau, was es Neues gibt.', 'Mira las novedades.'],
  ['Made for every day.', 'Für jeden Tag gemacht.', 'Hecho para cada día.'],
  ['Hello from all of us.', 'Viele Grüße von uns allen.', 'Un saludo de todo el equipo.'],
  ['Find your favourite.', 'Finde deinen Favoriten.', 'Encuentra tu favorito.'],
  ['For the days that start early.', 'Für Tage, die früh beginnen.', 'Para los días que empiezan temprano.'],
]

export const HEADLINES: readonly Line[] = [
  ['New this season', 'Neu in dieser Saison', 'Novedades de temporada'],
  ['Take a look', 'Jetzt ansehen', 'Échale un vistazo'],
  ['The new collection', 'Die neue Kollektion', 'La nueva colección'],
  ['More about it', 'Mehr darüber', 'Más información aquí'],
]

/** The first suits anybody, also those who sell nothing. */
export const CTAS: readonly Line[] = [
  ['Learn more', 'Mehr dazu', 'Más información'],
  ['Shop now', 'Jetzt einkaufen', 'Comprar'],
  ['Visit site', 'Website', 'Ver sitio'],
]

export const FRIEND_LINES: readonly Line[] = [
  ['Lovely day at the lake.', 'Ein schöner Tag am See.', 'Un día precioso en el lago.'],
  ['First tomatoes from the balcony!', 'Die ersten Tomaten vom Balkon!', '¡Los primeros tomates del balcón!'],
  [
    'Does anybody have a ladder I could borrow over the weekend? I only need it for an hour or so.',
    'Hat jemand eine Leiter, die ich mir am Wochenende ausleihen könnte? Ich brauche sie nur etwa eine Stunde.',
    '¿Alguien tiene una escalera que me pueda prestar el fin de semana? Solo la necesito una hora.',
  ],
  ['We finally fixed the old bicycle.', 'Das alte Fahrrad läuft endlich wieder.', 'Por fin arreglamos la bici vieja.'],
  ['Evening walk. The light was unreal.', 'Abendspaziergang. Dieses Licht!', 'Paseo de tarde. Qué luz.'],
  ['Choir starts again on Thursday, half past seven.', 'Donnerstag ist wieder Chor, halb acht.', 'El jueves vuelve el coro, a las siete y media.'],
  ['Grandma turned ninety today.', 'Oma ist heute neunzig geworden.', 'La abuela cumple hoy noventa años.'],
  [
    'Second attempt at sourdough. Looks more like a stone than a loaf, tastes fine though.',
    'Zweiter Versuch mit Sauerteig. Sieht eher nach Stein als nach Brot aus, schmeckt aber.',
    'Segundo intento con la masa madre. Parece más una piedra que un pan, pero está rico.',
  ],
]

export const COMMENT_LINES: readonly Line[] = [
  ['How lovely!', 'Wie schön!', '¡Qué bonito!'],
  ['Good to know.', 'Gut zu wissen.', 'Bueno es saberlo.'],
  ['Thanks for posting.', 'Danke fürs Zeigen.', 'Gracias por compartirlo.'],
]
