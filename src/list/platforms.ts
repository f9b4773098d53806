import { domainSuffixes } from './domains.ts'

/** Hosts on which anybody has a page or a link: they say nothing about who advertises. */
export const PLATFORMS: readonly string[] = [
  'facebook.com', 'fb.com', 'fb.me', 'fb.watch', 'messenger.com', 'm.me', 'instagram.com', 'whatsapp.com', 'wa.me',
  'threads.net', 'threads.com', 'x.com', 'twitter.com', 't.co', 'linkedin.com', 'lnkd.in', 'youtube.com', 'youtu.be',
  'tiktok.com', 'pinterest.com', 'reddit.com', 'snapchat.com', 'linktr.ee', 'linkin.bio', 'beacons.ai', 'bit.ly',
  'tinyurl.com', 'ow.ly', 'amazon.com', 'amazon.co.uk', 'amazon.de', 'amazon.es', 'amazon.fr', 'amazon.it', 'amazon.ca',
  'amzn.to', 'ebay.com', 'etsy.com', 'google.com', 'play.google.com', 'goo.gl', 'forms.gle', 'apple.com', 'apps.apple.com',
  'itunes.apple.com', 'spotify.com', 'eventbrite.com', 'gofundme.com', 'shopify.com', 'myshopify.com', 'wordpress.com',
  'blogspot.com', 'medium.com', 'substack.com', 'wixsite.com', 'squarespace.com', 'github.io', 'herokuapp.com',
  'onelink.me', 'app.link', 'adj.st', 'page.link', 'typeform.com', 'surveymonkey.com', 'doubleclick.net',
]

const known = new Set(PLATFORMS)

export function isPlatform(host: string): boolean {
  return domainSuffixes(host).some((suffix) => known.has(suffix))
}
