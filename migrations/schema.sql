-- Made by `npm run generate` from the migrations. Do not edit.

-- Columns
absence.center_id uuid not null
absence.id uuid not null default gen_random_uuid()
absence.operator_id uuid not null
absence.kind text not null
absence.from_date date not null
absence.to_date date not null
adherence_exception.center_id uuid not null
adherence_exception.id uuid not null default gen_random_uuid()
adherence_exception.operator_id uuid
adherence_exception.starts_at timestamp with time zone not null
adherence_exception.ends_at timestamp with time zone not null
adherence_exception.kind text not null
adherence_exception.note text not null default ''::text
adherence_exception.status text not null
adherence_exception.requested_by text not null
adherence_exception.requested_at timestamp with time zone not null default now()
adherence_exception.decided_by text
adherence_exception.decided_at timestamp with time zone
adherence_exception.team_id uuid
adherence_exception.reply text not null default ''::text
adherence_policy.center_id uuid not null
adherence_policy.version integer not null
adherence_policy.valid_from timestamp with time zone not null
adherence_policy.policy jsonb not null
adherence_policy.note text not null default ''::text
adherence_policy.made_by text not null
adherence_policy.made_at timestamp with time zone not null default now()
alert.center_id uuid not null
alert.id uuid not null default gen_random_uuid()
alert.rule_id uuid not null
alert.kind text not null
alert.subject text not null
alert.detail jsonb not null
alert.is_quiet boolean not null
alert.raised_at timestamp with time zone not null default clock_timestamp()
alert.seen_at timestamp with time zone not null default clock_timestamp()
alert.ended_at timestamp with time zone
alert.acknowledged_by text
alert.acknowledged_at timestamp with time zone
alert.note text not null default ''::text
alert_delivery.center_id uuid not null
alert_delivery.id uuid not null default gen_random_uuid()
alert_delivery.alert_id uuid not null
alert_delivery.webhook_id uuid
alert_delivery.event text not null
alert_delivery.attempts integer not null default 0
alert_delivery.next_at timestamp with time zone
alert_delivery.delivered_at timestamp with time zone
alert_delivery.last_error text
alert_delivery.user_id uuid
alert_rule.center_id uuid not null
alert_rule.id uuid not null default gen_random_uuid()
alert_rule.kind text not null
alert_rule.threshold double precision not null
alert_rule.ahead_minutes integer not null default 60
alert_rule.queue_id uuid
alert_rule.quiet_from_minutes integer
alert_rule.quiet_to_minutes integer
alert_rule.enabled boolean not null default true
alert_rule.made_by text not null
alert_rule.made_at timestamp with time zone not null default now()
alert_rule.mail_to ARRAY not null default '{}'::uuid[]
alert_webhook.center_id uuid not null
alert_webhook.id uuid not null default gen_random_uuid()
alert_webhook.url text not null
alert_webhook.secret text not null
alert_webhook.made_by text not null
alert_webhook.made_at timestamp with time zone not null default now()
alert_webhook.archived_at timestamp with time zone
assessment.center_id uuid not null
assessment.id uuid not null default gen_random_uuid()
assessment.operator_id uuid not null
assessment.method text not null
assessment.status text not null default 'draft'::text
assessment.assessed_on date not null
assessment.assessor_id uuid not null
assessment.assessor_name text not null
assessment.evidence text not null
assessment.assessor_signed_at timestamp with time zone
assessment.operator_signed_at timestamp with time zone
assessment.objection text
assessment.decision text
assessment.decided_by text
assessment.decided_at timestamp with time zone
assessment.made_at timestamp with time zone not null default now()
assessment_reminder.center_id uuid not null
assessment_reminder.id uuid not null default gen_random_uuid()
assessment_reminder.operator_id uuid not null
assessment_reminder.due_on date not null
assessment_reminder.stage text not null
assessment_reminder.made_at timestamp with time zone not null default now()
assessment_result.center_id uuid not null
assessment_result.assessment_id uuid not null
assessment_result.competence_id uuid not null
assessment_result.level integer not null
assessment_result.evidence text not null default ''::text
assessor.center_id uuid not null
assessor.user_id uuid not null
assessor.trained_on date not null
assessor.document text not null
audit_record.id bigint not null
audit_record.center_id uuid not null
audit_record.at timestamp with time zone not null default clock_timestamp()
audit_record.actor_id text not null
audit_record.actor_name text not null
audit_record.action text not null
audit_record.entity text not null
audit_record.entity_id text not null
audit_record.before jsonb
audit_record.after jsonb
audit_record.operator_id uuid
board_filter.center_id uuid not null
board_filter.user_id uuid not null
board_filter.standings ARRAY not null
board_filter.team_id uuid
center.id uuid not null default gen_random_uuid()
center.code text not null
center.name jsonb not null
center.timezone text not null
center.interval_minutes integer not null default 30
center.asa_target_seconds integer not null default 60
center.asa_lower_seconds integer not null default 40
center.max_occupancy double precision not null default 0.85
center.shrinkage_planned double precision not null default 0.12
center.shrinkage_unplanned double precision not null default 0.06
center.schedule_weights jsonb not null
center.is_sample boolean not null default false
center.created_at timestamp with time zone not null default now()
center.assessment_cycle text not null default 'twelve_months'::text
center.notice_reminder_days integer not null default 3
certificate.center_id uuid not null
certificate.id uuid not null default gen_random_uuid()
certificate.holder text not null
certificate.operator_id uuid
certificate.holder_name text not null
certificate.manager boolean not null default false
certificate.kind text not null
certificate.title text not null
certificate.number text not null
certificate.issued_by text not null
certificate.issued_on date not null
certificate.valid_until date
certificate.session_id uuid
certificate.withdrawn_on date
competence.center_id uuid not null
competence.id uuid not null default gen_random_uuid()
competence.code text not null
competence.kind text not null
competence.paragraph text
competence.name jsonb not null
competence.archived_at timestamp with time zone
competence_anchor.center_id uuid not null
competence_anchor.competence_id uuid not null
competence_anchor.level integer not null
competence_anchor.text jsonb not null
consent.center_id uuid not null
consent.id uuid not null default gen_random_uuid()
consent.operator_id uuid not null
consent.kind text not null
consent.document text not null
consent.given_on date not null
consent.withdrawn_on date
contact_day.center_id uuid not null
contact_day.date date not null
contact_day.built_at timestamp with time zone not null
contact_day.import_id uuid
contact_trait.center_id uuid not null
contact_trait.queue_id uuid not null
contact_trait.layer integer not null
contact_trait.day date not null
contact_trait.trait text not null
contact_trait.name text not null
contact_trait.contacts integer not null
contract.center_id uuid not null
contract.id uuid not null default gen_random_uuid()
contract.code text not null
contract.name jsonb not null
contract.regime text not null
contract.day_max_paid_minutes integer not null
contract.week_max_paid_minutes integer not null
contract.week_target_paid_minutes integer not null
contract.min_rest_minutes integer not null
contract.weekly_rest_minutes integer not null
contract.max_consecutive_days integer not null
contract.max_consecutive_nights integer not null
contract.cost_per_hour double precision not null
contract.overtime_multiplier double precision not null
contract.accounting_months smallint not null default 3
contract.split_shifts boolean not null default false
contract_shape.center_id uuid not null
contract_shape.contract_id uuid not null
contract_shape.shape_id uuid not null
course.center_id uuid not null
course.id uuid not null default gen_random_uuid()
course.code text not null
course.name jsonb not null
course.archived_at timestamp with time zone
course_competence.center_id uuid not null
course_competence.course_id uuid not null
course_competence.version integer not null
course_competence.competence_id uuid not null
course_competence.level integer not null
course_version.center_id uuid not null
course_version.course_id uuid not null
course_version.version integer not null
course_version.minutes integer not null
course_version.programme text not null
course_version.pass_share double precision
course_version.certificate_months integer
course_version.made_by text not null
course_version.made_at timestamp with time zone not null default now()
day_message.center_id uuid not null
day_message.id uuid not null default gen_random_uuid()
day_message.operator_id uuid not null
day_message.text text not null
day_message.sent_by text not null
day_message.sent_at timestamp with time zone not null default clock_timestamp()
day_message.read_at timestamp with time zone
development_step.center_id uuid not null
development_step.id uuid not null default gen_random_uuid()
development_step.operator_id uuid not null
development_step.competence_id uuid not null
development_step.target_level integer not null
development_step.way text not null
development_step.course_id uuid
development_step.mentor_id uuid
development_step.due_on date not null
development_step.status text not null default 'planned'::text
development_step.outcome text not null default ''::text
development_step.made_by text not null
development_step.made_at timestamp with time zone not null default now()
development_step.ended_on date
earlier_employment.center_id uuid not null
earlier_employment.operator_id uuid not null
earlier_employment.hired_on date not null
earlier_employment.left_on date not null
feed_agent.center_id uuid not null
feed_agent.feed_id uuid not null
feed_agent.agent text not null
feed_agent.operator_id uuid not null
feed_contact.center_id uuid not null
feed_contact.feed_id uuid not null
feed_contact.key text not null
feed_contact.queue text not null
feed_contact.arrived_at timestamp with time zone not null
feed_contact.stage text not null
feed_contact.wait_seconds double precision
feed_contact.handle_seconds double precision
feed_contact.changed_at timestamp with time zone not null default clock_timestamp()
feed_health.center_id uuid not null
feed_health.feed_id uuid not null
feed_health.last_heard_at timestamp with time zone
feed_health.last_event_at timestamp with time zone
feed_health.last_sequence bigint
feed_health.missing_batches bigint not null default 0
feed_health.batches bigint not null default 0
feed_health.accepted bigint not null default 0
feed_health.duplicates bigint not null default 0
feed_health.late bigint not null default 0
feed_health.out_of_order bigint not null default 0
feed_health.unknown_agents bigint not null default 0
feed_health.unknown_states bigint not null default 0
feed_health.contacts bigint not null default 0
feed_health.unknown_queues bigint not null default 0
feed_health.missing_since_snapshot bigint not null default 0
feed_health.clock_ahead bigint not null default 0
feed_silence.center_id uuid not null
feed_silence.feed_id uuid not null
feed_silence.starts_at timestamp with time zone not null
feed_silence.ends_at timestamp with time zone not null
forecast.center_id uuid not null
forecast.id uuid not null default gen_random_uuid()
forecast.version integer not null
forecast.status text not null
forecast.from_date date not null
forecast.to_date date not null
forecast.engine_version text not null
forecast.data_hash text not null
forecast.seed integer not null
forecast.settings jsonb not null
forecast.accuracy jsonb not null
forecast.made_by text not null
forecast.made_at timestamp with time zone not null default now()
forecast_day.center_id uuid not null
forecast_day.forecast_id uuid not null
forecast_day.queue_id uuid not null
forecast_day.day date not null
forecast_day.volume double precision not null
forecast_day.quantiles ARRAY not null
forecast_day.parts ARRAY
forecast_day.special_kind text
forecast_day.special_name text
forecast_override.center_id uuid not null
forecast_override.id uuid not null default gen_random_uuid()
forecast_override.forecast_id uuid not null
forecast_override.queue_id uuid not null
forecast_override.starts_at timestamp with time zone not null
forecast_override.ends_at timestamp with time zone not null
forecast_override.kind text not null
forecast_override.value double precision not null
forecast_override.reason text not null
forecast_override.active boolean not null default true
forecast_override.made_by text not null
forecast_override.made_at timestamp with time zone not null default now()
forecast_override.event_id uuid
forecast_point.center_id uuid not null
forecast_point.forecast_id uuid not null
forecast_point.queue_id uuid not null
forecast_point.starts_at timestamp with time zone not null
forecast_point.volume double precision not null
forecast_point.quantiles ARRAY not null
forecast_point.aht_seconds double precision
forecast_point.aht_quantiles ARRAY
forecast_queue.center_id uuid not null
forecast_queue.forecast_id uuid not null
forecast_queue.queue_id uuid not null
forecast_queue.members jsonb not null
forecast_queue.shift_date date
forecast_queue.shift_factor double precision
forecast_queue.history_from timestamp with time zone not null
forecast_queue.history_to timestamp with time zone not null
forecast_queue.history_contacts double precision not null
group_requirement.center_id uuid not null
group_requirement.id uuid not null default gen_random_uuid()
group_requirement.requirement_id uuid not null
group_requirement.starts_at timestamp with time zone not null
group_requirement.seed integer not null
group_requirement.outcome jsonb not null
group_requirement.made_by text not null
group_requirement.made_at timestamp with time zone not null default clock_timestamp()
history_decision.center_id uuid not null
history_decision.id uuid not null default gen_random_uuid()
history_decision.queue_id uuid not null
history_decision.starts_at timestamp with time zone not null
history_decision.ends_at timestamp with time zone not null
history_decision.finding text not null
history_decision.action text not null
history_decision.contacts double precision
history_decision.reason text not null
history_decision.active boolean not null default true
history_decision.made_by text not null
history_decision.made_at timestamp with time zone not null default now()
history_import.center_id uuid not null
history_import.id uuid not null default gen_random_uuid()
history_import.layer integer not null
history_import.kind text not null
history_import.template text not null
history_import.file_name text not null
history_import.sha256 text not null
history_import.rows_read integer not null
history_import.rows_stored integer not null
history_import.rows_refused integer not null
history_import.first_at timestamp with time zone
history_import.last_at timestamp with time zone
history_import.report jsonb not null
history_import.imported_by text not null
history_import.imported_at timestamp with time zone not null default now()
history_import.withdrawn_by text
history_import.withdrawn_at timestamp with time zone
history_import.restored_at timestamp with time zone
holiday.center_id uuid not null
holiday.date date not null
holiday.kind text not null
holiday.key text
holiday.name jsonb
holiday.five_day_week text not null
holiday.six_day_week text not null
holiday.source text not null
interval_history.center_id uuid not null
interval_history.queue_id uuid not null
interval_history.starts_at timestamp with time zone not null
interval_history.layer integer not null
interval_history.interval_seconds integer not null
interval_history.offered double precision not null
interval_history.handled double precision
interval_history.abandoned double precision
interval_history.short_abandoned double precision
interval_history.handle_seconds double precision
interval_history.wait_seconds double precision
interval_history.answered_in_target double precision
job.center_id uuid not null
job.id uuid not null default gen_random_uuid()
job.kind text not null
job.status text not null
job.progress double precision not null default 0
job.stage text
job.input jsonb not null
job.result jsonb
job.problem jsonb
job.cancel_requested boolean not null default false
job.made_by text not null
job.made_at timestamp with time zone not null default now()
job.started_at timestamp with time zone
job.finished_at timestamp with time zone
knowledge_test.center_id uuid not null
knowledge_test.id uuid not null default gen_random_uuid()
knowledge_test.competence_id uuid not null
knowledge_test.version integer not null default 1
knowledge_test.question_count integer not null
knowledge_test.minutes integer not null
knowledge_test.pass_share double precision not null
knowledge_test.level integer not null
knowledge_test.attempts integer not null
labour_rule.center_id uuid not null
labour_rule.code text not null
labour_rule.value text not null
labour_rule.article text not null
labour_rule.is_house_rule boolean not null
labour_rule.hard boolean not null
labour_rule.parameters jsonb not null
labour_rule.exceptions text not null
labour_rule.valid_from date
labour_rule.version integer not null
labour_rule.words jsonb
labour_rule.reason text not null default ''::text
labour_rule.made_by text not null default ''::text
labour_rule.made_at timestamp with time zone not null default now()
legal_restriction.center_id uuid not null
legal_restriction.id uuid not null default gen_random_uuid()
legal_restriction.operator_id uuid not null
legal_restriction.kind text not null
legal_restriction.from_date date not null
legal_restriction.to_date date
legal_restriction.document text not null
legal_restriction.children smallint
legal_restriction.breaks_joined_to text
notice.center_id uuid not null
notice.id uuid not null default gen_random_uuid()
notice.title jsonb not null
notice.body jsonb not null
notice.official_source text not null
notice.version integer not null default 1
notice.published_by text not null
notice.published_at timestamp with time zone not null default now()
notice.withdrawn_at timestamp with time zone
notice_receipt.center_id uuid not null
notice_receipt.notice_id uuid not null
notice_receipt.user_id uuid not null
notice_receipt.version integer not null
notice_receipt.read_at timestamp with time zone not null default now()
notice_reminder.center_id uuid not null
notice_reminder.notice_id uuid not null
notice_reminder.user_id uuid not null
notice_reminder.version integer not null
notice_reminder.reminded_at timestamp with time zone not null default now()
notice_reminder.escalated_at timestamp with time zone
objection.center_id uuid not null
objection.id uuid not null default gen_random_uuid()
objection.operator_id uuid not null
objection.about text not null
objection.subject text not null
objection.facts jsonb not null
objection.decider_id text
objection.words text not null
objection.status text not null default 'open'::text
objection.made_at timestamp with time zone not null default clock_timestamp()
objection.answer_by date not null
objection.answer text
objection.answered_by text
objection.answered_at timestamp with time zone
operator.center_id uuid not null
operator.id uuid not null default gen_random_uuid()
operator.personnel_number text not null
operator.full_name text not null
operator.site_id uuid not null
operator.contract_id uuid not null
operator.night_ban boolean not null default false
operator.hired_on date not null
operator.left_on date
operator.kind text not null default 'staff'::text
operator.takes_contacts boolean not null default true
operator.position text
operator.team_id uuid
operator.workplace text not null default 'office'::text
operator.user_id uuid
operator_competence.center_id uuid not null
operator_competence.operator_id uuid not null
operator_competence.competence_id uuid not null
operator_competence.level integer not null
operator_competence.assessed_on date not null
operator_competence.valid_until date
operator_competence.former_level integer
operator_competence.lowered_at timestamp with time zone
operator_contract.center_id uuid not null
operator_contract.operator_id uuid not null
operator_contract.from_date date not null
operator_contract.contract_id uuid not null
operator_state.center_id uuid not null
operator_state.operator_id uuid not null
operator_state.feed_id uuid not null
operator_state.state text
operator_state.reported text not null
operator_state.reason text
operator_state.since timestamp with time zone not null
operator_state.confirmed_at timestamp with time zone not null
operator_state.changed_at timestamp with time zone not null default clock_timestamp()
own_shift_sight.center_id uuid not null
own_shift_sight.operator_id uuid not null
own_shift_sight.shifts jsonb not null
own_shift_sight.seen_at timestamp with time zone not null default now()
paper_export.center_id uuid not null
paper_export.id uuid not null default gen_random_uuid()
paper_export.kind text not null
paper_export.format text not null
paper_export.operator_id uuid
paper_export.year integer
paper_export.made_by text not null
paper_export.made_at timestamp with time zone not null default now()
planner_rule.center_id uuid not null
planner_rule.rule_id uuid not null default gen_random_uuid()
planner_rule.version integer not null
planner_rule.name text not null
planner_rule.definition jsonb not null
planner_rule.weight double precision
planner_rule.is_on boolean not null default true
planner_rule.valid_from date not null
planner_rule.valid_to date
planner_rule.made_by text not null
planner_rule.made_at timestamp with time zone not null default clock_timestamp()
position_profile.center_id uuid not null
position_profile.id uuid not null default gen_random_uuid()
position_profile.code text not null
position_profile.name jsonb not null
position_profile.function text
position_profile.duties text not null default ''::text
position_profile.version integer not null default 1
preference.center_id uuid not null
preference.id uuid not null default gen_random_uuid()
preference.operator_id uuid not null
preference.kind text not null
preference.weekday integer
preference.from_minutes integer
preference.to_minutes integer
preference.weight double precision not null
profile_competence.center_id uuid not null
profile_competence.profile_id uuid not null
profile_competence.competence_id uuid not null
profile_competence.min_level integer not null
profile_holder.center_id uuid not null
profile_holder.profile_id uuid not null
profile_holder.operator_id uuid not null
profile_holder.since date not null
profile_holder.read_version integer
profile_holder.read_at timestamp with time zone
question.center_id uuid not null
question.id uuid not null default gen_random_uuid()
question.competence_id uuid not null
question.code text not null
question.archived_at timestamp with time zone
question_version.center_id uuid not null
question_version.question_id uuid not null
question_version.version integer not null
question_version.text jsonb not null
question_version.options jsonb not null
question_version.made_by text not null
question_version.made_at timestamp with time zone not null default now()
queue.center_id uuid not null
queue.id uuid not null default gen_random_uuid()
queue.code text not null
queue.name jsonb not null
queue.channel text not null
queue.language text
queue.opening_hours jsonb not null
queue.asa_target_seconds integer
queue.service_level_share double precision
queue.service_level_seconds integer
queue.abandon_share_target double precision
queue.max_occupancy double precision
queue.patience_seconds double precision
queue.concurrency integer not null default 1
queue.deadline_seconds integer
queue.shrinkage_planned double precision not null
queue.shrinkage_unplanned double precision not null
queue.position integer not null default 0
queue.archived_at timestamp with time zone
queue.chat_speeds ARRAY
queue.redial_share double precision
queue.redial_seconds double precision
queue.staffing_confidence double precision
queue.called_region jsonb
queue.like_queue_id uuid
queue_competence.center_id uuid not null
queue_competence.queue_id uuid not null
queue_competence.competence_id uuid not null
queue_competence.min_level integer not null
redial_count.center_id uuid not null
redial_count.queue_id uuid not null
redial_count.layer integer not null
redial_count.first_at timestamp with time zone not null
redial_count.last_at timestamp with time zone not null
redial_count.abandoned integer not null
redial_count.followed integer not null
redial_count.pause_seconds double precision not null
reminder_reader.center_id uuid not null
reminder_reader.reminder_id uuid not null
reminder_reader.user_id uuid not null
reminder_reader.capacity text not null
reminder_reader.read_at timestamp with time zone
remote_work.center_id uuid not null
remote_work.id uuid not null default gen_random_uuid()
remote_work.operator_id uuid not null
remote_work.basis text not null
remote_work.home_weekdays ARRAY not null
remote_work.from_date date not null
remote_work.to_date date
reoptimisation.center_id uuid not null
reoptimisation.id uuid not null default gen_random_uuid()
reoptimisation.schedule_id uuid not null
reoptimisation.revision integer not null
reoptimisation.part jsonb not null
reoptimisation.seed integer not null
reoptimisation.engine_version text not null
reoptimisation.data_hash text not null
reoptimisation.cost_before double precision not null
reoptimisation.cost_after double precision not null
reoptimisation.proposal jsonb not null
reoptimisation.made_by text not null
reoptimisation.made_at timestamp with time zone not null default clock_timestamp()
requirement.center_id uuid not null
requirement.id uuid not null default gen_random_uuid()
requirement.version integer not null
requirement.forecast_id uuid not null
requirement.engine_version text not null
requirement.data_hash text not null
requirement.settings jsonb not null
requirement.made_by text not null
requirement.made_at timestamp with time zone not null default now()
requirement.override_ids ARRAY not null default '{}'::uuid[]
requirement.goal text not null default 'interval'::text
requirement.agent_hours double precision
requirement.every_interval_agent_hours double precision
requirement.first_tries jsonb
requirement.confidence double precision
requirement_point.center_id uuid not null
requirement_point.requirement_id uuid not null
requirement_point.queue_id uuid not null
requirement_point.starts_at timestamp with time zone not null
requirement_point.contacts double precision not null
requirement_point.aht_seconds double precision
requirement_point.agents integer not null
requirement_point.rostered integer not null
requirement_point.binding text not null
requirement_point.band text
requirement_point.asa_seconds double precision
requirement_point.service_level double precision
requirement_point.abandon_share double precision
requirement_point.occupancy double precision
requirement_point.contacts_in_hand double precision
requirement_point.agents_50 integer
requirement_point.agents_75 integer
requirement_point.agents_90 integer
requirement_point.asa_chance double precision
retention_decision.center_id uuid not null
retention_decision.id uuid not null default gen_random_uuid()
retention_decision.operator_id uuid not null
retention_decision.decision text not null
retention_decision.reason text not null
retention_decision.left_on date not null
retention_decision.keep_until date
retention_decision.decided_by text not null
retention_decision.decided_at timestamp with time zone not null default now()
retention_rule.center_id uuid not null
retention_rule.months integer not null
retention_rule.source text not null
schedule.center_id uuid not null
schedule.id uuid not null default gen_random_uuid()
schedule.version integer not null
schedule.revision integer not null default 1
schedule.requirement_id uuid not null
schedule.from_date date not null
schedule.days integer not null
schedule.status text not null
schedule.engine_version text not null
schedule.data_hash text not null
schedule.seed integer not null
schedule.settings jsonb not null
schedule.summary jsonb not null
schedule.made_by text not null
schedule.made_at timestamp with time zone not null default now()
schedule.published_by text
schedule.published_at timestamp with time zone
schedule_bound.center_id uuid not null
schedule_bound.id uuid not null default gen_random_uuid()
schedule_bound.schedule_id uuid not null
schedule_bound.revision integer not null
schedule_bound.bound double precision not null
schedule_bound.core double precision not null
schedule_bound.engine_version text not null
schedule_bound.data_hash text not null
schedule_bound.made_by text not null
schedule_bound.made_at timestamp with time zone not null default clock_timestamp()
schedule_demand.center_id uuid not null
schedule_demand.schedule_id uuid not null
schedule_demand.queue_id uuid not null
schedule_demand.price double precision not null
schedule_demand.agents ARRAY not null
schedule_rule_price.center_id uuid not null
schedule_rule_price.id uuid not null default gen_random_uuid()
schedule_rule_price.schedule_id uuid not null
schedule_rule_price.revision integer not null
schedule_rule_price.figures jsonb not null
schedule_rule_price.prices jsonb not null
schedule_rule_price.untried integer not null
schedule_rule_price.seed integer not null
schedule_rule_price.engine_version text not null
schedule_rule_price.data_hash text not null
schedule_rule_price.made_by text not null
schedule_rule_price.made_at timestamp with time zone not null default clock_timestamp()
schedule_simulation.center_id uuid not null
schedule_simulation.id uuid not null default gen_random_uuid()
schedule_simulation.schedule_id uuid not null
schedule_simulation.revision integer not null
schedule_simulation.forecast_id uuid not null
schedule_simulation.override_ids ARRAY not null
schedule_simulation.runs integer not null
schedule_simulation.seed integer not null
schedule_simulation.engine_version text not null
schedule_simulation.data_hash text not null
schedule_simulation.settings jsonb not null
schedule_simulation.outcome jsonb not null
schedule_simulation.intervals jsonb not null
schedule_simulation.made_by text not null
schedule_simulation.made_at timestamp with time zone not null default clock_timestamp()
second_job.center_id uuid not null
second_job.id uuid not null default gen_random_uuid()
second_job.operator_id uuid not null
second_job.minutes_per_day smallint not null
second_job.from_date date not null
second_job.to_date date
shift.center_id uuid not null
shift.id uuid not null default gen_random_uuid()
shift.schedule_id uuid not null
shift.operator_id uuid not null
shift.shape_id uuid not null
shift.starts_at timestamp with time zone not null
shift.ends_at timestamp with time zone not null
shift.locked boolean not null default false
shift.origin text not null
shift.work_place text
shift_break.center_id uuid not null
shift_break.shift_id uuid not null
shift_break.starts_at timestamp with time zone not null
shift_break.ends_at timestamp with time zone not null
shift_break.kind text not null
shift_break.paid boolean not null
shift_design.center_id uuid not null
shift_design.id uuid not null default gen_random_uuid()
shift_design.requirement_id uuid not null
shift_design.from_date date not null
shift_design.every_start boolean not null
shift_design.tolerance double precision not null
shift_design.most_kinds integer not null
shift_design.design jsonb not null
shift_design.engine_version text not null
shift_design.data_hash text not null
shift_design.made_by text not null
shift_design.made_at timestamp with time zone not null default clock_timestamp()
shift_request.center_id uuid not null
shift_request.id uuid not null default gen_random_uuid()
shift_request.operator_id uuid not null
shift_request.kind text not null
shift_request.status text not null
shift_request.absence_kind text
shift_request.from_date date
shift_request.to_date date
shift_request.own_starts_at timestamp with time zone
shift_request.own_ends_at timestamp with time zone
shift_request.other_operator_id uuid
shift_request.other_starts_at timestamp with time zone
shift_request.other_ends_at timestamp with time zone
shift_request.note text not null default ''::text
shift_request.reply text not null default ''::text
shift_request.made_at timestamp with time zone not null default clock_timestamp()
shift_request.decided_by text
shift_request.decided_at timestamp with time zone
shift_request.decided_by_id text
shift_shape.center_id uuid not null
shift_shape.id uuid not null default gen_random_uuid()
shift_shape.code text not null
shift_shape.span_minutes integer not null
shift_shape.paid_minutes integer not null
shift_shape.start_from_minutes integer not null
shift_shape.start_to_minutes integer not null
shift_shape.start_step_minutes integer not null
shift_shape.breaks jsonb not null
site.center_id uuid not null
site.id uuid not null default gen_random_uuid()
site.code text not null
site.name jsonb not null
site.workplaces integer not null
special_event.center_id uuid not null
special_event.id uuid not null default gen_random_uuid()
special_event.kind text not null
special_event.name jsonb not null
special_event.starts_at timestamp with time zone not null
special_event.ends_at timestamp with time zone not null
special_event.queue_id uuid
state_batch.center_id uuid not null
state_batch.feed_id uuid not null
state_batch.key text not null
state_batch.sequence bigint
state_batch.is_snapshot boolean not null
state_batch.received_at timestamp with time zone not null default clock_timestamp()
state_batch.answer jsonb not null
state_event.center_id uuid not null
state_event.id bigint not null
state_event.feed_id uuid not null
state_event.key text not null
state_event.agent text not null
state_event.operator_id uuid
state_event.state text
state_event.reported text not null
state_event.reason text
state_event.at timestamp with time zone not null
state_event.received_at timestamp with time zone not null default clock_timestamp()
state_event.said_at timestamp with time zone
state_feed.center_id uuid not null
state_feed.id uuid not null default gen_random_uuid()
state_feed.code text not null
state_feed.kind text not null
state_feed.silent_after_seconds integer not null default 90
state_feed.state_names jsonb not null default '{}'::jsonb
state_feed.settings jsonb not null default '{}'::jsonb
state_feed.secret text not null
state_feed.made_by text not null
state_feed.made_at timestamp with time zone not null default now()
state_feed.archived_at timestamp with time zone
survey.center_id uuid not null
survey.id uuid not null default gen_random_uuid()
survey.title jsonb not null
survey.opens_on date not null
survey.closes_on date not null
survey.group_min integer not null default 5
survey.repeat_months integer
survey.closed_at timestamp with time zone
survey.made_by text not null
survey.made_at timestamp with time zone not null default now()
survey_action.center_id uuid not null
survey_action.id uuid not null default gen_random_uuid()
survey_action.survey_id uuid not null
survey_action.factor text not null
survey_action.what text not null
survey_action.owner text not null
survey_action.due_on date not null
survey_action.done_on date
survey_action.outcome text not null default ''::text
survey_action.made_by text not null
survey_action.made_at timestamp with time zone not null default now()
survey_question.center_id uuid not null
survey_question.survey_id uuid not null
survey_question.position integer not null
survey_question.factor text not null
survey_question.text jsonb not null
survey_respondent.center_id uuid not null
survey_respondent.survey_id uuid not null
survey_respondent.user_id uuid not null
survey_tally.center_id uuid not null
survey_tally.survey_id uuid not null
survey_tally.team text not null
survey_tally.position integer not null
survey_tally.mark integer not null
survey_tally.answers integer not null
team.center_id uuid not null
team.id uuid not null default gen_random_uuid()
team.code text not null
team.name jsonb not null
test_assignment.center_id uuid not null
test_assignment.id uuid not null default gen_random_uuid()
test_assignment.test_id uuid not null
test_assignment.operator_id uuid not null
test_assignment.due_on date not null
test_assignment.attempts integer not null
test_assignment.assigned_by_id uuid not null
test_assignment.assigned_by text not null
test_assignment.assigned_at timestamp with time zone not null default now()
test_assignment.closed_at timestamp with time zone
test_assignment.outcome text
test_assignment.assessment_id uuid
test_attempt.center_id uuid not null
test_attempt.id uuid not null default gen_random_uuid()
test_attempt.assignment_id uuid not null
test_attempt.number integer not null
test_attempt.test_version integer not null
test_attempt.seed integer not null
test_attempt.drawn jsonb not null
test_attempt.answers jsonb not null default '{}'::jsonb
test_attempt.pass_share double precision not null
test_attempt.level integer not null
test_attempt.started_at timestamp with time zone not null
test_attempt.ends_at timestamp with time zone not null
test_attempt.finished_at timestamp with time zone
test_attempt.right_count integer
test_attempt.passed boolean
trainee_permit.center_id uuid not null
trainee_permit.id uuid not null default gen_random_uuid()
trainee_permit.operator_id uuid not null
trainee_permit.mentor_id uuid not null
trainee_permit.queue_id uuid not null
trainee_permit.from_date date not null
trainee_permit.to_date date not null
trainee_permit.reason text not null
trainee_permit.allowed_by text not null
trainee_permit.allowed_at timestamp with time zone not null default now()
trainee_permit.withdrawn_by text
trainee_permit.withdrawn_at timestamp with time zone
training_attendance.center_id uuid not null
training_attendance.session_id uuid not null
training_attendance.operator_id uuid not null
training_attendance.status text not null default 'enrolled'::text
training_attendance.share double precision
training_attendance.passed boolean
training_attendance.placed_by_id text
training_session.center_id uuid not null
training_session.id uuid not null default gen_random_uuid()
training_session.course_id uuid not null
training_session.course_version integer not null
training_session.site_id uuid
training_session.room text not null default ''::text
training_session.trainer text not null
training_session.places integer not null
training_session.starts_at timestamp with time zone not null
training_session.ends_at timestamp with time zone not null
training_session.status text not null default 'planned'::text
training_session.short_agent_hours double precision
training_session.made_by text not null
training_session.made_at timestamp with time zone not null default now()
unavailability.center_id uuid not null
unavailability.id uuid not null default gen_random_uuid()
unavailability.operator_id uuid not null
unavailability.weekday integer not null
unavailability.from_minutes integer not null
unavailability.to_minutes integer not null
unavailability.from_date date
unavailability.to_date date
user_account.id uuid not null default gen_random_uuid()
user_account.user_id uuid not null
user_account.account_id text not null
user_account.provider_id text not null
user_account.access_token text
user_account.refresh_token text
user_account.id_token text
user_account.access_token_expires_at timestamp with time zone
user_account.refresh_token_expires_at timestamp with time zone
user_account.scope text
user_account.password text
user_account.created_at timestamp with time zone not null default now()
user_account.updated_at timestamp with time zone not null default now()
user_session.id uuid not null default gen_random_uuid()
user_session.user_id uuid not null
user_session.token text not null
user_session.expires_at timestamp with time zone not null
user_session.ip_address text
user_session.user_agent text
user_session.created_at timestamp with time zone not null default now()
user_session.updated_at timestamp with time zone not null default now()
user_two_factor.id uuid not null default gen_random_uuid()
user_two_factor.user_id uuid not null
user_two_factor.secret text not null
user_two_factor.backup_codes text not null
user_two_factor.verified boolean
user_two_factor.failed_verification_count integer not null default 0
user_two_factor.locked_until timestamp with time zone
user_verification.id uuid not null default gen_random_uuid()
user_verification.identifier text not null
user_verification.value text not null
user_verification.expires_at timestamp with time zone not null
user_verification.created_at timestamp with time zone not null default now()
user_verification.updated_at timestamp with time zone not null default now()
users.id uuid not null default gen_random_uuid()
users.center_id uuid not null
users.name text not null
users.email text not null
users.email_verified boolean not null default false
users.image text
users.roles text not null default 'operator'::text
users.language text not null default 'ru'::text
users.two_factor_enabled boolean not null default false
users.created_at timestamp with time zone not null default now()
users.updated_at timestamp with time zone not null default now()
users.disabled_at timestamp with time zone

