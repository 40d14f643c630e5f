// Made by tools/wire.py from the server's shapes. Not to be edited.

export interface AccessEntry {
  readonly at: string
  readonly who: string
  readonly title?: string
  readonly unit?: string
  readonly verb: string
  readonly basis: string
}

export interface AccessLog {
  readonly entries?: readonly AccessEntry[]
}

export interface AgreedReminder {
  readonly channel: "email" | "sms"
  readonly to: string
}

export interface Answer {
  readonly valueString?: string | null
  readonly valueCoding?: Coding | null
  readonly valueBoolean?: boolean | null
  readonly valueInteger?: number | null
  readonly valueDecimal?: number | null
  readonly valueDate?: string | null
  readonly valueDateTime?: string | null
  readonly valueTime?: string | null
  readonly valueUri?: string | null
  readonly valueQuantity?: Quantity | null
}

export interface AnswersOnPage {
  readonly document: string
  readonly response: QuestionnaireResponse
  readonly versions: readonly string[]
  readonly received: string
  readonly authorName?: string
  readonly about?: RelatedPerson | null
  readonly read?: boolean
  readonly drafting?: boolean
  readonly remark?: readonly string[]
  readonly changed?: readonly ResponseItem[]
  readonly since?: string
  readonly lastStay?: boolean
  readonly workflow?: string
  readonly translated?: string
  readonly translations?: readonly TranslationOnPage[]
}

export interface Arrival {
  readonly encounter: string
  readonly given: string
  readonly family: string
  readonly birthDate: string
  readonly room?: string
  readonly bed?: string
  readonly admitted: string
  readonly ended?: string
  readonly ending?: string
  readonly state: "begun" | "changed" | "not-answered" | "postponed" | "read" | "unread"
  readonly answered?: string
  readonly helpedBy?: string
  readonly begun?: number
  readonly questions?: number
  readonly asked?: boolean
  readonly readAt?: string
  readonly openTasks?: number
  readonly visitQuestions?: number
  readonly listedAt?: string
  readonly attention?: Attention | null
  readonly postponement?: Postponement | null
  readonly invited?: boolean
  readonly interpreter?: string
  readonly similarName?: boolean
  readonly askAlone?: boolean
  readonly carersUnread?: number
  readonly lookAgain?: string
  readonly owner?: "leader" | "shift"
  readonly fromUnit?: string
}

export interface Arrivals {
  readonly unit: Unit
  readonly n: number
  readonly asOf: string
  readonly stays?: readonly Arrival[]
}

export interface Attention {
  readonly document: string
  readonly version: string
  readonly encounter: string
  readonly wish: string
  readonly received: string
  readonly takenAt?: string
  readonly takenBy?: string
  readonly title?: string
}

export interface Carer {
  readonly id: string
  readonly encounter: string
  readonly name: string
  readonly relation?: string
  readonly phone?: string
  readonly scopes?: readonly ("answers" | "learning" | "list" | "plan" | "today")[]
  readonly until?: string
  readonly status: "active" | "ended" | "invited"
  readonly ground: "cannot-consent" | "nurse" | "patient" | "sheet"
  readonly by?: string
  readonly title?: string
  readonly reason?: string
  readonly lookAgain?: string
  readonly overdue?: boolean
  readonly since?: string
  readonly shared?: string | ""
  readonly staff?: string | ""
}

export interface Challenge {
  readonly nonce: string
}

export interface ChallengeRequest {
  readonly device: string
}

export interface Change {
  readonly n: number
  readonly kind: "attention" | "carer" | "review" | "stay" | "task" | "version"
  readonly version?: StoredVersion | null
  readonly review?: Review | null
  readonly task?: Task | null
  readonly stay?: Stay | null
  readonly attention?: Attention | null
  readonly carer?: Carer | null
}

export interface Coding {
  readonly code: string
  readonly display?: string
  readonly system?: string
}

export interface CommunicationRequest {
  readonly resourceType: "CommunicationRequest"
  readonly encounter: string
  readonly wish: "as-soon-as-possible" | "during-the-day" | "no"
}

export interface Confirmation {
  readonly by: string
  readonly title?: string
  readonly at?: string
}

export interface Consent {
  readonly resourceType: "Consent"
  readonly encounter: string
  readonly related: string
  readonly name: string
  readonly relation?: string
  readonly scopes?: readonly ("answers" | "learning" | "list" | "plan" | "today")[]
  readonly until?: string | ""
  readonly status: "active" | "inactive"
}

export interface ContactPoint {
  readonly resourceType: "ContactPoint"
  readonly encounter: string
  readonly name: string
  readonly about?: string
  readonly phone?: string
  readonly removed?: boolean
}

