//! Failure families and groups of equal outputs of a run.

use super::row::Member;
use super::table::Store;
use crate::analysis::family::{Failure, Families, Family};
use crate::analysis::group::{Grouper, Groups, Sample};
use crate::error::Result;
use crate::json::{ToJson, Writer};
use crate::output::terminal::plain_text;
use crate::response::InstanceField;
use crate::status::Outcome;
use std::borrow::Cow;

/// Failures of one kind, with their instances.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FamilyRow {
    /// What they have in common.
    pub family: Family,
    /// The instances, in the order of the answers.
    pub instance_ids: Vec<String>,
    /// The statuses among them, each once.
    pub statuses: Vec<String>,
}

/// Successes whose outputs are equal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GroupRow {
    /// Stable name of the text, 32 hexadecimal digits.
    pub fingerprint: String,
    /// Stable name of the text without what differs by machine and time.
    pub similar_to: String,
    /// The lowest exit code among them.
    pub exit_code: Option<i64>,
    /// The instances, in the order of the answers; the first stands for all.
    pub instance_ids: Vec<String>,
    /// Whether this is the output to compare others with: of the largest group
    /// of similar ones, the largest of equal ones.
    pub is_reference: bool,
    /// The first line that is not blank.
    pub first_line: String,
    /// Number of lines.
    pub lines: usize,
}

impl Store {
    /// The ways in which a run or run set failed, largest first.
    ///
    /// # Errors
    /// [`crate::ErrorKind::NotFound`] for an id that no answer had.
    pub fn families(&self, ids: &str) -> Result<Vec<FamilyRow>> {
        let members = self.members(ids)?;
        let make = || self.find_families(ids, &members);
        Ok(self.memo.get_or_make(ids, |results| &mut results.families, make))
    }

