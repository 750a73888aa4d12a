/** Persian and Arabic digits as 0 to 9; all else unchanged. */
export function toLatinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String.fromCharCode(48 + (digit.charCodeAt(0) & 15)))
}

/** Latin and Arabic digits as ۰ to ۹; all else unchanged. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9٠-٩]/g, (digit) => String.fromCharCode(0x6f0 + (digit.charCodeAt(0) & 15)))
}
