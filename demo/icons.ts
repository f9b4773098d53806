import { Html } from './html.ts'

const SHAPES = {
  like: '<path d="M7 9v8H4V9zm0 0 4-6c2 0 2.5 1.5 2 3l-.7 2.5H16a1.5 1.5 0 0 1 1.5 1.9l-1.3 5.3a1.8 1.8 0 0 1-1.7 1.3H7"/>',
  comment: '<path d="M10 3.5c4 0 7 2.6 7 6s-3 6-7 6c-.8 0-1.6-.1-2.3-.3L4.5 17v-3.2C3.5 12.7 3 11.2 3 9.5c0-3.4 3-6 7-6z"/>',
  share: '<path d="M11.5 4.5 17 10l-5.5 5.5v-3.3C7.5 12 5 13.2 3 16c.4-4.5 3.2-7.7 8.5-8.2z"/>',
  dots: '<g fill="currentColor" stroke="none"><circle cx="4.5" cy="10" r="1.6"/><circle cx="10" cy="10" r="1.6"/><circle cx="15.5" cy="10" r="1.6"/></g>',
  cross: '<path d="m5 5 10 10M15 5 5 15"/>',
  search: '<circle cx="9" cy="9" r="5"/><path d="m13 13 4 4"/>',
  home: '<path d="M3.5 9.5 10 4l6.5 5.5V16a1 1 0 0 1-1 1H12v-4.5H8V17H4.5a1 1 0 0 1-1-1z"/>',
  people: '<circle cx="7.5" cy="7" r="2.7"/><path d="M2.5 16c.3-3 2.2-4.5 5-4.5s4.7 1.5 5 4.5zM12.5 4.6a2.5 2.5 0 0 1 0 4.8M14 11.8c2 .4 3.2 1.7 3.5 4.2"/>',
  clock: '<circle cx="10" cy="10" r="6.5"/><path d="M10 6v4l2.8 2"/>',
  bookmark: '<path d="M6 3.5h8a.8.8 0 0 1 .8.8V17L10 13.5 5.2 17V4.3a.8.8 0 0 1 .8-.8z"/>',
  group: '<circle cx="10" cy="10" r="6.5"/><circle cx="10" cy="8.5" r="2"/><path d="M5.5 14.5c.6-1.8 2.2-2.7 4.5-2.7s3.9.9 4.5 2.7"/>',
  video: '<rect x="3" y="4.5" width="14" height="11" rx="2"/><path d="m8.7 7.7 4 2.3-4 2.3z"/>',
  calendar: '<rect x="3.5" y="4.5" width="13" height="12" rx="1.5"/><path d="M3.5 8.5h13M7 3v3M13 3v3"/>',
  bell: '<path d="M5 14c1-1.2 1-2.6 1-5a4 4 0 0 1 8 0c0 2.4 0 3.8 1 5zM8.5 16.5h3"/>',
  photo: '<rect x="3" y="4" width="14" height="12" rx="2"/><circle cx="7.5" cy="8.5" r="1.3"/><path d="m4 14.5 4-3.5 2.5 2 3-3 3 3.5"/>',
  smile: '<circle cx="10" cy="10" r="6.5"/><path d="M7 11.5c1.6 2 4.4 2 6 0M7.8 8h.01M12.2 8h.01"/>',
} as const

export type Icon = keyof typeof SHAPES

export const ICON_ORDER: readonly Icon[] = ['people', 'clock', 'bookmark', 'group', 'video', 'calendar']

export function icon(name: Icon, size = 20): Html {
  return new Html(
    `<svg class="icon" viewBox="0 0 20 20" width="${size}" height="${size}" fill="none" stroke="currentColor" ` +
      `stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${SHAPES[name]}</svg>`,
  )
}
