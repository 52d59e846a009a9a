import './scalars.ts'
import './problems.schema.ts'
import './locales.schema.ts'
import '../workspaces/workspace.schema.ts'
import '../attributes/attribute.schema.ts'
import '../templates/template.schema.ts'
import '../customers/customer.schema.ts'
import '../profiles/profile.schema.ts'
import '../profiles/profile-mutations.schema.ts'
import '../scorecards/scorecard.schema.ts'
import '../scorecards/scorecard-mutations.schema.ts'
import '../scorecards/fit.schema.ts'
import '../insight/insight.schema.ts'
import '../keys/keys.schema.ts'
import { builder } from './builder.ts'

/** The whole schema: one import per feature. */
export const schema = builder.toSchema()
