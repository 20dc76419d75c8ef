-- CreateTable
CREATE TABLE "action_tick" (
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "action" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "ticked_by" TEXT NOT NULL,
    "ticked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "action_tick_pkey" PRIMARY KEY ("member_id","on","action")
);

-- CreateIndex
CREATE INDEX "action_tick_organisation_id_team_id_on_idx" ON "action_tick"("organisation_id", "team_id", "on");
