//! Records of an answer as cells.

use super::IngestContext;
use crate::output::base64;
use crate::output::encoding::{self, Encoding};
use crate::response::{
    Extra, Field, Instance, InstanceField, InvocationField, InvocationResult, ResultField,
};
use crate::store::cell::Cell;
use crate::store::interner::Interner;
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

pub(super) fn of_instance(
    instance: Instance<'_>,
    context: IngestContext,
    interner: &mut Interner,
) -> InstanceRecord {
    let mut cells = [Cell::ABSENT; INSTANCE_FIELDS];
    for (cell, field) in cells.iter_mut().zip(InstanceField::ALL) {
        let value = instance.field(*field);
        *cell = match field {
            InstanceField::Output => blob(value, context.encoding, interner),
            _ => Cell::of(value, interner),
        };
    }
    InstanceRecord { cells, extras: extras(instance.extra(), interner) }
}

pub(super) fn of_result(
    result: InvocationResult<'_>,
    context: IngestContext,
    interner: &mut Interner,
) -> InstanceRecord {
    let mut record =
        InstanceRecord { cells: [Cell::ABSENT; INSTANCE_FIELDS], extras: Extras::default() };
    for (from, to) in INSTANCE_FIELDS_OF_RESULT {
        let value = result.field(from);
        let cell = match to {
            InstanceField::Output => blob(value, context.encoding, interner),
            _ => Cell::of(value, interner),
        };
        record.set(to, cell);
    }
    record.extras = extras(result.extra(), interner);
    record
}

pub(super) fn extras<'p>(
    members: impl Iterator<Item = Extra<'p>>,
    interner: &mut Interner,
) -> Extras {
    members
        .map(|member| {
            let name = Cell::of(Field::Text(member.name), interner);
            (name, Cell::of(member.value, interner))
        })
        .collect()
}

/// An output or a command's content: decoded where it is canonical Base64,
/// which loses nothing, and as it came where it is not.
pub(super) fn blob(field: Field<'_>, known: Option<Encoding>, interner: &mut Interner) -> Cell {
    let Field::Text(text) = field else { return Cell::of(field, interner) };
    let text = text.decode();
    if text.is_empty() || known == Some(Encoding::PlainText) {
        return Cell::of_text(&text, interner);
    }
    let decoded = base64::decode(text.as_bytes());
    let is_plain = encoding::judge(&text, known, &decoded).encoding == Encoding::PlainText;
    if is_plain || !decoded.report.is_canonical() {
        return Cell::of_text(&text, interner);
    }
    Cell::of_base64(&decoded.bytes, interner)
}
