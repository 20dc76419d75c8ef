-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "unagreed" JSONB;

-- CreateTable
CREATE TABLE "target_proposal" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "targets" JSONB NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "counter" JSONB,
    "counter_reason" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "decision_reason" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "target_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "target_proposal_organisation_id_team_id_plan_id_idx" ON "target_proposal"("organisation_id", "team_id", "plan_id");

-- CreateIndex
CREATE INDEX "target_proposal_organisation_id_member_id_idx" ON "target_proposal"("organisation_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "target_proposal_plan_id_member_id_key" ON "target_proposal"("plan_id", "member_id");
