-- AlterTable
ALTER TABLE "deal" ADD COLUMN     "focus" TEXT;
