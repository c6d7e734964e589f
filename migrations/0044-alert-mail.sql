-- Alerts by mail: whom each rule tells, and their mails in the queue of the webhooks' messages.

-- mail_to: users of the centre. Who may no longer read alerts, or no longer sign in, is told no more.
alter table alert_rule add column mail_to uuid[] not null default '{}',
  add constraint alert_rule_mail_to_few check (cardinality(mail_to) <= 50);

-- A message goes to one address: a webhook's, or a person's.
alter table alert_delivery alter column webhook_id drop not null,
  add column user_id uuid,
  add constraint alert_delivery_user_fkey foreign key (center_id, user_id)
    references users (center_id, id) on delete cascade,
  add constraint alert_delivery_one_address check ((webhook_id is null) <> (user_id is null));
