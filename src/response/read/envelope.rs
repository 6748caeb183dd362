//! What the members of an envelope tell about it.

use super::names::same_name;

/// Which documented members an envelope has had: the numbers of [`Paging`] and
/// those of the two lists.
#[derive(Default)]
pub(super) struct Members(u32);

impl Members {
    pub(super) const INVOCATIONS: u32 = 30;
    pub(super) const RESULTS: u32 = 31;

    /// Whether the member came before.
    pub(super) fn see(&mut self, number: u32) -> bool {
        let bit = 1 << number;
        let before = self.0 & bit != 0;
        self.0 |= bit;
        before
    }
}

/// Whether an object without lists is a record by itself.
#[derive(Default)]
pub(super) struct Single {
    invoke_id: bool,
    instance_id: bool,
    run: bool,
}

impl Single {
    pub(super) fn see(&mut self, name: &str) {
        self.invoke_id |= same_name("InvokeId", name);
        self.instance_id |= same_name("InstanceId", name);
        self.run |= same_name("InvokeInstances", name) || same_name("CommandContent", name);
    }

    pub(super) fn is_record(&self) -> bool {
        self.invoke_id
    }

    pub(super) fn is_result(&self) -> bool {
        self.instance_id && !self.run
    }
}