export interface Count {
  readonly measure: string
  readonly numerator: number
  readonly denominator: number
  readonly share?: number | null
}

export interface Cursor {
  readonly epoch?: string
  readonly n?: number
  readonly access?: string
  readonly asked?: string
}

export interface DemoSignIn {
  readonly staff: string
  readonly profile: string
}

export interface DeviceKey {
  readonly kty: "EC"
  readonly crv: "P-256"
  readonly x: string
  readonly y: string
}

export interface EarlierAnswers {
  readonly questionnaire: string
  readonly audience: "all" | "staff"
  readonly received: string
  readonly item?: readonly ResponseItem[]
}

export interface Encounter {
  readonly id: string
  readonly patient: Patient
  readonly unit: Unit
  readonly status: "cancelled" | "entered-in-error" | "finished" | "in-progress" | "planned"
  readonly admitted: string
  readonly ended?: string
  readonly ending?: string
  readonly room?: string
  readonly bed?: string
  readonly plannedDischarge?: string
  readonly similarName?: boolean
  readonly related?: readonly RelatedPerson[]
  readonly today?: Today | null
  readonly askAlone?: boolean
  readonly tag?: string
}

export interface EndOfStay {
  readonly ending: "cancelled" | "died" | "discharged" | "wrong-patient"
  readonly at?: string
}

export interface Figures {
  readonly unit: Unit
  readonly asOf: string
  readonly measures: readonly string[]
  readonly months?: readonly Month[]
  readonly total?: Month | null
  readonly oldestUnread?: string
}

export interface FormForStay {
  readonly questionnaire: string
  readonly name: string
  readonly path: string
  readonly shared: string
  readonly staff: string
  readonly about?: "patient" | "related"
  readonly workflow?: string
  readonly spokenFor?: boolean
  readonly newer?: string
  readonly newerPath?: string
}

export interface Handover {
  readonly unit: Unit
  readonly asOf: string
  readonly rows?: readonly HandoverRow[]
}

export interface HandoverRow {
  readonly encounter: string
  readonly room: string
  readonly bed?: string
  readonly matters?: string
  readonly talk?: string
  readonly pleaseNot?: string
  readonly agreed?: readonly string[]
  readonly helped?: readonly Helped[]
  readonly unread?: boolean
}

export interface Helped {
  readonly description: string
  readonly words?: string
  readonly thanks?: boolean
}

export interface Helpline {
  readonly number: string
  readonly name: string
}

export interface Invitation {
  readonly id: string
  readonly link: string
  readonly code: string
  readonly qr: string
  readonly initials: string
  readonly room?: string
  readonly name?: string
  readonly expires: string
  readonly codeExpires: string
}

export interface InvitationRefusal {
  readonly code: string
}

export interface InvitationRow {
  readonly id: string
  readonly made: string
  readonly expires: string
  readonly state: "blocked" | "ended" | "expired" | "open" | "refused" | "used"
}

export interface Judged {
  readonly useful?: Share
  readonly understandable?: Share
  readonly lines?: readonly string[]
}

export interface Learning {
  readonly unit: Unit
  readonly of: "organization" | "unit"
  readonly asOf: string
  readonly until: string
  readonly first: string
  readonly total?: Reach
  readonly modules?: readonly ModuleFigures[]
  readonly staff?: readonly StaffLearned[]
}

export interface MedicationStatement {
  readonly resourceType: "MedicationStatement"
  readonly encounter: string
  readonly medication: string
  readonly dosage?: string
  readonly timing?: string
  readonly reason?: string
  readonly mark?: "as-before" | "changed" | "course" | "new" | "stopped" | ""
  readonly source?: "" | "gp" | "hospital" | "package" | "patient" | "pharmacy" | "related"
  readonly note?: string
  readonly confirmed?: Confirmation | null
  readonly removed?: boolean
}

export interface ModuleFeedback {
  readonly id: string
  readonly organization: string
  readonly module: string
  readonly moduleVersion: string
  readonly language: string
  readonly understandable: "no" | "partly" | "yes"
  readonly useful: "no" | "partly" | "yes"
  readonly words?: string
}

export interface ModuleFigures {
  readonly module: string
  readonly language: string
  readonly title: string
  readonly version: string
  readonly state: "draft" | "reviewed"
  readonly next: string
  readonly lix?: number | null
  readonly sentence?: number | null
  readonly overdue?: boolean
  readonly reach?: Reach
  readonly questions?: readonly Understood[]
  readonly understood?: Share
  readonly sure?: Share
  readonly stopped?: number | null
  readonly stops?: readonly Stop[]
  readonly asked?: number | null
  readonly unsure?: readonly Point[]
  readonly judged?: Judged
}