-- Constraints
absence: absence_dates_ordered CHECK ((from_date <= to_date))
absence: absence_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
absence: absence_pkey PRIMARY KEY (center_id, id)
adherence_exception: adherence_exception_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
adherence_exception: adherence_exception_decided_whole CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((status <> 'approved'::text) OR (decided_by IS NOT NULL))))
adherence_exception: adherence_exception_kind_known CHECK ((kind = ANY (ARRAY['supervisor'::text, 'client'::text, 'technical'::text, 'meeting'::text, 'training'::text, 'health'::text, 'transport'::text, 'other'::text])))
adherence_exception: adherence_exception_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
adherence_exception: adherence_exception_pkey PRIMARY KEY (center_id, id)
adherence_exception: adherence_exception_reply_answers CHECK (((reply = ''::text) OR (decided_by IS NOT NULL)))
adherence_exception: adherence_exception_span_ordered CHECK ((starts_at < ends_at))
adherence_exception: adherence_exception_status_known CHECK ((status = ANY (ARRAY['requested'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
adherence_exception: adherence_exception_team_fkey FOREIGN KEY (center_id, team_id) REFERENCES team(center_id, id) ON DELETE SET NULL (team_id)
adherence_policy: adherence_policy_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
adherence_policy: adherence_policy_pkey PRIMARY KEY (center_id, version)
adherence_policy: adherence_policy_version_positive CHECK ((version > 0))
alert: alert_acknowledged_whole CHECK (((acknowledged_by IS NULL) = (acknowledged_at IS NULL)))
alert: alert_pkey PRIMARY KEY (center_id, id)
alert: alert_rule_fkey FOREIGN KEY (center_id, rule_id) REFERENCES alert_rule(center_id, id) ON DELETE CASCADE
alert_delivery: alert_delivery_alert_fkey FOREIGN KEY (center_id, alert_id) REFERENCES alert(center_id, id) ON DELETE CASCADE
alert_delivery: alert_delivery_event_known CHECK ((event = ANY (ARRAY['raised'::text, 'ended'::text])))
alert_delivery: alert_delivery_one_address CHECK (((webhook_id IS NULL) <> (user_id IS NULL)))
alert_delivery: alert_delivery_pkey PRIMARY KEY (center_id, id)
alert_delivery: alert_delivery_user_fkey FOREIGN KEY (center_id, user_id) REFERENCES users(center_id, id) ON DELETE CASCADE
alert_delivery: alert_delivery_webhook_fkey FOREIGN KEY (center_id, webhook_id) REFERENCES alert_webhook(center_id, id) ON DELETE CASCADE
alert_rule: alert_rule_ahead_in_range CHECK (((ahead_minutes >= 15) AND (ahead_minutes <= 480)))
alert_rule: alert_rule_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
alert_rule: alert_rule_kind_known CHECK ((kind = ANY (ARRAY['wait'::text, 'lost'::text, 'staffing'::text, 'feed_silent'::text, 'person_out'::text])))
alert_rule: alert_rule_mail_to_few CHECK ((cardinality(mail_to) <= 50))
alert_rule: alert_rule_pkey PRIMARY KEY (center_id, id)
alert_rule: alert_rule_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
alert_rule: alert_rule_quiet_whole CHECK ((((quiet_from_minutes IS NULL) = (quiet_to_minutes IS NULL)) AND ((quiet_from_minutes >= 0) AND (quiet_from_minutes <= 1439)) AND ((quiet_to_minutes >= 0) AND (quiet_to_minutes <= 1439))))
alert_rule: alert_rule_threshold_not_negative CHECK ((threshold >= (0)::double precision))
alert_webhook: alert_webhook_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
alert_webhook: alert_webhook_pkey PRIMARY KEY (center_id, id)
alert_webhook: alert_webhook_url_http CHECK ((url ~ '^https?://'::text))
assessment: assessment_agreed_by_operator CHECK (((status <> 'agreed'::text) OR (operator_signed_at IS NOT NULL)))
assessment: assessment_dispute_has_words CHECK (((status <> 'disputed'::text) OR (objection IS NOT NULL)))
assessment: assessment_method_known CHECK ((method = ANY (ARRAY['observation'::text, 'test'::text, 'contact_evaluation'::text, 'self'::text, 'all_round'::text])))
assessment: assessment_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
assessment: assessment_pkey PRIMARY KEY (center_id, id)
assessment: assessment_resolved_with_words CHECK (((status <> 'resolved'::text) OR (decision IS NOT NULL)))
assessment: assessment_signed_unless_draft CHECK (((status = 'draft'::text) OR (assessor_signed_at IS NOT NULL)))
assessment: assessment_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'signed'::text, 'agreed'::text, 'disputed'::text, 'resolved'::text])))
assessment_reminder: assessment_reminder_once UNIQUE (center_id, operator_id, due_on, stage)
assessment_reminder: assessment_reminder_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
assessment_reminder: assessment_reminder_pkey PRIMARY KEY (center_id, id)
assessment_reminder: assessment_reminder_stage_known CHECK ((stage = ANY (ARRAY['days60'::text, 'days30'::text, 'days7'::text, 'overdue'::text])))
assessment_result: assessment_result_assessment_fkey FOREIGN KEY (center_id, assessment_id) REFERENCES assessment(center_id, id) ON DELETE CASCADE
assessment_result: assessment_result_competence_fkey FOREIGN KEY (center_id, competence_id) REFERENCES competence(center_id, id)
assessment_result: assessment_result_level_in_range CHECK (((level >= 0) AND (level <= 5)))
assessment_result: assessment_result_pkey PRIMARY KEY (center_id, assessment_id, competence_id)
assessor: assessor_pkey PRIMARY KEY (center_id, user_id)
assessor: assessor_user_fkey FOREIGN KEY (center_id, user_id) REFERENCES users(center_id, id) ON DELETE CASCADE
audit_record: audit_record_action_known CHECK ((action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
audit_record: audit_record_pkey PRIMARY KEY (center_id, id)
board_filter: board_filter_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
board_filter: board_filter_pkey PRIMARY KEY (center_id, user_id)
board_filter: board_filter_standings_known CHECK ((standings <@ ARRAY['out'::text, 'unknown'::text, 'neutral'::text, 'in'::text, 'off'::text]))
board_filter: board_filter_team_fkey FOREIGN KEY (center_id, team_id) REFERENCES team(center_id, id) ON DELETE SET NULL (team_id)
board_filter: board_filter_user_fkey FOREIGN KEY (center_id, user_id) REFERENCES users(center_id, id) ON DELETE CASCADE
center: center_asa_band_ordered CHECK (((0 <= asa_lower_seconds) AND (asa_lower_seconds <= asa_target_seconds)))
center: center_assessment_cycle_known CHECK ((assessment_cycle = ANY (ARRAY['twelve_months'::text, 'calendar_year'::text])))
center: center_code_unique UNIQUE (code)
center: center_interval_known CHECK ((interval_minutes = ANY (ARRAY[15, 30, 60])))
center: center_max_occupancy_is_ratio CHECK (((max_occupancy > (0)::double precision) AND (max_occupancy <= (1)::double precision)))
center: center_name_in_three_languages CHECK (is_text_in_three_languages(name))
center: center_notice_reminder_days_in_range CHECK (((notice_reminder_days >= 1) AND (notice_reminder_days <= 60)))
center: center_pkey PRIMARY KEY (id)
center: center_shrinkage_is_ratio CHECK (((shrinkage_planned >= (0)::double precision) AND (shrinkage_planned < (1)::double precision) AND (shrinkage_unplanned >= (0)::double precision) AND (shrinkage_unplanned < (1)::double precision)))
certificate: certificate_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
certificate: certificate_dates_ordered CHECK (((valid_until IS NULL) OR (issued_on <= valid_until)))
certificate: certificate_holder_known CHECK ((holder = ANY (ARRAY['centre'::text, 'person'::text])))
certificate: certificate_kind_known CHECK ((kind = ANY (ARRAY['course'::text, 'certification'::text, 'certification_audit'::text])))
certificate: certificate_number_unique UNIQUE (center_id, issued_by, number)
certificate: certificate_of_centre_has_no_person CHECK (((holder = 'person'::text) OR ((operator_id IS NULL) AND (NOT manager))))
certificate: certificate_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
certificate: certificate_pkey PRIMARY KEY (center_id, id)
certificate: certificate_session_fkey FOREIGN KEY (center_id, session_id) REFERENCES training_session(center_id, id) ON DELETE SET NULL (session_id)
competence: competence_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
competence: competence_code_unique UNIQUE (center_id, code)
competence: competence_kind_known CHECK ((kind = ANY (ARRAY['general'::text, 'technical'::text, 'language'::text, 'channel'::text, 'topic'::text, 'system'::text])))
competence: competence_name_in_three_languages CHECK (is_text_in_three_languages(name))
competence: competence_pkey PRIMARY KEY (center_id, id)
competence_anchor: competence_anchor_competence_fkey FOREIGN KEY (center_id, competence_id) REFERENCES competence(center_id, id) ON DELETE CASCADE
competence_anchor: competence_anchor_level_in_range CHECK (((level >= 0) AND (level <= 5)))
competence_anchor: competence_anchor_pkey PRIMARY KEY (center_id, competence_id, level)
competence_anchor: competence_anchor_text_in_three_languages CHECK (is_text_in_three_languages(text))
consent: consent_dates_ordered CHECK (((withdrawn_on IS NULL) OR (given_on <= withdrawn_on)))
consent: consent_kind_known CHECK ((kind = ANY (ARRAY['night_work'::text, 'overtime'::text, 'holiday_work'::text, 'personal_data'::text])))
consent: consent_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
consent: consent_pkey PRIMARY KEY (center_id, id)
contact_day: contact_day_import_fkey FOREIGN KEY (center_id, import_id) REFERENCES history_import(center_id, id) ON DELETE CASCADE
contact_day: contact_day_pkey PRIMARY KEY (center_id, date)
contact_trait: contact_trait_contacts_positive CHECK ((contacts > 0))
contact_trait: contact_trait_known CHECK ((trait = ANY (ARRAY['language'::text, 'topic'::text])))
contact_trait: contact_trait_layer_fkey FOREIGN KEY (center_id, layer) REFERENCES history_import(center_id, layer) ON DELETE CASCADE
contact_trait: contact_trait_name_short CHECK ((length(name) <= 120))
contact_trait: contact_trait_pkey PRIMARY KEY (center_id, queue_id, trait, day, layer, name)
contact_trait: contact_trait_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
contract: contract_accounting_divides_the_year CHECK ((accounting_months = ANY (ARRAY[1, 2, 3, 4, 6, 12])))
contract: contract_accounting_within_law CHECK ((accounting_months <=
CASE regime
    WHEN 'sliding'::text THEN 3
    WHEN 'flexible'::text THEN 6
    ELSE 12
END))
contract: contract_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
contract: contract_code_unique UNIQUE (center_id, code)
contract: contract_hours_ordered CHECK (((0 < week_target_paid_minutes) AND (week_target_paid_minutes <= week_max_paid_minutes) AND (0 < day_max_paid_minutes) AND (day_max_paid_minutes <= 1440)))
contract: contract_name_in_three_languages CHECK (is_text_in_three_languages(name))
contract: contract_pkey PRIMARY KEY (center_id, id)
contract: contract_regime_known CHECK ((regime = ANY (ARRAY['five_day'::text, 'six_day'::text, 'part_time'::text, 'shift'::text, 'summarised'::text, 'sliding'::text, 'flexible'::text])))
contract: contract_rest_not_negative CHECK (((min_rest_minutes >= 0) AND (weekly_rest_minutes >= 0)))
contract_shape: contract_shape_contract_fkey FOREIGN KEY (center_id, contract_id) REFERENCES contract(center_id, id) ON DELETE CASCADE
contract_shape: contract_shape_pkey PRIMARY KEY (center_id, contract_id, shape_id)
contract_shape: contract_shape_shape_fkey FOREIGN KEY (center_id, shape_id) REFERENCES shift_shape(center_id, id) ON DELETE CASCADE
course: course_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
course: course_code_unique UNIQUE (center_id, code)
course: course_name_in_three_languages CHECK (is_text_in_three_languages(name))
course: course_pkey PRIMARY KEY (center_id, id)
course_competence: course_competence_competence_fkey FOREIGN KEY (center_id, competence_id) REFERENCES competence(center_id, id)
course_competence: course_competence_level_in_range CHECK (((level >= 1) AND (level <= 5)))
course_competence: course_competence_pkey PRIMARY KEY (center_id, course_id, version, competence_id)
course_competence: course_competence_version_fkey FOREIGN KEY (center_id, course_id, version) REFERENCES course_version(center_id, course_id, version) ON DELETE CASCADE
course_version: course_version_course_fkey FOREIGN KEY (center_id, course_id) REFERENCES course(center_id, id) ON DELETE CASCADE
course_version: course_version_minutes_in_range CHECK (((minutes >= 15) AND (minutes <= 600)))
course_version: course_version_months_positive CHECK ((certificate_months > 0))
course_version: course_version_pass_share_is_ratio CHECK (((pass_share > (0)::double precision) AND (pass_share <= (1)::double precision)))
course_version: course_version_pkey PRIMARY KEY (center_id, course_id, version)
day_message: day_message_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
day_message: day_message_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
day_message: day_message_pkey PRIMARY KEY (center_id, id)
day_message: day_message_says_something CHECK (((text <> ''::text) AND (length(text) <= 300)))
development_step: development_step_competence_fkey FOREIGN KEY (center_id, competence_id) REFERENCES competence(center_id, id)
development_step: development_step_course_fkey FOREIGN KEY (center_id, course_id) REFERENCES course(center_id, id)
development_step: development_step_course_named CHECK (((way <> 'course'::text) OR (course_id IS NOT NULL)))
development_step: development_step_end_whole CHECK (((status = 'planned'::text) = (ended_on IS NULL)))
development_step: development_step_level_in_range CHECK (((target_level >= 1) AND (target_level <= 5)))
development_step: development_step_mentor_fkey FOREIGN KEY (center_id, mentor_id) REFERENCES operator(center_id, id) ON DELETE SET NULL (mentor_id)
development_step: development_step_mentor_is_another CHECK (((mentor_id IS NULL) OR (mentor_id <> operator_id)))
development_step: development_step_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
development_step: development_step_pkey PRIMARY KEY (center_id, id)
development_step: development_step_status_known CHECK ((status = ANY (ARRAY['planned'::text, 'done'::text, 'cancelled'::text])))
development_step: development_step_way_known CHECK ((way = ANY (ARRAY['course'::text, 'mentoring'::text, 'self_study'::text])))
earlier_employment: earlier_employment_dates_ordered CHECK ((hired_on <= left_on))
earlier_employment: earlier_employment_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
earlier_employment: earlier_employment_pkey PRIMARY KEY (center_id, operator_id, hired_on)
feed_agent: feed_agent_feed_fkey FOREIGN KEY (center_id, feed_id) REFERENCES state_feed(center_id, id) ON DELETE CASCADE
feed_agent: feed_agent_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
feed_agent: feed_agent_pkey PRIMARY KEY (center_id, feed_id, agent)
feed_contact: feed_contact_feed_fkey FOREIGN KEY (center_id, feed_id) REFERENCES state_feed(center_id, id) ON DELETE CASCADE
feed_contact: feed_contact_pkey PRIMARY KEY (center_id, feed_id, key)
feed_contact: feed_contact_stage_known CHECK ((stage = ANY (ARRAY['waiting'::text, 'left'::text, 'talking'::text, 'abandoned'::text, 'handled'::text])))
feed_contact: feed_contact_times_not_negative CHECK (((wait_seconds >= (0)::double precision) AND (handle_seconds >= (0)::double precision)))
feed_health: feed_health_feed_fkey FOREIGN KEY (center_id, feed_id) REFERENCES state_feed(center_id, id) ON DELETE CASCADE
feed_health: feed_health_missing_not_negative CHECK ((missing_since_snapshot >= 0))
feed_health: feed_health_pkey PRIMARY KEY (center_id, feed_id)
feed_silence: feed_silence_feed_fkey FOREIGN KEY (center_id, feed_id) REFERENCES state_feed(center_id, id) ON DELETE CASCADE
feed_silence: feed_silence_pkey PRIMARY KEY (center_id, feed_id, starts_at)
feed_silence: feed_silence_span_ordered CHECK ((starts_at < ends_at))
forecast: forecast_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
forecast: forecast_dates_ordered CHECK ((from_date < to_date))
forecast: forecast_pkey PRIMARY KEY (center_id, id)
forecast: forecast_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text])))
forecast: forecast_version_unique UNIQUE (center_id, version)
forecast_day: forecast_day_nine_quantiles CHECK ((cardinality(quantiles) = 9))
forecast_day: forecast_day_pkey PRIMARY KEY (center_id, forecast_id, queue_id, day)
forecast_day: forecast_day_queue_fkey FOREIGN KEY (center_id, forecast_id, queue_id) REFERENCES forecast_queue(center_id, forecast_id, queue_id) ON DELETE CASCADE
forecast_day: forecast_day_seven_parts CHECK ((cardinality(parts) = 7))
forecast_day: forecast_day_special_known CHECK ((special_kind = ANY (ARRAY['rest'::text, 'working'::text, 'event'::text])))
forecast_day: forecast_day_special_whole CHECK (((special_kind IS NULL) = (special_name IS NULL)))
forecast_day: forecast_day_volume_not_negative CHECK ((volume >= (0)::double precision))
forecast_override: forecast_override_event_fkey FOREIGN KEY (center_id, event_id) REFERENCES special_event(center_id, id) ON DELETE SET NULL (event_id)
forecast_override: forecast_override_forecast_fkey FOREIGN KEY (center_id, forecast_id) REFERENCES forecast(center_id, id) ON DELETE CASCADE
forecast_override: forecast_override_kind_known CHECK ((kind = ANY (ARRAY['set'::text, 'add'::text, 'scale'::text])))
forecast_override: forecast_override_pkey PRIMARY KEY (center_id, id)
forecast_override: forecast_override_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
forecast_override: forecast_override_reason_given CHECK ((length(TRIM(BOTH FROM reason)) > 0))
forecast_override: forecast_override_span_ordered CHECK ((starts_at < ends_at))
forecast_override: forecast_override_value_fits CHECK (((kind = 'add'::text) OR (value >= (0)::double precision)))
forecast_point: forecast_point_forecast_fkey FOREIGN KEY (center_id, forecast_id) REFERENCES forecast(center_id, id) ON DELETE CASCADE
forecast_point: forecast_point_nine_aht_quantiles CHECK ((cardinality(aht_quantiles) = 9))
forecast_point: forecast_point_nine_quantiles CHECK ((cardinality(quantiles) = 9))
forecast_point: forecast_point_pkey PRIMARY KEY (center_id, forecast_id, queue_id, starts_at)
forecast_point: forecast_point_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
forecast_point: forecast_point_volume_not_negative CHECK ((volume >= (0)::double precision))
forecast_queue: forecast_queue_forecast_fkey FOREIGN KEY (center_id, forecast_id) REFERENCES forecast(center_id, id) ON DELETE CASCADE
forecast_queue: forecast_queue_history_ordered CHECK ((history_from < history_to))
forecast_queue: forecast_queue_pkey PRIMARY KEY (center_id, forecast_id, queue_id)
forecast_queue: forecast_queue_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
forecast_queue: forecast_queue_shift_whole CHECK (((shift_date IS NULL) = (shift_factor IS NULL)))
group_requirement: group_requirement_pkey PRIMARY KEY (center_id, id)
group_requirement: group_requirement_requirement_fkey FOREIGN KEY (center_id, requirement_id) REFERENCES requirement(center_id, id) ON DELETE CASCADE
history_decision: history_decision_action_known CHECK ((action = ANY (ARRAY['keep'::text, 'drop'::text, 'replace'::text, 'usual'::text])))
history_decision: history_decision_contacts_not_negative CHECK ((contacts >= (0)::double precision))
history_decision: history_decision_contacts_with_replace CHECK (((action = 'replace'::text) = (contacts IS NOT NULL)))
history_decision: history_decision_finding_known CHECK ((finding = ANY (ARRAY['gap'::text, 'outage'::text, 'silence'::text, 'outlier'::text, 'duplicate'::text, 'shift'::text])))
history_decision: history_decision_pkey PRIMARY KEY (center_id, id)
history_decision: history_decision_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
history_decision: history_decision_reason_given CHECK ((length(TRIM(BOTH FROM reason)) > 0))
history_decision: history_decision_shift_kept_or_dropped CHECK (((finding <> 'shift'::text) OR (action = ANY (ARRAY['keep'::text, 'drop'::text]))))
history_decision: history_decision_span_ordered CHECK ((starts_at < ends_at))
history_import: history_import_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
history_import: history_import_kind_known CHECK ((kind = ANY (ARRAY['intervals'::text, 'queue_log'::text, 'sample'::text, 'feed'::text])))
history_import: history_import_layer_unique UNIQUE (center_id, layer)
history_import: history_import_pkey PRIMARY KEY (center_id, id)
history_import: history_import_withdrawn_whole CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL)))
holiday: holiday_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
holiday: holiday_effect_known CHECK (((five_day_week = ANY (ARRAY['off'::text, 'working'::text])) AND (six_day_week = ANY (ARRAY['off'::text, 'working'::text]))))
holiday: holiday_kind_known CHECK ((kind = ANY (ARRAY['holiday'::text, 'substitute'::text, 'day_off_84_5'::text, 'moved_in'::text, 'moved_out'::text])))
holiday: holiday_pkey PRIMARY KEY (center_id, date, kind)
interval_history: interval_history_interval_positive CHECK ((interval_seconds > 0))
interval_history: interval_history_layer_fkey FOREIGN KEY (center_id, layer) REFERENCES history_import(center_id, layer) ON DELETE CASCADE
interval_history: interval_history_offered_not_negative CHECK ((offered >= (0)::double precision))
interval_history: interval_history_pkey PRIMARY KEY (center_id, queue_id, starts_at, layer)
interval_history: interval_history_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
job: job_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
job: job_pkey PRIMARY KEY (center_id, id)
job: job_progress_is_ratio CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)))
job: job_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
knowledge_test: knowledge_test_attempts_in_range CHECK (((attempts >= 1) AND (attempts <= 10)))
knowledge_test: knowledge_test_competence_fkey FOREIGN KEY (center_id, competence_id) REFERENCES competence(center_id, id) ON DELETE CASCADE
knowledge_test: knowledge_test_level_in_range CHECK (((level >= 1) AND (level <= 5)))
knowledge_test: knowledge_test_minutes_in_range CHECK (((minutes >= 1) AND (minutes <= 240)))
knowledge_test: knowledge_test_one_per_competence UNIQUE (center_id, competence_id)
knowledge_test: knowledge_test_pass_share_is_ratio CHECK (((pass_share > (0)::double precision) AND (pass_share <= (1)::double precision)))
knowledge_test: knowledge_test_pkey PRIMARY KEY (center_id, id)
knowledge_test: knowledge_test_questions_in_range CHECK (((question_count >= 1) AND (question_count <= 200)))
labour_rule: labour_rule_article_unless_house CHECK ((is_house_rule OR (article <> ''::text)))
labour_rule: labour_rule_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
labour_rule: labour_rule_pkey PRIMARY KEY (center_id, code, version)
labour_rule: labour_rule_version_positive CHECK ((version > 0))
legal_restriction: legal_restriction_children_positive CHECK ((children >= 1))
legal_restriction: legal_restriction_dates_ordered CHECK (((to_date IS NULL) OR (from_date <= to_date)))
legal_restriction: legal_restriction_joined_known CHECK ((breaks_joined_to = ANY (ARRAY['none'::text, 'meal'::text, 'start'::text, 'end'::text])))
legal_restriction: legal_restriction_kind_known CHECK ((kind = ANY (ARRAY['minor_under_16'::text, 'minor_under_18'::text, 'pregnancy'::text, 'disability_1'::text, 'disability_2'::text, 'disability_3'::text, 'child_under_7'::text, 'disabled_child'::text, 'family_carer'::text, 'nursing'::text])))
legal_restriction: legal_restriction_nursing_whole CHECK ((((kind = 'nursing'::text) = (children IS NOT NULL)) AND ((kind = 'nursing'::text) = (breaks_joined_to IS NOT NULL))))
legal_restriction: legal_restriction_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
legal_restriction: legal_restriction_pkey PRIMARY KEY (center_id, id)
notice: notice_body_in_three_languages CHECK (is_text_in_three_languages(body))
notice: notice_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
notice: notice_has_source CHECK ((official_source <> ''::text))
notice: notice_pkey PRIMARY KEY (center_id, id)
notice: notice_title_in_three_languages CHECK (is_text_in_three_languages(title))
notice_receipt: notice_receipt_notice_fkey FOREIGN KEY (center_id, notice_id) REFERENCES notice(center_id, id) ON DELETE CASCADE
notice_receipt: notice_receipt_pkey PRIMARY KEY (center_id, notice_id, user_id)
notice_receipt: notice_receipt_user_fkey FOREIGN KEY (center_id, user_id) REFERENCES users(center_id, id) ON DELETE CASCADE
notice_reminder: notice_reminder_notice_fkey FOREIGN KEY (center_id, notice_id) REFERENCES notice(center_id, id) ON DELETE CASCADE
notice_reminder: notice_reminder_pkey PRIMARY KEY (center_id, notice_id, user_id, version)
notice_reminder: notice_reminder_user_fkey FOREIGN KEY (center_id, user_id) REFERENCES users(center_id, id) ON DELETE CASCADE
objection: objection_about_known CHECK ((about = ANY (ARRAY['assessment'::text, 'competence'::text, 'shift'::text, 'request'::text, 'session'::text])))
objection: objection_answer_signed CHECK (((status = ANY (ARRAY['upheld'::text, 'rejected'::text])) = ((answer IS NOT NULL) AND (answered_by IS NOT NULL) AND (answered_at IS NOT NULL))))
objection: objection_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
objection: objection_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
objection: objection_pkey PRIMARY KEY (center_id, id)
objection: objection_says_something CHECK (((words <> ''::text) AND (length(words) <= 2000)))
objection: objection_status_known CHECK ((status = ANY (ARRAY['open'::text, 'upheld'::text, 'rejected'::text, 'withdrawn'::text])))
operator: operator_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
operator: operator_contract_fkey FOREIGN KEY (center_id, contract_id) REFERENCES contract(center_id, id)
operator: operator_dates_ordered CHECK (((left_on IS NULL) OR (hired_on <= left_on)))
operator: operator_kind_known CHECK ((kind = ANY (ARRAY['staff'::text, 'non_staff'::text])))
operator: operator_personnel_number_unique UNIQUE (center_id, personnel_number)
operator: operator_pkey PRIMARY KEY (center_id, id)
operator: operator_site_fkey FOREIGN KEY (center_id, site_id) REFERENCES site(center_id, id)
operator: operator_team_fkey FOREIGN KEY (center_id, team_id) REFERENCES team(center_id, id)
operator: operator_user_fkey FOREIGN KEY (center_id, user_id) REFERENCES users(center_id, id) ON DELETE SET NULL (user_id)
operator: operator_user_unique UNIQUE (center_id, user_id)
operator: operator_workplace_known CHECK ((workplace = ANY (ARRAY['office'::text, 'remote'::text])))
operator_competence: operator_competence_competence_fkey FOREIGN KEY (center_id, competence_id) REFERENCES competence(center_id, id) ON DELETE CASCADE
operator_competence: operator_competence_dates_ordered CHECK (((valid_until IS NULL) OR (assessed_on <= valid_until)))
operator_competence: operator_competence_level_in_range CHECK (((level >= 0) AND (level <= 5)))
operator_competence: operator_competence_lowering_whole CHECK (((former_level IS NULL) = (lowered_at IS NULL)))
operator_competence: operator_competence_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
operator_competence: operator_competence_pkey PRIMARY KEY (center_id, operator_id, competence_id)
operator_contract: operator_contract_contract_fkey FOREIGN KEY (center_id, contract_id) REFERENCES contract(center_id, id)
operator_contract: operator_contract_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
operator_contract: operator_contract_pkey PRIMARY KEY (center_id, operator_id, from_date)
operator_state: operator_state_feed_fkey FOREIGN KEY (center_id, feed_id) REFERENCES state_feed(center_id, id) ON DELETE CASCADE
operator_state: operator_state_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
operator_state: operator_state_pkey PRIMARY KEY (center_id, operator_id)
own_shift_sight: own_shift_sight_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
own_shift_sight: own_shift_sight_pkey PRIMARY KEY (center_id, operator_id)
paper_export: paper_export_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
paper_export: paper_export_format_known CHECK ((format = ANY (ARRAY['xlsx'::text, 'pdf'::text])))
paper_export: paper_export_kind_known CHECK ((kind = ANY (ARRAY['person_file'::text, 'audit_package'::text])))
paper_export: paper_export_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
paper_export: paper_export_pkey PRIMARY KEY (center_id, id)
paper_export: paper_export_subject_whole CHECK ((((kind = 'person_file'::text) = (operator_id IS NOT NULL)) AND ((kind = 'audit_package'::text) = (year IS NOT NULL))))
planner_rule: planner_rule_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
planner_rule: planner_rule_dates_ordered CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
planner_rule: planner_rule_name_given CHECK ((name <> ''::text))
planner_rule: planner_rule_pkey PRIMARY KEY (center_id, rule_id, version)
planner_rule: planner_rule_weight_positive CHECK ((weight > (0)::double precision))
position_profile: position_profile_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
position_profile: position_profile_code_unique UNIQUE (center_id, code)
position_profile: position_profile_function_known CHECK ((function = ANY (ARRAY['17.1'::text, '17.2'::text, '17.3'::text, '17.4'::text, '17.5'::text, '17.6'::text])))
position_profile: position_profile_name_in_three_languages CHECK (is_text_in_three_languages(name))
position_profile: position_profile_pkey PRIMARY KEY (center_id, id)
preference: preference_day_off_has_weekday CHECK (((kind <> 'day_off'::text) OR ((weekday >= 0) AND (weekday <= 6))))
preference: preference_kind_known CHECK ((kind = ANY (ARRAY['day_off'::text, 'start'::text])))
preference: preference_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
preference: preference_pkey PRIMARY KEY (center_id, id)
preference: preference_start_has_window CHECK (((kind <> 'start'::text) OR ((0 <= from_minutes) AND (from_minutes <= to_minutes) AND (to_minutes <= 1440))))
preference: preference_weight_not_negative CHECK ((weight >= (0)::double precision))
profile_competence: profile_competence_competence_fkey FOREIGN KEY (center_id, competence_id) REFERENCES competence(center_id, id) ON DELETE CASCADE
profile_competence: profile_competence_level_in_range CHECK (((min_level >= 0) AND (min_level <= 5)))
profile_competence: profile_competence_pkey PRIMARY KEY (center_id, profile_id, competence_id)
profile_competence: profile_competence_profile_fkey FOREIGN KEY (center_id, profile_id) REFERENCES position_profile(center_id, id) ON DELETE CASCADE
profile_holder: profile_holder_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
profile_holder: profile_holder_pkey PRIMARY KEY (center_id, profile_id, operator_id)
profile_holder: profile_holder_profile_fkey FOREIGN KEY (center_id, profile_id) REFERENCES position_profile(center_id, id) ON DELETE CASCADE
profile_holder: profile_holder_reading_whole CHECK (((read_version IS NULL) = (read_at IS NULL)))
question: question_code_unique UNIQUE (center_id, code)
question: question_competence_fkey FOREIGN KEY (center_id, competence_id) REFERENCES competence(center_id, id) ON DELETE CASCADE
question: question_pkey PRIMARY KEY (center_id, id)
question_version: question_version_pkey PRIMARY KEY (center_id, question_id, version)
question_version: question_version_question_fkey FOREIGN KEY (center_id, question_id) REFERENCES question(center_id, id) ON DELETE CASCADE
question_version: question_version_text_in_three_languages CHECK (is_text_in_three_languages(text))
queue: queue_abandon_share_is_ratio CHECK (((abandon_share_target > (0)::double precision) AND (abandon_share_target < (1)::double precision)))
queue: queue_asa_target_positive CHECK ((asa_target_seconds > 0))
queue: queue_called_hours_seven_days CHECK (((called_region IS NULL) OR ((jsonb_typeof((called_region -> 'hours'::text)) = 'array'::text) AND (jsonb_array_length((called_region -> 'hours'::text)) = 7))))
queue: queue_called_region_of_outbound CHECK (((called_region IS NULL) OR (channel = 'outbound'::text)))
queue: queue_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
queue: queue_channel_known CHECK ((channel = ANY (ARRAY['voice'::text, 'chat'::text, 'email'::text, 'social'::text, 'video'::text, 'callback'::text, 'outbound'::text])))
queue: queue_chat_speeds_never_fall CHECK (((chat_speeds IS NULL) OR (((cardinality(chat_speeds) >= 1) AND (cardinality(chat_speeds) <= 6)) AND (chat_speeds[1] = (1)::double precision) AND (chat_speeds[2] >= chat_speeds[1]) AND (chat_speeds[3] >= chat_speeds[2]) AND (chat_speeds[4] >= chat_speeds[3]) AND (chat_speeds[5] >= chat_speeds[4]) AND (chat_speeds[6] >= chat_speeds[5]))))
queue: queue_code_unique UNIQUE (center_id, code)
queue: queue_concurrency_in_range CHECK (((concurrency >= 1) AND (concurrency <= 6)))
queue: queue_deadline_positive CHECK ((deadline_seconds > 0))
queue: queue_language_known CHECK ((language = ANY (ARRAY['kk'::text, 'ru'::text, 'en'::text])))
queue: queue_like_another CHECK ((like_queue_id <> id))
queue: queue_like_queue_fkey FOREIGN KEY (center_id, like_queue_id) REFERENCES queue(center_id, id) ON DELETE SET NULL (like_queue_id)
queue: queue_max_occupancy_is_ratio CHECK (((max_occupancy > (0)::double precision) AND (max_occupancy <= (1)::double precision)))
queue: queue_name_in_three_languages CHECK (is_text_in_three_languages(name))
queue: queue_opening_hours_seven_days CHECK (((jsonb_typeof(opening_hours) = 'array'::text) AND (jsonb_array_length(opening_hours) = 7)))
queue: queue_patience_positive CHECK ((patience_seconds > (0)::double precision))
queue: queue_pkey PRIMARY KEY (center_id, id)
queue: queue_redial_seconds_positive CHECK ((redial_seconds > (0)::double precision))
queue: queue_redial_share_is_ratio CHECK (((redial_share >= (0)::double precision) AND (redial_share < (1)::double precision)))
queue: queue_service_level_whole CHECK ((((service_level_share IS NULL) = (service_level_seconds IS NULL)) AND ((service_level_share IS NULL) OR ((service_level_share > (0)::double precision) AND (service_level_share < (1)::double precision))) AND ((service_level_seconds IS NULL) OR (service_level_seconds >= 0))))
queue: queue_shrinkage_is_ratio CHECK (((shrinkage_planned >= (0)::double precision) AND (shrinkage_planned < (1)::double precision) AND (shrinkage_unplanned >= (0)::double precision) AND (shrinkage_unplanned < (1)::double precision)))
queue: queue_staffing_confidence_known CHECK ((staffing_confidence = ANY (ARRAY[(0.5)::double precision, (0.75)::double precision, (0.9)::double precision])))
queue_competence: queue_competence_competence_fkey FOREIGN KEY (center_id, competence_id) REFERENCES competence(center_id, id) ON DELETE CASCADE
queue_competence: queue_competence_level_in_range CHECK (((min_level >= 0) AND (min_level <= 5)))
queue_competence: queue_competence_pkey PRIMARY KEY (center_id, queue_id, competence_id)
queue_competence: queue_competence_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
redial_count: redial_count_followed_of_abandoned CHECK (((0 <= followed) AND (followed <= abandoned)))
redial_count: redial_count_layer_fkey FOREIGN KEY (center_id, layer) REFERENCES history_import(center_id, layer) ON DELETE CASCADE
redial_count: redial_count_pause_not_negative CHECK ((pause_seconds >= (0)::double precision))
redial_count: redial_count_pkey PRIMARY KEY (center_id, queue_id, layer)
redial_count: redial_count_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
redial_count: redial_count_span_ordered CHECK ((first_at <= last_at))
reminder_reader: reminder_reader_capacity_known CHECK ((capacity = ANY (ARRAY['person'::text, 'hr'::text, 'head'::text])))
reminder_reader: reminder_reader_pkey PRIMARY KEY (center_id, reminder_id, user_id)
reminder_reader: reminder_reader_reminder_fkey FOREIGN KEY (center_id, reminder_id) REFERENCES assessment_reminder(center_id, id) ON DELETE CASCADE
reminder_reader: reminder_reader_user_fkey FOREIGN KEY (center_id, user_id) REFERENCES users(center_id, id) ON DELETE CASCADE
remote_work: remote_work_act_has_term CHECK (((basis <> 'employer_act'::text) OR (to_date IS NOT NULL)))
remote_work: remote_work_basis_known CHECK ((basis = ANY (ARRAY['agreement'::text, 'employer_act'::text])))
remote_work: remote_work_dates_ordered CHECK (((to_date IS NULL) OR (from_date <= to_date)))
remote_work: remote_work_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
remote_work: remote_work_pkey PRIMARY KEY (center_id, id)
remote_work: remote_work_weekdays_known CHECK ((((cardinality(home_weekdays) >= 1) AND (cardinality(home_weekdays) <= 7)) AND (home_weekdays <@ ARRAY[(0)::smallint, (1)::smallint, (2)::smallint, (3)::smallint, (4)::smallint, (5)::smallint, (6)::smallint])))
reoptimisation: reoptimisation_pkey PRIMARY KEY (center_id, id)
reoptimisation: reoptimisation_schedule_fkey FOREIGN KEY (center_id, schedule_id) REFERENCES schedule(center_id, id) ON DELETE CASCADE
requirement: requirement_forecast_fkey FOREIGN KEY (center_id, forecast_id) REFERENCES forecast(center_id, id)
requirement: requirement_goal_known CHECK ((goal = ANY (ARRAY['interval'::text, 'period'::text])))
requirement: requirement_pkey PRIMARY KEY (center_id, id)
requirement: requirement_version_unique UNIQUE (center_id, version)
requirement_point: requirement_point_asa_chance_is_ratio CHECK (((asa_chance >= (0)::double precision) AND (asa_chance <= (1)::double precision)))
requirement_point: requirement_point_pkey PRIMARY KEY (center_id, requirement_id, queue_id, starts_at)
requirement_point: requirement_point_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
requirement_point: requirement_point_requirement_fkey FOREIGN KEY (center_id, requirement_id) REFERENCES requirement(center_id, id) ON DELETE CASCADE
requirement_point: requirement_point_rostered_covers_agents CHECK (((0 <= agents) AND (agents <= rostered)))
retention_decision: retention_decision_has_reason CHECK ((reason <> ''::text))
retention_decision: retention_decision_kept_until CHECK (((decision = 'kept'::text) = (keep_until IS NOT NULL)))
retention_decision: retention_decision_known CHECK ((decision = ANY (ARRAY['anonymised'::text, 'kept'::text])))
retention_decision: retention_decision_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
retention_decision: retention_decision_pkey PRIMARY KEY (center_id, id)
retention_rule: retention_rule_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
retention_rule: retention_rule_has_source CHECK ((source <> ''::text))
retention_rule: retention_rule_months_in_range CHECK (((months >= 1) AND (months <= 1200)))
retention_rule: retention_rule_pkey PRIMARY KEY (center_id)
schedule: schedule_pkey PRIMARY KEY (center_id, id)
schedule: schedule_published_whole CHECK (((published_by IS NULL) = (published_at IS NULL)))
schedule: schedule_requirement_fkey FOREIGN KEY (center_id, requirement_id) REFERENCES requirement(center_id, id)
schedule: schedule_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'superseded'::text])))
schedule: schedule_version_unique UNIQUE (center_id, version)
schedule: schedule_whole_weeks CHECK ((days = ANY (ARRAY[7, 14, 21, 28, 35, 42])))
schedule_bound: schedule_bound_pkey PRIMARY KEY (center_id, id)
schedule_bound: schedule_bound_schedule_fkey FOREIGN KEY (center_id, schedule_id) REFERENCES schedule(center_id, id) ON DELETE CASCADE
schedule_demand: schedule_demand_pkey PRIMARY KEY (center_id, schedule_id, queue_id, price)
schedule_demand: schedule_demand_price_positive CHECK ((price > (0)::double precision))
schedule_demand: schedule_demand_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
schedule_demand: schedule_demand_schedule_fkey FOREIGN KEY (center_id, schedule_id) REFERENCES schedule(center_id, id) ON DELETE CASCADE
schedule_rule_price: schedule_rule_price_pkey PRIMARY KEY (center_id, id)
schedule_rule_price: schedule_rule_price_schedule_fkey FOREIGN KEY (center_id, schedule_id) REFERENCES schedule(center_id, id) ON DELETE CASCADE
schedule_rule_price: schedule_rule_price_untried_not_negative CHECK ((untried >= 0))
schedule_simulation: schedule_simulation_forecast_fkey FOREIGN KEY (center_id, forecast_id) REFERENCES forecast(center_id, id)
schedule_simulation: schedule_simulation_pkey PRIMARY KEY (center_id, id)
schedule_simulation: schedule_simulation_runs_positive CHECK ((runs > 0))
schedule_simulation: schedule_simulation_schedule_fkey FOREIGN KEY (center_id, schedule_id) REFERENCES schedule(center_id, id) ON DELETE CASCADE
second_job: second_job_dates_ordered CHECK (((to_date IS NULL) OR (from_date <= to_date)))
second_job: second_job_minutes_of_a_day CHECK (((minutes_per_day >= 15) AND (minutes_per_day <= 720)))
second_job: second_job_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
second_job: second_job_pkey PRIMARY KEY (center_id, id)
shift: shift_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id)
shift: shift_origin_known CHECK ((origin = ANY (ARRAY['engine'::text, 'manual'::text])))
shift: shift_pkey PRIMARY KEY (center_id, id)
shift: shift_schedule_fkey FOREIGN KEY (center_id, schedule_id) REFERENCES schedule(center_id, id) ON DELETE CASCADE
shift: shift_shape_fkey FOREIGN KEY (center_id, shape_id) REFERENCES shift_shape(center_id, id)
shift: shift_span_ordered CHECK ((starts_at < ends_at))
shift: shift_work_place_known CHECK ((work_place = ANY (ARRAY['office'::text, 'home'::text])))
shift_break: shift_break_kind_known CHECK ((kind = ANY (ARRAY['meal'::text, 'rest'::text, 'personal'::text, 'gap'::text])))
shift_break: shift_break_pkey PRIMARY KEY (center_id, shift_id, starts_at)
shift_break: shift_break_shift_fkey FOREIGN KEY (center_id, shift_id) REFERENCES shift(center_id, id) ON DELETE CASCADE
shift_break: shift_break_span_ordered CHECK ((starts_at < ends_at))
shift_design: shift_design_most_kinds_positive CHECK ((most_kinds > 0))
shift_design: shift_design_pkey PRIMARY KEY (center_id, id)
shift_design: shift_design_requirement_fkey FOREIGN KEY (center_id, requirement_id) REFERENCES requirement(center_id, id) ON DELETE CASCADE
shift_design: shift_design_tolerance_share CHECK (((tolerance >= (0)::double precision) AND (tolerance <= (1)::double precision)))
shift_request: shift_request_decision_signed CHECK (((status <> ALL (ARRAY['approved'::text, 'declined'::text])) OR (decided_by IS NOT NULL)))
shift_request: shift_request_kind_known CHECK ((kind = ANY (ARRAY['leave'::text, 'swap'::text])))
shift_request: shift_request_leave_has_days CHECK (((kind <> 'leave'::text) OR ((absence_kind IS NOT NULL) AND (from_date IS NOT NULL) AND (from_date <= to_date))))
shift_request: shift_request_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
shift_request: shift_request_other_fkey FOREIGN KEY (center_id, other_operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
shift_request: shift_request_pkey PRIMARY KEY (center_id, id)
shift_request: shift_request_status_known CHECK ((status = ANY (ARRAY['asked'::text, 'waiting'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text])))
shift_request: shift_request_swap_has_shifts CHECK (((kind <> 'swap'::text) OR ((own_starts_at IS NOT NULL) AND (own_ends_at IS NOT NULL) AND (other_operator_id IS NOT NULL) AND (other_starts_at IS NOT NULL) AND (other_ends_at IS NOT NULL) AND (other_operator_id <> operator_id))))
shift_shape: shift_shape_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
shift_shape: shift_shape_code_unique UNIQUE (center_id, code)
shift_shape: shift_shape_paid_within_span CHECK (((paid_minutes > 0) AND (paid_minutes <= span_minutes)))
shift_shape: shift_shape_pkey PRIMARY KEY (center_id, id)
shift_shape: shift_shape_span_within_a_day CHECK (((span_minutes > 0) AND (span_minutes <= 1440)))
shift_shape: shift_shape_starts_ordered CHECK (((0 <= start_from_minutes) AND (start_from_minutes <= start_to_minutes) AND (start_to_minutes < 1440)))
shift_shape: shift_shape_step_positive CHECK ((start_step_minutes > 0))
site: site_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
site: site_code_unique UNIQUE (center_id, code)
site: site_name_in_three_languages CHECK (is_text_in_three_languages(name))
site: site_pkey PRIMARY KEY (center_id, id)
site: site_workplaces_not_negative CHECK ((workplaces >= 0))
special_event: special_event_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
special_event: special_event_kind_known CHECK ((kind = ANY (ARRAY['campaign'::text, 'outage'::text, 'other'::text])))
special_event: special_event_pkey PRIMARY KEY (center_id, id)
special_event: special_event_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
special_event: special_event_span_ordered CHECK ((starts_at < ends_at))
state_batch: state_batch_feed_fkey FOREIGN KEY (center_id, feed_id) REFERENCES state_feed(center_id, id) ON DELETE CASCADE
state_batch: state_batch_pkey PRIMARY KEY (center_id, feed_id, key)
state_event: state_event_feed_fkey FOREIGN KEY (center_id, feed_id) REFERENCES state_feed(center_id, id) ON DELETE CASCADE
state_event: state_event_key_unique UNIQUE (center_id, feed_id, key)
state_event: state_event_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
state_event: state_event_pkey PRIMARY KEY (center_id, id)
state_feed: state_feed_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
state_feed: state_feed_code_unique UNIQUE (center_id, code)
state_feed: state_feed_kind_known CHECK ((kind = ANY (ARRAY['http'::text, 'asterisk_ami'::text, 'queue_log'::text, 'freeswitch'::text, 'finesse'::text])))
state_feed: state_feed_pkey PRIMARY KEY (center_id, id)
state_feed: state_feed_silence_in_range CHECK (((silent_after_seconds >= 5) AND (silent_after_seconds <= 86400)))
state_feed: state_feed_state_names_object CHECK ((jsonb_typeof(state_names) = 'object'::text))
survey: survey_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
survey: survey_dates_ordered CHECK ((opens_on <= closes_on))
survey: survey_group_min_hides CHECK (((group_min >= 3) AND (group_min <= 50)))
survey: survey_pkey PRIMARY KEY (center_id, id)
survey: survey_repeat_in_range CHECK (((repeat_months >= 1) AND (repeat_months <= 36)))
survey: survey_title_in_three_languages CHECK (is_text_in_three_languages(title))
survey_action: survey_action_end_whole CHECK (((done_on IS NULL) = (outcome = ''::text)))
survey_action: survey_action_factor_known CHECK ((factor = ANY (ARRAY['satisfaction'::text, 'experience'::text])))
survey_action: survey_action_pkey PRIMARY KEY (center_id, id)
survey_action: survey_action_survey_fkey FOREIGN KEY (center_id, survey_id) REFERENCES survey(center_id, id) ON DELETE CASCADE
survey_question: survey_question_factor_known CHECK ((factor = ANY (ARRAY['satisfaction'::text, 'experience'::text])))
survey_question: survey_question_pkey PRIMARY KEY (center_id, survey_id, "position")
survey_question: survey_question_position_positive CHECK (("position" > 0))
survey_question: survey_question_survey_fkey FOREIGN KEY (center_id, survey_id) REFERENCES survey(center_id, id) ON DELETE CASCADE
survey_question: survey_question_text_in_three_languages CHECK (is_text_in_three_languages(text))
survey_respondent: survey_respondent_pkey PRIMARY KEY (center_id, survey_id, user_id)
survey_respondent: survey_respondent_survey_fkey FOREIGN KEY (center_id, survey_id) REFERENCES survey(center_id, id) ON DELETE CASCADE
survey_respondent: survey_respondent_user_fkey FOREIGN KEY (center_id, user_id) REFERENCES users(center_id, id) ON DELETE CASCADE
survey_tally: survey_tally_answers_not_negative CHECK ((answers >= 0))
survey_tally: survey_tally_mark_in_range CHECK (((mark >= 1) AND (mark <= 5)))
survey_tally: survey_tally_pkey PRIMARY KEY (center_id, survey_id, team, "position", mark)
survey_tally: survey_tally_question_fkey FOREIGN KEY (center_id, survey_id, "position") REFERENCES survey_question(center_id, survey_id, "position") ON DELETE CASCADE
team: team_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
team: team_code_unique UNIQUE (center_id, code)
team: team_name_in_three_languages CHECK (is_text_in_three_languages(name))
team: team_pkey PRIMARY KEY (center_id, id)
test_assignment: test_assignment_assessment_fkey FOREIGN KEY (center_id, assessment_id) REFERENCES assessment(center_id, id) ON DELETE SET NULL (assessment_id)
test_assignment: test_assignment_end_whole CHECK (((closed_at IS NULL) = (outcome IS NULL)))
test_assignment: test_assignment_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
test_assignment: test_assignment_outcome_known CHECK ((outcome = ANY (ARRAY['passed'::text, 'failed'::text, 'withdrawn'::text])))
test_assignment: test_assignment_pkey PRIMARY KEY (center_id, id)
test_assignment: test_assignment_test_fkey FOREIGN KEY (center_id, test_id) REFERENCES knowledge_test(center_id, id) ON DELETE CASCADE
test_attempt: test_attempt_assignment_fkey FOREIGN KEY (center_id, assignment_id) REFERENCES test_assignment(center_id, id) ON DELETE CASCADE
test_attempt: test_attempt_end_whole CHECK ((((finished_at IS NULL) = (right_count IS NULL)) AND ((finished_at IS NULL) = (passed IS NULL))))
test_attempt: test_attempt_number_unique UNIQUE (center_id, assignment_id, number)
test_attempt: test_attempt_pkey PRIMARY KEY (center_id, id)
test_attempt: test_attempt_span_ordered CHECK ((started_at < ends_at))
trainee_permit: trainee_permit_dates_ordered CHECK ((from_date <= to_date))
trainee_permit: trainee_permit_mentor_fkey FOREIGN KEY (center_id, mentor_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
trainee_permit: trainee_permit_mentor_is_another CHECK ((mentor_id <> operator_id))
trainee_permit: trainee_permit_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
trainee_permit: trainee_permit_pkey PRIMARY KEY (center_id, id)
trainee_permit: trainee_permit_queue_fkey FOREIGN KEY (center_id, queue_id) REFERENCES queue(center_id, id) ON DELETE CASCADE
trainee_permit: trainee_permit_reason_given CHECK ((reason <> ''::text))
trainee_permit: trainee_permit_withdrawal_whole CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL)))
training_attendance: training_attendance_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
training_attendance: training_attendance_passed_who_came CHECK (((passed IS NULL) OR (status = 'attended'::text)))
training_attendance: training_attendance_pkey PRIMARY KEY (center_id, session_id, operator_id)
training_attendance: training_attendance_session_fkey FOREIGN KEY (center_id, session_id) REFERENCES training_session(center_id, id) ON DELETE CASCADE
training_attendance: training_attendance_share_is_ratio CHECK (((share >= (0)::double precision) AND (share <= (1)::double precision)))
training_attendance: training_attendance_status_known CHECK ((status = ANY (ARRAY['enrolled'::text, 'attended'::text, 'missed'::text])))
training_session: training_session_course_fkey FOREIGN KEY (center_id, course_id, course_version) REFERENCES course_version(center_id, course_id, version)
training_session: training_session_pkey PRIMARY KEY (center_id, id)
training_session: training_session_places_positive CHECK ((places > 0))
training_session: training_session_site_fkey FOREIGN KEY (center_id, site_id) REFERENCES site(center_id, id)
training_session: training_session_span_ordered CHECK ((starts_at < ends_at))
training_session: training_session_status_known CHECK ((status = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text])))
unavailability: unavailability_dates_ordered CHECK ((from_date <= to_date))
unavailability: unavailability_minutes_ordered CHECK (((0 <= from_minutes) AND (from_minutes < to_minutes) AND (to_minutes <= 1440)))
unavailability: unavailability_operator_fkey FOREIGN KEY (center_id, operator_id) REFERENCES operator(center_id, id) ON DELETE CASCADE
unavailability: unavailability_pkey PRIMARY KEY (center_id, id)
unavailability: unavailability_weekday_in_range CHECK (((weekday >= 0) AND (weekday <= 6)))
user_account: user_account_pkey PRIMARY KEY (id)
user_account: user_account_user_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
user_session: user_session_pkey PRIMARY KEY (id)
user_session: user_session_token_unique UNIQUE (token)
user_session: user_session_user_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
user_two_factor: user_two_factor_pkey PRIMARY KEY (id)
user_two_factor: user_two_factor_user_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
user_verification: user_verification_pkey PRIMARY KEY (id)
users: users_center_fkey FOREIGN KEY (center_id) REFERENCES center(id) ON DELETE CASCADE
users: users_email_unique UNIQUE (email)
users: users_language_known CHECK ((language = ANY (ARRAY['kk'::text, 'ru'::text, 'en'::text])))
users: users_of_center_unique UNIQUE (center_id, id)
users: users_pkey PRIMARY KEY (id)
users: users_roles_known CHECK ((string_to_array(roles, ','::text) <@ ARRAY['planner'::text, 'supervisor'::text, 'hr'::text, 'operator'::text, 'head'::text, 'admin'::text]))

