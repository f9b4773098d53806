/** Who advertises on our pages, and what a badge must say of them; by hand from `lists/`. */

export interface FixtureAdvertiser {
  name: string
  /** Its handle on each platform. */
  handles: { facebook: string; instagram: string; x: string; linkedin: string }
  domain: string
  /** Where the campaign was about: Facebook and Instagram. */
  here: string
  /** Anywhere else the label names the platform. */
  elsewhere: string
}

const joined = (name: string, dates: string): Pick<FixtureAdvertiser, 'here' | 'elsewhere'> => ({
  here: `${name}: Joined Stop Hate for Profit · ${dates}`,
  elsewhere: `${name}: Joined Stop Hate for Profit (Facebook) · ${dates}`,
})

const unlisted = (name: string): Pick<FixtureAdvertiser, 'here' | 'elsewhere'> => ({ here: `${name}: Not on the list`, elsewhere: `${name}: Not on the list` })

export const ADVERTISERS = {
  levis: { name: "Levi's", handles: { facebook: 'Levis', instagram: 'levis', x: 'LEVIS', linkedin: 'levi-strauss-&-co-' }, domain: 'levi.com', ...joined('Levi Strauss & Co.', 'July 2020') },
  puma: { name: 'PUMA', handles: { facebook: 'PUMA', instagram: 'puma', x: 'PUMA', linkedin: 'puma' }, domain: 'puma.com', ...joined('Puma', 'July 2020') },
  eddieBauer: { name: 'Eddie Bauer', handles: { facebook: 'eddiebauer', instagram: 'eddiebauer', x: 'eddiebauer', linkedin: 'eddie-bauer' }, domain: 'eddiebauer.com', ...joined('Eddie Bauer', 'June – July 2020') },
  upwork: { name: 'Upwork', handles: { facebook: 'upwork', instagram: 'upwork', x: 'Upwork', linkedin: 'upwork' }, domain: 'upwork.com', ...joined('Upwork', 'July 2020') },
  northFace: { name: 'The North Face', handles: { facebook: 'thenorthface', instagram: 'thenorthface', x: 'thenorthface', linkedin: 'the-north-face' }, domain: 'thenorthface.com', here: 'The North Face: Joined Stop Hate for Profit · June – July 2020 · US only', elsewhere: 'The North Face: Joined Stop Hate for Profit (Facebook) · June – July 2020 · US only' },
  lantern: { name: 'Lantern Bikes', handles: { facebook: 'lanternbikes', instagram: 'lanternbikes', x: 'lanternbikes', linkedin: 'lantern-bikes' }, domain: 'lanternbikes.example', ...unlisted('Lantern Bikes') },
  acme: { name: 'Acme Shoes', handles: { facebook: 'acmeshoes', instagram: 'acmeshoes', x: 'acmeshoes', linkedin: 'acme-shoes' }, domain: 'acmeshoes.example', ...unlisted('Acme Shoes') },
} satisfies Record<string, FixtureAdvertiser>

export type AdvertiserId = keyof typeof ADVERTISERS
export const ADVERTISER_IDS = Object.keys(ADVERTISERS) as AdvertiserId[]
