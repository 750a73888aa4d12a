/** What may be attached, for a file chooser; the server looks at the content. */
export const acceptedFiles =
  'image/png,image/jpeg,image/gif,image/webp,application/pdf,.docx,.xlsx,.pptx,.odt,.ods'

/** The kind of a file in capitals, by its name: "PDF". */
export function kindOfFile(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toUpperCase() ?? ''
}
