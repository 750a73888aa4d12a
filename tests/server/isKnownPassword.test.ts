import { expect, it } from 'vitest'
import { isKnownPassword } from '../../server/src/commands/isKnownPassword.ts'

const about = ['m.karimzadeh@golestan.example', 'مریم رحیمی', 'استان گلستان Golestan Province']

it.each([
  ['one of the commonest, in any case', 'Basketball'],
  ['digits in a row, as a Persian types them', '۱۲۳۴۵۶۷۸۹۰'],
  ['one of the commonest on a Persian keyboard', 'ضصثقفغعهخح'],
  ['"manchester" on a Persian keyboard', 'پشدزاثسفثق'],
  ['one piece again and again', 'xk7xk7xk7xk7'],
  ['walks along the keys, there and back', 'asdfgh7654321'],
  ['the alphabet', 'ابپتثجچحخد'],
  ['the product', 'گشایش-۱۴۰۵'],
  ['the province', 'Golestan@1405'],
  ['the word itself', 'Password#2026'],
  ['the own name', 'رحیمی-۱۳۷۰'],
  ['the own address', 'm.karimzadeh77'],
])('%s is known: %s', (_, password) => expect(isKnownPassword(password, about)).toBe(true))

it.each([
  'correct horse battery staple',
  'باران در کوچه‌باغ',
  'Golestan has nine autumns',
  'kV9#tq2!Lm4z',
  '73819406152038',
  '~}|{#%?)(&',
])('%s is not known', (password) => expect(isKnownPassword(password, about)).toBe(false))
