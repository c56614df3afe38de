import { Module } from '@nestjs/common';
import { PlatformHttpModule, PlatformWorkerModule } from '@clearance/platform';
import { Approve } from './approve/approve.ts';
import { ConvictionController } from './conviction/conviction.controller.ts';
import { EvaluateChunkJob } from './evaluate/evaluate-chunk.job.ts';
import { FinishEvaluationJob } from './evaluate/finish-evaluation.job.ts';
import { AuditController } from './export/audit.controller.ts';
import { AuditExports } from './export/audit-exports.ts';
import { BuildExportJob } from './export/build-export.job.ts';
import { BundleWriter } from './export/bundle-writer.ts';
import { HomeController } from './home/home.controller.ts';
import { AnswerImport } from './import/answer-import.ts';
import { CountPeopleJob } from './import/count-people.job.ts';
import { FinishImportJob } from './import/finish-import.job.ts';
import { ImportController } from './import/import.controller.ts';
import { Problems } from './import/problems.ts';
import { ReadFileJob } from './import/read-file.job.ts';
import { ReceiveFile } from './import/receive-file.ts';
import { Policies } from './policy/policies.ts';
import { PolicyController } from './policy/policy.controller.ts';
import { BulkReviews } from './review/bulk-review.ts';
import { FinishReviewJob } from './review/finish-review.job.ts';
import { Recommend } from './review/recommend.ts';
import { ReviewChunkJob } from './review/review-chunk.job.ts';
import { ReviewController } from './review/review.controller.ts';

/** The product over HTTP: one controller per stage, in the order of the work. */
@Module({
  imports: [PlatformHttpModule],
  controllers: [
    HomeController,
    ImportController,
    PolicyController,
    ConvictionController,
    ReviewController,
    AuditController,
  ],
  providers: [ReceiveFile, AnswerImport, Problems, Policies, Recommend, BulkReviews, Approve, AuditExports],
})
export class ClearanceHttpModule {}

/** The product's jobs. */
@Module({
  imports: [PlatformWorkerModule],
  providers: [
    ReadFileJob,
    CountPeopleJob,
    FinishImportJob,
    EvaluateChunkJob,
    FinishEvaluationJob,
    ReviewChunkJob,
    FinishReviewJob,
    BuildExportJob,
    BundleWriter,
  ],
})
export class ClearanceWorkerModule {}
