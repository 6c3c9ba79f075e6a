-- Who took part in a training of an office, by name where the office wants that. Sealed with a key of the training's own, which goes with it.
-- `others` stays how many there were in all.
alter table training.office_training add attendees_sealed text;
