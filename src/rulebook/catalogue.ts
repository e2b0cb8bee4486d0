import type { Rule } from './rule.ts';
import { p2pAvailabilityAndSlots } from './rules/p2p/availability-and-slots.ts';
import { p2pCaseBuild } from './rules/p2p/case-build.ts';
import { p2pClinicalQuestionsSubmissionResultDecision } from './rules/p2p/clinical-questions-submission-result-decision.ts';
import { p2pContactConfirmationChanges } from './rules/p2p/contact-confirmation-changes.ts';
import { p2pHelpCallCentreResources } from './rules/p2p/help-call-centre-resources.ts';
import { p2pLogInRegistrationAccount } from './rules/p2p/log-in-registration-account.ts';
import { p2pPeerToPeerEligibility } from './rules/p2p/peer-to-peer-eligibility.ts';
import { p2pPeerToPeerRequestAndCaseLookup } from './rules/p2p/peer-to-peer-request-and-case-lookup.ts';
import { p2pPostDecisionMedicaid } from './rules/p2p/post-decision-medicaid.ts';
import { p2pPreAndPostDecisionMedicare } from './rules/p2p/pre-and-post-decision-medicare.ts';
import { p2pReconsiderationOnTheWeb } from './rules/p2p/reconsideration-on-the-web.ts';
import { p2pScopeGoLiveAndWhatNeedsAnAuthorization } from './rules/p2p/scope-go-live-and-what-needs-an-authorization.ts';
import { p2pSpecialCircumstances } from './rules/p2p/special-circumstances.ts';
import { p2pSummaryListAndAuthorizationLookup } from './rules/p2p/summary-list-and-authorization-lookup.ts';
import { portalAccessAccountsSiteContextPrivacy } from './rules/portal/access-accounts-site-context-privacy.ts';
import { portalDocuments } from './rules/portal/documents.ts';
import { portalHomePageAndNavigation } from './rules/portal/home-page-and-navigation.ts';
import { portalMaintenance } from './rules/portal/maintenance.ts';
import { portalOtherPortalFunctions } from './rules/portal/other-portal-functions.ts';
import { portalRequestForm } from './rules/portal/request-form.ts';
import { portalRequestTypes } from './rules/portal/request-types.ts';
import { portalResponseAndDeferredProcessing } from './rules/portal/response-and-deferred-processing.ts';
import { portalRevision } from './rules/portal/revision.ts';
import { portalSearchAndVisibility } from './rules/portal/search-and-visibility.ts';
import { portalStatusesAndEditPermission } from './rules/portal/statuses-and-edit-permission.ts';
import { portalUserAdministration } from './rules/portal/user-administration.ts';
import { portalViewer } from './rules/portal/viewer.ts';
import { providerManagementBehavioralIntegrationRightsDuties } from './rules/provider-management/behavioral-integration-rights-duties.ts';
import { providerManagementBoardCertification } from './rules/provider-management/board-certification.ts';
import { providerManagementCommitteeAndPractitionerRights } from './rules/provider-management/committee-and-practitioner-rights.ts';
import { providerManagementCredentialingRequirementsAndProcess } from './rules/provider-management/credentialing-requirements-and-process.ts';
import { providerManagementCredentialingScope } from './rules/provider-management/credentialing-scope.ts';
import { providerManagementEnrollmentAndEnrollmentChanges } from './rules/provider-management/enrollment-and-enrollment-changes.ts';
import { providerManagementFraudWasteAudit } from './rules/provider-management/fraud-waste-audit.ts';
import { providerManagementJoiningTheNetworkAgreementChangesInPractice } from './rules/provider-management/joining-the-network-agreement-changes-in-practice.ts';
import { providerManagementLocumTenens } from './rules/provider-management/locum-tenens.ts';
import { providerManagementNetworkAccessAndWaitTimes } from './rules/provider-management/network-access-and-wait-times.ts';
import { providerManagementPcpPanels } from './rules/provider-management/pcp-panels.ts';
import { providerManagementPcpPcpGroupSpecialistRoles } from './rules/provider-management/pcp-pcp-group-specialist-roles.ts';
import { providerManagementRecordsMarketingHoldHarmlessNoticesRelations } from './rules/provider-management/records-marketing-hold-harmless-notices-relations.ts';
import { providerManagementSanctionsReviewActionsAppealsReporting } from './rules/provider-management/sanctions-review-actions-appeals-reporting.ts';
import { providerManagementTerminationsAndContinuityOfCare } from './rules/provider-management/terminations-and-continuity-of-care.ts';
import { umAdministrativeDenials } from './rules/um/administrative-denials.ts';
import { umConcurrentReview } from './rules/um/concurrent-review.ts';
import { umConfirmationAuthorizationIdStatusCodesVisibility } from './rules/um/confirmation-authorization-id-status-codes-visibility.ts';
import { umContactLinesAndAfterHoursMessages } from './rules/um/contact-lines-and-after-hours-messages.ts';
import { umContractedNetworkInformation } from './rules/um/contracted-network-information.ts';
import { umDelegatedEntitiesAndRouting } from './rules/um/delegated-entities-and-routing.ts';
import { umDischargePlanningAndCareManagement } from './rules/um/discharge-planning-and-care-management.ts';
import { umDmeAndEnteralProducts } from './rules/um/dme-and-enteral-products.ts';
import { umFindingOutWhatIsRequiredAndSubmitting } from './rules/um/finding-out-what-is-required-and-submitting.ts';
import { umMedicalNecessityDecisionMakingAndCriteria } from './rules/um/medical-necessity-decision-making-and-criteria.ts';
import { umMedicalNecessityDenialsAndPeerDiscussion } from './rules/um/medical-necessity-denials-and-peer-discussion.ts';
import { umNotificationByTheProvider } from './rules/um/notification-by-the-provider.ts';
import { umOnlineClinicalReports } from './rules/um/online-clinical-reports.ts';
import { umOutOfNetworkRequestsAndExceptions } from './rules/um/out-of-network-requests-and-exceptions.ts';
import { umPriorAuthorizationProspectiveReview } from './rules/um/prior-authorization-prospective-review.ts';
import { umProgrammeAndMemberProtection } from './rules/um/programme-and-member-protection.ts';
import { umReferrals } from './rules/um/referrals.ts';
import { umRetrospectiveReview } from './rules/um/retrospective-review.ts';
import { umTechnologyAssessment } from './rules/um/technology-assessment.ts';
import { umTimeFramesCommon } from './rules/um/time-frames-common.ts';
import { umTimeFramesRow1PreServiceNonUrgent } from './rules/um/time-frames-row-1-pre-service-non-urgent.ts';
import { umTimeFramesRow2PreServiceUrgent } from './rules/um/time-frames-row-2-pre-service-urgent.ts';
import { umTimeFramesRow3ConcurrentUrgentAllInpatient } from './rules/um/time-frames-row-3-concurrent-urgent-all-inpatient.ts';
import { umTimeFramesRow4ConcurrentNonUrgent } from './rules/um/time-frames-row-4-concurrent-non-urgent.ts';
import { umTimeFramesRow5Retrospective } from './rules/um/time-frames-row-5-retrospective.ts';
import { umTimeFramesRow6AndReconsideration } from './rules/um/time-frames-row-6-and-reconsideration.ts';
import { umValidPriorAuthorizationRequest } from './rules/um/valid-prior-authorization-request.ts';

