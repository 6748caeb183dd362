//! What was worked out of one run or run set, until an answer changes something.
//!
//! A viewer asks for the families, the groups, the summary and the reference of
//! the same run, and all of them rest on grouping its outputs.

use super::triage::FamilyRow;
use crate::analysis::group::Groups;
use std::cell::RefCell;

/// The results of the run that was asked for last.
#[derive(Debug, Default)]
pub(super) struct Memo(RefCell<Results>);

#[derive(Debug, Default)]
pub(super) struct Results {
    ids: String,
    pub(super) groups: Option<Groups>,
    pub(super) families: Option<Vec<FamilyRow>>,
}

impl Memo {
    /// The result of `ids`, made if it is not here.
    pub(super) fn get_or_make<T: Clone>(
        &self,
        ids: &str,
        part: fn(&mut Results) -> &mut Option<T>,
        make: impl FnOnce() -> T,
    ) -> T {
        // Making a result may ask for another one, so nothing stays borrowed meanwhile.
        if let Ok(mut results) = self.0.try_borrow_mut()
            && results.ids == ids
            && let Some(value) = part(&mut results)
        {
            return value.clone();
        }
        let value = make();
        if let Ok(mut results) = self.0.try_borrow_mut() {
            if results.ids != ids {
                *results = Results { ids: ids.to_owned(), ..Results::default() };
            }
            *part(&mut results) = Some(value.clone());
        }
        value
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        *self.0.get_mut() = Results::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_made_once_for_each_run() {
        let mut memo = Memo::default();
        let made = std::cell::Cell::new(0);
        let ask = |memo: &Memo, ids: &str| {
            memo.get_or_make(
                ids,
                |results| &mut results.groups,
                || {
                    made.set(made.get() + 1);
                    Groups::default()
                },
            );
            made.get()
        };

        assert_eq!([ask(&memo, "t-1"), ask(&memo, "t-1")], [1, 1]);
        assert_eq!([ask(&memo, "t-1,t-2"), ask(&memo, "t-1")], [2, 3]);
        memo.clear();
        assert_eq!(ask(&memo, "t-1"), 4);
    }
}
