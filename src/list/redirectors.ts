/**
 * Addresses that carry where they lead: host, slash, first part of the path, and the parameters in which it
 * may be. Only those that merely pass on; links by which a third party earns say nothing of who advertises.
 */
export const REDIRECTORS: Readonly<Record<string, string>> = {
  'facebook.com/l.php': 'u', 'facebook.com/flx': 'u', 'messenger.com/l.php': 'u', 'l.instagram.com/': 'u', 'l.threads.net/': 'u', 'l.threads.com/': 'u', 'l.wl.co/l': 'u',
  'google.com/url': 'q url', 'google.com/aclk': 'adurl', 'google.com/pagead': 'adurl', 'googleadservices.com/pagead': 'adurl', 'doubleclick.net/pcs': 'adurl', 'doubleclick.net/aclk': 'adurl',
  'dartsearch.net/link': 'ds_dest_url', 'duckduckgo.com/l': 'uddg', 'youtube.com/redirect': 'q', 'linkedin.com/redir': 'url', 'linkedin.com/safety': 'url', 'out.reddit.com/': 'url',
  't.umblr.com/redirect': 'z', 'vk.com/away.php': 'to', 'pinterest.com/offsite': 'url', 'tiktok.com/link': 'target', 'medium.com/r': 'url', 'steamcommunity.com/linkfilter': 'u url',
  'disq.us/url': 'url', 'slack-redir.net/link': 'url', 'safelinks.protection.outlook.com/': 'url',
}