    fn find_families(&self, ids: &str, members: &[Member<'_>]) -> Vec<FamilyRow> {
        let has_failed =
            |(_, one): &Member<'_>| one.status(&self.interner).outcome() == Outcome::Failed;
        if !members.iter().any(has_failed) {
            return Vec::new();
        }
        let reference = self.group_successes(ids, members).reference();
        let reference = reference.and_then(|index| members.get(index).copied());
        let mut families = self.families_against(reference);
        for (index, member) in members.iter().enumerate().filter(|(_, member)| has_failed(member)) {
            let cell = |field| member.1.cell(field).text(&self.interner).unwrap_or_default();
            let (id, text) = (cell(InstanceField::InstanceId), self.shown_text(*member));
            families.push(&Failure {
                index,
                error_code: &cell(InstanceField::ErrorCode),
                error_info: &cell(InstanceField::ErrorInfo),
                exit_code: self.exit_code(&member.1),
                text: &text,
                own_names: &[&id],
            });
        }
        families.finish().into_iter().map(|family| self.family_row(family, members)).collect()
    }

    /// The outputs of the successes of a run or run set, equal ones once,
    /// largest first.
    ///
    /// # Errors
    /// [`crate::ErrorKind::NotFound`] for an id that no answer had.
    pub fn groups(&self, ids: &str) -> Result<Vec<GroupRow>> {
        let members = self.members(ids)?;
        let groups = self.group_successes(ids, &members);
        let reference = groups.reference();
        let mut rows = Vec::new();
        for similar in groups.similar() {
            for group in &similar.groups {
                let first = group.members.first().and_then(|index| members.get(*index));
                let text = first.map(|member| self.shown_text(*member)).unwrap_or_default();
                let first_line = text.lines().find(|line| !line.trim().is_empty());
                rows.push(GroupRow {
                    fingerprint: group.fingerprint.to_string(),
                    similar_to: similar.fingerprint.to_string(),
                    exit_code: group.exit_code,
                    instance_ids: self.ids_at(&members, &group.members),
                    is_reference: reference.is_some()
                        && group.members.first() == reference.as_ref(),
                    first_line: first_line.unwrap_or_default().to_owned(),
                    lines: text.lines().count(),
                });
            }
        }
        Ok(rows)
    }

    /// The instance whose output the others of the run are compared with: of
    /// the successes, by clush's rule.
    ///
    /// # Errors
    /// [`crate::ErrorKind::NotFound`] for an id that no answer had.
    pub fn reference_instance(&self, ids: &str) -> Result<Option<String>> {
        let members = self.members(ids)?;
        let reference = self.group_successes(ids, &members).reference();
        Ok(reference.and_then(|index| self.ids_at(&members, &[index]).pop()))
    }

    /// An instance's output as it is read: text without control sequences.
    pub(super) fn shown_text(&self, (_, one): Member<'_>) -> Cow<'_, str> {
        match self.blob_text(one.cell(InstanceField::Output)) {
            Cow::Borrowed(text) => plain_text(text),
            Cow::Owned(text) => Cow::Owned(plain_text(&text).into_owned()),
        }
    }

    fn families_against(&self, reference: Option<Member<'_>>) -> Families {
        let Some(member) = reference else { return Families::new() };
        let id = member.1.cell(InstanceField::InstanceId).text(&self.interner).unwrap_or_default();
        Families::against(&self.shown_text(member), &[&id])
    }

    fn group_successes(&self, ids: &str, members: &[Member<'_>]) -> Groups {
        let make = || self.find_groups(members);
        self.memo.get_or_make(ids, |results| &mut results.groups, make)
    }

    fn find_groups(&self, members: &[Member<'_>]) -> Groups {
        let mut grouper = Grouper::default();
        for (index, member) in members.iter().enumerate() {
            let (_, one) = member;
            // An output that was not asked for is not an equal empty output.
            let output = one.cell(InstanceField::Output);
            if !one.status(&self.interner).is_success() || output.is_absent() {
                continue;
            }
            let id = one.cell(InstanceField::InstanceId).text(&self.interner).unwrap_or_default();
            grouper.push(&Sample {
                index,
                text: &self.shown_text(*member),
                exit_code: self.exit_code(one),
                succeeded: true,
                own_names: &[&id],
            });
        }
        grouper.finish()
    }

    fn family_row(&self, family: Family, members: &[Member<'_>]) -> FamilyRow {
        let mut statuses = Vec::new();
        for (_, one) in family.members.iter().filter_map(|index| members.get(*index)) {
            let status = one.status(&self.interner).as_str().to_owned();
            if !statuses.contains(&status) {
                statuses.push(status);
            }
        }
        FamilyRow { instance_ids: self.ids_at(members, &family.members), family, statuses }
    }

    fn ids_at(&self, members: &[Member<'_>], indices: &[usize]) -> Vec<String> {
        let id = |index: &usize| {
            let (_, one) = members.get(*index)?;
            Some(one.cell(InstanceField::InstanceId).text(&self.interner)?.into_owned())
        };
        indices.iter().filter_map(id).collect()
    }
}

impl ToJson for FamilyRow {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("errorCode", &self.family.error_code)
                .optional("exitCode", self.family.exit_code)
                .field("statuses", &self.statuses)
                .field("basis", self.family.basis.code())
                .field("decision", &self.family.decision)
                .field("count", self.instance_ids.len())
                .field("instanceIds", &self.instance_ids)
                .array("lines", &self.family.lines)
                .optional("decisiveLine", self.family.decisive_line)
                .optional("decisiveText", self.family.decisive_text());
        });
    }
}

impl ToJson for GroupRow {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("fingerprint", &self.fingerprint)
                .field("similarTo", &self.similar_to)
                .optional("exitCode", self.exit_code)
                .field("count", self.instance_ids.len())
                .field("instanceIds", &self.instance_ids)
                .field("isReference", self.is_reference)
                .field("firstLine", &self.first_line)
                .field("lines", self.lines);
        });
    }
}
