//! Records of an answer as cells.

use super::intake::Intake;
use crate::response::{
    Extra, Field, Instance, InstanceField, InvocationField, InvocationResult, ResultField,
};
use crate::store::cell::Cell;
use crate::store::run::{Extras, INSTANCE_FIELDS, InstanceRecord};

/// Fields of a result that describe its run.
pub(super) const RUN_FIELDS_OF_RESULT: [(ResultField, InvocationField); 7] = [
    (ResultField::CommandId, InvocationField::CommandId),
    (ResultField::ContainerId, InvocationField::ContainerId),
    (ResultField::ContainerName, InvocationField::ContainerName),
    (ResultField::Launcher, InvocationField::Launcher),
    (ResultField::OssOutputDelivery, InvocationField::OssOutputDelivery),
    (ResultField::TerminationMode, InvocationField::TerminationMode),
    (ResultField::Username, InvocationField::Username),
];

/// Fields of a result that describe its instance.
pub(super) const INSTANCE_FIELDS_OF_RESULT: [(ResultField, InstanceField); 16] = [
    (ResultField::Dropped, InstanceField::Dropped),
    (ResultField::ErrorCode, InstanceField::ErrorCode),
    (ResultField::ErrorInfo, InstanceField::ErrorInfo),
    (ResultField::ExitCode, InstanceField::ExitCode),
    (ResultField::FinishedTime, InstanceField::FinishTime),
    (ResultField::InstanceId, InstanceField::InstanceId),
    (ResultField::InvocationStatus, InstanceField::InvocationStatus),
    (ResultField::InvokeRecordStatus, InstanceField::InstanceInvokeStatus),
    (ResultField::OssOutputErrorCode, InstanceField::OssOutputErrorCode),
    (ResultField::OssOutputErrorInfo, InstanceField::OssOutputErrorInfo),
    (ResultField::OssOutputStatus, InstanceField::OssOutputStatus),
    (ResultField::OssOutputUri, InstanceField::OssOutputUri),
    (ResultField::Output, InstanceField::Output),
    (ResultField::Repeats, InstanceField::Repeats),
    (ResultField::StartTime, InstanceField::StartTime),
    (ResultField::StopTime, InstanceField::StopTime),
];

impl Intake<'_> {
    /// The record of an instance; `hints` are the cells of one that is like it.
    pub(super) fn instance(
        &mut self,
        instance: Instance<'_>,
        hints: &[Cell; INSTANCE_FIELDS],
    ) -> InstanceRecord {
        let mut cells = [Cell::ABSENT; INSTANCE_FIELDS];
        for ((cell, field), hint) in cells.iter_mut().zip(InstanceField::ALL).zip(hints) {
            let value = instance.field(*field);
            *cell = match field {
                InstanceField::Output => self.blob(value, *hint),
                _ => self.cell(value, *hint),
            };
        }
        InstanceRecord { cells, extras: self.extras(instance.extra()) }
    }

    /// The record of a result.
    pub(super) fn result(&mut self, result: InvocationResult<'_>) -> InstanceRecord {
        let mut record =
            InstanceRecord { cells: [Cell::ABSENT; INSTANCE_FIELDS], extras: Extras::default() };
        for (from, to) in INSTANCE_FIELDS_OF_RESULT {
            let value = result.field(from);
            let cell = match to {
                InstanceField::Output => self.blob(value, Cell::ABSENT),
                _ => self.cell(value, Cell::ABSENT),
            };
            record.set(to, cell);
        }
        record.extras = self.extras(result.extra());
        record
    }

    /// The members that the page does not document.
    pub(super) fn extras<'p>(&mut self, members: impl Iterator<Item = Extra<'p>>) -> Extras {
        let cells = members.map(|member| {
            let name = self.cell(Field::Text(member.name), Cell::ABSENT);
            (name, self.cell(member.value, Cell::ABSENT))
        });
        cells.collect()
    }
}