-- Indexes
CREATE INDEX absence_dates ON public.absence USING btree (center_id, from_date, to_date)
CREATE UNIQUE INDEX absence_pkey ON public.absence USING btree (center_id, id)
CREATE UNIQUE INDEX adherence_exception_pkey ON public.adherence_exception USING btree (center_id, id)
CREATE INDEX adherence_exception_span ON public.adherence_exception USING btree (center_id, starts_at, ends_at)
CREATE INDEX adherence_exception_waiting ON public.adherence_exception USING btree (center_id, starts_at) WHERE (status = 'requested'::text)
CREATE UNIQUE INDEX adherence_policy_pkey ON public.adherence_policy USING btree (center_id, version)
CREATE INDEX alert_delivery_due ON public.alert_delivery USING btree (center_id, next_at) WHERE (next_at IS NOT NULL)
CREATE UNIQUE INDEX alert_delivery_pkey ON public.alert_delivery USING btree (center_id, id)
CREATE UNIQUE INDEX alert_one_open ON public.alert USING btree (center_id, rule_id, subject) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX alert_pkey ON public.alert USING btree (center_id, id)
CREATE INDEX alert_raised ON public.alert USING btree (center_id, raised_at)
CREATE UNIQUE INDEX alert_rule_pkey ON public.alert_rule USING btree (center_id, id)
CREATE UNIQUE INDEX alert_webhook_pkey ON public.alert_webhook USING btree (center_id, id)
CREATE INDEX assessment_operator ON public.assessment USING btree (center_id, operator_id, assessed_on DESC)
CREATE UNIQUE INDEX assessment_pkey ON public.assessment USING btree (center_id, id)
CREATE INDEX assessment_reminder_made ON public.assessment_reminder USING btree (center_id, made_at DESC)
CREATE UNIQUE INDEX assessment_reminder_once ON public.assessment_reminder USING btree (center_id, operator_id, due_on, stage)
CREATE UNIQUE INDEX assessment_reminder_pkey ON public.assessment_reminder USING btree (center_id, id)
CREATE UNIQUE INDEX assessment_result_pkey ON public.assessment_result USING btree (center_id, assessment_id, competence_id)
CREATE UNIQUE INDEX assessor_pkey ON public.assessor USING btree (center_id, user_id)
CREATE INDEX audit_record_at ON public.audit_record USING btree (center_id, at DESC)
CREATE INDEX audit_record_entity ON public.audit_record USING btree (center_id, entity, entity_id)
CREATE INDEX audit_record_operator ON public.audit_record USING btree (center_id, operator_id, id DESC) WHERE (operator_id IS NOT NULL)
CREATE UNIQUE INDEX audit_record_pkey ON public.audit_record USING btree (center_id, id)
CREATE UNIQUE INDEX board_filter_pkey ON public.board_filter USING btree (center_id, user_id)
CREATE UNIQUE INDEX center_code_unique ON public.center USING btree (code)
CREATE UNIQUE INDEX center_pkey ON public.center USING btree (id)
CREATE UNIQUE INDEX certificate_number_unique ON public.certificate USING btree (center_id, issued_by, number)
CREATE INDEX certificate_operator ON public.certificate USING btree (center_id, operator_id)
CREATE UNIQUE INDEX certificate_pkey ON public.certificate USING btree (center_id, id)
CREATE UNIQUE INDEX competence_anchor_pkey ON public.competence_anchor USING btree (center_id, competence_id, level)
CREATE UNIQUE INDEX competence_code_unique ON public.competence USING btree (center_id, code)
CREATE UNIQUE INDEX competence_pkey ON public.competence USING btree (center_id, id)
CREATE INDEX consent_operator ON public.consent USING btree (center_id, operator_id)
CREATE UNIQUE INDEX consent_pkey ON public.consent USING btree (center_id, id)
CREATE UNIQUE INDEX contact_day_pkey ON public.contact_day USING btree (center_id, date)
CREATE INDEX contact_trait_layer ON public.contact_trait USING btree (center_id, layer)
CREATE UNIQUE INDEX contact_trait_pkey ON public.contact_trait USING btree (center_id, queue_id, trait, day, layer, name)
CREATE UNIQUE INDEX contract_code_unique ON public.contract USING btree (center_id, code)
CREATE UNIQUE INDEX contract_pkey ON public.contract USING btree (center_id, id)
CREATE UNIQUE INDEX contract_shape_pkey ON public.contract_shape USING btree (center_id, contract_id, shape_id)
CREATE UNIQUE INDEX course_code_unique ON public.course USING btree (center_id, code)
CREATE UNIQUE INDEX course_competence_pkey ON public.course_competence USING btree (center_id, course_id, version, competence_id)
CREATE UNIQUE INDEX course_pkey ON public.course USING btree (center_id, id)
CREATE UNIQUE INDEX course_version_pkey ON public.course_version USING btree (center_id, course_id, version)
CREATE UNIQUE INDEX day_message_pkey ON public.day_message USING btree (center_id, id)
CREATE INDEX day_message_sent ON public.day_message USING btree (center_id, sent_at)
CREATE INDEX day_message_unread ON public.day_message USING btree (center_id, operator_id) WHERE (read_at IS NULL)
CREATE UNIQUE INDEX development_step_one_open ON public.development_step USING btree (center_id, operator_id, competence_id) WHERE (status = 'planned'::text)
CREATE UNIQUE INDEX development_step_pkey ON public.development_step USING btree (center_id, id)
CREATE UNIQUE INDEX earlier_employment_pkey ON public.earlier_employment USING btree (center_id, operator_id, hired_on)
CREATE UNIQUE INDEX feed_agent_pkey ON public.feed_agent USING btree (center_id, feed_id, agent)
CREATE INDEX feed_contact_arrived ON public.feed_contact USING btree (center_id, arrived_at)
CREATE UNIQUE INDEX feed_contact_pkey ON public.feed_contact USING btree (center_id, feed_id, key)
CREATE UNIQUE INDEX feed_health_pkey ON public.feed_health USING btree (center_id, feed_id)
CREATE UNIQUE INDEX feed_silence_pkey ON public.feed_silence USING btree (center_id, feed_id, starts_at)
CREATE UNIQUE INDEX forecast_day_pkey ON public.forecast_day USING btree (center_id, forecast_id, queue_id, day)
CREATE UNIQUE INDEX forecast_override_pkey ON public.forecast_override USING btree (center_id, id)
CREATE UNIQUE INDEX forecast_pkey ON public.forecast USING btree (center_id, id)
CREATE UNIQUE INDEX forecast_point_pkey ON public.forecast_point USING btree (center_id, forecast_id, queue_id, starts_at)
CREATE UNIQUE INDEX forecast_queue_pkey ON public.forecast_queue USING btree (center_id, forecast_id, queue_id)
CREATE UNIQUE INDEX forecast_version_unique ON public.forecast USING btree (center_id, version)
CREATE INDEX group_requirement_interval ON public.group_requirement USING btree (center_id, requirement_id, starts_at, made_at DESC)
CREATE UNIQUE INDEX group_requirement_pkey ON public.group_requirement USING btree (center_id, id)
CREATE UNIQUE INDEX history_decision_pkey ON public.history_decision USING btree (center_id, id)
CREATE INDEX history_decision_queue ON public.history_decision USING btree (center_id, queue_id, made_at)
CREATE UNIQUE INDEX history_import_layer_unique ON public.history_import USING btree (center_id, layer)
CREATE UNIQUE INDEX history_import_pkey ON public.history_import USING btree (center_id, id)
CREATE UNIQUE INDEX holiday_pkey ON public.holiday USING btree (center_id, date, kind)
CREATE INDEX interval_history_layer ON public.interval_history USING btree (center_id, layer)
CREATE UNIQUE INDEX interval_history_pkey ON public.interval_history USING btree (center_id, queue_id, starts_at, layer)
CREATE INDEX job_made_at ON public.job USING btree (center_id, made_at DESC)
CREATE UNIQUE INDEX job_pkey ON public.job USING btree (center_id, id)
CREATE UNIQUE INDEX knowledge_test_one_per_competence ON public.knowledge_test USING btree (center_id, competence_id)
CREATE UNIQUE INDEX knowledge_test_pkey ON public.knowledge_test USING btree (center_id, id)
CREATE UNIQUE INDEX labour_rule_pkey ON public.labour_rule USING btree (center_id, code, version)
CREATE INDEX legal_restriction_operator ON public.legal_restriction USING btree (center_id, operator_id)
CREATE UNIQUE INDEX legal_restriction_pkey ON public.legal_restriction USING btree (center_id, id)
CREATE UNIQUE INDEX notice_pkey ON public.notice USING btree (center_id, id)
CREATE UNIQUE INDEX notice_receipt_pkey ON public.notice_receipt USING btree (center_id, notice_id, user_id)
CREATE UNIQUE INDEX notice_reminder_pkey ON public.notice_reminder USING btree (center_id, notice_id, user_id, version)
CREATE INDEX objection_made ON public.objection USING btree (center_id, made_at)
CREATE UNIQUE INDEX objection_one_open ON public.objection USING btree (center_id, operator_id, about, subject) WHERE (status = 'open'::text)
CREATE UNIQUE INDEX objection_pkey ON public.objection USING btree (center_id, id)
CREATE UNIQUE INDEX operator_competence_pkey ON public.operator_competence USING btree (center_id, operator_id, competence_id)
CREATE UNIQUE INDEX operator_contract_pkey ON public.operator_contract USING btree (center_id, operator_id, from_date)
CREATE UNIQUE INDEX operator_personnel_number_unique ON public.operator USING btree (center_id, personnel_number)
CREATE UNIQUE INDEX operator_pkey ON public.operator USING btree (center_id, id)
CREATE INDEX operator_state_changed ON public.operator_state USING btree (center_id, changed_at)
CREATE UNIQUE INDEX operator_state_pkey ON public.operator_state USING btree (center_id, operator_id)
CREATE UNIQUE INDEX operator_user_unique ON public.operator USING btree (center_id, user_id)
CREATE UNIQUE INDEX own_shift_sight_pkey ON public.own_shift_sight USING btree (center_id, operator_id)
CREATE UNIQUE INDEX paper_export_pkey ON public.paper_export USING btree (center_id, id)
CREATE UNIQUE INDEX planner_rule_pkey ON public.planner_rule USING btree (center_id, rule_id, version)
CREATE UNIQUE INDEX position_profile_code_unique ON public.position_profile USING btree (center_id, code)
CREATE UNIQUE INDEX position_profile_pkey ON public.position_profile USING btree (center_id, id)
CREATE UNIQUE INDEX preference_pkey ON public.preference USING btree (center_id, id)
CREATE UNIQUE INDEX profile_competence_pkey ON public.profile_competence USING btree (center_id, profile_id, competence_id)
CREATE UNIQUE INDEX profile_holder_pkey ON public.profile_holder USING btree (center_id, profile_id, operator_id)
CREATE UNIQUE INDEX question_code_unique ON public.question USING btree (center_id, code)
CREATE INDEX question_competence ON public.question USING btree (center_id, competence_id)
CREATE UNIQUE INDEX question_pkey ON public.question USING btree (center_id, id)
CREATE UNIQUE INDEX question_version_pkey ON public.question_version USING btree (center_id, question_id, version)
CREATE UNIQUE INDEX queue_code_unique ON public.queue USING btree (center_id, code)
CREATE UNIQUE INDEX queue_competence_pkey ON public.queue_competence USING btree (center_id, queue_id, competence_id)
CREATE UNIQUE INDEX queue_pkey ON public.queue USING btree (center_id, id)
CREATE UNIQUE INDEX redial_count_pkey ON public.redial_count USING btree (center_id, queue_id, layer)
CREATE UNIQUE INDEX reminder_reader_pkey ON public.reminder_reader USING btree (center_id, reminder_id, user_id)
CREATE INDEX reminder_reader_unread ON public.reminder_reader USING btree (center_id, user_id) WHERE (read_at IS NULL)
CREATE INDEX remote_work_operator ON public.remote_work USING btree (center_id, operator_id)
CREATE UNIQUE INDEX remote_work_pkey ON public.remote_work USING btree (center_id, id)
CREATE INDEX reoptimisation_made ON public.reoptimisation USING btree (center_id, schedule_id, made_at DESC)
CREATE UNIQUE INDEX reoptimisation_pkey ON public.reoptimisation USING btree (center_id, id)
CREATE UNIQUE INDEX requirement_pkey ON public.requirement USING btree (center_id, id)
CREATE UNIQUE INDEX requirement_point_pkey ON public.requirement_point USING btree (center_id, requirement_id, queue_id, starts_at)
CREATE UNIQUE INDEX requirement_version_unique ON public.requirement USING btree (center_id, version)
CREATE INDEX retention_decision_operator ON public.retention_decision USING btree (center_id, operator_id)
CREATE UNIQUE INDEX retention_decision_pkey ON public.retention_decision USING btree (center_id, id)
CREATE UNIQUE INDEX retention_rule_pkey ON public.retention_rule USING btree (center_id)
CREATE INDEX schedule_bound_made ON public.schedule_bound USING btree (center_id, schedule_id, made_at DESC)
CREATE UNIQUE INDEX schedule_bound_pkey ON public.schedule_bound USING btree (center_id, id)
CREATE UNIQUE INDEX schedule_demand_pkey ON public.schedule_demand USING btree (center_id, schedule_id, queue_id, price)
CREATE UNIQUE INDEX schedule_one_published_per_start ON public.schedule USING btree (center_id, from_date) WHERE (status = 'published'::text)
CREATE UNIQUE INDEX schedule_pkey ON public.schedule USING btree (center_id, id)
CREATE INDEX schedule_rule_price_made ON public.schedule_rule_price USING btree (center_id, schedule_id, made_at DESC)
CREATE UNIQUE INDEX schedule_rule_price_pkey ON public.schedule_rule_price USING btree (center_id, id)
CREATE INDEX schedule_simulation_made ON public.schedule_simulation USING btree (center_id, schedule_id, made_at DESC)
CREATE UNIQUE INDEX schedule_simulation_pkey ON public.schedule_simulation USING btree (center_id, id)
CREATE UNIQUE INDEX schedule_version_unique ON public.schedule USING btree (center_id, version)
CREATE INDEX second_job_operator ON public.second_job USING btree (center_id, operator_id)
CREATE UNIQUE INDEX second_job_pkey ON public.second_job USING btree (center_id, id)
CREATE UNIQUE INDEX shift_break_pkey ON public.shift_break USING btree (center_id, shift_id, starts_at)
CREATE INDEX shift_design_made ON public.shift_design USING btree (center_id, from_date, made_at DESC)
CREATE UNIQUE INDEX shift_design_pkey ON public.shift_design USING btree (center_id, id)
CREATE UNIQUE INDEX shift_pkey ON public.shift USING btree (center_id, id)
CREATE INDEX shift_request_open ON public.shift_request USING btree (center_id, made_at) WHERE (status = ANY (ARRAY['asked'::text, 'waiting'::text]))
CREATE UNIQUE INDEX shift_request_pkey ON public.shift_request USING btree (center_id, id)
CREATE INDEX shift_schedule ON public.shift USING btree (center_id, schedule_id, operator_id, starts_at)
CREATE UNIQUE INDEX shift_shape_code_unique ON public.shift_shape USING btree (center_id, code)
CREATE UNIQUE INDEX shift_shape_pkey ON public.shift_shape USING btree (center_id, id)
CREATE UNIQUE INDEX site_code_unique ON public.site USING btree (center_id, code)
CREATE UNIQUE INDEX site_pkey ON public.site USING btree (center_id, id)
CREATE UNIQUE INDEX special_event_pkey ON public.special_event USING btree (center_id, id)
CREATE UNIQUE INDEX state_batch_pkey ON public.state_batch USING btree (center_id, feed_id, key)
CREATE INDEX state_batch_received ON public.state_batch USING btree (center_id, feed_id, received_at)
CREATE INDEX state_event_at ON public.state_event USING btree (center_id, at)
CREATE UNIQUE INDEX state_event_key_unique ON public.state_event USING btree (center_id, feed_id, key)
CREATE INDEX state_event_operator ON public.state_event USING btree (center_id, operator_id, at)
CREATE UNIQUE INDEX state_event_pkey ON public.state_event USING btree (center_id, id)
CREATE INDEX state_event_unknown ON public.state_event USING btree (center_id, feed_id, at) WHERE ((operator_id IS NULL) OR (state IS NULL))
CREATE UNIQUE INDEX state_feed_code_unique ON public.state_feed USING btree (center_id, code)
CREATE UNIQUE INDEX state_feed_pkey ON public.state_feed USING btree (center_id, id)
CREATE UNIQUE INDEX state_feed_secret ON public.state_feed USING btree (secret)
CREATE UNIQUE INDEX survey_action_pkey ON public.survey_action USING btree (center_id, id)
CREATE UNIQUE INDEX survey_pkey ON public.survey USING btree (center_id, id)
CREATE UNIQUE INDEX survey_question_pkey ON public.survey_question USING btree (center_id, survey_id, "position")
CREATE UNIQUE INDEX survey_respondent_pkey ON public.survey_respondent USING btree (center_id, survey_id, user_id)
CREATE UNIQUE INDEX survey_tally_pkey ON public.survey_tally USING btree (center_id, survey_id, team, "position", mark)
CREATE UNIQUE INDEX team_code_unique ON public.team USING btree (center_id, code)
CREATE UNIQUE INDEX team_pkey ON public.team USING btree (center_id, id)
CREATE UNIQUE INDEX test_assignment_one_open ON public.test_assignment USING btree (center_id, test_id, operator_id) WHERE (closed_at IS NULL)
CREATE INDEX test_assignment_operator ON public.test_assignment USING btree (center_id, operator_id)
CREATE UNIQUE INDEX test_assignment_pkey ON public.test_assignment USING btree (center_id, id)
CREATE UNIQUE INDEX test_attempt_number_unique ON public.test_attempt USING btree (center_id, assignment_id, number)
CREATE UNIQUE INDEX test_attempt_one_running ON public.test_attempt USING btree (center_id, assignment_id) WHERE (finished_at IS NULL)
CREATE UNIQUE INDEX test_attempt_pkey ON public.test_attempt USING btree (center_id, id)
CREATE INDEX trainee_permit_operator ON public.trainee_permit USING btree (center_id, operator_id, to_date)
CREATE UNIQUE INDEX trainee_permit_pkey ON public.trainee_permit USING btree (center_id, id)
CREATE INDEX training_attendance_operator ON public.training_attendance USING btree (center_id, operator_id)
CREATE UNIQUE INDEX training_attendance_pkey ON public.training_attendance USING btree (center_id, session_id, operator_id)
CREATE UNIQUE INDEX training_session_pkey ON public.training_session USING btree (center_id, id)
CREATE INDEX training_session_starts ON public.training_session USING btree (center_id, starts_at)
CREATE UNIQUE INDEX unavailability_pkey ON public.unavailability USING btree (center_id, id)
CREATE UNIQUE INDEX user_account_pkey ON public.user_account USING btree (id)
CREATE INDEX user_account_user ON public.user_account USING btree (user_id)
CREATE UNIQUE INDEX user_session_pkey ON public.user_session USING btree (id)
CREATE UNIQUE INDEX user_session_token_unique ON public.user_session USING btree (token)
CREATE INDEX user_session_user ON public.user_session USING btree (user_id)
CREATE UNIQUE INDEX user_two_factor_pkey ON public.user_two_factor USING btree (id)
CREATE INDEX user_two_factor_user ON public.user_two_factor USING btree (user_id)
CREATE INDEX user_verification_identifier ON public.user_verification USING btree (identifier)
CREATE UNIQUE INDEX user_verification_pkey ON public.user_verification USING btree (id)
CREATE UNIQUE INDEX users_email_unique ON public.users USING btree (email)
CREATE UNIQUE INDEX users_of_center_unique ON public.users USING btree (center_id, id)
CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id)

