//! The order of the list by name, worked out once for each name and not for each
//! run: a command makes many runs of one name.

use super::cell::Cell;
use super::table::Store;
use crate::fold::folded;
use crate::order::places;
use crate::response::InvocationField;
use crate::wide::is_same;

impl Store {
    /// A number for each unit that orders it by the name of its first run, whatever
    /// the case; below the number of units.
    pub(super) fn name_ranks(&self, units: &[&[u32]]) -> Vec<usize> {
        let mut names = Vec::new();
        // The number of the name plus one that each interned text is, or zero.
        let mut numbers: Vec<u32> = vec![0; self.interner.text_count()];
        let mut number_of = |name: Cell| {
            let number = name.text_id().and_then(|id| numbers.get_mut(id as usize));
            match number {
                Some(number) if *number > 0 => *number as usize - 1,
                number => {
                    names.push(name);
                    if let (Some(number), Ok(count)) = (number, u32::try_from(names.len())) {
                        *number = count;
                    }
                    names.len() - 1
                }
            }
        };
        let of_units: Vec<usize> = units.iter().map(|unit| number_of(self.name_of(unit))).collect();
        let ranks = self.ranks(&names);
        of_units.into_iter().map(|number| ranks.get(number).copied().unwrap_or_default()).collect()
    }

    fn name_of(&self, unit: &[u32]) -> Cell {
        let first = self.runs_at(unit).next();
        first.map_or(Cell::ABSENT, |run| self.run_cell(run, InvocationField::CommandName))
    }

    /// The places of names in their order, one for those that are equal but for
    /// their case.
    fn ranks(&self, names: &[Cell]) -> Vec<usize> {
        let texts = names.iter().map(|name| name.text(&self.interner).unwrap_or_default());
        let folded: Vec<String> = texts.map(|text| folded(&text)).collect();
        let heads = heads(&folded);
        let key = |place: usize| (heads.get(place), folded.get(place));
        let mut ranks = vec![0; names.len()];
        let (mut rank, mut before) = (0, None);
        for place in places(names.len(), &|a, b| key(a).cmp(&key(b))) {
            let name = folded.get(place);
            rank += usize::from(before.is_some_and(|before| before != name));
            before = Some(name);
            if let Some(known) = ranks.get_mut(place) {
                *known = rank;
            }
        }
        ranks
    }
}

/// Eight bytes of each text behind what all of them begin with, as numbers in the
/// order of the texts: most names differ there, and numbers compare faster.
fn heads(texts: &[String]) -> Vec<u64> {
    let mut shared = texts.first().map(String::as_bytes).unwrap_or_default();
    for text in texts {
        let is_shared =
            text.as_bytes().get(..shared.len()).is_some_and(|part| is_same(part, shared));
        if !is_shared {
            let length = shared.iter().zip(text.as_bytes()).take_while(|(a, b)| a == b).count();
            shared = shared.get(..length).unwrap_or_default();
        }
    }
    let head = |text: &String| {
        let rest = text.as_bytes().get(shared.len()..).unwrap_or_default();
        let bytes = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut bytes = [0; 8];
            bytes.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            bytes
        });
        u64::from_be_bytes(bytes)
    };
    texts.iter().map(head).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn prop_heads_are_never_in_another_order_than_their_texts(
            start in "[a云]{0,3}",
            ends in prop::collection::vec("[ab\\u{0}é]{0,12}", 0..9),
        ) {
            let mut texts: Vec<String> = ends.iter().map(|end| format!("{start}{end}")).collect();
            texts.sort();

            prop_assert!(heads(&texts).is_sorted());
        }
    }
}