export interface ModuleOnPage {
  readonly module: string
  readonly offered?: OfferedModule | null
  readonly opened?: string
  readonly finished?: string
  readonly teachBack?: TeachBack | null
  readonly by?: string
}

export interface ModuleProgress {
  readonly resourceType: "ModuleProgress"
  readonly encounter: string
  readonly module: string
  readonly moduleVersion: string
  readonly language: string
  readonly step?: number
  readonly finished?: boolean
  readonly teachBack?: TeachBack | null
}

export interface Month {
  readonly month: string
  readonly counts?: readonly Count[]
  readonly excluded?: Readonly<Record<string, number>>
  readonly medianHoursToRead?: number | null
}

export interface NewCarer {
  readonly name: string
  readonly relation?: string
  readonly phone?: string
  readonly scopes?: readonly ("answers" | "learning" | "list" | "plan" | "today")[]
  readonly until?: string | ""
  readonly ground: "cannot-consent" | "nurse"
  readonly reason?: string
  readonly lookAgain?: string | ""
}

export interface NewInvitation {
  readonly days?: number
}

export interface NewReminderAddress {
  readonly channel: "email" | "push" | "sms"
  readonly to: string
  readonly keys?: PushKeys | null
  readonly occasions?: readonly ("agreed" | "answer" | "read")[]
  readonly language?: string
}

export interface NewReview {
  readonly encounter: string
  readonly versions: readonly string[]
  readonly together?: boolean
  readonly interpreter?: boolean | null
}

export interface NewStay {
  readonly given: string
  readonly family: string
  readonly birthDate: string
  readonly identifier?: string
  readonly language?: string
  readonly interpreter?: string
  readonly phone?: string
  readonly room?: string
  readonly bed?: string
  readonly admitted: string
  readonly plannedDischarge?: string | ""
}

export interface NewTask {
  readonly encounter: string
  readonly outcome?: "cannot" | "done-at-once" | "planned"
  readonly description: string
  readonly quote?: Quote | null
  readonly owner?: string
  readonly due?: string | ""
}

export interface OfferedModule {
  readonly module: string
  readonly by?: string
  readonly reason?: string
}

export interface Patient {
  readonly id: string
  readonly given: string
  readonly family: string
  readonly birthDate: string
  readonly language?: string
  readonly interpreter?: string
  readonly phone?: string
}

export interface PatientPage {
  readonly encounter: Encounter
  readonly answers?: readonly AnswersOnPage[]
  readonly begun?: number
  readonly questions?: number
  readonly reviews?: readonly Review[]
  readonly tasks?: readonly Task[]
  readonly attention?: Attention | null
  readonly postponement?: Postponement | null
  readonly modules?: readonly ModuleOnPage[]
  readonly invitations?: readonly InvitationRow[]
  readonly talked?: string
  readonly colleagues?: readonly Coding[]
  readonly forms?: readonly string[]
  readonly talks?: readonly FormForStay[]
  readonly carers?: readonly Carer[]
  readonly carerForms?: readonly string[]
  readonly entries?: readonly StoredVersion[]
  readonly reminders?: readonly ReminderAddress[]
  readonly remindBy?: readonly ("email" | "push" | "sms")[]
  readonly sharedDocuments?: readonly string[]
  readonly staffDocuments?: readonly string[]
}

export interface Person {
  readonly author: string
  readonly role: "patient" | "related"
  readonly name: string
  readonly relation?: string
}

export interface Place {
  readonly room?: string
  readonly bed?: string
  readonly interpreter?: string
  readonly plannedDischarge?: string | ""
}

export interface Point {
  readonly text: string
  readonly count?: number | null
}

export interface Postponement {
  readonly reason: "confused" | "declined" | "language" | "too-ill"
  readonly askAgain?: string | ""
  readonly by?: string
  readonly at?: string
}

export interface Practitioner {
  readonly id: string
  readonly given: string
  readonly family: string
  readonly role: "administrator" | "leader" | "nurse"
  readonly title?: string
  readonly units?: readonly string[]
}

export interface PushKeys {
  readonly p256dh: string
  readonly auth: string
}

export interface Quantity {
  readonly value: number
  readonly unit?: string
  readonly system?: string
  readonly code?: string
}

export interface QuestionnaireResponse {
  readonly resourceType: "QuestionnaireResponse"
  readonly questionnaire: string
  readonly status: "amended" | "completed" | "entered-in-error" | "in-progress"
  readonly encounter: string
  readonly language: string
  readonly subject?: string
  readonly audience?: "all" | "staff"
  readonly origin?: "app" | "conversation" | "paper"
  readonly item?: readonly ResponseItem[]
}

