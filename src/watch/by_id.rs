//! Values by their id, in the order of the ids.
//!
//! A sorted list rather than a tree: a watch holds a few runs and a run some
//! hundred instances, and the code is a tenth.

/// A sorted list of ids, each with a value.
#[derive(Debug)]
pub(super) struct ById<T>(Vec<(String, T)>);

impl<T> ById<T> {
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn get(&self, id: &str) -> Option<&T> {
        let place = self.place(id).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    pub(super) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        let place = self.place(id).ok()?;
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// Adds a value; the value of an id that has one stays.
    pub(super) fn add(&mut self, id: &str, value: impl FnOnce() -> T) {
        if let Err(place) = self.place(id) {
            self.0.insert(place, (id.to_owned(), value()));
        }
    }

    pub(super) fn remove(&mut self, id: &str) {
        if let Ok(place) = self.place(id) {
            self.0.remove(place);
        }
    }

    pub(super) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|(id, _)| keep(id));
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &(String, T)> {
        self.0.iter()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut (String, T)> {
        self.0.iter_mut()
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Where the id is, or where it belongs.
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stay_in_order_and_keep_their_first_value() {
        let mut by_id = ById::new();
        for (id, value) in [("b", 1), ("a", 2), ("c", 3), ("b", 4)] {
            by_id.add(id, || value);
        }

        by_id.remove("c");
        by_id.remove("d");

        assert_eq!(by_id.values().collect::<Vec<_>>(), [&2, &1]);
        assert_eq!((by_id.get("b"), by_id.get("c")), (Some(&1), None));
    }
}
