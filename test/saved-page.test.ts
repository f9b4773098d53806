import { describe, expect, it } from 'vitest'
import { mendComments } from '../harness/saved-page.ts'

describe('mendComments', () => {
  it('closes a comment that would swallow the rest of the page', () => {
    expect(mendComments('<p>a<!-- one -- ><p>b<!-- two -- ><p>c')).toEqual({ html: '<p>a<!-- one --><p>b<!-- two --><p>c', mended: true })
  })

  it.each(['<p>a<!-- one --><p>b', '<p>a -- > b', '<!-- a -- > b --><p>c', '<p>a<!-- never closed', ''])('leaves %j alone', (html) => {
    expect(mendComments(html)).toEqual({ html, mended: false })
  })
})