export interface Quote {
  readonly version: string
  readonly linkId: string
  readonly text: string
}

export interface Reach {
  readonly offered?: number | null
  readonly taken?: Share
  readonly opened?: number | null
  readonly finished?: Share
}

export interface ReadSoFar {
  readonly moduleVersion: string
  readonly language: string
  readonly step?: number
  readonly finished?: boolean
}

export interface Receipt {
  readonly version: string
  readonly outcome: "already" | "refused" | "stored"
  readonly hash?: string
  readonly received?: string
  readonly remark?: readonly string[]
  readonly problem?: string
}

export interface Redemption {
  readonly code: string
  readonly birthDate: string
  readonly role: "patient" | "related"
  readonly name?: string
  readonly relation?: string
  readonly profile: string
  readonly device?: DeviceKey | null
  readonly keeps?: "own" | "shared" | "ward"
}

export interface RelatedPerson {
  readonly id: string
  readonly patient: string
  readonly name: string
  readonly relation: string
  readonly phone?: string
}

export interface ReminderAddress {
  readonly id: string
  readonly channel: "email" | "push" | "sms"
  readonly to: string
  readonly occasions: readonly ("agreed" | "answer" | "read")[]
  readonly here?: boolean
  readonly agreedWith?: string
  readonly since: string
}

export interface ReminderStop {
  readonly stop: string
}

export interface Reminders {
  readonly channels?: readonly ("email" | "push" | "sms")[]
  readonly key?: string
  readonly addresses?: readonly ReminderAddress[]
}

export interface Renewal {
  readonly device: string
  readonly nonce: string
  readonly signature: string
  readonly profile: string
}

export interface ResponseItem {
  readonly linkId: string
  readonly within?: string
  readonly text?: string
  readonly answer?: readonly Answer[]
  readonly declined?: boolean
  readonly saidBy: Speaker
  readonly writtenBy: Speaker
  readonly authored: string
  readonly unsettled?: boolean
}

export interface Review {
  readonly id: string
  readonly encounter: string
  readonly versions: readonly string[]
  readonly together?: boolean
  readonly interpreter?: boolean | null
  readonly at: string
  readonly by?: string
  readonly title?: string
  readonly undone?: boolean
}

export interface Session {
  readonly kind: "patient" | "related" | "staff"
  readonly profile: string
  readonly until: string
  readonly person?: Person | null
  readonly stay?: Stay | null
  readonly staff?: Staff | null
  readonly demo?: boolean
}

export interface SessionRow {
  readonly id: string
  readonly started: string
  readonly seen: string
  readonly current?: boolean
  readonly agent?: string
}

export interface Share {
  readonly numerator?: number | null
  readonly denominator?: number | null
  readonly share?: number | null
  readonly uncertain?: boolean
  readonly hidden?: boolean
}

export interface Speaker {
  readonly kind: "patient" | "related" | "staff"
  readonly name?: string
  readonly relation?: string
}

export interface Staff {
  readonly id: string
  readonly given: string
  readonly family: string
  readonly role: "administrator" | "leader" | "nurse"
  readonly title?: string
  readonly units?: readonly string[]
  readonly places?: readonly Unit[]
}

export interface StaffLearned {
  readonly module: string
  readonly title: string
  readonly read: "few" | "half" | "hidden" | "most"
}

export interface StaffReading {
  readonly module: string
  readonly moduleVersion: string
  readonly language: string
  readonly step?: number
  readonly finished?: string
}

export interface StaffReadings {
  readonly readings?: readonly StaffReading[]
}

export interface Stay {
  readonly id: string
  readonly patient: string
  readonly given: string
  readonly unit: Unit
  readonly status: "cancelled" | "entered-in-error" | "finished" | "in-progress" | "planned"
  readonly admitted: string
  readonly ended?: string
  readonly ending?: string
  readonly room?: string
  readonly forms?: readonly FormForStay[]
  readonly earlier?: readonly EarlierAnswers[]
  readonly modules?: readonly OfferedModule[]
  readonly today?: Today | null
  readonly sharing?: readonly ("answers" | "learning" | "list" | "plan" | "today")[]
}

export interface Stop {
  readonly screen: number
  readonly title?: string
  readonly count?: number | null
}

export interface StoredVersion {
  readonly id: string
  readonly version: string
  readonly base?: readonly string[]
  readonly patient: string
  readonly author: string
  readonly authorName?: string
  readonly recorded: string
  readonly received: string
  readonly shape?: number
  readonly hash?: string
  readonly content: unknown
}

