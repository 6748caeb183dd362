//! Search over all outputs of a run.

use super::query::Members as QueryMembers;
use super::row::Member;
use super::table::Store;
use crate::analysis::search::{Limits, OutputMatches, Query, Search, SearchResult, SearchRun};
use crate::error::Result;
use crate::json::{ToJson, Value, Writer};
use crate::response::InstanceField;

/// What a search over a run found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OutputHits {
    /// The instances whose outputs are wanted, one an entry of
    /// `result.outputs`.
    pub instance_ids: Vec<String>,
    /// Counts and positions; positions are in the text without control sequences.
    pub result: SearchResult,
}

impl Store {
    /// Searches the outputs of a run or run set, in the order of the answers.
    ///
    /// # Errors
    /// [`crate::ErrorKind::NotFound`] for an id that no answer had,
    /// [`crate::ErrorKind::InvalidPattern`] for a pattern that cannot be compiled.
    pub fn search(&self, ids: &str, query: &Query, limits: Limits) -> Result<OutputHits> {
        let search = Search::new(query)?;
        let members = self.members(ids)?;
        let mut run = SearchRun::new(&search, limits);
        for (index, member) in members.iter().enumerate() {
            if !member.1.cell(InstanceField::Output).is_absent() {
                run.push(index, &self.shown_text(*member));
            }
        }
        let result = run.finish();
        let id = |output: &OutputMatches| {
            let (_, one): &Member<'_> = members.get(output.index)?;
            Some(one.cell(InstanceField::InstanceId).text(&self.interner)?.into_owned())
        };
        let instance_ids =
            result.outputs.iter().map(|output| id(output).unwrap_or_default()).collect();
        Ok(OutputHits { instance_ids, result })
    }

    /// [`Store::search`] with the query `{pattern, regex?, caseSensitive?,
    /// invert?, limit?}`; `limit` is the number of matches located in one output.
    ///
    /// # Errors
    /// Those of [`Store::search`], and of a query of another shape
    /// [`crate::ErrorKind::InvalidType`] with the member's path.
    pub fn search_json(&self, ids: &str, json: &str) -> Result<OutputHits> {
        let value = Value::parse(json)?;
        let members = QueryMembers(&value);
        let query = Query {
            pattern: members.text("pattern")?,
            regex: members.flag("regex")?,
            case_sensitive: members.flag("caseSensitive")?,
            invert: members.flag("invert")?,
        };
        let defaults = Limits::default();
        let per_output = members.count("limit")?.unwrap_or(defaults.per_output);
        self.search(ids, &query, Limits { per_output, ..defaults })
    }
}

impl ToJson for OutputHits {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.array("outputs", self.instance_ids.iter().zip(&self.result.outputs).map(Hit))
                .field("searched", self.result.searched)
                .field("count", self.result.count)
                .field("truncated", self.result.truncated);
        });
    }
}

struct Hit<'h>((&'h String, &'h OutputMatches));

impl ToJson for Hit<'_> {
    fn write(&self, out: &mut Writer) {
        let (instance_id, output) = self.0;
        out.object(|o| {
            o.field("instanceId", instance_id)
                .field("count", output.count)
                .array("matches", &output.matches)
                .field("truncated", output.truncated);
        });
    }
}
