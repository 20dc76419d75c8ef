-- AlterTable
ALTER TABLE "member" ADD COLUMN     "chosen_at" TIMESTAMPTZ(3);
