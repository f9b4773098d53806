import browser from 'webextension-polyfill'
import { textReader } from '../shared/texts.ts'

export const translate = textReader((name) => browser.i18n.getMessage(name))
