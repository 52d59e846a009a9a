import { attribute, kept, part, type ReadyMapping, readyMapping } from './ready-mapping.ts'

// Fields of the JSON export and the API: developer.zendesk.com/api-reference/ticketing, "Users", "Organizations" and "Tickets";
// columns of the CSV export of tickets: support.zendesk.com/hc/en-us/articles/4408886165402.

const system = 'Zendesk'

/** Users, organisations and tickets out of Zendesk. */
export const zendesk: readonly ReadyMapping[] = [
  readyMapping(
    {
      name: 'zendesk-organizations',
      system,
      kind: 'companies',
      marks: [['id'], ['name'], ['domain_names', 'shared_tickets', 'shared_comments', 'organization_fields']],
    },
    [
      [part('id'), 'id'],
      [part('name'), 'name'],
      [attribute('website', 'text', { firstOfList: true }), 'domain_names'],
      [attribute('description'), 'details'],
      [attribute('tags', 'choices'), 'tags'],
      [
        kept,
        'url',
        'external_id',
        'notes',
        'group_id',
        'shared_tickets',
        'shared_comments',
        'created_at',
        'updated_at',
      ],
    ],
  ),
  readyMapping(
    {
      name: 'zendesk-users',
      system,
      kind: 'contacts',
      marks: [['id'], ['email'], ['organization_id', 'ticket_restriction', 'suspended', 'time_zone']],
    },
    [
      [part('id'), 'id'],
      [part('name'), 'name'],
      [part('companyId'), 'organization_id'],
      [attribute('email'), 'email'],
      [attribute('phone'), 'phone'],
      [attribute('language'), 'locale'],
      [attribute('tags', 'choices'), 'tags'],
      [
        kept,
        'url',
        'role',
        'locale_id',
        'time_zone',
        'iana_time_zone',
        'external_id',
        'alias',
        'details',
        'notes',
      ],
      [
        kept,
        'active',
        'verified',
        'shared',
        'suspended',
        'moderator',
        'created_at',
        'updated_at',
        'last_login_at',
      ],
      [kept, 'ticket_restriction', 'default_group_id', 'only_private_comments', 'restricted_agent', 'photo'],
    ],
  ),
  readyMapping(
    {
      name: 'zendesk-tickets',
      system,
      kind: 'tickets',
      marks: [['id'], ['created_at', 'created at'], ['requester_id', 'requester id'], ['status']],
    },
    [
      [part('id'), 'id'],
      [part('openedOn'), 'created_at', 'created at'],
      [part('closedOn'), 'solved_at', 'solved at', 'metric_set.solved_at'],
      [part('companyId'), 'organization_id'],
      [part('companyName'), 'organization'],
      [part('contactId'), 'requester_id', 'requester id'],
      [part('email'), 'requester email', 'via.source.from.address'],
      [part('contactName'), 'requester'],
      [part('description'), 'subject'],
      [part('satisfaction'), 'satisfaction_rating.score', 'satisfaction score'],
      [kept, 'url', 'raw_subject', 'type', 'priority', 'status', 'updated_at', 'due_at', 'tags', 'group_id'],
      [
        kept,
        'submitter_id',
        'assignee_id',
        'brand_id',
        'external_id',
        'via.channel',
        'ticket type',
        'updated at',
      ],
    ],
  ),
]
