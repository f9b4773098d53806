/** For pages, as text: `rgb(colour)`, and `contrast(one, other)` after WCAG, of colours as CSS has them. */
export const CONTRAST = `
const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
const rgb = (colour) => {
  pixel.clearRect(0, 0, 1, 1)
  pixel.fillStyle = '#000'
  pixel.fillStyle = colour
  pixel.fillRect(0, 0, 1, 1)
  return [...pixel.getImageData(0, 0, 1, 1).data]
}
const light = (colour) => {
  const [r, g, b] = rgb(colour).slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one, other) => {
  const [more, less] = [light(one), light(other)].sort((a, b) => b - a)
  return (more + 0.05) / (less + 0.05)
}
`
