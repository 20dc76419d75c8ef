-- CreateTable
CREATE TABLE "plan_change" (
    "id" BIGSERIAL NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ground" TEXT NOT NULL,
    "reason" TEXT,
    "overridden" JSONB NOT NULL DEFAULT '[]',
    "changes" JSONB NOT NULL,

    CONSTRAINT "plan_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adjustment_window" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_on" DATE NOT NULL,
    "closed_by" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "adjustment_window_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "plan_change_organisation_id_team_id_id_idx" ON "plan_change"("organisation_id", "team_id", "id");

-- CreateIndex
CREATE INDEX "adjustment_window_organisation_id_team_id_ends_on_idx" ON "adjustment_window"("organisation_id", "team_id", "ends_on");

-- What was published and recalled before stays in the history, with the checks an admin overrode, and without what nobody recorded then.
INSERT INTO "plan_change" ("organisation_id", "team_id", "plan_id", "act", "by", "at", "ground", "reason", "overridden", "changes")
SELECT "organisation_id", "team_id", "plan_id", "act", "by", "at", 'unrecorded', "reason", "overridden", '[]'::jsonb
FROM (
    SELECT p."organisation_id", p."team_id", p."id" AS "plan_id", 'published' AS "act", p."published_by" AS "by", p."published_at" AS "at",
        o."reason", COALESCE(o."overridden", '[]'::jsonb) AS "overridden"
    FROM "plan" p
    LEFT JOIN LATERAL (
        SELECT a."after" ->> 'reason' AS "reason", a."after" -> 'overridden' AS "overridden"
        FROM "audit" a
        WHERE a."organisation_id" = p."organisation_id" AND a."subject" = p."id" AND a."act" = 'plan-publish' AND a."after" -> 'overridden' IS NOT NULL
        ORDER BY a."at" DESC
        LIMIT 1
    ) AS o ON true
    WHERE p."published_at" IS NOT NULL AND p."published_by" IS NOT NULL
    UNION ALL
    SELECT p."organisation_id", p."team_id", p."id", 'recalled', COALESCE(a."person_id", 'system'), a."at", NULL, '[]'::jsonb
    FROM "audit" a
    JOIN "plan" p ON p."organisation_id" = a."organisation_id" AND p."id" = a."subject"
    WHERE a."act" = 'plan-recall'
) AS known
ORDER BY "at";
