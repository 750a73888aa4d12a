import { expect, it } from 'vitest'
import { shortAgencyName } from '../../web/src/obstacles/shortAgencyName.ts'

it.each([
  ['اداره کل ثبت اسناد و املاک استان گلستان', 'استان گلستان', 'ثبت اسناد و املاک'],
  ['شرکت توزیع نیروی برق استان گلستان', 'استان گلستان', 'شرکت توزیع نیروی برق'],
  ['اداره امور شعب بانک ملی ایران در استان گلستان', 'استان گلستان', 'اداره امور شعب بانک ملی ایران'],
  ['استانداری گلستان', 'استان گلستان', 'استانداری گلستان'],
  ['General Directorate of Civil Registration', 'Golestan', 'Civil Registration'],
  ['اداره کل ', 'استان گلستان', 'اداره کل '],
  ['پنجره واحد', '', 'پنجره واحد'],
])('%s of %s is %s', (name, province, short) => {
  expect(shortAgencyName(name, province)).toBe(short)
})