/** Every rule of the catalogue, in the order of the documents. */
export const RULES: readonly Rule[] = [
  ...umProgrammeAndMemberProtection,
  ...umFindingOutWhatIsRequiredAndSubmitting,
  ...umValidPriorAuthorizationRequest,
  ...umConfirmationAuthorizationIdStatusCodesVisibility,
  ...umReferrals,
  ...umPriorAuthorizationProspectiveReview,
  ...umDmeAndEnteralProducts,
  ...umDelegatedEntitiesAndRouting,
  ...umNotificationByTheProvider,
  ...umConcurrentReview,
  ...umRetrospectiveReview,
  ...umTimeFramesCommon,
  ...umTimeFramesRow1PreServiceNonUrgent,
  ...umTimeFramesRow2PreServiceUrgent,
  ...umTimeFramesRow3ConcurrentUrgentAllInpatient,
  ...umTimeFramesRow4ConcurrentNonUrgent,
  ...umTimeFramesRow5Retrospective,
  ...umTimeFramesRow6AndReconsideration,
  ...umMedicalNecessityDenialsAndPeerDiscussion,
  ...umAdministrativeDenials,
  ...umOutOfNetworkRequestsAndExceptions,
  ...umContractedNetworkInformation,
  ...umDischargePlanningAndCareManagement,
  ...umMedicalNecessityDecisionMakingAndCriteria,
  ...umContactLinesAndAfterHoursMessages,
  ...umTechnologyAssessment,
  ...umOnlineClinicalReports,
  ...portalAccessAccountsSiteContextPrivacy,
  ...portalUserAdministration,
  ...portalHomePageAndNavigation,
  ...portalRequestTypes,
  ...portalRequestForm,
  ...portalResponseAndDeferredProcessing,
  ...portalDocuments,
  ...portalViewer,
  ...portalStatusesAndEditPermission,
  ...portalRevision,
  ...portalMaintenance,
  ...portalSearchAndVisibility,
  ...portalOtherPortalFunctions,
  ...p2pScopeGoLiveAndWhatNeedsAnAuthorization,
  ...p2pLogInRegistrationAccount,
  ...p2pCaseBuild,
  ...p2pClinicalQuestionsSubmissionResultDecision,
  ...p2pSpecialCircumstances,
  ...p2pPostDecisionMedicaid,
  ...p2pPreAndPostDecisionMedicare,
  ...p2pReconsiderationOnTheWeb,
  ...p2pSummaryListAndAuthorizationLookup,
  ...p2pPeerToPeerEligibility,
  ...p2pPeerToPeerRequestAndCaseLookup,
  ...p2pAvailabilityAndSlots,
  ...p2pContactConfirmationChanges,
  ...p2pHelpCallCentreResources,
  ...providerManagementJoiningTheNetworkAgreementChangesInPractice,
  ...providerManagementBoardCertification,
  ...providerManagementPcpPcpGroupSpecialistRoles,
  ...providerManagementCredentialingScope,
  ...providerManagementCommitteeAndPractitionerRights,
  ...providerManagementSanctionsReviewActionsAppealsReporting,
  ...providerManagementCredentialingRequirementsAndProcess,
  ...providerManagementLocumTenens,
  ...providerManagementEnrollmentAndEnrollmentChanges,
  ...providerManagementTerminationsAndContinuityOfCare,
  ...providerManagementPcpPanels,
  ...providerManagementBehavioralIntegrationRightsDuties,
  ...providerManagementNetworkAccessAndWaitTimes,
  ...providerManagementFraudWasteAudit,
  ...providerManagementRecordsMarketingHoldHarmlessNoticesRelations,
];