export interface SyncAnswer {
  readonly at: Readonly<Record<string, Cursor>>
  readonly receipts?: readonly Receipt[]
  readonly changed?: readonly Change[]
  readonly gone?: readonly string[]
  readonly more?: boolean
}

export interface SyncRequest {
  readonly since?: Readonly<Record<string, Cursor>>
  readonly put?: readonly unknown[]
}

export interface TalkMark {
  readonly resourceType: "TalkMark"
  readonly encounter: string
  readonly talked: "little" | "no" | "yes"
}

export interface Task {
  readonly id: string
  readonly encounter: string
  readonly patient: string
  readonly status: "cancelled" | "completed" | "in-progress" | "rejected" | "requested"
  readonly outcome: "cannot" | "done-at-once" | "planned"
  readonly description: string
  readonly quote?: Quote | null
  readonly owner?: string
  readonly ownerName?: string
  readonly due?: string
  readonly madeAt: string
  readonly madeBy?: string
  readonly changedAt: string
  readonly helped?: string
  readonly helpedWords?: string
  readonly thanks?: boolean
  readonly tag?: string
}

export interface TaskChange {
  readonly status: "cancelled" | "completed" | "in-progress" | "rejected" | "requested"
  readonly description: string
  readonly owner?: string
  readonly due?: string | ""
}

export interface TaskMark {
  readonly resourceType: "TaskMark"
  readonly encounter: string
  readonly task: string
  readonly helped: "little" | "no" | "unknown" | "yes"
  readonly words?: string
  readonly thanks?: boolean
}

export interface TeachBack {
  readonly words?: string
  readonly chosen?: readonly string[]
  readonly unsure?: readonly string[]
}

export interface Today {
  readonly withMe?: TodayLine
  readonly next?: TodayLine
  readonly tonight?: TodayLine
  readonly setAt?: string
  readonly setBy?: string
}

export interface TodayLine {
  readonly text?: string
  readonly known?: boolean
}

export interface Transfer {
  readonly unit: string
  readonly room?: string
  readonly bed?: string
  readonly at?: string
}

export interface TranslatedItem {
  readonly linkId: string
  readonly within?: string
  readonly text: string
}

export interface Translation {
  readonly resourceType: "Translation"
  readonly encounter: string
  readonly document: string
  readonly versions: readonly string[]
  readonly audience?: "all" | "staff"
  readonly subject?: string
  readonly originalLanguage: string
  readonly language: string
  readonly interpreter?: boolean
  readonly item?: readonly TranslatedItem[]
}

export interface TranslationOnPage {
  readonly version: string
  readonly translation: Translation
  readonly at: string
  readonly by?: string
  readonly title?: string
  readonly earlier?: readonly string[]
}

export interface Understood {
  readonly question: string
  readonly right: Share
}

export interface Unit {
  readonly id: string
  readonly name: string
  readonly kind: "addiction" | "home-care" | "medical" | "mental-health" | "surgical"
  readonly organization?: string
  readonly organizationName?: string
  readonly phone?: string
  readonly bell?: boolean
  readonly timezone?: string
  readonly reader?: "name" | "role"
  readonly helplines?: readonly Helpline[]
  readonly interpreters?: string
}

export interface Version {
  readonly id: string
  readonly version: string
  readonly base?: readonly string[]
  readonly patient: string
  readonly author: string
  readonly recorded: string
  readonly shape?: number
  readonly content: unknown
}

export interface VisitQuestion {
  readonly resourceType: "VisitQuestion"
  readonly encounter: string
  readonly text: string
  readonly answered?: boolean
  readonly answer?: string
  readonly module?: string | ""
  readonly passage?: string
  readonly removed?: boolean
}

export interface Welcome {
  readonly profile: string
  readonly person: Person
  readonly stay: Stay
  readonly device?: string
  readonly until?: string
}

export type Content = QuestionnaireResponse | TaskMark | TalkMark | CommunicationRequest | ModuleProgress | VisitQuestion | MedicationStatement | ContactPoint | Consent | Translation

export type ProblemSlug = "not-signed-in" | "session-expired" | "wrong-profile" | "not-allowed" | "not-found" | "cross-site" | "code-unknown" | "code-used" | "code-expired" | "code-blocked" | "birth-date-differs" | "too-many-tries" | "key-unknown" | "unreadable" | "wrong-content-type" | "too-large" | "not-valid" | "version-differs" | "wrong-author" | "changed-meanwhile" | "missing-if-match" | "too-late" | "stay-ended" | "unit-unknown" | "already-taken" | "list-full" | "already-here" | "disk-full" | "not-available" | "unexpected" | "method-not-allowed"
