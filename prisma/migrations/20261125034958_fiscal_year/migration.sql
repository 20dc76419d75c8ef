-- AlterTable
ALTER TABLE "team" ADD COLUMN     "fiscal" JSONB NOT NULL DEFAULT '{"kind": "months", "startMonth": 1}',
ADD COLUMN     "region" TEXT;

-- Each team keeps its year, which was one of calendar months.
UPDATE "team" SET "fiscal" = jsonb_build_object('kind', 'months', 'startMonth', "fiscal_start");

-- AlterTable
ALTER TABLE "team" DROP COLUMN "fiscal_start";
