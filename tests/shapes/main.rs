//! Every shape of type the derive stands on, and what stands beside it.

mod by_hand;
mod codes;
mod generics;
mod items;
mod macro_rules;
mod neighbours;
mod transparent;
