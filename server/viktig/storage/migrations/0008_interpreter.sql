-- Whether an interpreter was there when an answer was read together: 1 or 0; null: nobody asked.

alter table review add column interpreter bigint;
