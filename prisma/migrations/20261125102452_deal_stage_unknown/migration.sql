-- AlterTable
ALTER TABLE "deal" ALTER COLUMN "stage" DROP NOT NULL;
