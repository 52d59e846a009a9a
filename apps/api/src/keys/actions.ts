import { attributePolicy } from '../attributes/attribute.policy.ts'
import { consentPolicy } from '../consents/consent.policy.ts'
import { contentPolicy } from '../content/content.policy.ts'
import { costPolicy } from '../costs/cost.policy.ts'
import { customerPolicy } from '../customers/customer.policy.ts'
import { dealPolicy } from '../deals/deal.policy.ts'
import { documentPolicy } from '../documents/document.policy.ts'
import { identityPolicy } from '../identity/identity.policy.ts'
import { insightPolicy } from '../insight/insight.policy.ts'
import { interactionPolicy } from '../interactions/interaction.policy.ts'
import { memberPolicy } from '../members/member.policy.ts'
import { orderPolicy } from '../orders/order.policy.ts'
import { personalDataPolicy } from '../personal-data/personal-data.policy.ts'
import { picturePolicy } from '../pictures/picture.policy.ts'
import { productPolicy } from '../products/product.policy.ts'
import { profilePolicy } from '../profiles/profile.policy.ts'
import { referralPolicy } from '../referrals/referral.policy.ts'
import { releasePolicy } from '../releases/release.policy.ts'
import { retentionPolicy } from '../retention/retention.policy.ts'
import { scorecardPolicy } from '../scorecards/scorecard.policy.ts'
import { segmentPolicy } from '../segments/segment.policy.ts'
import { templatePolicy } from '../templates/template.policy.ts'
import { workspacePolicy } from '../workspaces/workspace.policy.ts'
import { keyPolicy } from './key.policy.ts'
import { type Grant, isGranted } from './policy.ts'
import type { Viewer } from './viewer.ts'

/** The policies of all features together. */
export const policy = {
  ...profilePolicy,
  ...templatePolicy,
  ...picturePolicy,
  ...segmentPolicy,
  ...productPolicy,
  ...customerPolicy,
  ...identityPolicy,
  ...dealPolicy,
  ...orderPolicy,
  ...costPolicy,
  ...referralPolicy,
  ...consentPolicy,
  ...personalDataPolicy,
  ...retentionPolicy,
  ...interactionPolicy,
  ...scorecardPolicy,
  ...insightPolicy,
  ...attributePolicy,
  ...contentPolicy,
  ...releasePolicy,
  ...keyPolicy,
  ...memberPolicy,
  ...workspacePolicy,
  ...documentPolicy,
}

/** Everything that can be done and has to be allowed. */
export type Action = keyof typeof policy

/** Whether the viewer may do this. */
export function may(viewer: Viewer, action: Action): boolean {
  const grant: Grant = policy[action]
  return isGranted(grant, viewer)
}