-- Policies
absence: absence_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
adherence_exception: adherence_exception_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
adherence_policy: adherence_policy_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
alert: alert_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
alert_delivery: alert_delivery_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
alert_rule: alert_rule_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
alert_webhook: alert_webhook_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
assessment: assessment_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
assessment_reminder: assessment_reminder_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
assessment_result: assessment_result_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
assessor: assessor_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
audit_record: audit_record_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ()
board_filter: board_filter_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
center: center_is_own for ALL to kezek_app using ((id = current_center())) with check ((id = current_center()))
certificate: certificate_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
competence: competence_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
competence_anchor: competence_anchor_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
consent: consent_of_own_center_when_open for ALL to kezek_app using (((center_id = current_center()) AND personal_records_are_open())) with check (((center_id = current_center()) AND personal_records_are_open()))
contact_day: contact_day_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
contact_trait: contact_trait_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
contract: contract_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
contract_shape: contract_shape_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
course: course_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
course_competence: course_competence_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
course_version: course_version_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
day_message: day_message_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
development_step: development_step_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
earlier_employment: earlier_employment_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
feed_agent: feed_agent_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
feed_contact: feed_contact_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
feed_health: feed_health_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
feed_silence: feed_silence_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
forecast: forecast_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
forecast_day: forecast_day_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
forecast_override: forecast_override_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
forecast_point: forecast_point_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
forecast_queue: forecast_queue_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
group_requirement: group_requirement_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
history_decision: history_decision_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
history_import: history_import_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
holiday: holiday_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
interval_history: interval_history_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
job: job_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
knowledge_test: knowledge_test_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
labour_rule: labour_rule_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
legal_restriction: legal_restriction_of_own_center_when_open for ALL to kezek_app using (((center_id = current_center()) AND personal_records_are_open())) with check (((center_id = current_center()) AND personal_records_are_open()))
notice: notice_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
notice_receipt: notice_receipt_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
notice_reminder: notice_reminder_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
objection: objection_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
operator: operator_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
operator_competence: operator_competence_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
operator_contract: operator_contract_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
operator_state: operator_state_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
own_shift_sight: own_shift_sight_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
paper_export: paper_export_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
planner_rule: planner_rule_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
position_profile: position_profile_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
preference: preference_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
profile_competence: profile_competence_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
profile_holder: profile_holder_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
question: question_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
question_version: question_version_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
queue: queue_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
queue_competence: queue_competence_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
redial_count: redial_count_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
reminder_reader: reminder_reader_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
remote_work: remote_work_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
reoptimisation: reoptimisation_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
requirement: requirement_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
requirement_point: requirement_point_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
retention_decision: retention_decision_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
retention_rule: retention_rule_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
schedule: schedule_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
schedule_bound: schedule_bound_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
schedule_demand: schedule_demand_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
schedule_rule_price: schedule_rule_price_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
schedule_simulation: schedule_simulation_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
second_job: second_job_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
shift: shift_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
shift_break: shift_break_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
shift_design: shift_design_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
shift_request: shift_request_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
shift_shape: shift_shape_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
site: site_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
special_event: special_event_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
state_batch: state_batch_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
state_event: state_event_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
state_feed: state_feed_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
survey: survey_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
survey_action: survey_action_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
survey_question: survey_question_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
survey_respondent: survey_respondent_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
survey_tally: survey_tally_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
team: team_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
test_assignment: test_assignment_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
test_attempt: test_attempt_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
trainee_permit: trainee_permit_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
training_attendance: training_attendance_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
training_session: training_session_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
unavailability: unavailability_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))
user_account: user_account_of_own_center for ALL to kezek_app using ((EXISTS ( SELECT
   FROM users
  WHERE (users.id = user_account.user_id)))) with check ((EXISTS ( SELECT
   FROM users
  WHERE (users.id = user_account.user_id))))
