-- CreateTable
CREATE TABLE "deal" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "amount" BIGINT,
    "currency" TEXT NOT NULL,
    "opened_on" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "stage_since" DATE NOT NULL,
    "outcome" TEXT,
    "closed_on" DATE,
    "reason" TEXT,
    "source" TEXT NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_move" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "from_stage" TEXT,
    "to_stage" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "reason" TEXT,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "deal_move_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deal_organisation_id_team_id_closed_on_idx" ON "deal"("organisation_id", "team_id", "closed_on");

-- CreateIndex
CREATE INDEX "deal_organisation_id_member_id_idx" ON "deal"("organisation_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "deal_organisation_id_source_key" ON "deal"("organisation_id", "source");

-- CreateIndex
CREATE UNIQUE INDEX "deal_organisation_id_id_key" ON "deal"("organisation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "deal_move_deal_id_position_key" ON "deal_move"("deal_id", "position");

-- AddForeignKey
ALTER TABLE "deal_move" ADD CONSTRAINT "deal_move_organisation_id_deal_id_fkey" FOREIGN KEY ("organisation_id", "deal_id") REFERENCES "deal"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
