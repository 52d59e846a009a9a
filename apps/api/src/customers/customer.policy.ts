import { isGranted, type Policy } from '../keys/policy.ts'
import type { Viewer } from '../keys/viewer.ts'

/** Who may do what with customers. An embed token shows the few that it names without any of these. */
export const customerPolicy = {
  'customer:read': { roles: ['editor', 'analyst', 'seller'], scope: 'customers:read' },
  /** Values of special categories, and whatever is filtered, sorted or counted by them. */
  'customer:readSensitive': { roles: ['analyst'], scope: 'customers:sensitive' },
  'customer:import': { roles: ['analyst'], scope: 'customers:write' },
} as const satisfies Policy

/** Whether the viewer may see a customer at all; to others it looks like one that does not exist. */
export function maySeeCustomer(viewer: Viewer, customerId: string): boolean {
  if (viewer.kind === 'embed') return viewer.customerIds.includes(customerId)
  return isGranted(customerPolicy['customer:read'], viewer)
}