user_session: user_session_of_own_center for ALL to kezek_app using ((EXISTS ( SELECT
   FROM users
  WHERE (users.id = user_session.user_id)))) with check ()
user_two_factor: user_two_factor_of_own_center for ALL to kezek_app using ((EXISTS ( SELECT
   FROM users
  WHERE (users.id = user_two_factor.user_id)))) with check ()
users: users_of_own_center for ALL to kezek_app using ((center_id = current_center())) with check ((center_id = current_center()))

-- Triggers
CREATE TRIGGER absence_audit AFTER INSERT OR DELETE OR UPDATE ON public.absence FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER adherence_exception_audit AFTER INSERT OR DELETE OR UPDATE ON public.adherence_exception FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER adherence_policy_audit AFTER INSERT OR DELETE OR UPDATE ON public.adherence_policy FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER alert_acknowledged AFTER UPDATE ON public.alert FOR EACH ROW WHEN ((old.acknowledged_at IS DISTINCT FROM new.acknowledged_at)) EXECUTE FUNCTION record_change()
CREATE TRIGGER alert_rule_audit AFTER INSERT OR DELETE OR UPDATE ON public.alert_rule FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER alert_webhook_audit AFTER INSERT OR DELETE OR UPDATE ON public.alert_webhook FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER assessment_audit AFTER INSERT OR DELETE OR UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER assessment_result_audit AFTER INSERT OR DELETE OR UPDATE ON public.assessment_result FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER assessor_audit AFTER INSERT OR DELETE OR UPDATE ON public.assessor FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER audit_record_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER center_audit AFTER INSERT OR DELETE OR UPDATE ON public.center FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER certificate_audit AFTER INSERT OR DELETE OR UPDATE ON public.certificate FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER competence_audit AFTER INSERT OR DELETE OR UPDATE ON public.competence FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER competence_anchor_audit AFTER INSERT OR DELETE OR UPDATE ON public.competence_anchor FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER consent_audit AFTER INSERT OR DELETE OR UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION record_personal_change()
CREATE TRIGGER contract_audit AFTER INSERT OR DELETE OR UPDATE ON public.contract FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER contract_shape_audit AFTER INSERT OR DELETE OR UPDATE ON public.contract_shape FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER course_audit AFTER INSERT OR DELETE OR UPDATE ON public.course FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER course_competence_audit AFTER INSERT OR DELETE OR UPDATE ON public.course_competence FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER course_version_audit AFTER INSERT OR DELETE OR UPDATE ON public.course_version FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER day_message_audit AFTER INSERT OR DELETE OR UPDATE ON public.day_message FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER development_step_audit AFTER INSERT OR DELETE OR UPDATE ON public.development_step FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER earlier_employment_audit AFTER INSERT OR DELETE OR UPDATE ON public.earlier_employment FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER feed_agent_audit AFTER INSERT OR DELETE OR UPDATE ON public.feed_agent FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER forecast_audit AFTER INSERT OR DELETE OR UPDATE ON public.forecast FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER forecast_override_audit AFTER INSERT OR DELETE OR UPDATE ON public.forecast_override FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER history_decision_audit AFTER INSERT OR DELETE OR UPDATE ON public.history_decision FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER history_import_audit AFTER INSERT OR DELETE OR UPDATE ON public.history_import FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER holiday_audit AFTER INSERT OR DELETE OR UPDATE ON public.holiday FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER knowledge_test_audit AFTER INSERT OR DELETE OR UPDATE ON public.knowledge_test FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER labour_rule_audit AFTER INSERT OR DELETE OR UPDATE ON public.labour_rule FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER legal_restriction_audit AFTER INSERT OR DELETE OR UPDATE ON public.legal_restriction FOR EACH ROW EXECUTE FUNCTION record_personal_change()
CREATE TRIGGER notice_audit AFTER INSERT OR DELETE OR UPDATE ON public.notice FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER notice_receipt_audit AFTER INSERT OR DELETE OR UPDATE ON public.notice_receipt FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER objection_audit AFTER INSERT OR DELETE OR UPDATE ON public.objection FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER operator_audit AFTER INSERT OR DELETE OR UPDATE ON public.operator FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER operator_competence_audit AFTER INSERT OR DELETE OR UPDATE ON public.operator_competence FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER operator_competence_lowered BEFORE UPDATE OF level ON public.operator_competence FOR EACH ROW EXECUTE FUNCTION keep_former_level()
CREATE TRIGGER operator_contract_audit AFTER INSERT OR DELETE OR UPDATE ON public.operator_contract FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER paper_export_audit AFTER INSERT OR DELETE OR UPDATE ON public.paper_export FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER planner_rule_audit AFTER INSERT OR DELETE OR UPDATE ON public.planner_rule FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER position_profile_audit AFTER INSERT OR DELETE OR UPDATE ON public.position_profile FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER preference_audit AFTER INSERT OR DELETE OR UPDATE ON public.preference FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER profile_competence_audit AFTER INSERT OR DELETE OR UPDATE ON public.profile_competence FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER profile_holder_audit AFTER INSERT OR DELETE OR UPDATE ON public.profile_holder FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER question_audit AFTER INSERT OR DELETE OR UPDATE ON public.question FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER question_version_audit AFTER INSERT OR DELETE OR UPDATE ON public.question_version FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER queue_audit AFTER INSERT OR DELETE OR UPDATE ON public.queue FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER queue_competence_audit AFTER INSERT OR DELETE OR UPDATE ON public.queue_competence FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER remote_work_audit AFTER INSERT OR DELETE OR UPDATE ON public.remote_work FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER requirement_audit AFTER INSERT OR DELETE OR UPDATE ON public.requirement FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER retention_decision_audit AFTER INSERT OR DELETE OR UPDATE ON public.retention_decision FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER retention_rule_audit AFTER INSERT OR DELETE OR UPDATE ON public.retention_rule FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER schedule_audit AFTER INSERT OR DELETE OR UPDATE ON public.schedule FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER second_job_audit AFTER INSERT OR DELETE OR UPDATE ON public.second_job FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER shift_audit AFTER DELETE OR UPDATE ON public.shift FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER shift_audit_manual AFTER INSERT ON public.shift FOR EACH ROW WHEN ((new.origin = 'manual'::text)) EXECUTE FUNCTION record_change()
CREATE TRIGGER shift_request_audit AFTER INSERT OR DELETE OR UPDATE ON public.shift_request FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER shift_shape_audit AFTER INSERT OR DELETE OR UPDATE ON public.shift_shape FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER site_audit AFTER INSERT OR DELETE OR UPDATE ON public.site FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER special_event_audit AFTER INSERT OR DELETE OR UPDATE ON public.special_event FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER state_feed_audit AFTER INSERT OR DELETE OR UPDATE ON public.state_feed FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER survey_audit AFTER INSERT OR DELETE OR UPDATE ON public.survey FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER survey_action_audit AFTER INSERT OR DELETE OR UPDATE ON public.survey_action FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER survey_question_audit AFTER INSERT OR DELETE OR UPDATE ON public.survey_question FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER team_audit AFTER INSERT OR DELETE OR UPDATE ON public.team FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER test_assignment_audit AFTER INSERT OR DELETE OR UPDATE ON public.test_assignment FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER test_attempt_audit AFTER INSERT OR DELETE OR UPDATE ON public.test_attempt FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER trainee_permit_audit AFTER INSERT OR DELETE OR UPDATE ON public.trainee_permit FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER training_attendance_audit AFTER INSERT OR DELETE OR UPDATE ON public.training_attendance FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER training_session_audit AFTER INSERT OR DELETE OR UPDATE ON public.training_session FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER unavailability_audit AFTER INSERT OR DELETE OR UPDATE ON public.unavailability FOR EACH ROW EXECUTE FUNCTION record_change()
CREATE TRIGGER user_account_audit AFTER INSERT OR DELETE OR UPDATE OF password ON public.user_account FOR EACH ROW EXECUTE FUNCTION record_credential()
CREATE TRIGGER user_two_factor_audit AFTER INSERT OR DELETE OR UPDATE OF verified ON public.user_two_factor FOR EACH ROW EXECUTE FUNCTION record_credential()
CREATE TRIGGER users_audit AFTER INSERT OR DELETE OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION record_change()

-- Functions and procedures
acting_id(own_user uuid)
acting_name(own_user uuid)
current_center()
fence_personal_table(IN table_name regclass)
fence_table(IN table_name regclass, IN audited boolean)
is_text_in_three_languages(value jsonb)
keep_former_level()
personal_records_are_open()
record_change()
record_credential()
record_personal_change()
refuse_change()
