import { authoriserOf, isGranted, type Policy } from '../keys/policy.ts'
import type { Viewer } from '../keys/viewer.ts'

/** Who may do what with customers. An embed token shows the few that it names without any of these. */
export const customerPolicy = {
  'customer:read': { roles: ['editor', 'analyst', 'seller'], scope: 'customers:read' },
  'customer:write': { roles: ['analyst', 'seller'], scope: 'customers:write' },
  'customer:import': { roles: ['analyst'], scope: 'customers:write' },
} as const satisfies Policy

/** Throws `Forbidden` unless the viewer may do this. */
export const authorise = authoriserOf(customerPolicy)

/** Whether the viewer may see a customer at all; to others it looks like one that does not exist. */
export function maySeeCustomer(viewer: Viewer, customerId: string): boolean {
  if (viewer.kind === 'embed') return viewer.customerIds.includes(customerId)
  return isGranted(customerPolicy['customer:read'], viewer)
}
