-- CreateTable
CREATE TABLE "landing_forecast" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "week" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "value" BIGINT NOT NULL,
    "lower" BIGINT NOT NULL,
    "upper" BIGINT NOT NULL,
    "run_rate" BIGINT NOT NULL,
    "method" TEXT NOT NULL,
    "outcome" BIGINT,

    CONSTRAINT "landing_forecast_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "landing_forecast_organisation_id_team_id_member_id_kind_idx" ON "landing_forecast"("organisation_id", "team_id", "member_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "landing_forecast_team_id_member_id_metric_period_week_key" ON "landing_forecast"("team_id", "member_id", "metric", "period", "week");
