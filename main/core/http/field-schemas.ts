import { z } from '@hono/zod-openapi'

/** Fields that all shapes of the published API share. */
export const instant = z.string().openapi({ format: 'date-time', example: '2026-05-12T10:00:00.000Z' })
export const money = z.string().openapi({ example: '1500.00' })
export const id = z.string().openapi({ format: 'uuid' })
/** The file of a multipart form. */
export const fileField = z.string().openapi({ format: 'binary' })
