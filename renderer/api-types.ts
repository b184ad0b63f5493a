import type { z } from 'zod'
import type { aliasSchema } from '../main/core/aliases/schema.ts'
import type { ApiKeyView, Scope } from '../main/core/api-keys/service.ts'
import type { bankProfileSchema } from '../main/core/banks/profile-present.ts'
import type { scriptReviewSchema, scriptSchema, scriptVersionSchema } from '../main/core/banks/script-present.ts'
import type { CoreEvent } from '../main/core/events.ts'
import type { pairReasonSchema } from '../main/core/http/evidence-schemas.ts'
import type {
  actSchema,
  attemptSchema,
  candidateSchema,
  deliveryAttemptSchema,
  deliverySchema,
  movementSchema,
  reasonSchema,
  refusalSchema,
  requestDetailSchema,
  requestSchema,
  requestStatus,
  wantedBySchema,
} from '../main/core/http/payment-schemas.ts'
import type { accountSchema, bankSchema, meSchema, runSchema, settingsSchema } from '../main/core/http/schemas.ts'
import type { completenessSchema } from '../main/core/imports/completeness-routes.ts'
import type { folderSchema } from '../main/core/imports/folder-routes.ts'
import type { importDetailSchema, importSchema } from '../main/core/imports/present.ts'
import type { previewSchema } from '../main/core/imports/present-preview.ts'
import type { removedMovementSchema } from '../main/core/imports/removal-routes.ts'
import type { signReadingSchema } from '../main/core/imports/sign-body.ts'
import type { inboxItemSchema, inboxPageSchema } from '../main/core/inbox/present.ts'
import type { replaySchema } from '../main/core/requests/replay-schema.ts'
import type { assistanceSchema } from '../main/core/sessions/assistance-body.ts'
import type { dryRunSchema } from '../main/core/sessions/dry-run-routes.ts'
import type { failedRunSchema, runDetailSchema } from '../main/core/sessions/present.ts'
import type { productSettingsSchema } from '../main/core/settings/service.ts'
import type { SuggestionItem } from '../main/core/suggestions/schema.ts'

/** What the API answers, inferred from its own schemas: the window has no second definition of a shape. */
export type Me = z.infer<typeof meSchema>
export type Mode = NonNullable<Me['operation_mode']>
export type Bank = z.infer<typeof bankSchema>
export type BankProfile = z.infer<typeof bankProfileSchema>
export type Script = z.infer<typeof scriptSchema>
/** A version with owner, since when it has its status, and the accounts that it reads. */
export type ScriptVersion = z.infer<typeof scriptVersionSchema>
export type ScriptReview = z.infer<typeof scriptReviewSchema>
export type DryRun = z.infer<typeof dryRunSchema>
export interface NewScript {
  readonly bank_id: string
  readonly version: string
  readonly code: string
  readonly base_script_id: string | null
  /** `null`: every account of the person at this bank. */
  readonly account_id: string | null
}
export type StatementImport = z.infer<typeof importSchema>
export type RemovedMovement = z.infer<typeof removedMovementSchema>
export type StatementImportDetail = z.infer<typeof importDetailSchema>
/** What importing a file would do. */
export type ImportPreview = z.infer<typeof previewSchema>
export type SignReading = z.infer<typeof signReadingSchema>
export type Completeness = z.infer<typeof completenessSchema>['currencies'][number]
export type WatchedFolder = z.infer<typeof folderSchema>
export type Account = z.infer<typeof accountSchema>
export type Run = z.infer<typeof runSchema>
/** A failed run as the list over all accounts shows it. */
export type FailedRun = z.infer<typeof failedRunSchema>
export type RunDetail = z.infer<typeof runDetailSchema>
export type AccountSettings = z.infer<typeof settingsSchema>
/** Lists also say whose movement it is. */
export type Movement = z.infer<typeof movementSchema> & {
  readonly account_id: string
  readonly account_name: string
  readonly from_file: boolean
}
export type Request = z.infer<typeof requestSchema>
export type RequestStatus = z.infer<typeof requestStatus>
export type RequestDetail = z.infer<typeof requestDetailSchema>
export type Attempt = z.infer<typeof attemptSchema>
export type Act = z.infer<typeof actSchema>
/** What a person rejected for a request and has not taken back. */
export type Refusal = z.infer<typeof refusalSchema>
/** An open request that a movement comes near. */
export type WantedBy = z.infer<typeof wantedBySchema>
export type Candidate = z.infer<typeof candidateSchema>
export type Reason = z.infer<typeof reasonSchema>['reason']
/** One reason for or against a request and a movement. */
export type PairReason = z.infer<typeof pairReasonSchema>
export type Suggestion = SuggestionItem
export type Alias = z.infer<typeof aliasSchema>
export interface AliasChange {
  readonly payer?: string
  readonly customer?: string
  readonly active?: boolean
}
/** What other settings would have decided. */
export type Replay = z.infer<typeof replaySchema>
export interface ReplayInput {
  readonly acceptance?: number | null
  readonly margin?: number | null
  readonly match_without_sender?: boolean
  readonly aliasId?: string
}
export type Delivery = z.infer<typeof deliverySchema>
export type DeliveryAttempt = z.infer<typeof deliveryAttemptSchema>
export type ProductSettings = z.infer<typeof productSettingsSchema>
/** Something that needs a person. */
export type InboxItem = z.infer<typeof inboxItemSchema>
export type InboxKind = InboxItem['kind']
export type InboxPage = z.infer<typeof inboxPageSchema>
/** What a login waits for, and until when. */
export type Assistance = z.infer<typeof assistanceSchema> & { readonly expires_at: string }
export type ApiKey = ApiKeyView
/** `account_ids` null: every account, also future ones. */
export interface NewApiKey {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly account_ids: readonly string[] | null
}
export type { CoreEvent, Scope }

/** Body of a save of account settings; what is left out returns to its default. */
export type SettingsInput = Partial<Omit<AccountSettings, 'id' | 'account_id'>> & { readonly bank_password?: string }

/** Figures of the start page and of the line at the bottom. */
export interface Overview {
  readonly accounts: { readonly total: number; readonly blocked: number; readonly paused: number }
  readonly requests: Readonly<Record<RequestStatus, number>>
  readonly matched_today: number
  readonly movements_today: readonly { readonly currency: string; readonly count: number; readonly sum: string }[]
  readonly deliveries: { readonly waiting: number; readonly dead: number }
  readonly reading: number
  readonly last_reading_at: string | null
  readonly next_reading_at: string | null
  readonly version: string
}

/** What the receiver answered to a test. */
export interface TestAnswer {
  readonly status: number | null
  readonly body: unknown
  readonly error: string | null
  readonly duration_ms: number
}
