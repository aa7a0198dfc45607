-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "answers" JSONB NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedById" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "supersededAt" TIMESTAMPTZ(3),
    "rejectReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceScore" (
    "serviceId" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "methodRef" TEXT NOT NULL,
    "munichValue" INTEGER,
    "munichBest" INTEGER NOT NULL,
    "munichWorst" INTEGER NOT NULL,
    "freedomValue" DOUBLE PRECISION,
    "freedomBest" DOUBLE PRECISION NOT NULL,
    "freedomWorst" DOUBLE PRECISION NOT NULL,
    "jurisdictionValue" DOUBLE PRECISION,
    "jurisdictionBest" DOUBLE PRECISION NOT NULL,
    "jurisdictionWorst" DOUBLE PRECISION NOT NULL,
    "opennessValue" DOUBLE PRECISION,
    "opennessBest" DOUBLE PRECISION NOT NULL,
    "opennessWorst" DOUBLE PRECISION NOT NULL,
    "exposure" TEXT,
    "exposureAtLeast" BOOLEAN NOT NULL,
    "exposureWorst" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "controllerId" TEXT,
    "controllerName" TEXT,
    "controllerCountry" TEXT,
    "controllerPublic" BOOLEAN NOT NULL,
    "doubleGrip" TEXT NOT NULL,
    "protectionNeed" TEXT,
    "requiredMunich" INTEGER,
    "requiredExposure" TEXT,
    "gapMunich" TEXT NOT NULL,
    "gapExposure" TEXT NOT NULL,
    "gap" TEXT NOT NULL,
    "noticeBy" DATE,
    "confidence" TEXT NOT NULL,
    "munichAnswers" TEXT NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ServiceScore_pkey" PRIMARY KEY ("serviceId")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "cityId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "subjectName" TEXT,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "cityId" UUID,
    "name" TEXT NOT NULL,
    "legalEntity" TEXT,
    "country" TEXT,
    "publicSector" BOOLEAN NOT NULL DEFAULT false,
    "kind" TEXT,
    "ownershipKnown" TEXT NOT NULL,
    "usNexus" TEXT,
    "affiliates" JSONB NOT NULL DEFAULT '[]',
    "aliases" TEXT[],
    "source" TEXT,
    "asOf" TEXT,
    "confidence" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "note" TEXT,
    "contentHash" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ownership" (
    "id" UUID NOT NULL,
    "cityId" UUID,
    "organisationId" TEXT NOT NULL,
    "ownerId" TEXT,
    "share" DOUBLE PRECISION,
    "control" BOOLEAN NOT NULL,
    "source" TEXT,
    "asOf" TEXT,
    "confidence" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,

    CONSTRAINT "Ownership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Product" (
    "id" TEXT NOT NULL,
    "cityId" UUID,
    "name" TEXT NOT NULL,
    "makerId" TEXT,
    "category" TEXT,
    "licence" TEXT,
    "sourceModel" TEXT,
    "osiApproved" BOOLEAN,
    "delivery" TEXT[],
    "interfaces" TEXT[],
    "alternativeIds" TEXT[],
    "partOf" TEXT[],
    "aliases" TEXT[],
    "source" TEXT,
    "asOf" TEXT,
    "confidence" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "evidenceDetail" TEXT,
    "note" TEXT,
    "contentHash" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Jurisdiction" (
    "code" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,

    CONSTRAINT "Jurisdiction_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "City" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "policy" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "City_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "createdById" UUID,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "fileSize" INTEGER NOT NULL,
    "file" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "headerKey" TEXT,
    "mapping" JSONB,
    "counts" JSONB,
    "result" JSONB,
    "changes" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportMapping" (
    "cityId" UUID NOT NULL,
    "headerKey" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportMapping_pkey" PRIMARY KEY ("cityId","headerKey")
);

-- CreateTable
CREATE TABLE "Service" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "departmentId" UUID,
    "name" TEXT NOT NULL,
    "shortName" TEXT,
    "externalId" TEXT,
    "naturalKey" TEXT NOT NULL,
    "purpose" TEXT,
    "responsible" TEXT,
    "lifecycle" TEXT NOT NULL DEFAULT 'active',
    "operatingModel" TEXT,
    "ownDevelopment" BOOLEAN NOT NULL DEFAULT false,
    "codePublished" TEXT,
    "confidentiality" TEXT,
    "integrity" TEXT,
    "availability" TEXT,
    "dataLocation" TEXT,
    "controlData" TEXT,
    "controlOperation" TEXT,
    "controlKeys" TEXT,
    "controlAccess" TEXT,
    "skills" TEXT,
    "users" INTEGER,
    "costPerYear" DECIMAL(14,2),
    "contractStart" DATE,
    "contractEnd" DATE,
    "noticeMonths" INTEGER,
    "exitClause" TEXT,
    "dataReturnClause" TEXT,
    "securityUpdates" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceProduct" (
    "serviceId" UUID NOT NULL,
    "productId" TEXT NOT NULL,
    "cityId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ServiceProduct_pkey" PRIMARY KEY ("serviceId","productId")
);

