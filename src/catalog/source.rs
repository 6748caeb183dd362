//! Where an entry's facts come from.

use crate::json::{ToJson, Writer};

/// A document that an entry relies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Source {
    /// The API page of `DescribeInvocations`.
    Page,
    /// The API page of `DescribeInvocationResults`.
    Results,
    /// The help page on execution results and common problems.
    Troubleshooting,
    /// The documentation of 2018 to 2021.
    Legacy,
    /// The typings and comments of the official SDK.
    Sdk,
    /// The retry table of the official Python SDK.
    SdkRetry,
    /// The source of the Cloud Assistant agent.
    Agent,
    /// The help page on API throttling.
    Throttling,
    /// The description of signature version 3.
    Signature,
    /// The error centre of Alibaba Cloud.
    Errors,
    /// POSIX, Shell Command Language.
    Posix,
    /// The manual page signal(7).
    Signals,
    /// The manual page errno(3).
    Errno,
    /// Microsoft, \[MS-ERREF\], NTSTATUS values.
    Ntstatus,
    /// Microsoft, system error codes.
    Win32,
    /// Common operating experience, without a document.
    General,
}

impl Source {
    /// The document's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.parts().0
    }

    /// Where to read it, where it has an address.
    #[must_use]
    pub fn url(self) -> Option<&'static str> {
        let url = self.parts().1;
        (!url.is_empty()).then_some(url)
    }

    fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Page => (
                "DescribeInvocations",
                "https://help.aliyun.com/zh/ecs/developer-reference/api-ecs-2014-05-26-describeinvocations",
            ),
            Self::Results => (
                "DescribeInvocationResults",
                "https://help.aliyun.com/zh/ecs/developer-reference/api-ecs-2014-05-26-describeinvocationresults",
            ),
            Self::Troubleshooting => (
                "Cloud Assistant: execution results and common problems",
                "https://www.alibabacloud.com/help/doc-detail/87029.html",
            ),
            Self::Legacy => ("AlibabaCloudDocs/ecs", "https://github.com/AlibabaCloudDocs/ecs"),
            Self::Sdk => {
                ("@alicloud/ecs20140526", "https://www.npmjs.com/package/@alicloud/ecs20140526")
            }
            Self::SdkRetry => (
                "aliyun-python-sdk-core, retry_config.json",
                "https://github.com/aliyun/aliyun-openapi-python-sdk",
            ),
            Self::Agent => {
                ("aliyun/aliyun_assist_client", "https://github.com/aliyun/aliyun_assist_client")
            }
            Self::Throttling => (
                "ECS API throttling",
                "https://help.aliyun.com/zh/ecs/developer-reference/api-throttling",
            ),
            Self::Signature => (
                "V3 request structure and signature",
                "https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature",
            ),
            Self::Errors => {
                ("Alibaba Cloud error centre", "https://api.alibabacloud.com/troubleshoot")
            }
            Self::Posix => (
                "POSIX.1-2024, Shell Command Language",
                "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html",
            ),
            Self::Signals => ("signal(7)", "https://man7.org/linux/man-pages/man7/signal.7.html"),
            Self::Errno => ("errno(3)", "https://man7.org/linux/man-pages/man3/errno.3.html"),
            Self::Ntstatus => (
                "[MS-ERREF] NTSTATUS values",
                "https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55",
            ),
            Self::Win32 => (
                "Windows system error codes",
                "https://learn.microsoft.com/windows/win32/debug/system-error-codes",
            ),
            Self::General => ("operating experience", ""),
        }
    }
}

/// `{"name": …, "url": …}`; no `url` where there is none.
impl ToJson for Source {
    fn write(&self, out: &mut Writer) {
        out.object(|o| {
            o.field("name", self.name()).optional("url", self.url());
        });
    }
}
