-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "approvedContent" TEXT,
ADD COLUMN     "approvedHash" TEXT,
ADD COLUMN     "approvedPrint" TEXT,
ADD COLUMN     "changedSince" TIMESTAMPTZ(3),
ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "confirmedById" UUID,
ADD COLUMN     "rater" TEXT NOT NULL DEFAULT 'first';

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "assigneeId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "note" TEXT,
    "batchId" UUID NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "methodId" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "text" TEXT,
    "fileName" TEXT,
    "fileType" TEXT,
    "fileSize" INTEGER,
    "sha256" TEXT,
    "level" TEXT NOT NULL,
    "validFrom" DATE,
    "receivedOn" DATE,
    "expiresOn" DATE,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnReason" TEXT,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceFile" (
    "evidenceId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "EvidenceFile_pkey" PRIMARY KEY ("evidenceId")
);

-- CreateTable
CREATE TABLE "AcceptedDependency" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "AcceptedDependency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "reason" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PolicyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CityMethod" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'trial',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stateSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CityMethod_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Assignment_cityId_dueOn_idx" ON "Assignment"("cityId", "dueOn");

-- CreateIndex
CREATE INDEX "Assignment_assigneeId_cityId_idx" ON "Assignment"("assigneeId", "cityId");

-- CreateIndex
CREATE INDEX "Assignment_serviceId_idx" ON "Assignment"("serviceId");

-- CreateIndex
CREATE INDEX "Evidence_serviceId_methodId_idx" ON "Evidence"("serviceId", "methodId");

-- CreateIndex
CREATE INDEX "Evidence_cityId_expiresOn_idx" ON "Evidence"("cityId", "expiresOn");

-- CreateIndex
CREATE INDEX "AcceptedDependency_serviceId_idx" ON "AcceptedDependency"("serviceId");

-- CreateIndex
CREATE INDEX "AcceptedDependency_cityId_until_idx" ON "AcceptedDependency"("cityId", "until");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyVersion_cityId_number_key" ON "PolicyVersion"("cityId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CityMethod_cityId_ref_key" ON "CityMethod"("cityId", "ref");

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AcceptedDependency" ADD CONSTRAINT "AcceptedDependency_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AcceptedDependency" ADD CONSTRAINT "AcceptedDependency_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyVersion" ADD CONSTRAINT "PolicyVersion_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CityMethod" ADD CONSTRAINT "CityMethod_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One open assessment per service, method and rater.
DROP INDEX "Assessment_open";
CREATE UNIQUE INDEX "Assessment_open" ON "Assessment" ("serviceId", "method", "rater") WHERE "state" <> 'superseded';

-- One open assignment per service, method and person.
CREATE UNIQUE INDEX "Assignment_open" ON "Assignment" ("serviceId", "method", "assigneeId")
  WHERE "doneAt" IS NULL AND "withdrawnAt" IS NULL;

-- One acceptance per service and dimension at a time.
CREATE UNIQUE INDEX "AcceptedDependency_open" ON "AcceptedDependency" ("serviceId", "dimension") WHERE "endedAt" IS NULL;

-- What was approved stays as it was: it can be confirmed again, or superseded.
CREATE FUNCTION hoheit_assessment_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" IN ('approved', 'superseded') AND (
    NEW."answers" IS DISTINCT FROM OLD."answers" OR NEW."method" <> OLD."method" OR NEW."serviceId" <> OLD."serviceId"
    OR NEW."approvedContent" IS DISTINCT FROM OLD."approvedContent" OR NEW."approvedHash" IS DISTINCT FROM OLD."approvedHash"
    OR NEW."approvedById" IS DISTINCT FROM OLD."approvedById" OR NEW."approvedAt" IS DISTINCT FROM OLD."approvedAt"
    OR NEW."createdById" IS DISTINCT FROM OLD."createdById" OR NEW."submittedById" IS DISTINCT FROM OLD."submittedById"
    OR (NEW."state" <> OLD."state" AND NEW."state" <> 'superseded')
  ) THEN
    RAISE EXCEPTION 'an approved assessment cannot be altered, only superseded';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Assessment_approved" BEFORE UPDATE ON "Assessment"
  FOR EACH ROW EXECUTE FUNCTION hoheit_assessment_approved();