-- CreateTable
CREATE TABLE "ServiceRole" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "organisationId" TEXT,
    "dataAccess" TEXT NOT NULL DEFAULT 'unknown',
    "location" TEXT,
    "source" TEXT,
    "asOf" TEXT,
    "confidence" TEXT NOT NULL DEFAULT 'high',
    "evidence" TEXT NOT NULL DEFAULT 'city',

    CONSTRAINT "ServiceRole_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dependency" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "strength" TEXT NOT NULL DEFAULT 'stops',
    "graceDays" INTEGER,
    "proprietary" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,

    CONSTRAINT "Dependency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Strategy" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "decidedOn" DATE,
    "principles" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Strategy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Goal" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "strategyId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT 'count',
    "scope" JSONB NOT NULL DEFAULT '{}',
    "baselineValue" DOUBLE PRECISION,
    "baselineDate" DATE,
    "target" DOUBLE PRECISION NOT NULL,
    "due" DATE NOT NULL,
    "responsible" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "date" DATE NOT NULL,
    "methodRef" TEXT NOT NULL,
    "policy" JSONB NOT NULL,
    "services" INTEGER NOT NULL,
    "rows" BYTEA NOT NULL,
    "hash" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "cityId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MembershipDepartment" (
    "membershipId" UUID NOT NULL,
    "departmentId" UUID NOT NULL,

    CONSTRAINT "MembershipDepartment_pkey" PRIMARY KEY ("membershipId","departmentId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "agent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "SetupCode" (
    "id" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SetupCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormDraft" (
    "id" TEXT NOT NULL,
    "userId" UUID,
    "kind" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FormDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Assessment_serviceId_method_idx" ON "Assessment"("serviceId", "method");

-- CreateIndex
CREATE INDEX "Assessment_cityId_state_idx" ON "Assessment"("cityId", "state");

-- CreateIndex
CREATE INDEX "ServiceScore_cityId_munichValue_idx" ON "ServiceScore"("cityId", "munichValue");

-- CreateIndex
CREATE INDEX "ServiceScore_cityId_exposure_idx" ON "ServiceScore"("cityId", "exposure");

-- CreateIndex
CREATE INDEX "AuditEvent_cityId_id_idx" ON "AuditEvent"("cityId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_cityId_subjectType_subjectId_id_idx" ON "AuditEvent"("cityId", "subjectType", "subjectId", "id");

-- CreateIndex
CREATE INDEX "Organisation_cityId_idx" ON "Organisation"("cityId");

-- CreateIndex
CREATE INDEX "Ownership_organisationId_idx" ON "Ownership"("organisationId");

-- CreateIndex
CREATE INDEX "Ownership_ownerId_idx" ON "Ownership"("ownerId");

-- CreateIndex
CREATE INDEX "Ownership_cityId_idx" ON "Ownership"("cityId");

-- CreateIndex
CREATE INDEX "Product_cityId_idx" ON "Product"("cityId");

-- CreateIndex
CREATE INDEX "Product_makerId_idx" ON "Product"("makerId");

-- CreateIndex
CREATE INDEX "Correction_cityId_subjectType_subjectId_idx" ON "Correction"("cityId", "subjectType", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "City_slug_key" ON "City"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Department_cityId_name_key" ON "Department"("cityId", "name");

-- CreateIndex
CREATE INDEX "ImportRun_cityId_createdAt_idx" ON "ImportRun"("cityId", "createdAt");

-- CreateIndex
CREATE INDEX "Service_cityId_naturalKey_idx" ON "Service"("cityId", "naturalKey");

-- CreateIndex
CREATE INDEX "Service_cityId_externalId_idx" ON "Service"("cityId", "externalId");

-- CreateIndex
CREATE INDEX "Service_cityId_name_id_idx" ON "Service"("cityId", "name", "id");

-- CreateIndex
CREATE INDEX "Service_departmentId_idx" ON "Service"("departmentId");

-- CreateIndex
CREATE INDEX "ServiceProduct_productId_idx" ON "ServiceProduct"("productId");

-- CreateIndex
CREATE INDEX "ServiceProduct_cityId_idx" ON "ServiceProduct"("cityId");

-- CreateIndex
CREATE INDEX "ServiceRole_serviceId_idx" ON "ServiceRole"("serviceId");

-- CreateIndex
CREATE INDEX "ServiceRole_organisationId_idx" ON "ServiceRole"("organisationId");

-- CreateIndex
CREATE INDEX "ServiceRole_cityId_idx" ON "ServiceRole"("cityId");

-- CreateIndex
CREATE INDEX "Dependency_toId_idx" ON "Dependency"("toId");

-- CreateIndex
CREATE INDEX "Dependency_cityId_idx" ON "Dependency"("cityId");

-- CreateIndex
CREATE UNIQUE INDEX "Dependency_fromId_toId_kind_key" ON "Dependency"("fromId", "toId", "kind");

-- CreateIndex
CREATE INDEX "Strategy_cityId_idx" ON "Strategy"("cityId");

-- CreateIndex
CREATE INDEX "Goal_cityId_idx" ON "Goal"("cityId");

-- CreateIndex
CREATE INDEX "Goal_strategyId_idx" ON "Goal"("strategyId");

-- CreateIndex
CREATE INDEX "Snapshot_cityId_date_idx" ON "Snapshot"("cityId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Membership_cityId_idx" ON "Membership"("cityId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_cityId_key" ON "Membership"("userId", "cityId");

-- CreateIndex
CREATE INDEX "MembershipDepartment_departmentId_idx" ON "MembershipDepartment"("departmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "FormDraft_createdAt_idx" ON "FormDraft"("createdAt");

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceScore" ADD CONSTRAINT "ServiceScore_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceScore" ADD CONSTRAINT "ServiceScore_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_makerId_fkey" FOREIGN KEY ("makerId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportMapping" ADD CONSTRAINT "ImportMapping_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceProduct" ADD CONSTRAINT "ServiceProduct_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceProduct" ADD CONSTRAINT "ServiceProduct_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceProduct" ADD CONSTRAINT "ServiceProduct_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRole" ADD CONSTRAINT "ServiceRole_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRole" ADD CONSTRAINT "ServiceRole_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRole" ADD CONSTRAINT "ServiceRole_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strategy" ADD CONSTRAINT "Strategy_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "Strategy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "City"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipDepartment" ADD CONSTRAINT "MembershipDepartment_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipDepartment" ADD CONSTRAINT "MembershipDepartment_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- Search: umlauts and typos. Both extensions are trusted, the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE INDEX "Service_searchText_trgm" ON "Service" USING gin ("searchText" gin_trgm_ops);
-- The search text begins with the folded name: lists by name need no sorting.
CREATE INDEX "Service_byName" ON "Service" ("cityId", (left("searchText", 60) COLLATE "C"), "id");

-- One open assessment per service and method.
CREATE UNIQUE INDEX "Assessment_open" ON "Assessment" ("serviceId", "method") WHERE "state" <> 'superseded';

-- One daily snapshot per city and day.
CREATE UNIQUE INDEX "Snapshot_daily" ON "Snapshot" ("cityId", "date") WHERE "kind" = 'daily';

-- The audit log only grows. Removing a whole city (the demo) is the one exception and says so in its transaction.
CREATE FUNCTION hoheit_audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('hoheit.purge_city', true) = OLD."cityId"::text THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION hoheit_audit_append_only();

-- A stored snapshot is never changed.
CREATE FUNCTION hoheit_snapshot_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a snapshot is immutable';
END $$;
CREATE TRIGGER "Snapshot_immutable" BEFORE UPDATE ON "Snapshot"
  FOR EACH ROW EXECUTE FUNCTION hoheit_snapshot_immutable();

ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_share_percent" CHECK ("share" IS NULL OR ("share" >= 0 AND "share" <= 100));
ALTER TABLE "Service" ADD CONSTRAINT "Service_name_length" CHECK (char_length("name") BETWEEN 1 AND 300);
ALTER TABLE "Dependency" ADD CONSTRAINT "Dependency_not_itself" CHECK ("fromId" <> "toId");
