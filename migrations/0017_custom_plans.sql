-- After five calls PostgreSQL would keep one plan for any number of schools, which is ten times slower for five hundred: here the list of
-- schools is looked at each time.
alter function visible_item_seeds(uuid[], uuid[], text[], date) set plan_cache_mode = force_custom_plan;
