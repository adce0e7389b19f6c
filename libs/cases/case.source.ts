const unitView = (unit: string, principal: string) =>
  `json_build_object('id', ${unit}.id, 'name', ${unit}.name, 'principal', ${principal}.kind, 'service', ${unit}.service_type)`;

/** What the state of the case `s` does not say of what comes next: whether a first meeting is planned, and whether the case is to end. */
export const AHEAD = `'meetingPlanned', case when s.state in ('PREPARING', 'SUMMONED')
      then exists (select from meeting m where m.case_id = s.id and m.state = 'PLANNED') end,
    'endingDecided', case when s.state = 'FOLLOW_UP_HELD'
      then exists (select from follow_up f where f.case_id = s.id and f.plan_number = s.plan_number and f.decision = 'CLOSE') end`;

/** A case with its child, parties, roles and links as JSON: what is sealed stands beside it as base64. */
export const CASE_JSON = `json_strip_nulls(json_build_object(
    'id', s.id, 'reference', s.reference, 'kind', s.kind, 'state', s.state, 'version', s.version,
    'agreementVersion', s.agreement_version, 'guarded', s.guarded, 'askedBy', s.asked_by, 'planNumber', s.plan_number,
    'needOn', s.need_on, 'dischargeReadyOn', s.discharge_ready_on, 'offeredOn', s.offered_on, 'consentedOn', s.consented_on, 'consentEndsOn', s.consent_ends_on,
    'summonedOn', s.summoned_on, 'firstMeetingOn', s.first_meeting_on, 'followUpOn', s.follow_up_on, 'endedOn', s.ended_on,
    'closingReason', s.closing_reason, ${AHEAD},
    'child', json_build_object('id', c.id, 'birthDate', c.birth_date, 'protection', c.protection),
    'unit', (select json_build_object('id', u.id, 'name', u.name) from unit u where u.id = s.unit_id),
    'initiatingUnit', (select json_build_object('id', u.id, 'name', u.name) from unit u where u.id = s.initiating_unit_id),
    'coordinator', (select json_build_object('id', a.id, 'name', n.name, 'hasLeft', case when a.ended_at <= now() then true end)
                      from assignment a join person n on n.id = a.person_id where a.id = s.coordinator_id),
    'takenUp', (select json_build_object('reference', m.reference, 'requestId', r.id, 'requestReference', r.reference)
                  from sip_recommendation m join consultation k on k.id = m.consultation_id
                  join consultation_request r on r.id = k.request_id where m.id = s.recommendation_id),
    'continues', (select json_build_object('id', o.id, 'reference', o.reference) from sip_case o where o.id = s.continues_id),
    'continuedBy', (select json_build_object('id', o.id, 'reference', o.reference)
                      from sip_case o where o.continues_id = s.id order by o.id desc limit 1),
    'parties', (select coalesce(json_agg(json_build_object('id', p.id, 'unit', ${unitView('u', 'h')}, 'joinedOn', p.joined_on,
                  'leftOn', p.left_on, 'sealed', encode(p.details, 'base64')) order by p.left_on is not null, u.name, p.id), '[]')
                  from party p join unit u on u.id = p.unit_id join principal h on h.id = u.principal_id where p.case_id = s.id),
    'roles', (select coalesce(json_agg(json_build_object('id', l.id, 'role', l.role, 'state', l.state, 'name', n.name,
                  'unit', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end,
                  'mine', coalesce(l.assignment_id = app_assignment(), false),
                  'sealed', encode(l.details, 'base64')) order by l.role <> 'COORDINATOR', l.since, l.id), '[]')
                from case_role l left join unit u on u.id = l.unit_id
                left join assignment a on a.id = l.assignment_id left join person n on n.id = a.person_id
               where l.case_id = s.id and l.state in ('HELD', 'OFFERED', 'LAPSED'))))`;

/** Where a case `s` is read from, with its child `c` and the child's key `k`. */
export const CASE_SOURCE = `sip_case s join child c on c.id = s.child_id join data_key k on k.id = c.key_id`;
