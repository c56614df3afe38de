import { Module } from '@nestjs/common';
import { PlatformHttpModule, PlatformWorkerModule } from '@clearance/platform';
import { Approve } from './approve/approve.ts';
import { Findings } from './approve/sample/findings.ts';
import { LikeController } from './approve/sample/like.controller.ts';
import { SampleController } from './approve/sample/sample.controller.ts';
import { Samples } from './approve/sample/samples.ts';
import { ConvictionController } from './conviction/conviction.controller.ts';
import { EvaluateChunkJob } from './evaluate/evaluate-chunk.job.ts';
import { StopEvaluation } from './evaluate/stop-evaluation.ts';
import { FinishEvaluationJob } from './evaluate/finish-evaluation.job.ts';
import { UpgradeSweep } from './evaluate/upgrade-sweep.ts';
import { AnnotatedController } from './export/annotated/annotated.controller.ts';
import { AnnotatedExports } from './export/annotated/annotated-exports.ts';
import { AuditController } from './export/audit.controller.ts';
import { AuditExports } from './export/audit-exports.ts';
import { BuildExportJob } from './export/build-export.job.ts';
import { ClearExpired } from './export/clear-expired.ts';
import { CourtListController } from './export/court-list/court-list.controller.ts';
import { CourtLists } from './export/court-list/court-lists.ts';
import { StopCourtList } from './export/court-list/stop-court-list.ts';
import { WriteCourtListJob } from './export/court-list/write-court-list.job.ts';
import { FindController } from './find/find.controller.ts';
import { FindPeople } from './find/find-people.ts';
import { IndexPeopleJob, PeopleIndexedJob } from './find/index-people.job.ts';
import { IndexSweep } from './find/index-sweep.ts';
import { FindLinesJob } from './export/annotated/find-lines.job.ts';
import { StopAnnotatedExport } from './export/annotated/stop-annotated.ts';
import { StopAuditExport } from './export/stop-export.ts';
import { FreshFiles } from './export/given-out/fresh-files.ts';
import { MadeFiles } from './export/given-out/made-files.ts';
import { WriteAnnotatedJob } from './export/annotated/write-annotated.job.ts';
import { BundleWriter } from './export/bundle-writer.ts';
import { AwaitedFacts } from './facts/awaited.ts';
import { FactController } from './facts/fact.controller.ts';
import { Facts } from './facts/facts.ts';
import { HomeController } from './home/home.controller.ts';
import { AnswerImport } from './import/answer-import.ts';
import { CountPeopleJob } from './import/count-people.job.ts';
import { FinishImportJob } from './import/finish-import.job.ts';
import { ImportController } from './import/import.controller.ts';
import { Problems } from './import/problems.ts';
import { ReadFileJob } from './import/read-file.job.ts';
import { RecognizeFileJob } from './import/recognize-file.job.ts';
import { ReceiveFile } from './import/receive-file.ts';
import { ConvictionStates } from './oversight/conviction-states.ts';
import { Disseminations } from './oversight/disseminations.ts';
import { LogReviews } from './oversight/log-reviews.ts';
import { ReadsSweep } from './oversight/reads-sweep.ts';
import { OversightController } from './oversight/oversight.controller.ts';
import { DraftController } from './policy/draft.controller.ts';
import { Drafts } from './policy/drafts.ts';
import { Policies } from './policy/policies.ts';
import { PolicyController } from './policy/policy.controller.ts';
import { PolicyExaminer } from './policy/policy-examiner.ts';
import { PublishPolicy } from './policy/publish-policy.ts';
import { FinishReleaseJob } from './release/finish-release.job.ts';
import { ReleaseDueJob } from './release/release-due.job.ts';
import { ReleaseSweep } from './release/release-sweep.ts';
import { ReleaseController } from './release/release.controller.ts';
import { Undo } from './release/undo.ts';
import { BulkReviews } from './review/bulk-review.ts';
import { FinishReviewJob } from './review/finish-review.job.ts';
import { UnexplainedRows } from './import/unexplained/unexplained-rows.ts';
import { Recommend } from './review/recommend.ts';
import { ReviewChunkJob } from './review/review-chunk.job.ts';
import { StopReview } from './review/stop-review.ts';
import { ReviewController } from './review/review.controller.ts';
import { ImpactController } from './simulate/impact.controller.ts';
import { Impacts } from './simulate/impacts.ts';
import { Moves } from './simulate/moves.ts';
import { ReplayController } from './simulate/replay.controller.ts';
import { ReplayDetermination } from './simulate/replay.ts';
import { SimulateChunkJob } from './simulate/simulate-chunk.job.ts';
import { FinishSimulationJob } from './simulate/simulate-finish.job.ts';
import { SimulationController } from './simulate/simulation.controller.ts';
import { Simulations } from './simulate/simulations.ts';
import { StopRun } from './simulate/stop-run.ts';
import { FinishTermsJob } from './terms/finish-terms.job.ts';
import { TermsController } from './terms/terms.controller.ts';
import { OfficeTerms } from './terms/terms.ts';

/** The product over HTTP: one controller per stage, in the order of the work. */
@Module({
  imports: [PlatformHttpModule],
  controllers: [
    HomeController,
    ImportController,
    TermsController,
    PolicyController,
    DraftController,
    SimulationController,
    ImpactController,
    ConvictionController,
    FindController,
    ReplayController,
    FactController,
    ReviewController,
    SampleController,
    LikeController,
    ReleaseController,
    AuditController,
    AnnotatedController,
    CourtListController,
    OversightController,
  ],
  providers: [
    ReceiveFile,
    AnswerImport,
    Problems,
    UnexplainedRows,
    OfficeTerms,
    PolicyExaminer,
    Policies,
    Drafts,
    Simulations,
    Moves,
    Impacts,
    FindPeople,
    ReplayDetermination,
    PublishPolicy,
    Facts,
    AwaitedFacts,
    Recommend,
    BulkReviews,
    Approve,
    Samples,
    Findings,
    Undo,
    StopEvaluation,
    StopReview,
    StopRun,
    StopAuditExport,
    StopAnnotatedExport,
    StopCourtList,
    AuditExports,
    MadeFiles,
    FreshFiles,
    AnnotatedExports,
    CourtLists,
    Disseminations,
    LogReviews,
  ],
})
export class ClearanceHttpModule {}

/** The product's jobs. */
@Module({
  imports: [PlatformWorkerModule],
  providers: [
    ReadFileJob,
    RecognizeFileJob,
    CountPeopleJob,
    FinishImportJob,
    IndexSweep,
    IndexPeopleJob,
    PeopleIndexedJob,
    FinishTermsJob,
    EvaluateChunkJob,
    UpgradeSweep,
    FinishEvaluationJob,
    SimulateChunkJob,
    FinishSimulationJob,
    ReviewChunkJob,
    FinishReviewJob,
    ReleaseSweep,
    ReleaseDueJob,
    FinishReleaseJob,
    BuildExportJob,
    ClearExpired,
    ReadsSweep,
    MadeFiles,
    FindLinesJob,
    WriteAnnotatedJob,
    WriteCourtListJob,
    BundleWriter,
    ConvictionStates,
  ],
})
export class ClearanceWorkerModule {}
