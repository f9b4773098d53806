import type { Lang } from './posts.ts'

export interface Words {
  /** The words Facebook uses for the ad label; the first is the long-standing one. */
  labels: readonly [string, string]
  paidForBy: string
  paidPartnership: string
  with: string
  isWith: string
  suggested: string
  follow: string
  hours: (n: number) => string
  days: (n: number) => string
  comments: (n: number) => string
  shares: (n: number) => string
  like: string
  comment: string
  share: string
  reply: string
  message: string
  menu: string
  close: string
  play: string
  public: string
  adsPage: string
  feed: string
  search: string
  composer: string
  photo: string
  feeling: string
  live: string
  places: readonly string[]
  contacts: string
  birthdays: string
  birthdayText: string
}

const EN: Words = {
  labels: ['Sponsored', 'Ad'],
  paidForBy: 'Paid for by',
  paidPartnership: 'Paid partnership',
  with: 'with',
  isWith: 'is with',
  suggested: 'Suggested for you',
  follow: 'Follow',
  hours: (n) => `${n}h`,
  days: (n) => `${n}d`,
  comments: (n) => (n === 1 ? '1 comment' : `${n} comments`),
  shares: (n) => (n === 1 ? '1 share' : `${n} shares`),
  like: 'Like',
  comment: 'Comment',
  share: 'Share',
  reply: 'Reply',
  message: 'Send message',
  menu: 'Actions for this post',
  close: 'Hide post',
  play: 'Play video',
  public: 'Shared with Public',
  adsPage: 'About ads',
  feed: 'Feed posts',
  search: 'Search',
  composer: 'What is on your mind?',
  photo: 'Photo',
  feeling: 'Feeling',
  live: 'Live',
  places: ['Friends', 'Memories', 'Saved', 'Groups', 'Video', 'Events'],
  contacts: 'Contacts',
  birthdays: 'Birthdays',
  birthdayText: 'Priya Nair has a birthday today.',
}

const DE: Words = {
  labels: ['Gesponsert', 'Anzeige'],
  paidForBy: 'Finanziert von',
  paidPartnership: 'Bezahlte Werbepartnerschaft',
  with: 'mit',
  isWith: 'ist hier mit',
  suggested: 'Vorschläge für dich',
  follow: 'Folgen',
  hours: (n) => `${n} Std.`,
  days: (n) => (n === 1 ? '1 Tag' : `${n} Tage`),
  comments: (n) => (n === 1 ? '1 Kommentar' : `${n} Kommentare`),
  shares: (n) => `${n} Mal geteilt`,
  like: 'Gefällt mir',
  comment: 'Kommentieren',
  share: 'Teilen',
  reply: 'Antworten',
  message: 'Nachricht senden',
  menu: 'Aktionen für diesen Beitrag',
  close: 'Beitrag verbergen',
  play: 'Video abspielen',
  public: 'Mit „Öffentlich“ geteilt',
  adsPage: 'Über Werbeanzeigen',
  feed: 'Beiträge im Feed',
  search: 'Suchen',
  composer: 'Was machst du gerade?',
  photo: 'Foto',
  feeling: 'Gefühl',
  live: 'Live',
  places: ['Freunde', 'Erinnerungen', 'Gespeichert', 'Gruppen', 'Video', 'Veranstaltungen'],
  contacts: 'Kontakte',
  birthdays: 'Geburtstage',
  birthdayText: 'Priya Nair hat heute Geburtstag.',
}

const ES: Words = {
  labels: ['Publicidad', 'Patrocinado'],
  paidForBy: 'Pagado por',
  paidPartnership: 'Colaboración pagada',
  with: 'con',
  isWith: 'está con',
  suggested: 'Sugerencias para ti',
  follow: 'Seguir',
  hours: (n) => `${n} h`,
  days: (n) => `${n} d`,
  comments: (n) => (n === 1 ? '1 comentario' : `${n} comentarios`),
  shares: (n) => (n === 1 ? '1 vez compartido' : `${n} veces compartido`),
  like: 'Me gusta',
  comment: 'Comentar',
  share: 'Compartir',
  reply: 'Responder',
  message: 'Enviar mensaje',
  menu: 'Acciones para esta publicación',
  close: 'Ocultar publicación',
  play: 'Reproducir video',
  public: 'Compartido con: Público',
  adsPage: 'Acerca de los anuncios',
  feed: 'Publicaciones del feed',
  search: 'Buscar',
  composer: '¿Qué estás pensando?',
  photo: 'Foto',
  feeling: 'Sentimiento',
  live: 'En vivo',
  places: ['Amigos', 'Recuerdos', 'Guardado', 'Grupos', 'Video', 'Eventos'],
  contacts: 'Contactos',
  birthdays: 'Cumpleaños',
  birthdayText: 'Hoy es el cumpleaños de Priya Nair.',
}

export const WORDS: Record<Lang, Words> = { en: EN, de: DE, es: ES }
