type Blank = undefined | null | ''

/** The fields that hold something; empty ones are left out, as the shape of an entry asks. */
export function filled<T extends object>(fields: { readonly [K in keyof T]?: T[K] | Blank }): Partial<T> {
  const out: Partial<T> = {}
  for (const key of Object.keys(fields) as (keyof T)[]) {
    const value = fields[key]
    if (value !== undefined && value !== null && value !== '') out[key] = value as T[keyof T]
  }
  return out
}
