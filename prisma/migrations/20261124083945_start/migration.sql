-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "platform" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("platform","external_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT,
    "zone" TEXT,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "is_quiet" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "country" TEXT,
    "weekdays" INTEGER[],
    "fiscal_start" INTEGER NOT NULL DEFAULT 1,
    "schedule" JSONB NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "thread" TEXT NOT NULL DEFAULT '',
    "scheduled_until" TIMESTAMPTZ(3) NOT NULL,
    "next_due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "joined_on" DATE NOT NULL,
    "left_on" DATE,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leave" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_month" (
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "plan_id" TEXT NOT NULL,
    "days" JSONB NOT NULL,
    "total" BIGINT NOT NULL,
    "currency" TEXT,

    CONSTRAINT "target_month_pkey" PRIMARY KEY ("member_id","metric","month")
);

-- CreateTable
CREATE TABLE "check_in" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "form" TEXT NOT NULL,
    "notes" JSONB NOT NULL,
    "late" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_entry" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "check_in_id" TEXT,
    "source" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "daily_total" (
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "daily_total_pkey" PRIMARY KEY ("member_id","metric","on")
);

-- CreateTable
CREATE TABLE "improvement" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "check_in_id" TEXT NOT NULL,
    "done_on" DATE,

    CONSTRAINT "improvement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_entry" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occurrence" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "destination" JSONB NOT NULL,
    "under" TEXT,
    "replaces" TEXT,
    "post" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "attempting_at" TIMESTAMPTZ(3),
    "first_tried_at" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "may_have_arrived" BOOLEAN NOT NULL DEFAULT false,
    "message" JSONB,
    "message_key" TEXT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" BIGSERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "interaction" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "attempting_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dialogue" (
    "key" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dialogue_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "pending" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_code" (
    "hash" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_code_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "playground_message" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT,
    "revision" BIGINT NOT NULL,
    "conversation" TEXT NOT NULL,
    "under" TEXT,
    "visible_to" TEXT,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "playground_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "person_id" TEXT,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meta" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "meta_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspace_platform_external_id_key" ON "workspace"("platform", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_organisation_id_id_key" ON "workspace"("organisation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "person_organisation_id_id_key" ON "person"("organisation_id", "id");

-- CreateIndex
CREATE INDEX "identity_platform_external_id_idx" ON "identity"("platform", "external_id");

-- CreateIndex
CREATE INDEX "identity_organisation_id_person_id_idx" ON "identity"("organisation_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_organisation_id_platform_external_id_key" ON "identity"("organisation_id", "platform", "external_id");

-- CreateIndex
CREATE INDEX "team_next_due_at_idx" ON "team"("next_due_at");

-- CreateIndex
CREATE UNIQUE INDEX "team_organisation_id_id_key" ON "team"("organisation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "team_platform_workspace_conversation_thread_key" ON "team"("platform", "workspace", "conversation", "thread");

-- CreateIndex
CREATE INDEX "member_organisation_id_person_id_idx" ON "member"("organisation_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_team_id_person_id_key" ON "member"("team_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_organisation_id_id_key" ON "member"("organisation_id", "id");

-- CreateIndex
CREATE INDEX "leave_organisation_id_member_id_idx" ON "leave"("organisation_id", "member_id");

-- CreateIndex
CREATE INDEX "plan_organisation_id_team_id_state_idx" ON "plan"("organisation_id", "team_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "plan_team_id_revision_key" ON "plan"("team_id", "revision");

-- CreateIndex
CREATE INDEX "target_month_organisation_id_team_id_month_idx" ON "target_month"("organisation_id", "team_id", "month");

-- CreateIndex
CREATE INDEX "check_in_organisation_id_team_id_on_idx" ON "check_in"("organisation_id", "team_id", "on");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_member_id_on_form_key" ON "check_in"("member_id", "on", "form");

-- CreateIndex
CREATE INDEX "log_entry_organisation_id_member_id_on_idx" ON "log_entry"("organisation_id", "member_id", "on");

-- CreateIndex
CREATE INDEX "log_entry_organisation_id_team_id_on_idx" ON "log_entry"("organisation_id", "team_id", "on");

-- CreateIndex
CREATE INDEX "log_entry_check_in_id_idx" ON "log_entry"("check_in_id");

-- CreateIndex
CREATE UNIQUE INDEX "log_entry_organisation_id_member_id_source_metric_key" ON "log_entry"("organisation_id", "member_id", "source", "metric");

-- CreateIndex
CREATE INDEX "daily_total_organisation_id_team_id_on_idx" ON "daily_total"("organisation_id", "team_id", "on");

-- CreateIndex
CREATE INDEX "improvement_organisation_id_team_id_on_idx" ON "improvement"("organisation_id", "team_id", "on");

-- CreateIndex
CREATE UNIQUE INDEX "improvement_check_in_id_key" ON "improvement"("check_in_id");

-- CreateIndex
CREATE INDEX "case_entry_organisation_id_team_id_on_idx" ON "case_entry"("organisation_id", "team_id", "on");

-- CreateIndex
CREATE UNIQUE INDEX "case_entry_organisation_id_source_kind_key" ON "case_entry"("organisation_id", "source", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "occurrence_team_id_kind_on_key" ON "occurrence"("team_id", "kind", "on");

-- CreateIndex
CREATE UNIQUE INDEX "report_team_id_kind_period_key" ON "report"("team_id", "kind", "period");

-- CreateIndex
CREATE INDEX "outbox_state_lane_id_idx" ON "outbox"("state", "lane", "id");

-- CreateIndex
CREATE INDEX "outbox_state_next_attempt_at_idx" ON "outbox"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "outbox_organisation_id_platform_message_key_idx" ON "outbox"("organisation_id", "platform", "message_key");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_organisation_id_key_key" ON "outbox"("organisation_id", "key");

-- CreateIndex
CREATE INDEX "inbox_state_lane_id_idx" ON "inbox"("state", "lane", "id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_platform_delivery_id_key" ON "inbox"("platform", "delivery_id");

-- CreateIndex
CREATE UNIQUE INDEX "playground_message_key_key" ON "playground_message"("key");

-- CreateIndex
CREATE INDEX "playground_message_revision_idx" ON "playground_message"("revision");

-- CreateIndex
CREATE INDEX "audit_organisation_id_at_idx" ON "audit"("organisation_id", "at");

-- AddForeignKey
ALTER TABLE "workspace" ADD CONSTRAINT "workspace_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_organisation_id_person_id_fkey" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organisation_id_team_id_fkey" FOREIGN KEY ("organisation_id", "team_id") REFERENCES "team"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organisation_id_person_id_fkey" FOREIGN KEY ("organisation_id", "person_id") REFERENCES "person"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_organisation_id_team_id_fkey" FOREIGN KEY ("organisation_id", "team_id") REFERENCES "team"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
