import type { Account, Draft } from './posts.ts'
import type { Line } from './texts.ts'
import { organic } from './drafts.ts'
import {
  ALICE, BAKERY, BARBER, CREATOR, FORD, GROUP_NAMED_AD, LENA, MATEO, NEWS_PAGE, PAGE_NAMED_AD, PAGE_NAMED_SPONSORED,
  PATAGONIA, POND_PAGE, PRIYA, SAM, STARBUCKS, TOM, BEN_AND_JERRYS, JANE,
} from './pools.ts'

/** Non-ads that look like ads, one maker each. */

export function bodyIsLabel(by: Account): Draft {
  const body: Line = ['Sponsored', 'Gesponsert', 'Publicidad']
  return organic(by, body, { trap: 'body is exactly the ad label' })
}

export const pageNamedSponsored: Draft = organic(
  PAGE_NAMED_SPONSORED,
  ['New song out on Friday.', 'Am Freitag kommt ein neues Lied.', 'El viernes sale una canción nueva.'],
  { trap: 'page named like the ad label', media: 'video' },
)

export const pageNamedAd: Draft = organic(
  PAGE_NAMED_AD,
  ['Issue twelve is at the printer.', 'Heft zwölf ist in der Druckerei.', 'El número doce está en imprenta.'],
  { trap: 'page named like the ad label', media: 'image' },
)

export const suggested: Draft = organic(
  POND_PAGE,
  ['Morning fog over the reeds.', 'Morgennebel über dem Schilf.', 'Niebla matinal sobre los juncos.'],
  { kind: 'suggested', trap: 'suggested for you', media: 'image' },
)

export const paidPartnership: Draft = organic(
  CREATOR,
  ['A slow breakfast on the terrace.', 'Ein gemütliches Frühstück auf der Terrasse.', 'Desayuno tranquilo en la terraza.'],
  { kind: 'paid-partnership', trap: 'paid partnership with a listed brand', media: 'image', also: STARBUCKS },
)

export const friendShares: Draft = organic(
  LENA,
  ['Colours!', 'Diese Farben!', '¡Qué colores!'],
  { trap: 'friend shares a post of a listed brand', media: 'image', also: BEN_AND_JERRYS },
)

export const brandPost: Draft = organic(
  PATAGONIA,
  ['Good morning from the mountains.', 'Guten Morgen aus den Bergen.', 'Buenos días desde la montaña.'],
  { trap: 'organic post by a listed brand', media: 'image' },
)

export const adsAboutInBody: Draft = organic(
  TOM,
  [
    'In case you wondered how ads work here, it is explained on this page:',
    'Falls sich jemand fragt, wie Anzeigen hier funktionieren, das steht auf dieser Seite:',
    'Por si alguien se pregunta cómo funcionan los anuncios aquí, se explica en esta página:',
  ],
  { trap: 'link to /ads/about in the body' },
)

export const brandComment: Draft = organic(
  SAM,
  ['Washed the car, so it will rain tomorrow.', 'Auto gewaschen, morgen regnet es also.', 'He lavado el coche, mañana lloverá.'],
  { trap: 'comment by a listed brand', media: 'image', also: FORD },
)

export const ghostLabel: Draft = organic(
  PRIYA,
  ['New desk, same chaos.', 'Neuer Schreibtisch, gleiches Chaos.', 'Escritorio nuevo, el mismo caos.'],
  { trap: 'zero-width element with the ad label in the header', media: 'image' },
)

export const linkShare: Draft = organic(
  NEWS_PAGE,
  ['Night trains return to the coast line.', 'Nachtzüge fahren wieder auf der Küstenlinie.', 'Vuelven los trenes nocturnos a la costa.'],
  {
    trap: 'link share with display domain and attributionsrc',
    media: 'card',
    domain: 'morningcourier.example',
    landing: 'https://www.morningcourier.example/2026/night-trains',
  },
)

export const withAd: Draft = organic(
  { name: 'Jane Doe', slug: 'jane.doe.demo', pageId: null },
  ['Two of us and one umbrella.', 'Zu zweit unter einem Schirm.', 'Dos personas y un paraguas.'],
  { trap: 'tagged page named like the ad label', media: 'image', also: PAGE_NAMED_AD },
)

export const callToAction: Draft = organic(
  BARBER,
  ['Open until eight tonight.', 'Heute bis acht geöffnet.', 'Hoy abierto hasta las ocho.'],
  { trap: 'call to action under an organic post', media: 'image' },
)

export const groupNamedAd: Draft = organic(
  GROUP_NAMED_AD,
  ['Saturn through a very small telescope.', 'Saturn durch ein sehr kleines Teleskop.', 'Saturno con un telescopio muy pequeño.'],
  { trap: 'post in a group named like the ad label', media: 'image', also: MATEO },
)

export const scrambledTime: Draft = organic(
  ALICE,
  ['Train window, somewhere in the south.', 'Zugfenster, irgendwo im Süden.', 'Ventana del tren, en algún lugar del sur.'],
  { trap: 'timestamp scrambled with letters of the ad label', media: 'image' },
)

export const unsure: Draft = organic(
  BAKERY,
  ['Warm rolls from six.', 'Warme Brötchen ab sechs.', 'Panecillos calientes desde las seis.'],
  { kind: 'unsure', trap: 'invisible label whose target is absent', media: 'image' },
)

export const TRAPS: readonly Draft[] = [
  bodyIsLabel(JANE), pageNamedSponsored, pageNamedAd, suggested, paidPartnership, friendShares, brandPost,
  adsAboutInBody, brandComment, ghostLabel, linkShare, withAd, callToAction, groupNamedAd, scrambledTime, unsure,
]
