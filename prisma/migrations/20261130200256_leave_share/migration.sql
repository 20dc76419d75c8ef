-- CreateTable
CREATE TABLE "leave_share" (
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "leave_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "month_start" DATE NOT NULL,
    "month_end" DATE NOT NULL,
    "handed" JSONB NOT NULL,

    CONSTRAINT "leave_share_pkey" PRIMARY KEY ("leave_id","metric","month")
);

-- CreateIndex
CREATE INDEX "leave_share_organisation_id_team_id_month_end_idx" ON "leave_share"("organisation_id", "team_id", "month_end");
