const forms = /^(?:اداره کل|General Directorate of)\s+/

/** An agency's name for narrow places, without its legal form and the province that all of them share. */
export function shortAgencyName(name: string, province: string): string {
  const local = province && name.endsWith(` ${province}`) ? name.slice(0, -province.length - 1) : name
  const short = local.replace(forms, '').replace(/ در$/, '')
  return short === '' ? name : short
}
