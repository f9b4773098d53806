/** Meta's public ad library, for Facebook and Instagram alike: by the page's number, else by name. */
export function metaAdLibrary(name: string | null, page: string | null): string | null {
  const what = page !== null && /^\d+$/.test(page) ? { search_type: 'page', view_all_page_id: page } : name === null ? null : { search_type: 'keyword_unordered', q: name }
  return what && `https://www.facebook.com/ads/library/?${new URLSearchParams({ active_status: 'all', ad_type: 'all', country: 'ALL', media_type: 'all', ...what })}`
}
