//! The documented rules of requests, one finding each.
//!
//! Source: the API page of `DescribeInvocations` and the typings of
//! `@alicloud/ecs20140526` for `DescribeInvocationResults`.

use super::finding::{Finding, Severity};
use super::parameters::{Parameter, Request};
use super::say::say;
use super::tag_rules::check_tags;
use super::vocabulary::InvokeStatus;
use crate::action::Action;
use crate::locale::Bilingual;

const PAGE_LIMITS: std::ops::RangeInclusive<i64> = 1..=50;

impl Request {
    /// What the documentation says about this request to `action`.
    ///
    /// Every rule that is broken or met gives one finding. Their order is that
    /// of [`Parameter::ALL`], tags last, and does not depend on anything else.
    /// Works on unfinished requests: call it after every keystroke.
    #[must_use]
    pub fn check(&self, action: Action) -> Vec<Finding> {
        let mut findings = Vec::new();
        for parameter in Parameter::ALL {
            let set = self.text(*parameter).is_some();
            if set && !parameter.belongs_to(action) {
                findings.push(not_a_parameter(*parameter, action));
                continue;
            }
            if !self.is_known(*parameter) {
                findings.push(unknown_value(self, *parameter));
            }
            self.check_parameter(*parameter, &mut findings);
        }
        check_tags(self.tags(), &mut findings);
        findings
    }

    fn check_parameter(&self, parameter: Parameter, findings: &mut Vec<Finding>) {
        match parameter {
            Parameter::RegionId => findings.extend(self.region_id_missing()),
            Parameter::CommandName => findings.extend(self.command_name_ignored()),
            Parameter::InvokeStatus => findings.extend(self.invoke_status_ignored()),
            Parameter::RepeatMode => findings.extend(self.repeat_mode_ignored()),
            Parameter::IncludeOutput => findings.extend(self.include_output_needs_id()),
            Parameter::IncludeHistory => findings.extend(self.include_history_needs_invoke_id()),
            Parameter::PageNumber => {
                let range = self.page_number().filter(|&&number| number < 1);
                findings.extend(range.map(|&found| page_number_out_of_range(found)));
                self.check_page_parameter(parameter, findings);
            }
            Parameter::PageSize => {
                let range = self.page_size().filter(|size| !PAGE_LIMITS.contains(size));
                findings.extend(
                    range.map(|&found| out_of_range("page-size-out-of-range", "PageSize", found)),
                );
                self.check_page_parameter(parameter, findings);
            }
            Parameter::MaxResults => {
                let range = self.max_results().filter(|size| !PAGE_LIMITS.contains(size));
                findings.extend(
                    range.map(|&found| {
                        out_of_range("max-results-out-of-range", "MaxResults", found)
                    }),
                );
            }
            _ => {}
        }
    }

    fn region_id_missing(&self) -> Option<Finding> {
        let message = Bilingual::fixed("RegionId 是必填参数。", "RegionId is required.");
        self.region_id()
            .is_none()
            .then(|| Finding::new("region-id-missing", Severity::Error, "RegionId", message))
    }

    fn command_name_ignored(&self) -> Option<Finding> {
        (self.command_name().is_some() && self.instance_id().is_some())
            .then(|| ignored_beside_instance("command-name-ignored", "CommandName"))
    }

    fn invoke_status_ignored(&self) -> Option<Finding> {
        let is_partial = self.invoke_status() == Some(&InvokeStatus::PartialFailed);
        (is_partial && self.instance_id().is_some()).then(|| {
            Finding::new(
                "invoke-status-ignored",
                Severity::Ignored,
                "InvokeStatus",
                Bilingual::fixed(
                    "已设置 InstanceId，InvokeStatus=PartialFailed 不生效。",
                    "InstanceId is set, so InvokeStatus=PartialFailed has no effect.",
                ),
            )
        })
    }

    fn repeat_mode_ignored(&self) -> Option<Finding> {
        (self.repeat_mode().is_some() && self.instance_id().is_some())
            .then(|| ignored_beside_instance("repeat-mode-ignored", "RepeatMode"))
    }

