import type { JSX } from 'solid-js'
import type { AgencyField } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Problems, Saving } from './createSaving.ts'
import { words } from './words.ts'

export interface AgencyFacts {
  nameFa: string
  nameEn: string
  kind: string
  field: AgencyField
}

export interface AgencyFieldsProps {
  saving: Saving
  value: AgencyFacts
  onValue(part: Partial<AgencyFacts>): void
}

/** What an agency is called and where it belongs. */
export function AgencyFields(props: AgencyFieldsProps): JSX.Element {
  return (
    <>
      <NameFields saving={props.saving} value={props.value} onValue={(part) => props.onValue(part)} />
      <Select
        id={props.saving.idOf('kind')}
        label={words().agencies.kind}
        value={props.value.kind}
        error={props.saving.error('kind')}
        options={Object.entries(words().agencies.kinds).map(([value, label]) => ({ value, label }))}
        onValue={(kind) => props.onValue({ kind })}
      />
      <Select
        id={props.saving.idOf('field')}
        label={words().agencies.field}
        value={props.value.field}
        error={props.saving.error('field')}
        options={Object.entries(t().fields).map(([value, label]) => ({ value, label }))}
        onValue={(field) => props.onValue({ field: field as AgencyField })}
      />
    </>
  )
}

export interface NameFieldsProps {
  saving: Saving
  value: Pick<AgencyFacts, 'nameFa' | 'nameEn'>
  onValue(part: Partial<Pick<AgencyFacts, 'nameFa' | 'nameEn'>>): void
}

/** A name in both languages. */
export function NameFields(props: NameFieldsProps): JSX.Element {
  return (
    <>
      <TextField
        id={props.saving.idOf('nameFa')}
        label={words().agencies.nameFa}
        lang="fa"
        dir="rtl"
        value={props.value.nameFa}
        error={props.saving.error('nameFa')}
        onValue={(nameFa) => props.onValue({ nameFa })}
      />
      <TextField
        id={props.saving.idOf('nameEn')}
        label={words().agencies.nameEn}
        lang="en"
        dir="ltr"
        value={props.value.nameEn}
        error={props.saving.error('nameEn')}
        onValue={(nameEn) => props.onValue({ nameEn })}
      />
    </>
  )
}

/** Both names have to be there. */
export function checkNames({ nameFa, nameEn }: { nameFa: string; nameEn: string }): Problems {
  return {
    ...(nameFa.trim() ? {} : { nameFa: words().required }),
    ...(nameEn.trim() ? {} : { nameEn: words().required }),
  }
}