    fn include_output_needs_id(&self) -> Option<Finding> {
        let has_id = self.invoke_id().is_some() || self.instance_id().is_some();
        (self.include_output() == Some(&true) && !has_id).then(|| {
            Finding::new(
                "include-output-needs-id",
                Severity::Error,
                "IncludeOutput",
                Bilingual::fixed(
                    "IncludeOutput=true 时，至少需要指定 InvokeId 或 InstanceId。",
                    "IncludeOutput=true needs at least InvokeId or InstanceId.",
                ),
            )
        })
    }

    fn include_history_needs_invoke_id(&self) -> Option<Finding> {
        (self.include_history() == Some(&true) && self.invoke_id().is_none()).then(|| {
            Finding::new(
                "include-history-needs-invoke-id",
                Severity::Error,
                "IncludeHistory",
                Bilingual::fixed(
                    "IncludeHistory=true 时，InvokeId 不能为空，且必须是定时任务（Period）或开机自启任务（EveryReboot）的执行 ID。",
                    "IncludeHistory=true needs the InvokeId of a run that repeats on a schedule (Period) or at every start (EveryReboot).",
                ),
            )
        })
    }

    fn check_page_parameter(&self, parameter: Parameter, findings: &mut Vec<Finding>) {
        if self.text(parameter).is_none() {
            return;
        }
        let name = parameter.name();
        findings.push(Finding::new(
            "parameter-deprecated",
            Severity::Deprecated,
            name,
            Bilingual::filled(
                say!("{} 即将下线，请使用 NextToken 与 MaxResults 分页。", name),
                say!("{} is about to be dropped; page with NextToken and MaxResults.", name),
            ),
        ));
        if self.next_token().is_some() {
            findings.push(Finding::new(
                "page-with-next-token",
                Severity::Error,
                name,
                Bilingual::filled(
                    say!("{} 不能与 NextToken 同时使用。", name),
                    say!("{} cannot be used together with NextToken.", name),
                ),
            ));
        }
    }
}

fn not_a_parameter(parameter: Parameter, action: Action) -> Finding {
    let (name, action_name) = (parameter.name(), action.name());
    let other = match action {
        Action::DescribeInvocations => Action::DescribeInvocationResults.name(),
        Action::DescribeInvocationResults => Action::DescribeInvocations.name(),
    };
    Finding::new(
        "not-a-parameter-of-action",
        Severity::Ignored,
        name,
        Bilingual::filled(
            say!("{} 没有参数 {}，该参数不会被发送；{} 支持该参数。", action_name, name, other),
            say!("{} has no parameter {}; it is not sent. {} has it.", action_name, name, other),
        ),
    )
}

fn unknown_value(request: &Request, parameter: Parameter) -> Finding {
    let name = parameter.name();
    let found = request.text(parameter).unwrap_or_default().into_owned();
    let known = parameter.known_values();
    let (zh_list, en_list) = (known.join("、"), known.join(", "));
    Finding::new(
        "unknown-value",
        Severity::Warning,
        name,
        Bilingual::filled(
            say!("{} 的取值 {} 未见于文档，将原样发送。文档中的取值：{}。", name, found, zh_list),
            say!(
                "{} is not a documented {}; it is sent unchanged. Documented: {}.",
                found,
                name,
                en_list
            ),
        ),
    )
}

fn ignored_beside_instance(code: &'static str, name: &'static str) -> Finding {
    Finding::new(
        code,
        Severity::Ignored,
        name,
        Bilingual::filled(
            say!("已设置 InstanceId，{} 不生效。", name),
            say!("InstanceId is set, so {} has no effect.", name),
        ),
    )
}

fn page_number_out_of_range(found: i64) -> Finding {
    Finding::new(
        "page-number-out-of-range",
        Severity::Error,
        "PageNumber",
        Bilingual::filled(
            say!("PageNumber 从 1 开始，当前为 {}。", found),
            say!("PageNumber starts at 1, found {}.", found),
        ),
    )
}

fn out_of_range(code: &'static str, name: &'static str, found: i64) -> Finding {
    let (min, max) = (PAGE_LIMITS.start(), PAGE_LIMITS.end());
    Finding::new(
        code,
        Severity::Error,
        name,
        Bilingual::filled(
            say!("{} 的取值范围为 {}~{}，当前为 {}。", name, min, max, found),
            say!("{} must be {} to {}, found {}.", name, min, max, found),
        ),
    )
}
